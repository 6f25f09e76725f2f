set(BALCAO_RELAY_SENDING_TESTS
    sending/tst_departure.cpp
    sending/tst_graphanswer.cpp
    sending/tst_graphmedia.cpp
    sending/tst_orders.cpp
    sending/tst_pictures.cpp
    sending/tst_sender.cpp
    sending/tst_sendscheduler.cpp)
