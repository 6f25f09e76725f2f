// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/lastingacts.h"

#include "relay/store/upkeep.h"
#include "sql/privatefile.h"

#include <QFile>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kNotedKey = u"lasting_noted"_s;
constexpr QByteArrayView kDesk("desk ");
constexpr QByteArrayView kCustomer("customer ");

Result<QByteArray> linesSince(RelayData &data, qint64 after)
{
    const auto lines =
        data.connection()
            .prepare(u"SELECT CASE kind WHEN 'desk.revoked' THEN 'desk ' || json_extract(subject, '$.desk') "
                     "ELSE 'customer ' || json_extract(subject, '$.customer') END FROM event "
                     "WHERE seq > ? AND kind IN ('desk.revoked', 'customer.erased') ORDER BY seq"_s)
            .bind(after)
            .all([](const sql::Statement &row) { return row.text(0); });
    BALCAO_TRY(lines);
    QByteArray all;
    for (const QString &line : *lines)
        all += line.toLatin1() + '\n';
    return all;
}

Result<void> append(const QString &path, const QByteArray &lines)
{
    BALCAO_TRY(sql::makePrivateFile(path));
    QFile file(path);
    // A line that a crash cut short ends here, and is read as nobody's.
    if (!file.open(QIODevice::Append) || file.write('\n' + lines) != lines.size() + 1 || !file.flush())
        return failure(Error::Kind::Storage, u"cannot write what must outlive a restore"_s);
    return sql::syncFile(path);
}

Result<void> eraseAgain(RelayData &data, CustomerId given)
{
    BALCAO_TAKE(const std::optional<CustomerId> customer, data.people().standing(given));
    if (!customer)
        return {};
    BALCAO_TAKE(const bool gone, data.people().isErased(*customer));
    if (gone)
        return {};
    BALCAO_TRY(eraseCustomer(data, *customer));
    wire::Subject subject;
    subject.customer = *customer;
    BALCAO_TRY(data.announce(subject, Stamp{}, wire::CustomerErased{}));
    return {};
}

} // namespace

QString lastingFile(const QString &dataFile)
{
    return dataFile + u".lasting"_s;
}

Result<void> noteLastingActs(RelayData &data, const QString &file)
{
    BALCAO_TAKE(const qint64 head, data.log().head());
    BALCAO_TAKE(const QByteArray noted, data.meta(kNotedKey));
    if (noted.toLongLong() >= head)
        return {};
    BALCAO_TAKE(const QByteArray lines, linesSince(data, noted.toLongLong()));
    if (lines.isEmpty())
        return {};
    BALCAO_TRY(append(file, lines));
    return data.setMeta(kNotedKey, QByteArray::number(head));
}

Result<void> redoLastingActs(RelayData &data, const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage, u"cannot read what must outlive a restore"_s);
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QString id = QString::fromLatin1(line.mid(line.indexOf(' ') + 1));
        if (const auto desk = DeskId::fromText(id); desk && line.startsWith(kDesk))
            BALCAO_TRY(data.registry().revoke(*desk, Stamp{}));
        if (const auto customer = CustomerId::fromText(id); customer && line.startsWith(kCustomer))
            BALCAO_TRY(eraseAgain(data, *customer));
    }
    return {};
}

} // namespace balcao::relay
