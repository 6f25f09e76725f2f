list(APPEND BALCAO_RELAY_SOURCES
    commands/commands.cpp commands/commands.h
    commands/customerhandlers.cpp
    commands/pixhandlers.cpp
    commands/shophandlers.cpp
    commands/workhandlers.cpp)
