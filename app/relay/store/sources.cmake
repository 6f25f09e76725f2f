set(BALCAO_RELAY_DATA
    commands/commands.cpp commands/commands.h
    commands/shophandlers.cpp
    commands/customerhandlers.cpp
    commands/workhandlers.cpp
    ingest/ingest.cpp ingest/ingest.h
    ingest/webhookcontent.cpp ingest/webhookcontent.h
    ingest/webhookfields.h
    ingest/webhookjson.cpp ingest/webhookjson.h
    ingest/webhookparser.cpp ingest/webhookparser.h
    store/conversations.cpp store/conversations.h
    store/lastchange.h
    store/lastingacts.cpp store/lastingacts.h
    store/log.cpp store/log.h
    store/merges.cpp
    store/messages.cpp store/messages.h
    store/operators.cpp store/operators.h
    store/outgoing.cpp store/outgoing.h
    store/people.cpp store/people.h
    store/rawwebhooks.cpp store/rawwebhooks.h
    store/registry.cpp store/registry.h
    store/relaydata.cpp store/relaydata.h
    store/shopthings.cpp store/shopthings.h
    store/upkeep.cpp store/upkeep.h)
