// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Message ids of the same make as Meta's: base64 of bytes that hold the customer's number in clear, which is
// why a wamid is personal data and must not stand in a log.
#pragma once

#include <QRandomGenerator>
#include <QString>

namespace balcao::sandbox {

enum class Direction { Inbound, Outbound };

/// `customer`: digits of a wa_id, or a BSUID.
QString makeWamid(const QString &customer, Direction direction, QRandomGenerator &random);

/// What makeWamid was given; empty when `wamid` is of another make.
QString customerOfWamid(const QString &wamid);

} // namespace balcao::sandbox
