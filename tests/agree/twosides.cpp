// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "twosides.h"

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

TwoSides::TwoSides()
{
    beginAnew();
}

QString TwoSides::text(const Writer &from, const QString &channel, const QString &text)
{
    const QString wamid = u"wamid.%1"_s.arg(m_written++);
    clock.advanceMs(1000);
    if (!webhook(metaMessages(from, {metaText(from, wamid, text, clock.nowMs() / 1000 * 1000)}, channel)))
        qFatal("webhook");
    return wamid;
}

void TwoSides::edit(const Writer &from, const QString &wamid, const QString &text)
{
    const QJsonObject content{
        {u"original_message_id"_s, wamid},
        {u"message"_s, QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, text}}}}}};
    clock.advanceMs(1000);
    if (!webhook(metaMessages(from, {metaMessage(from, wamid + u".edit"_s, u"edit"_s, content, clock.nowMs())})))
        qFatal("webhook");
}

void TwoSides::replay()
{
    wire::EventPage page;
    page.log = m_log;
    page.now = clock.nowMs();
    page.head = head();
    page.events = events(m_cursor);
    const auto applied = store::EventApplier(*m_desk).applyPage(wire::toBytes(page));
    if (!applied)
        qFatal("page refused: %s", qPrintable(applied.error().detail));
    m_cursor = page.head;
}

void TwoSides::beginAnew()
{
    auto opened = store::StoreFolder(m_folder.path()).openProjection(++m_number, {});
    if (!opened)
        qFatal("no projection: %s", qPrintable(opened.error().detail));
    m_desk = std::move(opened).value();
    m_cursor = 0;
    replay();
}

QStringList TwoSides::lines(sql::Connection &connection, const QString &sql)
{
    const auto found = connection.prepare(sql).all([](const sql::Statement &row) { return row.text(0); });
    if (!found)
        qFatal("%s", qPrintable(found.error().detail));
    return QStringList(*found);
}

namespace {

/// Whoever is forgotten has an ended chat without anything in it, on both sides; the rest of its row is history.
const QString kLine = u"hex(v.id) || ' of ' || hex(v.customer) || ' on ' || v.channel || ' ' || "
                      "iif(c.erased, 'forgotten', 'state ' || v.state || ' with ' || ifnull(hex(v.assignee), '') || "
                      "' episode ' || ifnull(hex(v.episode), '') || ' snoozed ' || v.snoozed_until || ' heard ' || "
                      "v.inbound_seq || ' at ' || v.inbound_at || ' read ' || v.read_upto) "_s;

} // namespace

QStringList TwoSides::relayConversations()
{
    return lines(data().connection(), u"SELECT "_s + kLine +
                                          u"FROM conversation v JOIN customer c ON c.id = v.customer "
                                          "WHERE v.id NOT IN (SELECT given FROM alias) ORDER BY 1"_s);
}

QStringList TwoSides::deskConversations()
{
    return lines(*m_desk,
                 u"SELECT "_s + kLine + u"FROM conversation v JOIN customer c ON c.id = v.customer ORDER BY 1"_s);
}

QStringList TwoSides::relayMessages()
{
    return lines(data().connection(),
                 u"WITH RECURSIVE now (given, id) AS (SELECT id, id FROM conversation UNION SELECT now.given, a.id "
                 "FROM now JOIN alias a ON a.given = now.id), stands (given, id) AS (SELECT given, id FROM now "
                 "WHERE id NOT IN (SELECT given FROM alias)) "
                 "SELECT hex(m.id) || ' in ' || hex(s.id) || ' ' || m.state || iif(m.dismissed, ' dismissed', '') "
                 "FROM message m JOIN stands s ON s.given = m.conversation "
                 "JOIN conversation v ON v.id = s.id JOIN customer c ON c.id = v.customer WHERE c.erased = 0 "
                 "ORDER BY 1"_s);
}

QStringList TwoSides::deskMessages()
{
    return lines(*m_desk, u"SELECT hex(id) || ' in ' || hex(conversation) || ' ' || state || "
                          "iif(dismissed, ' dismissed', '') FROM message WHERE kind = 0 ORDER BY 1"_s);
}

QStringList TwoSides::logged(const QString &words)
{
    return lines(data().connection(), u"SELECT body FROM event WHERE body IS NOT NULL"_s).filter(words);
}

QStringList TwoSides::deskPeople()
{
    return lines(*m_desk, u"SELECT hex(id) || ' ' || name || ' ' || wa_id || ' ' || bsuid FROM customer "
                          "WHERE merged_into IS NULL ORDER BY created_at, id"_s);
}

QStringList TwoSides::deskRefusals()
{
    return lines(*m_desk, u"SELECT hex(customer) FROM consent WHERE granted = 0 ORDER BY 1"_s);
}

qsizetype TwoSides::deskTagged()
{
    return lines(*m_desk, u"SELECT hex(w.customer) FROM customer_tag w JOIN customer c ON c.id = w.customer "
                          "WHERE c.merged_into IS NULL"_s)
        .size();
}

QStringList TwoSides::textsIn(ConversationId conversation)
{
    const auto found =
        m_desk->prepare(u"SELECT text FROM message WHERE kind = 0 AND conversation = ? ORDER BY sort_at, seq"_s)
            .bind(conversation)
            .all([](const sql::Statement &row) { return row.text(0); });
    return found ? QStringList(*found) : QStringList();
}

} // namespace balcao::test
