list(APPEND BALCAO_RELAY_SOURCES
    ingest/ingest.cpp ingest/ingest.h
    ingest/webhookcontent.cpp ingest/webhookcontent.h
    ingest/webhookfields.h
    ingest/webhookjson.cpp ingest/webhookjson.h
    ingest/webhookparser.cpp ingest/webhookparser.h)
