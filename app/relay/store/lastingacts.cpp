// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/lastingacts.h"

#include "relay/store/upkeep.h"
#include "sql/privatefile.h"
#include "sql/transaction.h"

#include <QFile>
#include <QSet>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kNotedKey = u"lasting_noted"_s;
const QByteArray kDesk = "desk ";
const QByteArray kCustomer = "customer ";

Result<QByteArray> desksBetween(RelayData &data, qint64 after, qint64 upto)
{
    const auto desks = data.connection()
                           .prepare(u"SELECT json_extract(subject, '$.desk') FROM event WHERE seq > ? AND seq <= ? "
                                    "AND kind = 'desk.revoked' ORDER BY seq"_s)
                           .bind(after)
                           .bind(upto)
                           .all([](const sql::Statement &row) { return row.text(0).toLatin1(); });
    BALCAO_TRY(desks);
    QByteArray lines;
    for (const QByteArray &desk : *desks)
        lines += kDesk + desk + '\n';
    return lines;
}

/// A line for each that an erasure took along: on an older copy they may have been merged otherwise.
Result<QByteArray> customersBetween(RelayData &data, qint64 after, qint64 upto)
{
    const auto customers =
        data.connection()
            .prepare(u"WITH RECURSIVE gone (id) AS (SELECT customer FROM event WHERE seq > ? AND seq <= ? "
                     "AND kind = 'customer.erased' UNION SELECT c.id FROM customer c JOIN gone "
                     "ON c.merged_into = gone.id) SELECT id FROM gone"_s)
            .bind(after)
            .bind(upto)
            .all([](const sql::Statement &row) { return row.id<CustomerId>(0); });
    BALCAO_TRY(customers);
    QByteArray lines;
    for (const CustomerId &customer : *customers)
        lines += kCustomer + customer.text().toLatin1() + '\n';
    return lines;
}

Result<QByteArray> linesBetween(RelayData &data, qint64 after, qint64 upto)
{
    BALCAO_TAKE(const QByteArray desks, desksBetween(data, after, upto));
    BALCAO_TAKE(const QByteArray customers, customersBetween(data, after, upto));
    return desks + customers;
}

Result<void> append(const QString &path, const QByteArray &lines)
{
    if (const auto made = sql::makePrivateFile(path); !made)
        return failure(Error::Kind::Internal, made.error().detail);
    QFile file(path);
    // A line that a crash cut short ends here, and is read as nobody's.
    if (!file.open(QIODevice::Append) || file.write('\n' + lines) != lines.size() + 1 || !file.flush())
        return failure(Error::Kind::Internal, u"cannot write what must outlive a restore"_s);
    if (const auto durable = sql::syncFile(path); !durable)
        return failure(Error::Kind::Internal, durable.error().detail);
    return {};
}

/// On the copy others may still be merged into them who had been parted when they were erased.
Result<void> partFrom(RelayData &data, CustomerId erased, const QSet<CustomerId> &all)
{
    const auto below = data.connection()
                           .prepare(u"SELECT id FROM customer WHERE merged_into = ? ORDER BY id"_s)
                           .bind(erased)
                           .all([](const sql::Statement &row) { return row.id<CustomerId>(0); });
    BALCAO_TRY(below);
    for (const CustomerId &one : *below) {
        if (!all.contains(one))
            BALCAO_TRY(data.people().unmerge(one, Stamp{}));
    }
    return {};
}

/// Exactly this one, and never the one that they were merged into meanwhile.
Result<void> eraseAgain(RelayData &data, CustomerId given)
{
    BALCAO_TAKE(const std::optional<CustomerId> stands, data.people().standing(given));
    BALCAO_TAKE(const bool gone, data.people().isErased(given));
    if (!stands || gone)
        return {};
    if (*stands != given) {
        BALCAO_TAKE(const bool parted, data.people().unmerge(given, Stamp{}));
        if (!parted)
            return {}; // another name of somebody who was not erased
    }
    BALCAO_TRY(eraseCustomer(data, given));
    wire::Subject subject;
    subject.customer = given;
    BALCAO_TRY(data.announce(subject, Stamp{}, wire::CustomerErased{}));
    return {};
}

} // namespace

QString lastingFile(const QString &dataFile)
{
    return dataFile + u".lasting"_s;
}

Result<void> LastingActs::note(RelayData &data)
{
    if (m_checked >= m_committed)
        return {};
    BALCAO_TAKE(const QByteArray noted, data.meta(kNotedKey));
    const qint64 after = qMax(m_checked, noted.toLongLong());
    BALCAO_TAKE(const QByteArray lines, linesBetween(data, after, m_committed));
    if (!lines.isEmpty()) {
        BALCAO_TRY(append(m_file, lines));
        BALCAO_TRY(data.setMeta(kNotedKey, QByteArray::number(m_committed)));
    }
    m_checked = m_committed;
    return {};
}

Result<void> noteLastingActs(RelayData &data, const QString &file)
{
    BALCAO_TAKE(auto transaction, sql::Transaction::begin(data.connection()));
    BALCAO_TAKE(const qint64 head, data.log().head());
    LastingActs acts(file);
    acts.committed(head);
    BALCAO_TRY(acts.note(data));
    return transaction.commit();
}

Result<void> redoLastingActs(RelayData &data, const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage, u"cannot read what must outlive a restore"_s);
    QSet<CustomerId> erased;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QString id = QString::fromLatin1(line.mid(line.indexOf(' ') + 1));
        if (const auto desk = DeskId::fromText(id); desk && line.startsWith(kDesk))
            BALCAO_TRY(data.registry().revoke(*desk, Stamp{}));
        if (const auto customer = CustomerId::fromText(id); customer && line.startsWith(kCustomer))
            erased.insert(*customer);
    }
    for (const CustomerId &customer : std::as_const(erased)) {
        BALCAO_TAKE(const bool gone, data.people().isErased(customer));
        if (!gone)
            BALCAO_TRY(partFrom(data, customer, erased));
    }
    for (const CustomerId &customer : std::as_const(erased))
        BALCAO_TRY(eraseAgain(data, customer));
    return {};
}

Result<bool> mayHaveUndoneLastingActs(RelayData &data, const QString &file)
{
    BALCAO_TAKE(const QByteArray restored, data.meta(u"restored_from"_s));
    return !restored.isEmpty() && !QFile::exists(file);
}

} // namespace balcao::relay
