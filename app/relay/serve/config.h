// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the shop's server is told in its INI file, and the secrets that never stand in it. Every key is
// checked against one table; whatever is unknown, missing or wrong is named in one line.
#pragma once

#include "core/result.h"
#include "relay/serve/bankconfig.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>

namespace balcao::relay {

struct ChannelConfig
{
    int number = 0; ///< N of [channel.N]
    QString phoneNumberId;
    QString label;
    bool payments = false; ///< charges go in WhatsApp's own form: the terms of its payments were accepted for it
};

struct Secrets
{
    QByteArray whatsappToken;
    QByteArray appSecret;
    QByteArray verifyToken;
};

struct Config
{
    QHostAddress listenAddress{QHostAddress::LocalHost};
    quint16 listenPort = 8480;
    QString dataDir;
    QString trustedProxy; ///< an address; empty: nobody's X-Forwarded-For is believed
    QString shopName;
    QByteArray timezone = "America/Sao_Paulo"; ///< IANA
    QUrl graphUrl{QStringLiteral("https://graph.facebook.com")};
    QString graphVersion = QStringLiteral("v25.0");
    QString wabaId;
    QList<ChannelConfig> channels; ///< by number
    std::optional<BankConfig> bank;
    Secrets secrets;
};

/// An environment variable's value; empty when unset. Injected, so that tests need not set any.
using Environment = std::function<QByteArray(const char *name)>;
QByteArray processEnvironment(const char *name);

/// The file without its secrets. The error's detail is the one line for stderr: "FILE: [section] key: why".
Result<Config> readConfig(const QString &file);

/// From $CREDENTIALS_DIRECTORY/<name>, then BALCAO_<NAME>. A missing one is named.
Result<Secrets> readSecrets(const Environment &environment = processEnvironment);

/// The same, of the bank: who the shop is to it, the certificate's passphrase and the webhook's word. The last two may
/// be missing. Fails, too, when the bank could not be asked with what is there.
Result<void> readBankSecrets(BankConfig &bank, const Environment &environment = processEnvironment);

/// https://graph.facebook.com, or http on a loopback address (the sandbox).
bool isGraphUrlAllowed(const QUrl &url);

} // namespace balcao::relay
