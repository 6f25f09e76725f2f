// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's account at the pretended WhatsApp: what the composition root also writes into the relay's
// configuration, so that both sides know the same secrets.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace balcao::sandbox {

struct Channel
{
    QString phoneNumberId;
    QString displayPhone;
    QString label;
};

struct Account
{
    QString wabaId;
    QList<Channel> channels; ///< at least one
    QByteArray accessToken;  ///< what the relay must send as Bearer
    QByteArray appSecret;    ///< signs the webhooks
    QString graphVersion = QStringLiteral("v25.0");

    [[nodiscard]] const Channel &channel(int index) const
    {
        return channels.at(index >= 0 && index < channels.size() ? index : 0);
    }
};

} // namespace balcao::sandbox
