// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/banksettings.h"

#include "http/qthttpclient.h"

#include <QUrlQuery>

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kAnswerLimit = 4 * 1024 * 1024; ///< a page of a hundred Pix is far below
const auto kRefundScope = u"pix.write"_s;

/// Certificate (.p12 or .pem) and credentials come from the account's API page. Registering an address without mTLS
/// in front of it needs the header, and a secret in the query in its place.
BankSettings efi()
{
    BankSettings settings;
    settings.profile = u"efi"_s;
    settings.baseUrl = QUrl(u"https://pix.api.efipay.com.br/v2"_s);
    settings.tokenUrl = QUrl(u"https://pix.api.efipay.com.br/oauth/token"_s);
    settings.tokenRequest = TokenRequest::BasicJson;
    settings.webhookHeaders = {{"x-skip-mtls-checking", "true"}};
    return settings;
}

/// Certificate and key (.crt, .key; one year) come from the application's page; x-conta-corrente when the application
/// has more than one account.
BankSettings inter()
{
    BankSettings settings;
    settings.profile = u"inter"_s;
    settings.baseUrl = QUrl(u"https://cdpj.partners.bancointer.com.br/pix/v2"_s);
    settings.tokenUrl = QUrl(u"https://cdpj.partners.bancointer.com.br/oauth/v2/token"_s);
    settings.tokenRequest = TokenRequest::PlainForm;
    settings.webhookSuffix = WebhookSuffix::None;
    return settings;
}

Error wrong(QLatin1StringView field, const QString &why)
{
    return failure(Error::Kind::Rejected, field + u": "_s + why);
}

Result<void> checkAddress(QLatin1StringView field, const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return wrong(field, u"not an address"_s);
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && http::isLoopback(url.host())))
        return wrong(field, u"not https"_s);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return wrong(field, u"has a user, a query or a fragment"_s);
    return {};
}

bool isPlain(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
}

Result<void> checkHeaders(QLatin1StringView field, const QList<http::Header> &headers)
{
    for (const http::Header &header : headers) {
        if (header.name.isEmpty() || !isPlain(header.name) || header.name.contains(' ') || header.name.contains(':'))
            return wrong(field, u"not a header's name"_s);
        if (!isPlain(header.value))
            return wrong(field, u"not a header's value"_s);
        if (header.name.compare("authorization", Qt::CaseInsensitive) == 0)
            return wrong(field, u"Authorization is made from the client's id and secret"_s);
    }
    return {};
}

} // namespace

std::optional<BankSettings> bankProfile(QStringView name)
{
    if (name == u"padrao")
        return BankSettings();
    if (name == u"efi")
        return efi();
    return name == u"inter" ? std::optional(inter()) : std::nullopt;
}

QStringList askedScopes(const BankSettings &settings)
{
    QStringList scopes = settings.scopes;
    scopes.removeAll(kRefundScope);
    if (settings.refunds)
        scopes.append(kRefundScope);
    return scopes;
}

Result<void> checkBankSettings(const BankSettings &settings)
{
    BALCAO_TRY(checkAddress("base_url"_L1, settings.baseUrl));
    BALCAO_TRY(checkAddress("token_url"_L1, settings.tokenUrl));
    if (settings.baseUrl.path().endsWith(u'/'))
        return wrong("base_url"_L1, u"ends with a /"_s);
    if (settings.clientId.isEmpty() || !isPlain(settings.clientId) || settings.clientId.contains(':'))
        return wrong("client_id"_L1, u"missing, or not plain text"_s);
    if (settings.clientSecret.isEmpty() || !isPlain(settings.clientSecret))
        return wrong("client_secret"_L1, u"missing, or not plain text"_s);
    for (const QString &scope : settings.scopes) {
        if (scope.isEmpty() || !isPlain(scope.toUtf8()) || scope.contains(u' '))
            return wrong("scopes"_L1, u"not a scope's name"_s);
    }
    BALCAO_TRY(checkHeaders("headers"_L1, settings.headers));
    return checkHeaders("webhook_headers"_L1, settings.webhookHeaders);
}

QUrl webhookAddress(const BankSettings &settings, const QUrl &ours, const QString &secret)
{
    if (secret.isEmpty())
        return ours;
    QUrl url = ours;
    QUrlQuery query(ours);
    query.addQueryItem(u"hmac"_s, QString::fromLatin1(QUrl::toPercentEncoding(secret)));
    if (settings.webhookSuffix == WebhookSuffix::Path)
        query.addQueryItem(u"ignorar"_s, u""_s);
    url.setQuery(query);
    return url;
}

Result<std::unique_ptr<http::HttpClient>> makeBankClient(const BankSettings &settings)
{
    BALCAO_TRY(checkBankSettings(settings));
    BALCAO_TAKE(const QSslConfiguration tls, http::loadTls(settings.tls));
    std::unique_ptr<http::HttpClient> client = std::make_unique<http::QtHttpClient>(
        QStringList{settings.baseUrl.host(), settings.tokenUrl.host()}, kAnswerLimit, tls);
    return client;
}

Result<std::optional<qint64>> certificateExpires(const BankSettings &settings)
{
    return http::certificateEnd(settings.tls);
}

} // namespace balcao::relay
