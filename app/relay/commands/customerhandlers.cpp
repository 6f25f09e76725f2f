// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/phone.h"
#include "core/servicewindow.h"
#include "core/text.h"
#include "relay/commands/commands.h"
#include "relay/store/upkeep.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestNote = 4096;
constexpr qsizetype kLongestName = 512;
constexpr qsizetype kLongestReason = 1024;
constexpr qsizetype kLongestWord = 64;

} // namespace

Result<Commands::Verdict> Commands::handle(const wire::CreateCustomer &body)
{
    Identifiers identifiers;
    identifiers.waId = phoneInBrazil(body.phone);
    if (identifiers.waId.isEmpty())
        return Verdict::no(problem::kBadBody, u"phone: not a phone number"_s);
    BALCAO_TAKE(const std::optional<CustomerId> itself, customer(body.customer));
    BALCAO_TAKE(const std::optional<CustomerId> stands, m_data.people().find(identifiers));
    if (itself)
        return Verdict::noop(itself->text());
    BALCAO_TAKE(const bool taken, m_data.people().isTaken(body.customer.bytes()));
    if (taken)
        return Verdict::no(problem::kBadBody, u"customer: the id of something else"_s);
    if (stands) {
        // Whose number it is, should they be parted from whom they are one with.
        BALCAO_TAKE(const QList<CustomerId> person, m_data.people().origins(identifiers));
        BALCAO_TRY(m_data.people().alias(body.customer.bytes(), person.value(0, *stands).bytes()));
        return Verdict::noop(stands->text());
    }
    BALCAO_TRY(m_data.people().create(body.customer, {identifiers, {}, {}}, m_stamp));
    if (!body.name.trimmed().isEmpty())
        return say(about(body.customer), wire::CustomerRenamed{cleanText(body.name, 512), wire::NameSource::Operator});
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::RenameCustomer &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(body.customer));
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
    if (refused)
        return *refused;
    if (body.name.trimmed().isEmpty())
        return Verdict::no(problem::kBadBody, u"name: empty"_s);
    if (const auto wrong = tooLong("name"_L1, body.name, kLongestName))
        return *wrong;
    return say(about(*who),
               wire::CustomerRenamed{cleanText(body.name.trimmed(), kLongestName), wire::NameSource::Operator});
}

Result<Commands::Verdict> Commands::setTag(CustomerId given, TagId named, bool on)
{
    BALCAO_TAKE(const TagId tag, m_data.shop().standing(named));
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(given));
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
    if (refused)
        return *refused;
    BALCAO_TAKE(const bool known, m_data.shop().hasTag(tag));
    if (!known)
        return Verdict::no(problem::kTagUnknown);
    BALCAO_TAKE(const bool changed, m_data.shop().tagCustomer(*who, tag, on));
    if (!changed)
        return Verdict::noop();
    return on ? say(about(*who), wire::CustomerTagged{tag}) : say(about(*who), wire::CustomerUntagged{tag});
}

Result<Commands::Verdict> Commands::handle(const wire::TagCustomer &body)
{
    return setTag(body.customer, body.tag, true);
}

Result<Commands::Verdict> Commands::handle(const wire::UntagCustomer &body)
{
    return setTag(body.customer, body.tag, false);
}

Result<Commands::Verdict> Commands::handle(const wire::NoteCustomer &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(body.customer));
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
    if (refused)
        return *refused;
    if (const auto wrong = tooLong("text"_L1, body.text, kLongestNote))
        return *wrong;
    const auto noted = m_data.connection()
                           .prepare(u"SELECT note_seq, note_desk, note_others_seq FROM customer WHERE id = ?"_s)
                           .bind(*who)
                           .one([](const sql::Statement &row) {
                               return LastChange{row.int64(0), row.id<DeskId>(1), row.int64(2)};
                           });
    BALCAO_TRY(noted);
    LastChange last = noted->value_or(LastChange());
    if (isStale(last))
        return Verdict::no(problem::kStale);
    BALCAO_TAKE(const qint64 seq,
                m_data.announce(about(*who), m_stamp, wire::CustomerNoted{cleanText(body.text, kLongestNote)}));
    last.set(seq, *m_stamp.desk);
    BALCAO_TRY(m_data.connection()
                   .prepare(u"UPDATE customer SET note_seq = ?, note_desk = ?, note_others_seq = ? WHERE id = ?"_s)
                   .bind(last.seq)
                   .bind(last.desk)
                   .bind(last.othersSeq)
                   .bind(*who)
                   .run());
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::RecordConsent &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(body.customer));
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
    if (refused)
        return *refused;
    for (const QString &word : {body.consent.purpose, body.consent.textVersion}) {
        if (const auto wrong = tooLong("purpose, text_version"_L1, word, kLongestWord))
            return *wrong;
    }
    BALCAO_TAKE(const QList<CustomerId> people, m_data.people().those(*who));
    for (const CustomerId &person : people) // also should they be parted
        BALCAO_TRY(m_data.announce(about(person), m_stamp, body.consent));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::RevealCustomer &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(body.customer));
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
    if (refused)
        return *refused;
    if (const auto wrong = tooLong("what"_L1, body.what, kLongestWord))
        return *wrong;
    return say(about(*who), wire::CustomerRevealed{body.what});
}

Result<Commands::Verdict> Commands::handle(const wire::MergeCustomers &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> one, customer(body.one));
    BALCAO_TAKE(const std::optional<CustomerId> other, customer(body.other));
    for (const auto &who : {one, other}) {
        BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
        if (refused)
            return *refused;
    }
    if (*one == *other)
        return Verdict::noop(one->text());
    BALCAO_TRY(m_data.people().merge(*one, *other, m_stamp));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::UnmergeCustomer &body)
{
    BALCAO_TAKE(const bool forgotten, m_data.people().isErased(body.customer));
    if (forgotten)
        return Verdict::no(problem::kErased);
    BALCAO_TAKE(const bool undone, m_data.people().unmerge(body.customer, m_stamp));
    return undone ? Verdict::done() : Verdict::no(problem::kCustomerUnknown);
}

Result<Commands::Verdict> Commands::handle(const wire::EraseCustomer &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(body.customer));
    if (!who)
        return Verdict::no(problem::kCustomerUnknown);
    BALCAO_TAKE(const bool gone, m_data.people().isErased(*who));
    if (gone)
        return Verdict::noop();
    if (const auto wrong = tooLong("reason"_L1, body.reason, kLongestReason))
        return *wrong;
    BALCAO_TRY(eraseCustomer(m_data, *who));
    return say(about(*who), wire::CustomerErased{body.reason});
}

} // namespace balcao::relay
