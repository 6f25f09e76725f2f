// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "http/tlsidentity.h"

#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace balcao::http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kFileLimit = 1024 * 1024;

struct Identity
{
    QList<QSslCertificate> chain; ///< the own one first
    QSslKey key;
};

Error wrong(QLatin1StringView field, const QString &why)
{
    return failure(Error::Kind::Rejected, field + u": "_s + why);
}

Result<QByteArray> contents(QLatin1StringView field, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(field, u"cannot be read"_s);
    if (file.size() > kFileLimit)
        return wrong(field, u"too large"_s);
    return file.readAll();
}

/// The kind is not written in a file of a key, nor where one begins among certificates.
QSslKey keyIn(const QByteArray &pem, const QByteArray &passphrase)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        const QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, passphrase);
        if (!key.isNull())
            return key;
    }
    return {};
}

Result<Identity> fromPem(const TlsFiles &files)
{
    BALCAO_TAKE(const QByteArray pem, contents("certificate"_L1, files.certificate));
    Identity identity;
    identity.chain = QSslCertificate::fromData(pem, QSsl::Pem);
    if (identity.chain.isEmpty())
        return wrong("certificate"_L1, u"no PEM certificate"_s);
    const bool apart = !files.key.isEmpty();
    BALCAO_TAKE(const QByteArray keyPem, apart ? contents("key"_L1, files.key) : Result<QByteArray>(pem));
    identity.key = keyIn(keyPem, files.passphrase);
    if (identity.key.isNull())
        return wrong("key"_L1, u"no PEM key, or not its passphrase"_s);
    return identity;
}

Result<Identity> fromPkcs12(const TlsFiles &files)
{
    QFile file(files.pkcs12);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kFileLimit)
        return wrong("pkcs12"_L1, u"cannot be read"_s);
    Identity identity;
    QSslCertificate own;
    QList<QSslCertificate> others;
    // Old files are sealed with RC2, which OpenSSL 3 no longer opens by itself.
    if (!QSslCertificate::importPkcs12(&file, &identity.key, &own, &others, files.passphrase) || identity.key.isNull())
        return wrong("pkcs12"_L1, u"not its passphrase, or sealed with an old cipher"_s);
    identity.chain = QList{own} + others;
    return identity;
}

Result<Identity> ownIdentity(const TlsFiles &files)
{
    if (!files.pkcs12.isEmpty() && !files.certificate.isEmpty())
        return wrong("pkcs12"_L1, u"beside a PEM certificate"_s);
    return files.pkcs12.isEmpty() ? fromPem(files) : fromPkcs12(files);
}

} // namespace

Result<QSslConfiguration> loadTls(const TlsFiles &files)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!files.authorities.isEmpty()) {
        BALCAO_TAKE(const QByteArray pem, contents("authorities"_L1, files.authorities));
        const QList<QSslCertificate> trusted = QSslCertificate::fromData(pem, QSsl::Pem);
        if (trusted.isEmpty())
            return wrong("authorities"_L1, u"no PEM certificate"_s);
        tls.setCaCertificates(trusted);
    }
    if (files.hasIdentity()) {
        BALCAO_TAKE(const Identity identity, ownIdentity(files));
        tls.setLocalCertificateChain(identity.chain);
        tls.setPrivateKey(identity.key);
    }
    return tls;
}

Result<std::optional<qint64>> certificateEnd(const TlsFiles &files)
{
    if (!files.hasIdentity())
        return std::optional<qint64>();
    BALCAO_TAKE(const Identity identity, ownIdentity(files));
    return std::optional<qint64>(identity.chain.first().expiryDate().toMSecsSinceEpoch());
}

} // namespace balcao::http
