# Who may know whom. Read by layers.cmake (targets) and lintincludes.cmake (the #include lint):
# the one place where an arrow is allowed. Order: from the bottom up.

set(BALCAO_LAYERS core wire sql http edge store net sync desk ui relay sandbox)

set(BALCAO_MAY_USE_core)
set(BALCAO_MAY_USE_wire core)
set(BALCAO_MAY_USE_sql core)
set(BALCAO_MAY_USE_http core)
set(BALCAO_MAY_USE_edge core)
set(BALCAO_MAY_USE_store core wire sql)
set(BALCAO_MAY_USE_net core wire http)
# http for Backoff and for the client of an address just typed; calls go through net.
set(BALCAO_MAY_USE_sync core wire http net store)
set(BALCAO_MAY_USE_desk core store sync)
set(BALCAO_MAY_USE_ui core desk)
set(BALCAO_MAY_USE_relay core wire sql http edge)
set(BALCAO_MAY_USE_sandbox core http edge)

# Libraries from outside that a layer may link, with its own eyes (not through a neighbour).
set(BALCAO_OUTSIDE_core Qt6::Core Qt6::Network Qrcodegen::Qrcodegen)
set(BALCAO_OUTSIDE_wire)
set(BALCAO_OUTSIDE_sql Qt6::Sql)
set(BALCAO_OUTSIDE_http Qt6::Network)
set(BALCAO_OUTSIDE_edge Boost::headers Threads::Threads)
set(BALCAO_OUTSIDE_store)
set(BALCAO_OUTSIDE_net qt6keychain)
set(BALCAO_OUTSIDE_sync)
set(BALCAO_OUTSIDE_desk)
set(BALCAO_OUTSIDE_ui Qt6::Widgets Qt6::PrintSupport)
set(BALCAO_OUTSIDE_relay)
set(BALCAO_OUTSIDE_sandbox)

# Header prefixes that a layer may name beside its own and its neighbours': everything of QtCore is
# free to all, so only the rest needs saying. Checked by name in lintincludes.cmake.
set(BALCAO_HEADERS_core qrcodegen/ QPasswordDigestor)
set(BALCAO_HEADERS_sql QSql)
set(BALCAO_HEADERS_http QNetwork QSsl QHost QAbstractSocket QTcp)
set(BALCAO_HEADERS_edge boost/)
set(BALCAO_HEADERS_net qt6keychain/ QNetwork QSsl QHost)
set(BALCAO_HEADERS_ui hunspell/)
set(BALCAO_HEADERS_relay QSql QNetwork QSsl QLocal QHost)
set(BALCAO_HEADERS_sandbox QNetwork QSsl)
set(BALCAO_HEADERS_store QSql)
