// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/strays.h"

#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView kSinceKey("strays_since");
constexpr QLatin1StringView kBankOfThemKey("strays_bank");

} // namespace

Result<void> Strays::begin(const QByteArray &bank)
{
    BALCAO_TAKE(const QByteArray known, m_data.meta(kBankOfThemKey));
    if (known == bank)
        return {};
    BALCAO_TRY(m_data.setMeta(kSinceKey, QByteArray::number(m_data.clock().nowMs())));
    return m_data.setMeta(kBankOfThemKey, bank);
}

Result<void> Strays::hear(const wire::PixPayment &payment)
{
    BALCAO_TAKE(const QByteArray since, m_data.meta(kSinceKey));
    const qint64 at = payment.at > 0 ? payment.at : m_data.clock().nowMs(); // a bank that does not say
    if (since.isEmpty() || at < since.toLongLong())
        return {};
    const auto whose = m_data.connection()
                           .prepare(u"SELECT charge FROM pix_payment WHERE e2eid = ?"_s)
                           .bind(payment.endToEndId)
                           .one([](const sql::Statement &row) { return row.id<ChargeId>(0); });
    BALCAO_TRY(whose);
    if (*whose)
        return {};
    BALCAO_TAKE(const std::optional<wire::PixStray> before, saidOf(payment.endToEndId));
    wire::PixStray stray = before.value_or(wire::PixStray());
    stray.payment = payment;
    stray.payment.payer.clear();
    stray.payment.at = before ? before->payment.at : at;
    if (before && before->charge)
        return {};
    wire::addReturns(stray.payment.returns, before ? before->payment.returns : QList<wire::PixReturn>());
    return before == stray ? Result<void>() : say(stray, Stamp{});
}

Result<bool> Strays::isSame(std::optional<ConversationId> one, std::optional<ConversationId> other)
{
    if (!one || !other || one == other)
        return one == other;
    BALCAO_TAKE(const std::optional<Conversation> first, m_data.conversations().find(*one));
    BALCAO_TAKE(const std::optional<Conversation> second, m_data.conversations().find(*other));
    return first && second && first->id == second->id;
}

Result<Strays::Sorted> Strays::sort(const QString &endToEndId, const Sorting &as, const std::optional<Sorting> &was,
                                    const Stamp &stamp)
{
    BALCAO_TAKE(std::optional<wire::PixStray> stray, saidOf(endToEndId));
    if (!stray)
        return Sorted::Other;
    const bool isKnown = stray->sale.value_or(false);
    BALCAO_TAKE(const bool isTheirs, isSame(stray->conversation, as.whose));
    if (stray->charge || (isKnown == as.isKnown && isTheirs))
        return Sorted::Same;
    if (was) {
        BALCAO_TAKE(const bool wasTheirs, isSame(stray->conversation, was->whose));
        if (isKnown != was->isKnown || !wasTheirs)
            return Sorted::Other;
    }
    // A report has told of it as what it was by then, and the next one would not add up with it.
    const auto told = m_data.connection()
                          .prepare(u"SELECT 1 FROM pix_stray WHERE e2eid = ? AND told > 0"_s)
                          .bind(endToEndId)
                          .one([](const sql::Statement &row) { return row.boolean(0); });
    BALCAO_TRY(told);
    if (*told)
        return Sorted::Same;
    // One event, one customer: each conversation has its own line of it.
    if (stray->conversation && as.whose) {
        stray->sale = false;
        stray->conversation.reset();
        BALCAO_TRY(say(*stray, stamp));
    }
    stray->sale = as.isKnown;
    stray->conversation = as.whose;
    BALCAO_TRY(say(*stray, stamp));
    return Sorted::Said;
}

Result<void> Strays::claim(const QString &endToEndId, ChargeId charge)
{
    BALCAO_TAKE(std::optional<wire::PixStray> stray, saidOf(endToEndId));
    if (!stray || stray->charge)
        return {};
    // It is no longer money without a charge that was somebody's: the charge's card says all of it.
    stray->conversation.reset();
    stray->charge = charge;
    return say(*stray, Stamp{});
}

Result<std::optional<wire::PixStray>> Strays::saidOf(const QString &endToEndId)
{
    const auto said = m_data.connection()
                          .prepare(u"SELECT said FROM pix_stray WHERE e2eid = ?"_s)
                          .bind(endToEndId)
                          .one([](const sql::Statement &row) { return row.text(0).toUtf8(); });
    BALCAO_TRY(said);
    if (!*said)
        return std::optional<wire::PixStray>();
    const auto stray = wire::fromBytes<wire::PixStray>(**said);
    if (!stray)
        return failure(Error::Kind::Corrupt, u"what was said of a payment cannot be read"_s);
    return std::optional(*stray);
}

Result<void> Strays::say(const wire::PixStray &stray, const Stamp &stamp)
{
    const wire::PixSums sums = stray.charge ? wire::PixSums() : wire::sumsOf({stray.payment});
    auto put = m_data.connection().prepare(
        u"INSERT INTO pix_stray (e2eid, at, amount, returned, withdrawn, sale, said) VALUES (?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (e2eid) DO UPDATE SET amount = excluded.amount, returned = excluded.returned, "
        "withdrawn = excluded.withdrawn, sale = excluded.sale, said = excluded.said"_s);
    put.bind(stray.payment.endToEndId).bind(stray.payment.at).bind(sums.paid.centavos).bind(sums.returned.centavos);
    put.bind(sums.withdrawn.centavos).bind(stray.sale.value_or(false));
    put.bind(QString::fromUtf8(wire::canonicalJson(wire::encode(stray))));
    BALCAO_TRY(put.run());
    const auto said = m_data.announce({}, stamp, stray);
    return said ? Result<void>() : said.error();
}

} // namespace balcao::relay
