add_executable(balcao-relay
    main.cpp
    program/commandline.cpp program/commandline.h
    program/consolemode.cpp
    program/program.cpp program/program.h
    program/servemode.cpp
    program/stopsignals.cpp program/stopsignals.h)
target_compile_definitions(balcao-relay PRIVATE BALCAO_VERSION="${PROJECT_VERSION}")
target_link_libraries(balcao-relay PRIVATE balcao_relay_lib balcao_options)
# The sandbox's layer is declared after this one; a target's name is only looked up when linking.
if(EXISTS ${CMAKE_SOURCE_DIR}/app/sandbox/CMakeLists.txt AND EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/program/sandboxmode.cpp)
    target_sources(balcao-relay PRIVATE
        program/sandboxmode.cpp
        program/sandboxshop.cpp program/sandboxshop.h
        program/shopdesk.cpp program/shopdesk.h)
    target_link_libraries(balcao-relay PRIVATE balcao_sandbox)
else()
    target_sources(balcao-relay PRIVATE program/nosandbox.cpp)
endif()
