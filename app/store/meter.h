// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What Meta counts of a month: replies inside the service window that reached a customer, each once, through which
// number, and whether it was charged. Counted from the prices that its statuses carry ("pricing" of the messages webhook:
// category "service"; type "regular" is charged, "free_customer_service" is not, "free_entry_point" is of no quota). No
// person stands in it, so it outlives an erasure.
#pragma once

#include "sql/connection.h"
#include "wire/messageevents.h"

#include <QList>

namespace balcao::store {

struct MeterRow
{
    QString channel; ///< its label, or its id where it has none
    qint64 messages = 0;
    qint64 charged = 0; ///< of these

    friend bool operator==(const MeterRow &, const MeterRow &) = default;
};

/// Writer thread.
Result<void> meter(sql::Connection &projection, MessageId message, const QString &channel,
                   const wire::MessageStatus &status);

/// From `sinceMs` on, the most used number first. Reader thread.
Result<QList<MeterRow>> readMeter(sql::Connection &projection, qint64 sinceMs);

} // namespace balcao::store
