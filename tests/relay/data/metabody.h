// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Webhook bodies as Meta sends them, put together from the parts that a test cares about.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace balcao::test {

inline const QString kChannel = QStringLiteral("106540352242922");
inline constexpr qint64 kWritten = 1'795'000'000'000; ///< ms; a whole second

/// Who writes, as contacts[] and the message name them; empty fields are left out.
struct Writer
{
    QString waId;
    QString bsuid;
    QString name;
    QString parentBsuid;
};

/// A message of `type` with `content` under that name.
QJsonObject metaMessage(const Writer &from, const QString &wamid, const QString &type, const QJsonValue &content,
                        qint64 atMs = kWritten);
QJsonObject metaText(const Writer &from, const QString &wamid, const QString &text, qint64 atMs = kWritten);
QJsonObject metaStatus(const QString &wamid, const QString &status, const QJsonObject &more = {},
                       qint64 atMs = kWritten);

/// Whole bodies.
QByteArray metaBody(const QString &field, const QJsonObject &value);
QByteArray metaMessages(const Writer &from, const QJsonArray &messages, const QString &channel = kChannel);
QByteArray metaStatuses(const QJsonArray &statuses, const QString &channel = kChannel);

} // namespace balcao::test
