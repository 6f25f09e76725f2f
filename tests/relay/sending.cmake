set(BALCAO_RELAY_SENDING_TESTS
    sending/tst_graphanswer.cpp
    sending/tst_sendscheduler.cpp)
