// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Bodies of webhooks as Meta writes them: ASCII-escaped JSON, the shape of "Webhooks, messages".
#pragma once

#include <QByteArray>
#include <QString>

namespace balcao::test {

struct TextWebhook
{
    QString wamid = QStringLiteral("wamid.HBgNNTUxMTk4NzY1NDMyMRUCABIYFDNBNzE5RkQyQzE4RTRBQjMyMDY2AA==");
    QString waId = QStringLiteral("5511987654321");
    QString name = QStringLiteral("Rosa Limeira");
    QString text = QStringLiteral("Oi, tem broa hoje?");
    qint64 atMs = 1'795'000'000'000;
    QString phoneNumberId = QStringLiteral("106540352242922");
};

QByteArray toBytes(const TextWebhook &webhook);

} // namespace balcao::test
