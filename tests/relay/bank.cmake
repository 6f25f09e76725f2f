set(BALCAO_RELAY_BANK_TESTS
    bank/tst_bankoutcome.cpp
    bank/tst_banksettings.cpp
    bank/tst_pixhook.cpp
    bank/tst_pixjson.cpp
    bank/tst_pollplan.cpp)
