# balcao_windows_program(<target> <description>): what a program carries for Windows to show and to go by: icon (drawn
# from resources/icons), version, manifest. Nothing elsewhere.
function(balcao_windows_program target description)
    if(NOT WIN32)
        return()
    endif()
    set(from ${CMAKE_SOURCE_DIR}/packaging/windows)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/windows)
    set(BALCAO_PROGRAM ${target})
    set(BALCAO_DESCRIPTION ${description})
    set(BALCAO_ICON ${folder}/balcao.ico)
    set(BALCAO_MANIFEST ${folder}/${target}.manifest)
    configure_file(${from}/program.manifest.in ${BALCAO_MANIFEST} @ONLY)
    configure_file(${from}/program.rc.in ${folder}/${target}.rc @ONLY)

    find_program(RSVG_CONVERT rsvg-convert REQUIRED)
    find_program(ICOTOOL icotool REQUIRED)
    set(drawing ${CMAKE_SOURCE_DIR}/resources/icons/balcao-app.svg)
    set(pictures)
    set(draw)
    # Each size is drawn, not scaled: 16 px for the list, 256 px for the desktop, what lies between for 125 to 200 %.
    foreach(size 16 20 24 32 40 48 64 128 256)
        set(picture ${folder}/balcao-${size}.png)
        list(APPEND draw COMMAND ${RSVG_CONVERT} -w ${size} -h ${size} -o ${picture} ${drawing})
        list(APPEND pictures ${picture})
    endforeach()
    list(POP_BACK pictures largest)
    add_custom_command(OUTPUT ${BALCAO_ICON}
        ${draw}
        # The largest stays a PNG: as a bitmap it would be 256 KiB.
        COMMAND ${ICOTOOL} --create --output=${BALCAO_ICON} ${pictures} --raw=${largest}
        DEPENDS ${drawing} VERBATIM COMMENT "Drawing the icon of ${target}.exe")
    target_sources(${target} PRIVATE ${folder}/${target}.rc)
    set_source_files_properties(${folder}/${target}.rc PROPERTIES
        OBJECT_DEPENDS "${BALCAO_ICON};${BALCAO_MANIFEST}")
endfunction()
