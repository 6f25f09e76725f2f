set(BALCAO_RELAY_DATA_TESTS
    data/metabody.cpp data/metabody.h
    data/shop.h
    data/teststore.cpp data/teststore.h
    data/till.h
    data/traces.h
    data/tst_charges.cpp
    data/tst_commands.cpp
    data/tst_dismissals.cpp
    data/tst_hostile.cpp
    data/tst_identity.cpp
    data/tst_ingest.cpp
    data/tst_log.cpp
    data/tst_outgoing.cpp
    data/tst_parser.cpp
    data/tst_rawwebhooks.cpp
    data/tst_refunds.cpp
    data/tst_refusals.cpp
    data/tst_registry.cpp
    data/tst_restores.cpp
    data/tst_statuses.cpp
    data/tst_till.cpp
    data/tst_upkeep.cpp)
