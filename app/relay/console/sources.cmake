list(APPEND BALCAO_RELAY_SOURCES
    console/brcodereport.cpp console/brcodereport.h
    console/console.cpp console/console.h
    console/consolesocket.cpp console/consolesocket.h
    console/verbs.cpp console/verbs.h)
