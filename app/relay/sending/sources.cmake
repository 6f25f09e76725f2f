list(APPEND BALCAO_RELAY_SOURCES
    sending/departure.cpp sending/departure.h
    sending/graphanswer.cpp sending/graphanswer.h
    sending/graphmedia.cpp sending/graphmedia.h
    sending/graphmessage.cpp sending/graphmessage.h
    sending/graphnumber.cpp sending/graphnumber.h
    sending/graphorder.cpp sending/graphorder.h
    sending/graphrequest.cpp sending/graphrequest.h
    sending/numberwatch.cpp sending/numberwatch.h
    sending/pictures.cpp sending/pictures.h
    sending/retrytable.cpp sending/retrytable.h
    sending/sender.cpp sending/sender.h
    sending/sendscheduler.cpp sending/sendscheduler.h
    sending/tokenbucket.h)
