// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/searchindex.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Indexed
{
    qint64 seq = 0;
    QString text;
    QString file;
};

Indexed read(const sql::Statement &row)
{
    return {row.int64(0), row.text(1), row.text(2)};
}

QString wordsOf(const QString &text, const QString &file)
{
    return file.isEmpty() ? text : text + u' ' + file;
}

Result<std::optional<Indexed>> find(sql::Connection &db, const QByteArray &id)
{
    return db.prepare(u"SELECT seq, text, file FROM message WHERE id = ? AND kind < 2 AND gone = 0"_s)
        .bind(id)
        .one(read);
}

} // namespace

Result<void> SearchIndex::add(qint64 seq, const QString &text, const QString &file)
{
    const QString words = wordsOf(text, file);
    if (words.isEmpty())
        return {};
    return m_db.prepare(u"INSERT INTO message_words (rowid, words) VALUES (?, ?)"_s).bind(seq).bind(words).run();
}

Result<void> SearchIndex::remove(qint64 seq, const QString &text, const QString &file)
{
    const QString words = wordsOf(text, file);
    if (words.isEmpty())
        return {};
    return m_db.prepare(u"INSERT INTO message_words (message_words, rowid, words) VALUES ('delete', ?, ?)"_s)
        .bind(seq)
        .bind(words)
        .run();
}

Result<void> SearchIndex::removeMessage(const QByteArray &id)
{
    BALCAO_TAKE(const std::optional<Indexed> row, find(m_db, id));
    return row ? remove(row->seq, row->text, row->file) : Result<void>();
}

Result<void> SearchIndex::addMessage(const QByteArray &id)
{
    BALCAO_TAKE(const std::optional<Indexed> row, find(m_db, id));
    return row ? add(row->seq, row->text, row->file) : Result<void>();
}

Result<void> SearchIndex::removeConversation(ConversationId conversation)
{
    const auto rows =
        m_db.prepare(u"SELECT seq, text, file FROM message WHERE conversation = ? AND kind < 2 AND gone = 0"_s)
            .bind(conversation)
            .all(read);
    BALCAO_TRY(rows);
    for (const Indexed &row : *rows)
        BALCAO_TRY(remove(row.seq, row.text, row.file));
    return {};
}

Result<void> SearchIndex::forgetRemoved()
{
    return m_db.exec(u"INSERT INTO message_words (message_words) VALUES ('optimize')"_s);
}

} // namespace balcao::store
