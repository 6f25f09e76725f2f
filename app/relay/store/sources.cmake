list(APPEND BALCAO_RELAY_SOURCES
    store/chargeforms.cpp
    store/chargemessages.cpp
    store/chargepayments.cpp
    store/charges.cpp store/charges.h
    store/conversations.cpp store/conversations.h
    store/lastchange.h
    store/lastingacts.cpp store/lastingacts.h
    store/log.cpp store/log.h
    store/merges.cpp
    store/messages.cpp store/messages.h
    store/metacodes.h
    store/operators.cpp store/operators.h
    store/orderstatus.cpp
    store/outgoing.cpp store/outgoing.h
    store/people.cpp store/people.h
    store/pixaccounts.cpp store/pixaccounts.h
    store/rawwebhooks.cpp store/rawwebhooks.h
    store/refunds.cpp store/refunds.h
    store/registry.cpp store/registry.h
    store/relaydata.cpp store/relaydata.h
    store/shopthings.cpp store/shopthings.h
    store/strays.cpp store/strays.h
    store/till.cpp store/till.h
    store/upkeep.cpp store/upkeep.h)
