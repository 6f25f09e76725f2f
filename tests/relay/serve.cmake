set(BALCAO_RELAY_SERVE_TESTS
    ${CMAKE_SOURCE_DIR}/tests/support/testrelay.cpp ${CMAKE_SOURCE_DIR}/tests/support/testrelay.h
    ${CMAKE_SOURCE_DIR}/tests/support/webhooks.cpp ${CMAKE_SOURCE_DIR}/tests/support/webhooks.h
    serve/tst_access.cpp
    serve/tst_brcodereport.cpp
    serve/tst_config.cpp
    serve/tst_console.cpp
    serve/tst_hooks.cpp
    serve/tst_program.cpp
    serve/tst_silence.cpp
    serve/tst_polling.cpp
    serve/tst_pollroom.cpp
    serve/tst_revoking.cpp
    serve/tst_unauthorized.cpp
    serve/tst_writer.cpp)
