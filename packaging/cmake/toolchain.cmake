# Compiler-wide choices: caches, linkers, warnings, sanitizers. Nothing about layers stands here.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Paths below the checkout's parent are hashed relative to the build folder, so that two build
    # folders of one depth share their objects; Debug information keeps the first one's paths.
    cmake_path(GET CMAKE_SOURCE_DIR PARENT_PATH _balcao_ccache_base)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${_balcao_ccache_base} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()

find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM AND NOT WIN32 AND NOT APPLE)
    add_link_options(-fuse-ld=mold)
endif()

if(BALCAO_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # As shared libraries they do not share log_path, and UBSan's reports miss tests/run's count.
        add_link_options(-static-libasan -static-libubsan)
    endif()
endif()

if(BALCAO_TSAN)
    # What g++ then takes for uninitialized is not (an optional inside a variant); the other presets keep that warning.
    add_compile_options(-fsanitize=thread -fno-omit-frame-pointer -O1 -g1 -Wno-maybe-uninitialized)
    add_link_options(-fsanitize=thread -static-libtsan)
    # It does not see fences, and g++ refuses them. Asio hands its work over under a mutex: without them TSan knows all.
    add_compile_definitions(BOOST_ASIO_DISABLE_FENCED_BLOCK)
endif()
if(BALCAO_COVERAGE)
    add_compile_options(--coverage -O0)
    add_link_options(--coverage)
endif()
if(BALCAO_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_library(balcao_options INTERFACE)
target_compile_options(balcao_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
target_compile_definitions(balcao_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
