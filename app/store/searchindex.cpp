// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/searchindex.h"

#include "core/money.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Indexed
{
    qint64 seq = 0;
    QString text;
    QString file;
};

/// As it is shown, and without what parts thousands.
QString amountWords(Money amount)
{
    const QString shown = u"R$ "_s + moneyShown(amount);
    return shown.contains(u'.') ? shown + u' ' + QString(shown).remove(u'.') : shown;
}

Indexed read(const sql::Statement &row)
{
    Indexed found{row.int64(0), row.text(1), row.text(2)};
    if (!row.isNull(3))
        found.text = amountWords({row.int64(3)}) + u' ' + row.text(4) + u' ' + found.text;
    return found;
}

/// What a charge asks for stands at its own message, and not at the one with its code.
QString rowsFrom()
{
    return u"SELECT m.seq, m.text, m.file, h.amount, h.description FROM message m LEFT JOIN charge h ON "
           "h.id = m.charge AND h.message = m.id WHERE m.kind < 2 AND m.gone = 0 AND "_s;
}

QString wordsOf(const QString &text, const QString &file)
{
    return file.isEmpty() ? text : text + u' ' + file;
}

Result<std::optional<Indexed>> find(sql::Connection &db, const QByteArray &id)
{
    return db.prepare(rowsFrom() + u"m.id = ?"_s).bind(id).one(read);
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
    const auto rows = m_db.prepare(rowsFrom() + u"m.conversation = ?"_s).bind(conversation).all(read);
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
