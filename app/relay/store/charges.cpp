// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/charges.h"

#include "relay/store/relaydata.h"

#include <QCryptographicHash>

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kSelect =
    u"SELECT id, txid, conversation, seq, kind, amount, created_at, expires_at, message, code_message, sends, "
    "description, words, code, paid, returned, withdrawn, refused, cancelled, settled, expiry_s, tried, withdraw, "
    "looks, look_at, as_order FROM charge WHERE "_s;

constexpr int kMostHints = 1'000;

ChargeFacts factsIn(const sql::Statement &row)
{
    ChargeFacts facts;
    facts.amount = Money{row.int64(5)};
    if (!row.isNull(7))
        facts.expiresAt = row.int64(7);
    facts.hasCode = !row.text(13).isEmpty();
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
    charge.looks = static_cast<int>(row.int64(23));
    if (!row.isNull(24))
        charge.lookAt = row.int64(24);
    charge.asOrder = row.boolean(25);
    return charge;
}

struct Sums
{
    qint64 paid = 0;
    qint64 returned = 0;
    qint64 withdrawn = 0;
};

Sums sumsOf(const QList<wire::PixPayment> &payments)
{
    Sums sums;
    for (const wire::PixPayment &payment : payments) {
        sums.paid += payment.amount.centavos;
        for (const wire::PixReturn &back : payment.returns) {
            if (back.status == wire::ReturnStatus::Done)
                (back.byBank ? sums.withdrawn : sums.returned) += back.amount.centavos;
        }
    }
    return sums;
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
        .prepare(kSelect + u"look_at <= ? ORDER BY look_at LIMIT ?"_s)
        .bind(nowMs)
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
    auto put = m_data.connection().prepare(
        u"INSERT INTO charge (id, txid, conversation, seq, kind, amount, created_at, expires_at, message, "
        u"code_message, "
        "sends, description, words, code, expiry_s, look_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    put.bind(charge.id).bind(charge.txid).bind(charge.conversation).bind(charge.seq);
    put.bind(static_cast<int>(charge.kind)).bind(charge.facts.amount.centavos).bind(charge.createdAt);
    put.bind(charge.facts.expiresAt).bind(charge.message).bind(charge.codeMessage).bind(charge.sends);
    put.bind(charge.description).bind(charge.words).bind(charge.code).bind(charge.expirySeconds).bind(charge.lookAt);
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

Result<void> Charges::issued(const Charge &charge, const QString &code, qint64 expiresAt)
{
    auto put = m_data.connection().prepare(
        u"UPDATE charge SET code = ?, expires_at = ? WHERE id = ? AND code = '' AND refused = 0"_s);
    BALCAO_TRY(put.bind(code).bind(expiresAt).bind(charge.id).run());
    if (put.changes() == 0)
        return {};
    BALCAO_TAKE(const wire::Subject subject, subjectOf(charge));
    BALCAO_TAKE(const qint64 seq, m_data.announce(subject, Stamp{}, wire::PixIssued{code, expiresAt}));
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

Result<void> Charges::cancel(const Charge &charge, const Stamp &stamp)
{
    const bool isBanks = charge.kind == ChargeKind::Bank;
    BALCAO_TRY(
        m_data.connection()
            .prepare(u"UPDATE charge SET cancelled = 1, withdraw = ?, look_at = iif(?, 0, look_at) WHERE id = ?"_s)
            .bind(isBanks)
            .bind(isBanks)
            .bind(charge.id)
            .run());
    return say(charge, stamp, wire::PixCancelled{});
}

Result<void> Charges::settle(const Charge &charge, const QString &reason, const Stamp &stamp)
{
    BALCAO_TRY(m_data.connection().prepare(u"UPDATE charge SET settled = 1 WHERE id = ?"_s).bind(charge.id).run());
    return say(charge, stamp, wire::PixSettled{reason});
}

/// In one order, and none that counts for another charge already.
Result<QList<wire::PixPayment>> Charges::ownPayments(const Charge &charge, const QList<wire::PixPayment> &payments)
{
    QList<wire::PixPayment> own;
    for (const wire::PixPayment &payment : payments) {
        BALCAO_TRY(m_data.connection()
                       .prepare(u"INSERT OR IGNORE INTO pix_payment (e2eid, charge, amount, at) VALUES (?, ?, ?, ?)"_s)
                       .bind(payment.endToEndId)
                       .bind(charge.id)
                       .bind(payment.amount.centavos)
                       .bind(payment.at)
                       .run());
        const auto whose = m_data.connection()
                               .prepare(u"SELECT charge FROM pix_payment WHERE e2eid = ?"_s)
                               .bind(payment.endToEndId)
                               .one([](const sql::Statement &row) { return row.id<ChargeId>(0); });
        BALCAO_TRY(whose);
        const auto isIt = [&payment](const wire::PixPayment &one) { return one.endToEndId == payment.endToEndId; };
        if (*whose == std::optional(charge.id) && std::ranges::none_of(own, isIt))
            own.append(payment);
    }
    std::ranges::sort(own, {}, [](const wire::PixPayment &one) { return std::pair(one.at, one.endToEndId); });
    return own;
}

Result<void> Charges::paid(const Charge &charge, const QList<wire::PixPayment> &payments)
{
    if (payments.isEmpty())
        return {}; // what the bank has said before is not unsaid by an answer without it
    BALCAO_TAKE(const QList<wire::PixPayment> own, ownPayments(charge, payments));
    const wire::PixPaid said{own};
    const QString standing = QString::fromLatin1(
        QCryptographicHash::hash(wire::canonicalJson(wire::encode(said)), QCryptographicHash::Sha256).toHex());
    const Sums sums = sumsOf(own);
    auto put = m_data.connection().prepare(
        u"UPDATE charge SET paid = ?, returned = ?, withdrawn = ?, standing = ? WHERE id = ? AND standing <> ?"_s);
    put.bind(sums.paid).bind(sums.returned).bind(sums.withdrawn).bind(standing).bind(charge.id).bind(standing);
    BALCAO_TRY(put.run());
    return put.changes() == 0 || own.isEmpty() ? Result<void>() : say(charge, Stamp{}, said);
}

Result<void> Charges::hinted(const QString &endToEndId, const QString &txid)
{
    BALCAO_TAKE(const std::optional<Charge> charge, ofTxid(txid));
    if (charge && charge->kind == ChargeKind::Bank) {
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
    // Whoever sends hints without end pushes out hints, and nothing else: what was really paid is listed once a day.
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

Result<void> Charges::forgetHint(const QString &endToEndId)
{
    return m_data.connection().prepare(u"DELETE FROM pix_hint WHERE e2eid = ?"_s).bind(endToEndId).run();
}

Result<void> Charges::tried(ChargeId id)
{
    return m_data.connection().prepare(u"UPDATE charge SET tried = 1 WHERE id = ?"_s).bind(id).run();
}

Result<void> Charges::withdrawn(ChargeId id)
{
    return m_data.connection().prepare(u"UPDATE charge SET withdraw = 0 WHERE id = ?"_s).bind(id).run();
}

Result<void> Charges::lookAgain(ChargeId id, std::optional<qint64> at)
{
    return m_data.connection()
        .prepare(u"UPDATE charge SET looks = looks + 1, look_at = ? WHERE id = ?"_s)
        .bind(at)
        .bind(id)
        .run();
}

Result<std::optional<PayeeFault>> Charges::faultOf(const SendJob &job)
{
    using Fault = std::optional<PayeeFault>;
    if (!job.content.charge)
        return Fault();
    BALCAO_TAKE(const std::optional<Charge> charge, find(*job.content.charge));
    BALCAO_TAKE(const std::optional<KeptAccount> account, m_data.pixAccounts().standing());
    if (!charge || !account)
        return Fault(PayeeFault::Key);
    const bool carriesCode = job.content.type == ContentType::PixCode || charge->asOrder;
    const QString code = job.content.type == ContentType::PixCode ? job.content.text : charge->code;
    const Payee due{charge->kind, account->account, charge->facts.amount, charge->txid};
    return carriesCode ? payeeFault(code, due) : Fault();
}

} // namespace balcao::relay
