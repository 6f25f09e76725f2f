// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/bankconfig.h"

#include <QFileInfo>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

const char *setProfile(BankConfig &bank, const QString &value)
{
    const std::optional<BankSettings> known = bankProfile(value);
    if (!known)
        return "not one of padrao, efi, inter";
    bank.settings = *known;
    return nullptr;
}

const char *setUrl(QUrl &url, const QString &value)
{
    url = QUrl(value, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() ? nullptr : "not an address such as https://pix.banco.com.br/v2";
}

const char *setFile(QString &path, const QString &value)
{
    path = value;
    return QFileInfo(value).isAbsolute() ? nullptr : "not an absolute path";
}

/// "x-conta-corrente: 12345"
const char *addHeader(BankConfig &bank, const QString &value)
{
    const qsizetype colon = value.indexOf(u':');
    if (colon < 1)
        return "not a header such as x-conta-corrente: 12345";
    bank.settings.headers.append({value.left(colon).trimmed().toLatin1(), value.mid(colon + 1).trimmed().toLatin1()});
    return nullptr;
}

/// "gw-dev-app-key=abc"
const char *addQuery(BankConfig &bank, const QString &value)
{
    const qsizetype equals = value.indexOf(u'=');
    if (equals < 1)
        return "not a parameter such as gw-dev-app-key=abc";
    bank.settings.query.append({value.left(equals), value.mid(equals + 1)});
    return nullptr;
}

const char *setSwitch(bool &setting, const QString &value)
{
    setting = value == "on"_L1;
    return value == "on"_L1 || value == "off"_L1 ? nullptr : "neither on nor off";
}

} // namespace

const char *setBankKey(BankConfig &bank, const QString &key, const QString &value)
{
    if (key == "profile"_L1)
        return setProfile(bank, value);
    if (key == "name"_L1) {
        bank.name = value;
        return value.size() > 64 ? "longer than 64 characters" : nullptr;
    }
    if (key == "receiver_name"_L1) {
        bank.settings.receiverName = value;
        return nullptr;
    }
    if (key == "receiver_city"_L1) {
        bank.settings.receiverCity = value;
        return nullptr;
    }
    if (key == "base_url"_L1)
        return setUrl(bank.settings.baseUrl, value);
    if (key == "token_url"_L1)
        return setUrl(bank.settings.tokenUrl, value);
    if (key == "webhook_url"_L1)
        return setUrl(bank.webhook, value);
    if (key == "certificate"_L1)
        return setFile(bank.settings.tls.certificate, value);
    if (key == "key"_L1)
        return setFile(bank.settings.tls.key, value);
    if (key == "pkcs12"_L1)
        return setFile(bank.settings.tls.pkcs12, value);
    if (key == "authorities"_L1)
        return setFile(bank.settings.tls.authorities, value);
    if (key == "header"_L1)
        return addHeader(bank, value);
    if (key == "query"_L1)
        return addQuery(bank, value);
    if (key == "refunds"_L1)
        return setSwitch(bank.settings.refunds, value);
    if (key == "take_webhook"_L1)
        return setSwitch(bank.settings.takesWebhook, value);
    return "unknown key";
}

} // namespace balcao::relay
