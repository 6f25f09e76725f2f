// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// All in which one bank's "API Pix padrão" differs from another's. Made from the configuration; a profile gives what
// is known of a bank, and each field can be told otherwise.
#pragma once

#include "core/result.h"
#include "http/httpclient.h"
#include "http/tlsidentity.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace balcao::relay {

/// How the client says who it is at the token's address.
enum class TokenRequest {
    BasicForm, ///< Authorization: Basic, body as a form: what the standard asks for
    BasicJson, ///< Authorization: Basic, body as JSON
    PlainForm, ///< id and secret in the form
};

/// What the bank does with the address that is registered.
enum class WebhookSuffix {
    Path, ///< appends "/pix" to it, as the standard says; at an address with a query it lands in the query
    None,
};

struct BankSettings
{
    QString profile = QStringLiteral("padrao");
    QUrl baseUrl; ///< of the resources, with version, without a "/" at its end: https://HOST/v2
    QUrl tokenUrl;
    TokenRequest tokenRequest = TokenRequest::BasicForm;
    QByteArray clientId;
    QByteArray clientSecret;
    QStringList scopes{QStringLiteral("cob.write"), QStringLiteral("cob.read"), QStringLiteral("pix.read"),
                       QStringLiteral("webhook.write"), QStringLiteral("webhook.read")};
    bool refunds = false;      ///< only with it pix.write is asked for, and refund() does anything
    bool takesWebhook = false; ///< also an address of another host, some other system's, is replaced
    http::TlsFiles tls;
    QList<http::Header> headers;              ///< on each call: x-conta-corrente
    QList<std::pair<QString, QString>> query; ///< on each call: gw-dev-app-key
    QList<http::Header> webhookHeaders;       ///< on the registration: x-skip-mtls-checking
    WebhookSuffix webhookSuffix = WebhookSuffix::Path;
    QString receiverName; ///< for a code that is made from a location
    QString receiverCity;
    std::chrono::milliseconds timeout{15000};
};

/// "padrao", "efi", "inter": what is known of them, without credentials. Nothing for another name.
std::optional<BankSettings> bankProfile(QStringView name);
/// With pix.write exactly when refunds are on, whatever `scopes` says.
QStringList askedScopes(const BankSettings &settings);
/// Whether the bank can be asked at all: https (or http to loopback), no user, query or fragment in an address, who we
/// are, headers and scopes without line breaks. The detail names the field and never its value.
Result<void> checkBankSettings(const BankSettings &settings);
/// What to register so that the bank arrives at `ours`. A secret goes into the query, as `hmac`, behind which a bank
/// that appends "/pix" gets something else to append it to.
QUrl webhookAddress(const BankSettings &settings, const QUrl &ours, const QString &secret = {});

/// A client that talks to this bank's hosts only, with the shop's certificate. Fails as checkBankSettings() and
/// http::loadTls() do.
Result<std::unique_ptr<http::HttpClient>> makeBankClient(const BankSettings &settings);
/// When the shop's certificate ends; nothing when none is configured.
Result<std::optional<qint64>> certificateExpires(const BankSettings &settings);

} // namespace balcao::relay
