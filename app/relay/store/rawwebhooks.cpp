// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/rawwebhooks.h"

#include "core/phone.h"

#include <QSet>

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Shorter ones would be found in anything.
constexpr qsizetype kShortestIdentifier = 8;
constexpr qsizetype kBrazilAndArea = 4;
constexpr qsizetype kKeyOfBrazil = 12;

/// As Meta may have written them: a Brazilian mobile with and without its ninth digit.
QSet<QString> spellingsOf(const QString &identifier)
{
    QSet<QString> all{identifier};
    const QString key = phoneMatchKey(phoneDigits(identifier));
    if (key.startsWith("55"_L1) && key.size() == kKeyOfBrazil)
        all << key << key.first(kBrazilAndArea) + u'9' + key.sliced(kBrazilAndArea);
    return all;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Before `at`: bodies are JSON, and the n of a line's end is no letter of the next line.
bool escapeEndsAt(const QByteArray &body, qsizetype at)
{
    return (at >= 2 && body[at - 2] == '\\') || (at >= 6 && body[at - 6] == '\\' && body[at - 5] == 'u');
}

/// Not as a part of a longer number, which is somebody else's.
bool standsIn(const QByteArray &body, const QByteArray &identifier)
{
    for (qsizetype at = body.indexOf(identifier); at >= 0; at = body.indexOf(identifier, at + 1)) {
        const qsizetype end = at + identifier.size();
        const bool begins = at == 0 || !isDigit(body[at - 1]) || escapeEndsAt(body, at);
        if (begins && (end == body.size() || !isDigit(body[end])))
            return true;
    }
    return false;
}

/// One pass over all bodies, of which there are a month's.
Result<void> addRawsWith(RelayData &data, const QList<QByteArray> &identifiers, QSet<qint64> &found)
{
    if (identifiers.isEmpty())
        return {};
    const QStringList conditions(identifiers.size(), u"instr(body, ?) > 0"_s);
    auto look = data.connection().prepare(u"SELECT id, body FROM raw WHERE "_s + conditions.join(u" OR "_s));
    for (const QByteArray &identifier : identifiers)
        look.bind(identifier);
    const auto looked = look.all([&](const sql::Statement &row) {
        const QByteArray body = row.bytes(1);
        if (std::ranges::any_of(identifiers, [&body](const QByteArray &one) { return standsIn(body, one); }))
            found.insert(row.int64(0));
        return true;
    });
    BALCAO_TRY(looked);
    return {};
}

Result<QSet<qint64>> rawsOf(RelayData &data, CustomerId customer)
{
    const auto number = [](const sql::Statement &row) { return row.int64(0); };
    const auto tied =
        data.connection().prepare(u"SELECT raw FROM raw_customer WHERE customer = ?"_s).bind(customer).all(number);
    BALCAO_TRY(tied);
    QSet<qint64> found(tied->begin(), tied->end());
    const auto identifiers = data.connection()
                                 .prepare(u"SELECT value FROM identifier WHERE customer = ?"_s)
                                 .bind(customer)
                                 .all([](const sql::Statement &row) { return row.text(0); });
    BALCAO_TRY(identifiers);
    QList<QByteArray> spellings;
    for (const QString &identifier : *identifiers) {
        if (identifier.size() < kShortestIdentifier)
            continue;
        for (const QString &spelling : spellingsOf(identifier))
            spellings.append(spelling.toUtf8());
    }
    BALCAO_TRY(addRawsWith(data, spellings, found));
    return found;
}

} // namespace

Result<void> tieRaw(RelayData &data, qint64 raw, CustomerId customer)
{
    return data.connection()
        .prepare(u"INSERT OR IGNORE INTO raw_customer (customer, raw) VALUES (?, ?)"_s)
        .bind(customer)
        .bind(raw)
        .run();
}

Result<void> eraseRaws(RelayData &data, CustomerId customer)
{
    sql::Connection &connection = data.connection();
    BALCAO_TAKE(const QSet<qint64> raws, rawsOf(data, customer));
    BALCAO_TRY(connection.prepare(u"DELETE FROM parked WHERE customer = ?"_s).bind(customer).run());
    for (const qint64 raw : raws) {
        // What waits without a known owner in a webhook that tells of them may be theirs: to forget is a promise.
        BALCAO_TRY(connection.prepare(u"DELETE FROM parked WHERE raw = ? AND customer IS NULL"_s).bind(raw).run());
        BALCAO_TRY(connection.prepare(u"DELETE FROM raw WHERE id = ?"_s).bind(raw).run());
    }
    return {};
}

} // namespace balcao::relay
