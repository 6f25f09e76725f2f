# SPDX-FileCopyrightText: 2026 The Balcão authors
# SPDX-License-Identifier: MIT
#
# What packaging/try, packaging/screenshots, tests/run, tests/bench and tests/fresh-root share. Sourced by bash, never run:
#   say WORDS…             a line of ours among the output of others
#   die WORDS…             a line, and exit 1
#   install_lists NAME…    packaging/packages/NAME.txt: only what is missing, nothing asked when nothing is
#   install_packages NAME… Debian packages
#   open_display SIZE DIR [ARG…]   Xvfb and openbox, their files in DIR; exports DISPLAY
#   close_display          ends them, and whatever else is in children
#   configure PRESET [-D…] cmake into build/PRESET (or $BALCAO_BUILD_DIR)
#   build PRESET [TARGET…] ninja there
#   build_folder PRESET    where that is
# BALCAO_JOBS: how many compilers at once (default: as many as cores).

balcao_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
balcao_jobs=${BALCAO_JOBS:-$(nproc)}

say() { printf '\n== %s\n' "$*"; }

die()
{
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# The names in the lists, one a line, without the reasons.
listed_packages()
{
    local list
    for list in "$@"; do
        sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$balcao_root/packaging/packages/$list.txt"
    done | sort -u
}

missing_packages()
{
    local name
    listed_packages "$@" | while read -r name; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s\n' "$name"
    done
}

as_root()
{
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

install_lists()
{
    command -v dpkg-query >/dev/null || die "packages are installed on Debian and its kin only; elsewhere" \
        "install what packaging/packages/*.txt name by hand and call cmake (see README.md)"
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}"
}

install_packages()
{
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        die "these packages are missing, and only root can install them: $*"
    fi
    say "installing $# packages: $*"
    # Another apt at work (a service that updates at start) is waited for, not run into.
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq)
    as_root "${apt[@]}" update || die "apt-get update failed"
    as_root "${apt[@]}" install --no-install-recommends -y "$@" >/dev/null || die "apt-get could not install: $*"
}

build_folder() { printf '%s\n' "${BALCAO_BUILD_DIR:-$balcao_root/build/$1}"; }

configure()
{
    local preset=$1 folder
    shift
    folder=$(build_folder "$preset")
    # Words only when it fails: a second run should start within seconds, and quietly.
    mkdir -p "$folder"
    (cd "$balcao_root" && cmake --preset "$preset" -B "$folder" "$@") >"$folder/configure.log" 2>&1 || {
        cat "$folder/configure.log" >&2
        die "cmake could not configure $folder"
    }
}

build()
{
    local preset=$1 folder
    shift
    folder=$(build_folder "$preset")
    local targets=()
    [ "$#" -eq 0 ] || targets=(--target "$@")
    cmake --build "$folder" --parallel "$balcao_jobs" "${targets[@]}" || die "the build in $folder failed"
}

children=()
close_display()
{
    local child
    for child in "${children[@]}"; do
        kill "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    done
    children=()
}

# Xvfb picks the number, so two runs never meet.
open_display()
{
    local size=$1 folder=$2 number
    shift 2
    # No frames: a window of the display's size fills it, and X's picture can be laid beside the desk's own.
    cat >"$folder/openbox.xml" <<'XML'
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
XML
    mkfifo "$folder/number"
    Xvfb -displayfd 7 -screen 0 "${size}x24" -dpi 96 -nolisten tcp -noreset -ac "$@" \
        7>"$folder/number" 2>"$folder/xvfb.log" &
    children+=($!)
    read -r -t 30 number <"$folder/number" || die "Xvfb did not start: $(cat "$folder/xvfb.log")"
    rm "$folder/number"
    export DISPLAY=:$number
    # It makes folders in its home.
    env HOME="$folder" XDG_CACHE_HOME="$folder/cache" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" \
        openbox --sm-disable --config-file "$folder/openbox.xml" >"$folder/openbox.log" 2>&1 &
    children+=($!)
}
