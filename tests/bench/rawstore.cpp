// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "rawstore.h"

#include "store/storefolder.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QVariant>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kConnection = QStringLiteral("raw");

std::unique_ptr<QSqlQuery> prepared(const QSqlDatabase &db, const QString &sql)
{
    auto query = std::make_unique<QSqlQuery>(db);
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        qFatal("%s", qPrintable(query->lastError().text()));
    return query;
}

} // namespace

RawStore::RawStore(const QString &storeFolder) : m_db(QSqlDatabase::addDatabase(u"QSQLITE"_s, kConnection))
{
    const store::StoreFolder folder(storeFolder);
    m_db.setDatabaseName(folder.projectionFile(folder.projections().value(0)));
    m_db.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    if (!m_db.open())
        qFatal("%s", qPrintable(m_db.lastError().text()));
    m_newest = prepared(m_db, u"SELECT m.sort_at, m.seq, m.id, m.kind, m.outbound, o.name, m.type, m.text, m.file, "
                              "m.mime, m.quote, m.quote_text, m.state, m.error_code, m.error_detail, m.late, m.edited, "
                              "m.gone FROM message m LEFT JOIN operator o ON o.id = m.author WHERE m.conversation = ? "
                              "ORDER BY m.sort_at DESC, m.seq DESC LIMIT ?"_s);
    m_list = prepared(m_db, u"SELECT v.id, v.customer, c.name, v.last_at, v.preview, v.unread FROM conversation v "
                            "LEFT JOIN customer c ON c.id = v.customer WHERE v.waiting_since > 0 AND v.state = 0 "
                            "ORDER BY v.waiting_since, v.id LIMIT ?"_s);
    m_search = prepared(m_db, u"SELECT m.conversation, m.id, c.name, m.text, m.sort_at FROM (SELECT rowid AS seq FROM "
                              "message_words WHERE message_words MATCH ? ORDER BY rowid DESC LIMIT ?) AS hit JOIN "
                              "message m ON m.seq = hit.seq AND m.kind < 2 JOIN conversation v ON v.id = "
                              "m.conversation LEFT JOIN customer c ON c.id = v.customer ORDER BY m.seq DESC"_s);
}

RawStore::~RawStore()
{
    m_newest.reset();
    m_list.reset();
    m_search.reset();
    m_db.close();
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(kConnection);
}

int RawStore::readAll(QSqlQuery &query)
{
    if (!query.exec())
        qFatal("%s", qPrintable(query.lastError().text()));
    int rows = 0;
    const int columns = query.record().count();
    for (; query.next(); ++rows) {
        for (int column = 0; column < columns; ++column)
            query.value(column);
    }
    query.finish();
    return rows;
}

int RawStore::newest(ConversationId conversation, int limit)
{
    m_newest->bindValue(0, conversation.bytes());
    m_newest->bindValue(1, limit);
    return readAll(*m_newest);
}

int RawStore::list(int limit)
{
    m_list->bindValue(0, limit);
    return readAll(*m_list);
}

int RawStore::search(const QString &match, int limit)
{
    m_search->bindValue(0, match);
    m_search->bindValue(1, limit);
    return readAll(*m_search);
}

} // namespace balcao::test
