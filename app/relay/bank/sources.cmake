list(APPEND BALCAO_RELAY_SOURCES
    bank/apipix.cpp bank/apipix.h
    bank/bank.cpp bank/bank.h
    bank/bankpayments.cpp bank/bankpayments.h
    bank/bankoutcome.cpp bank/bankoutcome.h
    bank/banksettings.cpp bank/banksettings.h
    bank/banktoken.cpp bank/banktoken.h
    bank/cashier.cpp bank/cashier.h
    bank/cashierlists.cpp
    bank/pixhook.cpp bank/pixhook.h
    bank/pixids.h
    bank/pixjson.cpp bank/pixjson.h
    bank/pollplan.cpp bank/pollplan.h
    bank/refunder.cpp bank/refunder.h
    bank/watchedbank.cpp bank/watchedbank.h)
