# SPDX-FileCopyrightText: 2026 The Balcão authors
# SPDX-License-Identifier: MIT
#
# A Debian 12 that has never seen Balcão, for tests/fresh-root, packaging/linux/check and packaging/relay/check. Sourced
# after common.sh, never run. Needs root and a Debian mirror.
#   clean_root DIR      a new one in $clean, thrown away when the script ends; the minimal base it comes from stays in
#                       DIR (or $BALCAO_FRESH_DIR); one at a time
#   inside COMMAND…     in it, with its own mounts and processes, all gone when the command ends; $BALCAO_JOBS goes along

clean=

# This machine's Debian mirrors, one "uri suite component" a line: often the only ones it can reach.
mirrors()
{
    local found
    found=$(apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        sed -n 's/^Debian //p' | grep -E ' bookworm(-updates|-security)? main$' | sort -u || true)
    grep -qE ' bookworm main$' <<<"$found" || found="http://deb.debian.org/debian bookworm main"
    printf '%s\n' "$found"
}

clean_root()
{
    local place=${BALCAO_FRESH_DIR:-$1}
    local base=$place/base-bookworm.tar mirror
    [ "$(id -u)" -eq 0 ] || die "a chroot needs root: run it with sudo"
    install_lists freshroot
    clean=$place/root
    mkdir -p "$place"
    exec {clean_lock}>"$place/lock"
    flock --nonblock "$clean_lock" || die "another check is in $place"
    rm -rf --one-file-system "$clean"
    trap 'rm -rf --one-file-system "$clean"' EXIT
    if [ ! -s "$base" ]; then
        mirror=$(mirrors | sed -n 's/ bookworm main$//p' | head -n 1)
        say "debootstrap from $mirror"
        debootstrap --variant=minbase bookworm "$clean" "$mirror" >"$place/debootstrap.log" 2>&1 ||
            { tail -n 20 "$place/debootstrap.log" >&2; die "debootstrap failed"; }
        tar -C "$clean" -cf "$base.part" .
        mv "$base.part" "$base"
        rm -rf --one-file-system "$clean"
    fi
    say "a new root"
    mkdir -p "$clean"
    tar -C "$clean" -xf "$base"
    mirrors | sed 's/^/deb /' >"$clean/etc/apt/sources.list"
    # Only how the mirror is reached comes along: proxies, and clocks that disagree.
    apt-config dump | grep -E '^Acquire::(https?::.*|Check-)' >"$clean/etc/apt/apt.conf.d/90machine" || true
    cp /etc/resolv.conf "$clean/etc/resolv.conf"
    printf '127.0.0.1 localhost\n::1 localhost\n' >"$clean/etc/hosts"
}

inside()
{
    unshare --mount --pid --fork --kill-child bash -c '
        set -e
        root=$1
        shift
        mount --make-rprivate /
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount --rbind /sys "$root/sys"
        mount -t tmpfs tmpfs "$root/run"
        exec env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "BALCAO_JOBS=${BALCAO_JOBS:-}" \
            chroot "$root" "$@"' inside "$clean" "$@"
}
