// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/meter.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

Result<void> meter(sql::Connection &projection, MessageId message, const QString &channel,
                   const wire::MessageStatus &status)
{
    const bool reached = status.state == MessageState::Delivered || status.state == MessageState::Read;
    if (!reached || !status.pricing || status.pricing->category != u"service"_s ||
        status.pricing->type == u"free_entry_point"_s)
        return {};
    return projection
        .prepare(u"INSERT INTO metered (message, channel, at, charged) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s)
        .bind(message)
        .bind(channel)
        .bind(status.statusAt)
        .bind(status.pricing->type == u"regular"_s)
        .run();
}

Result<QList<MeterRow>> readMeter(sql::Connection &projection, qint64 sinceMs)
{
    return projection
        .prepare(u"SELECT iif(coalesce(c.label, '') = '', m.channel, c.label), m.messages, m.charged "
                 "FROM (SELECT channel, count(*) AS messages, sum(charged) AS charged FROM metered WHERE at >= ? "
                 "GROUP BY channel) m LEFT JOIN channel c ON c.id = m.channel ORDER BY m.messages DESC, m.channel"_s)
        .bind(sinceMs)
        .all([](const sql::Statement &row) {
            return MeterRow{row.text(0), row.int64(1), row.int64(2)};
        });
}

} // namespace balcao::store
