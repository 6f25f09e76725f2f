set(BALCAO_RELAY_SERVE
    console/consolesocket.cpp console/consolesocket.h
    serve/addresscounter.h
    serve/config.cpp serve/config.h
    serve/desktokens.cpp serve/desktokens.h
    serve/logger.cpp serve/logger.h
    serve/pollroom.cpp serve/pollroom.h
    serve/polls.cpp serve/polls.h)
