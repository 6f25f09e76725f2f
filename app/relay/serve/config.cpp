// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/config.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QTimeZone>

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Puts a value into the config; returns what is wrong with it, or nullptr.
using Setter = const char *(*)(Config &config, const QString &value);

struct KeyRule
{
    QLatin1StringView section;
    QLatin1StringView key;
    bool required;
    Setter set;
};

bool matches(const QString &value, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1StringView(pattern))).match(value).hasMatch();
}

const char *setListen(Config &config, const QString &value)
{
    const qsizetype colon = value.lastIndexOf(u':');
    QString address = value.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    bool isPort = false;
    const uint port = QStringView(value).mid(colon + 1).toUInt(&isPort);
    if (colon < 1 || !isPort || port > 65535 || !config.listenAddress.setAddress(address))
        return "not an ADDRESS:PORT such as 127.0.0.1:8480";
    config.listenPort = static_cast<quint16>(port);
    return nullptr;
}

const char *setData(Config &config, const QString &value)
{
    config.dataDir = value;
    return QFileInfo(value).isAbsolute() ? nullptr : "not an absolute path";
}

const char *setTrustedProxy(Config &config, const QString &value)
{
    config.trustedProxy = value;
    return QHostAddress(value).isNull() ? "not an IP address" : nullptr;
}

const char *setShopName(Config &config, const QString &value)
{
    config.shopName = value;
    return value.size() > 128 ? "longer than 128 characters" : nullptr;
}

const char *setTimezone(Config &config, const QString &value)
{
    config.timezone = value.toLatin1();
    return QTimeZone::isTimeZoneIdAvailable(config.timezone) ? nullptr : "not an IANA time zone";
}

const char *setGraphUrl(Config &config, const QString &value)
{
    config.graphUrl = QUrl(value, QUrl::StrictMode);
    return isGraphUrlAllowed(config.graphUrl) ? nullptr
                                              : "neither https://graph.facebook.com nor http on a loopback address";
}

const char *setGraphVersion(Config &config, const QString &value)
{
    config.graphVersion = value;
    return matches(value, "v[0-9]{1,3}\\.[0-9]{1,2}") ? nullptr : "not a version such as v25.0";
}

const char *setWabaId(Config &config, const QString &value)
{
    config.wabaId = value;
    return matches(value, "[0-9]{1,32}") ? nullptr : "not a number";
}

const KeyRule kRules[] = {
    {"relay"_L1, "listen"_L1, false, setListen},
    {"relay"_L1, "data"_L1, true, setData},
    {"relay"_L1, "trusted_proxy"_L1, false, setTrustedProxy},
    {"shop"_L1, "name"_L1, true, setShopName},
    {"shop"_L1, "timezone"_L1, false, setTimezone},
    {"whatsapp"_L1, "graph_url"_L1, false, setGraphUrl},
    {"whatsapp"_L1, "graph_version"_L1, false, setGraphVersion},
    {"whatsapp"_L1, "waba_id"_L1, true, setWabaId},
};

/// One channel's keys; `number` has been read from the section's name.
const char *setChannelKey(ChannelConfig &channel, const QString &key, const QString &value)
{
    if (key == "phone_number_id"_L1) {
        channel.phoneNumberId = value;
        return matches(value, "[0-9]{1,32}") ? nullptr : "not a number";
    }
    if (key == "label"_L1) {
        channel.label = value;
        return value.size() > 128 ? "longer than 128 characters" : nullptr;
    }
    if (key == "payments"_L1) {
        channel.payments = value == "on"_L1;
        return value == "on"_L1 || value == "off"_L1 ? nullptr : "neither on nor off";
    }
    return "unknown key";
}

constexpr auto kBankSection = "pix"_L1;

/// Reads one file; the first finding ends it.
class Reader
{
public:
    explicit Reader(const QString &file) : m_file(file) {}

    Result<Config> read()
    {
        if (!QFileInfo(m_file).isFile() || !QFile(m_file).open(QIODevice::ReadOnly))
            return failure(Error::Kind::NotFound, u"%1: cannot be read"_s.arg(m_file));
        QSettings settings(m_file, QSettings::IniFormat);
        QStringList keys = settings.allKeys();
        // What a bank's profile says first, then what the file says otherwise.
        std::stable_partition(keys.begin(), keys.end(), [](const QString &key) { return key == "pix/profile"_L1; });
        if (settings.status() != QSettings::NoError)
            return failure(Error::Kind::Rejected, u"%1: not an INI file"_s.arg(m_file));
        for (const QString &path : keys) {
            if (const auto taken = take(path, textOf(settings.value(path))); !taken)
                return taken.error();
        }
        if (const auto complete = checkComplete(); !complete)
            return complete.error();
        std::ranges::sort(m_config.channels, {}, &ChannelConfig::number);
        return m_config;
    }

private:
    // QSettings takes a comma for a list; in ours it is part of the text ("Padaria Lua, Centro").
    static QString textOf(const QVariant &value)
    {
        return value.typeId() == QMetaType::QStringList ? value.toStringList().join(u", ") : value.toString();
    }

    [[nodiscard]] Error wrong(QStringView section, QStringView key, const char *why) const
    {
        const QString place = key.isEmpty() ? u"[%1]"_s.arg(section) : u"[%1] %2"_s.arg(section, key);
        return failure(Error::Kind::Rejected, u"%1: %2: %3"_s.arg(m_file, place, QLatin1StringView(why)));
    }

    Result<void> take(const QString &path, const QString &value)
    {
        const qsizetype slash = path.indexOf(u'/');
        if (slash < 0)
            return failure(Error::Kind::Rejected, u"%1: %2: stands in no section"_s.arg(m_file, path));
        const QString section = path.left(slash);
        const QString key = path.mid(slash + 1);
        if (!isKnownSection(section))
            return wrong(section, {}, "unknown section");
        if (value.trimmed().isEmpty())
            return wrong(section, key, "is empty");
        m_seen.insert(path);
        const char *why = takeAny(section, key, value.trimmed());
        return why ? Result<void>(wrong(section, key, why)) : Result<void>();
    }

    const char *takeAny(const QString &section, const QString &key, const QString &value)
    {
        if (section.startsWith("channel."_L1))
            return takeChannelKey(section, key, value);
        if (section != kBankSection)
            return takeKey(section, key, value);
        if (!m_config.bank)
            m_config.bank.emplace();
        return setBankKey(*m_config.bank, key, value);
    }

    static bool isKnownSection(const QString &section)
    {
        return section == kBankSection || matches(section, "channel\\.[1-9][0-9]{0,2}") ||
               std::ranges::any_of(kRules, [&](const KeyRule &rule) { return rule.section == section; });
    }

    const char *takeKey(const QString &section, const QString &key, const QString &value)
    {
        for (const KeyRule &rule : kRules) {
            if (rule.section == section && rule.key == key)
                return rule.set(m_config, value);
        }
        return "unknown key";
    }

    const char *takeChannelKey(const QString &section, const QString &key, const QString &value)
    {
        const int number = section.mid(8).toInt();
        auto channel = std::ranges::find(m_config.channels, number, &ChannelConfig::number);
        if (channel == m_config.channels.end())
            channel = m_config.channels.insert(m_config.channels.end(), ChannelConfig{number, {}, {}, false});
        return setChannelKey(*channel, key, value);
    }

    [[nodiscard]] Result<void> checkComplete() const
    {
        for (const KeyRule &rule : kRules) {
            if (rule.required && !m_seen.contains(u"%1/%2"_s.arg(rule.section, rule.key)))
                return wrong(QString(rule.section), QString(rule.key), "missing");
        }
        if (m_config.channels.isEmpty())
            return wrong(u"channel.1", u"phone_number_id", "missing");
        QSet<QString> ids;
        for (const ChannelConfig &channel : m_config.channels) {
            const QString section = u"channel.%1"_s.arg(channel.number);
            if (channel.phoneNumberId.isEmpty())
                return wrong(section, u"phone_number_id", "missing");
            if (ids.contains(channel.phoneNumberId))
                return wrong(section, u"phone_number_id", "stands in another channel already");
            ids.insert(channel.phoneNumberId);
        }
        return {};
    }

    QString m_file;
    Config m_config;
    QSet<QString> m_seen;
};

Result<QByteArray> readSecret(const char *name, const Environment &environment)
{
    const QByteArray directory = environment("CREDENTIALS_DIRECTORY");
    QByteArray value;
    if (!directory.isEmpty()) {
        QFile file(QFile::decodeName(directory) + u'/' + QLatin1StringView(name));
        if (file.open(QIODevice::ReadOnly))
            value = file.read(64 * 1024).trimmed();
    }
    const QByteArray variable = "BALCAO_" + QByteArray(name).toUpper();
    if (value.isEmpty())
        value = environment(variable.constData());
    if (value.isEmpty()) {
        return failure(Error::Kind::NotFound, u"secret %1: missing; give $CREDENTIALS_DIRECTORY/%1 or %2"_s.arg(
                                                  QLatin1StringView(name), QLatin1StringView(variable)));
    }
    return value;
}

} // namespace

QByteArray processEnvironment(const char *name)
{
    return qgetenv(name);
}

bool isGraphUrlAllowed(const QUrl &url)
{
    if (!url.isValid() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() ||
        (url.path() != u"" && url.path() != u"/"))
        return false;
    const bool isLoopback = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    const bool isMeta = url.host() == "graph.facebook.com"_L1 && url.port(443) == 443;
    return (url.scheme() == "https"_L1 && isMeta) || (url.scheme() == "http"_L1 && isLoopback);
}

Result<Config> readConfig(const QString &file)
{
    return Reader(file).read();
}

Result<Secrets> readSecrets(const Environment &environment)
{
    const auto token = readSecret("whatsapp_token", environment);
    if (!token)
        return token.error();
    const auto appSecret = readSecret("app_secret", environment);
    if (!appSecret)
        return appSecret.error();
    const auto verifyToken = readSecret("verify_token", environment);
    if (!verifyToken)
        return verifyToken.error();
    return Secrets{*token, *appSecret, *verifyToken};
}

Result<void> readBankSecrets(BankConfig &bank, const Environment &environment)
{
    const auto id = readSecret("pix_client_id", environment);
    if (!id)
        return id.error();
    const auto secret = readSecret("pix_client_secret", environment);
    if (!secret)
        return secret.error();
    bank.settings.clientId = *id;
    bank.settings.clientSecret = *secret;
    bank.settings.tls.passphrase = readSecret("pix_passphrase", environment).valueOr({});
    bank.hookSecret = readSecret("pix_hook_secret", environment).valueOr({});
    if (!bank.webhook.isEmpty() && bank.hookSecret.isEmpty()) {
        return failure(Error::Kind::NotFound, u"secret pix_hook_secret: missing; whoever finds webhook_url could keep "
                                              "the bank busy without it"_s);
    }
    if (bank.name.isEmpty())
        bank.name = bank.settings.profile;
    const auto fit = checkBankSettings(bank.settings);
    return fit ? Result<void>() : failure(Error::Kind::Rejected, u"[pix] "_s + fit.error().detail);
}

} // namespace balcao::relay
