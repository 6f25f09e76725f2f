list(APPEND BALCAO_RELAY_SOURCES
    serve/accessroutes.cpp serve/accessroutes.h
    serve/addresscounter.h
    serve/answers.cpp serve/answers.h
    serve/bankconfig.cpp serve/bankconfig.h
    serve/bankhookroutes.cpp serve/bankhookroutes.h
    serve/commandroutes.cpp serve/commandroutes.h
    serve/config.cpp serve/config.h
    serve/datalock.cpp serve/datalock.h
    serve/deskgate.cpp serve/deskgate.h
    serve/desktokens.cpp serve/desktokens.h
    serve/eventroutes.cpp serve/eventroutes.h
    serve/hookroutes.cpp serve/hookroutes.h
    serve/logger.cpp serve/logger.h
    serve/patientwriter.cpp serve/patientwriter.h
    serve/pincheck.cpp serve/pincheck.h
    serve/pollroom.cpp serve/pollroom.h
    serve/polls.cpp serve/polls.h
    serve/relay.cpp serve/relay.h
    serve/services.h
    serve/slowwork.h
    serve/writer.cpp serve/writer.h)
