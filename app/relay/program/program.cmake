add_executable(balcao-relay
    main.cpp
    program/brcodemode.cpp
    program/commandline.cpp program/commandline.h
    program/consolemode.cpp
    program/program.cpp program/program.h
    program/sandboxmode.cpp
    program/sandboxshop.cpp program/sandboxshop.h
    program/servemode.cpp
    program/shopdesk.cpp program/shopdesk.h
    program/stopsignals.cpp program/stopsignals.h)
target_compile_definitions(balcao-relay PRIVATE BALCAO_VERSION="${PROJECT_VERSION}")
target_link_libraries(balcao-relay PRIVATE balcao_relay_lib balcao_sandbox balcao_options)
balcao_windows_program(balcao-relay "Balcão Relay")
