set(BALCAO_RELAY_SERVE_TESTS
    serve/tst_config.cpp
    serve/tst_pollroom.cpp)
