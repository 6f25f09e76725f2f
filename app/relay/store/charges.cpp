// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/charges.h"

#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kSelect =
    u"SELECT id, txid, conversation, seq, kind, amount, created_at, expires_at, message, code_message, sends, "
    "description, words, code, paid, returned, withdrawn, refused, cancelled, settled, expiry_s, tried, withdraw, "
    "look_at, as_order, issued, key, paid_words, cancelled_words FROM charge WHERE "_s;

constexpr int kMostHints = 1'000;
/// Nobody plans to look later than that.
constexpr qint64 kFarthestLookMs = 2 * kDayMs;

ChargeFacts factsIn(const sql::Statement &row)
{
    ChargeFacts facts;
    facts.amount = Money{row.int64(5)};
    if (!row.isNull(7))
        facts.expiresAt = row.int64(7);
    facts.hasCode = row.boolean(25);
    facts.paid = Money{row.int64(14)};
    facts.returned = Money{row.int64(15)};
    facts.withdrawn = Money{row.int64(16)};
    facts.refused = row.boolean(17);
    facts.cancelled = row.boolean(18);
    facts.settled = row.boolean(19);
    return facts;
}

Charge read(const sql::Statement &row)
{
    Charge charge;
    charge.id = row.id<ChargeId>(0);
    charge.txid = row.text(1);
    charge.conversation = row.id<ConversationId>(2);
    charge.seq = row.int64(3);
    charge.kind = static_cast<ChargeKind>(row.int64(4));
    charge.facts = factsIn(row);
    charge.createdAt = row.int64(6);
    charge.message = row.id<MessageId>(8);
    charge.codeMessage = row.id<MessageId>(9);
    charge.sends = row.boolean(10);
    charge.description = row.text(11);
    charge.words = row.text(12);
    charge.code = row.text(13);
    charge.expirySeconds = row.int64(20);
    charge.tried = row.boolean(21);
    charge.withdraw = row.boolean(22);
    if (!row.isNull(23))
        charge.lookAt = row.int64(23);
    charge.asOrder = row.boolean(24);
    charge.key = row.text(26);
    charge.paidWords = row.text(27);
    charge.cancelledWords = row.text(28);
    return charge;
}

} // namespace

Result<std::optional<Charge>> Charges::find(ChargeId id)
{
    return m_data.connection().prepare(kSelect + u"id = ?"_s).bind(id).one(read);
}

Result<std::optional<Charge>> Charges::ofTxid(const QString &txid)
{
    return m_data.connection().prepare(kSelect + u"txid = ?"_s).bind(txid).one(read);
}

Result<std::optional<Charge>> Charges::ofPayment(const QString &endToEndId)
{
    return m_data.connection()
        .prepare(kSelect + u"id = (SELECT charge FROM pix_payment WHERE e2eid = ?)"_s)
        .bind(endToEndId)
        .one(read);
}

Result<std::optional<Charge>> Charges::ofMessage(MessageId message)
{
    return m_data.connection()
        .prepare(kSelect + u"message = ? OR code_message = ?"_s)
        .bind(message)
        .bind(message)
        .one(read);
}

Result<QList<Charge>> Charges::due(qint64 nowMs, int limit)
{
    return m_data.connection()
        .prepare(kSelect + u"look_at <= ? OR look_at > ? ORDER BY look_at LIMIT ?"_s)
        .bind(nowMs)
        .bind(nowMs + kFarthestLookMs) // set by a clock that ran ahead
        .bind(limit)
        .all(read);
}

Result<std::optional<qint64>> Charges::nextLook(qint64 nowMs)
{
    return m_data.connection()
        .prepare(u"SELECT look_at FROM charge WHERE look_at > ? ORDER BY look_at LIMIT 1"_s)
        .bind(nowMs)
        .one([](const sql::Statement &row) { return row.int64(0); });
}

Result<QList<Charge>> Charges::openOf(CustomerId customer)
{
    return m_data.connection()
        .prepare(kSelect + u"paid = 0 AND settled = 0 AND cancelled = 0 AND refused = 0 AND conversation IN "
                           "(SELECT id FROM conversation WHERE customer = ?) ORDER BY seq"_s)
        .bind(customer)
        .all(read);
}

Result<void> Charges::make(Charge charge, const wire::Subject &subject, const QString &channel, const Stamp &stamp)
{
    wire::Subject about = subject;
    about.charge = charge.id;
    about.message = charge.message;
    const wire::PixCharged said{channel,
                                charge.kind,
                                charge.txid,
                                charge.facts.amount,
                                charge.description,
                                charge.words,
                                charge.facts.expiresAt,
                                charge.code,
                                charge.sends};
    BALCAO_TAKE(charge.seq, m_data.announce(about, stamp, said));
    BALCAO_TAKE(const std::optional<wire::PageStart> logged, m_data.log().startOf(charge.seq));
    if (logged) // desks put it into the day of its event
        charge.createdAt = logged->at;
    auto put = m_data.connection().prepare(
        u"INSERT INTO charge (id, txid, conversation, seq, kind, amount, created_at, expires_at, message, "
        u"code_message, "
        "sends, description, words, code, expiry_s, look_at, issued, key, paid_words, cancelled_words) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    put.bind(charge.id).bind(charge.txid).bind(charge.conversation).bind(charge.seq);
    put.bind(static_cast<int>(charge.kind)).bind(charge.facts.amount.centavos).bind(charge.createdAt);
    put.bind(charge.facts.expiresAt).bind(charge.message).bind(charge.codeMessage).bind(charge.sends);
    put.bind(charge.description).bind(charge.words).bind(charge.code).bind(charge.expirySeconds).bind(charge.lookAt);
    put.bind(!charge.code.isEmpty()).bind(charge.key).bind(charge.paidWords).bind(charge.cancelledWords);
    BALCAO_TRY(put.run());
    BALCAO_TRY(m_data.messages().add({charge.message, charge.conversation, charge.seq, true, MessageState::Accepted}));
    return charge.code.isEmpty() ? Result<void>() : send(charge, charge.seq, stamp);
}

Result<wire::Subject> Charges::subjectOf(const Charge &charge)
{
    BALCAO_TAKE(const std::optional<Conversation> in, m_data.conversations().find(charge.conversation));
    wire::Subject subject = in ? in->subject(charge.conversation) : wire::Subject();
    subject.charge = charge.id;
    return subject;
}

Result<void> Charges::say(const Charge &charge, const Stamp &stamp, wire::EventBody body)
{
    BALCAO_TAKE(const wire::Subject subject, subjectOf(charge));
    BALCAO_TRY(m_data.announce(subject, stamp, std::move(body)));
    return {};
}

/// One message where WhatsApp has a form for it. Else two: what it is for, and the code alone, so that a long press
/// copies nothing else.
Result<void> Charges::send(const Charge &charge, qint64 at, const Stamp &stamp)
{
    BALCAO_TAKE(const std::optional<Conversation> in, m_data.conversations().find(charge.conversation));
    if (!charge.sends || !in)
        return {};
    const wire::Content words = contentFor(charge, ContentType::Pix);
    BALCAO_TRY(m_data.outgoing().add(charge.message, at, charge.conversation, in->channel, words, {}));
    BALCAO_TAKE(const bool asOrder, m_data.shop().hasPayments(in->channel));
    if (!asOrder)
        return sendCode(charge, *in, stamp);
    return m_data.connection().prepare(u"UPDATE charge SET as_order = 1 WHERE id = ?"_s).bind(charge.id).run();
}

Result<void> Charges::sendCode(const Charge &charge, const Conversation &in, const Stamp &stamp)
{
    wire::Content code = contentFor(charge, ContentType::PixCode);
    wire::Subject about = in.subject(charge.conversation);
    about.charge = charge.id;
    about.message = charge.codeMessage;
    // The code itself stands in the charge: a copy in the thread would be one more to keep right.
    const QString text = std::exchange(code.text, QString());
    BALCAO_TAKE(const qint64 seq, m_data.announce(about, stamp, wire::MessageAccepted{in.channel, code, {}}));
    code.text = text;
    BALCAO_TRY(m_data.messages().add({charge.codeMessage, charge.conversation, seq, true, MessageState::Accepted}));
    return m_data.outgoing().add(charge.codeMessage, seq, charge.conversation, in.channel, code, {});
}

Result<void> Charges::sendPlainly(const Charge &charge)
{
    BALCAO_TAKE(const std::optional<Conversation> in, m_data.conversations().find(charge.conversation));
    if (!charge.asOrder || !in)
        return {};
    BALCAO_TRY(m_data.connection().prepare(u"UPDATE charge SET as_order = 0 WHERE id = ?"_s).bind(charge.id).run());
    BALCAO_TAKE(const std::optional<MessageRow> sent, m_data.messages().find(charge.codeMessage));
    return sent ? Result<void>() : sendCode(charge, *in, Stamp{});
}

wire::Content Charges::contentFor(const Charge &charge, ContentType type)
{
    wire::Content content;
    content.type = type;
    content.text = type == ContentType::Pix ? charge.words : charge.code;
    content.charge = charge.id;
    return content;
}

Result<bool> Charges::isForgotten(const Charge &charge)
{
    BALCAO_TAKE(const std::optional<Conversation> in, m_data.conversations().find(charge.conversation));
    return in ? m_data.people().isErased(in->customer) : Result<bool>(false);
}

Result<void> Charges::issued(const Charge &charge, const QString &code, const QString &key, qint64 expiresAt)
{
    BALCAO_TAKE(const bool isForgottenNow, isForgotten(charge));
    auto put = m_data.connection().prepare(
        u"UPDATE charge SET issued = 1, code = ?, key = ?, expires_at = ? WHERE id = ? AND issued = 0 AND refused = 0"_s);
    put.bind(isForgottenNow ? QString() : code).bind(key).bind(expiresAt).bind(charge.id);
    BALCAO_TRY(put.run());
    if (put.changes() == 0 || isForgottenNow)
        return {};
    BALCAO_TAKE(const wire::Subject subject, subjectOf(charge));
    BALCAO_TAKE(const qint64 seq, m_data.announce(subject, Stamp{}, wire::PixIssued{code, key, expiresAt}));
    Charge now = charge;
    now.code = code;
    return charge.facts.cancelled ? Result<void>() : send(now, seq, Stamp{});
}

Result<void> Charges::refuse(const Charge &charge, const QString &reason)
{
    // What the bank may have heard of is taken back there, too.
    auto put = m_data.connection().prepare(
        u"UPDATE charge SET refused = 1, withdraw = tried, look_at = iif(tried, 0, NULL) WHERE id = ? AND refused = 0"_s);
    BALCAO_TRY(put.bind(charge.id).run());
    return put.changes() == 0 ? Result<void>() : say(charge, Stamp{}, wire::PixRefused{reason});
}

/// Nobody is to pay it any more, so the bank has to hear of it.
Result<void> Charges::close(const Charge &charge, const QString &how)
{
    return m_data.connection()
        .prepare(u"UPDATE charge SET "_s + how +
                 u" = 1, withdraw = (kind = ?1), look_at = iif(kind = ?1, 0, look_at) WHERE id = ?2"_s)
        .bind(static_cast<int>(ChargeKind::Bank))
        .bind(charge.id)
        .run();
}

Result<void> Charges::cancel(const Charge &charge, const Stamp &stamp)
{
    BALCAO_TRY(close(charge, u"cancelled"_s));
    return say(charge, stamp, wire::PixCancelled{});
}

Result<void> Charges::settle(const Charge &charge, const QString &reason, const Stamp &stamp)
{
    BALCAO_TRY(close(charge, u"settled"_s));
    return say(charge, stamp, wire::PixSettled{reason});
}

Result<void> Charges::hinted(const QString &endToEndId, const QString &txid)
{
    BALCAO_TAKE(const std::optional<Charge> charge, ofTxid(txid));
    if (charge) {
        return m_data.connection()
            .prepare(u"UPDATE charge SET look_at = ? WHERE id = ?"_s)
            .bind(m_data.clock().nowMs())
            .bind(charge->id)
            .run();
    }
    BALCAO_TRY(m_data.connection()
                   .prepare(u"INSERT OR IGNORE INTO pix_hint (e2eid, at) VALUES (?, ?)"_s)
                   .bind(endToEndId)
                   .bind(m_data.clock().nowMs())
                   .run());
    return {};
}

// Whoever sends hints without end pushes out hints, and nothing else: what was really paid is listed once a day.
Result<void> Charges::dropOldHints()
{
    return m_data.connection()
        .prepare(
            u"DELETE FROM pix_hint WHERE e2eid IN (SELECT e2eid FROM pix_hint ORDER BY at DESC LIMIT -1 OFFSET ?)"_s)
        .bind(kMostHints)
        .run();
}

Result<QList<QString>> Charges::hints(int limit)
{
    return m_data.connection()
        .prepare(u"SELECT e2eid FROM pix_hint ORDER BY at LIMIT ?"_s)
        .bind(limit)
        .all([](const sql::Statement &row) { return row.text(0); });
}

Result<void> Charges::postponeHint(const QString &endToEndId)
{
    return m_data.connection()
        .prepare(u"UPDATE pix_hint SET at = ? WHERE e2eid = ?"_s)
        .bind(m_data.clock().nowMs())
        .bind(endToEndId)
        .run();
}

Result<void> Charges::forgetHint(const QString &endToEndId)
{
    return m_data.connection().prepare(u"DELETE FROM pix_hint WHERE e2eid = ?"_s).bind(endToEndId).run();
}

Result<void> Charges::tried(ChargeId id, qint64 expirySeconds)
{
    return m_data.connection()
        .prepare(u"UPDATE charge SET tried = 1, expiry_s = ? WHERE id = ?"_s)
        .bind(expirySeconds)
        .bind(id)
        .run();
}

Result<void> Charges::withdrawn(ChargeId id)
{
    return m_data.connection().prepare(u"UPDATE charge SET withdraw = 0 WHERE id = ?"_s).bind(id).run();
}

Result<void> Charges::lookAgain(ChargeId id, std::optional<qint64> at)
{
    return m_data.connection().prepare(u"UPDATE charge SET look_at = ? WHERE id = ?"_s).bind(at).bind(id).run();
}

Result<bool> Charges::isOverBefore(const SendJob &job)
{
    if (!job.content.charge || job.content.type == ContentType::PixStatus)
        return false;
    BALCAO_TAKE(const std::optional<Charge> charge, find(*job.content.charge));
    return charge && !isPayable(chargeState(charge->facts, m_data.clock().nowMs()));
}

/// The words are judged by the code that follows them: none of it leaves, or all.
Result<std::optional<PayeeFault>> Charges::faultOf(const SendJob &job)
{
    using Fault = std::optional<PayeeFault>;
    if (!job.content.charge || job.content.type == ContentType::PixStatus)
        return Fault();
    BALCAO_TAKE(const std::optional<Charge> charge, find(*job.content.charge));
    BALCAO_TAKE(const std::optional<KeptAccount> account, m_data.pixAccounts().standing());
    // A bank's code does not say which key it pays: that was said when it was made.
    if (!charge || !account || charge->key != account->account.key.value)
        return Fault(PayeeFault::Key);
    const QString code = job.content.type == ContentType::PixCode ? job.content.text : charge->code;
    return payeeFault(code, {charge->kind, account->account, charge->facts.amount, charge->txid});
}

} // namespace balcao::relay
