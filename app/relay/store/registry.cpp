// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/registry.h"

#include "core/text.h"
#include "relay/store/relaydata.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView kAlphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int kCodeLength = 8;

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

QString canonicalCode(const QString &code)
{
    QString canonical;
    for (QChar c : code.toUpper()) {
        if (c == u'O')
            c = u'0';
        else if (c == u'I' || c == u'L')
            c = u'1';
        if (kAlphabet.contains(c))
            canonical += c;
    }
    return canonical;
}

Result<QString> Registry::newCode()
{
    QString code;
    for (int i = 0; i < kCodeLength; ++i)
        code += kAlphabet[QRandomGenerator::system()->bounded(32)];
    const qint64 now = m_data.clock().nowMs();
    BALCAO_TRY(m_data.connection().prepare(u"DELETE FROM pairing WHERE expires < ?"_s).bind(now).run());
    BALCAO_TRY(m_data.connection()
                   .prepare(u"INSERT INTO pairing (code, expires) VALUES (?, ?)"_s)
                   .bind(m_data.keyed(code.toLatin1()))
                   .bind(now + kCodeMs)
                   .run());
    return code;
}

Result<void> Registry::countWrongTry()
{
    // Which code was meant cannot be known: a wrong one costs every open code a try.
    BALCAO_TRY(m_data.connection().prepare(u"UPDATE pairing SET tries = tries + 1 WHERE desk IS NULL"_s).run());
    return m_data.connection()
        .prepare(u"DELETE FROM pairing WHERE desk IS NULL AND tries >= ?"_s)
        .bind(kCodeTries)
        .run();
}

Result<std::optional<Paired>> Registry::pair(const QString &code, const QString &device, const QString &nonce)
{
    struct Open
    {
        DeskId desk;
        QByteArray nonce;
    };
    const QString canonical = canonicalCode(code);
    const QByteArray codeKey = m_data.keyed(canonical.toLatin1());
    const QByteArray nonceKey = m_data.keyed("nonce:" + nonce.toUtf8());
    const auto open = m_data.connection()
                          .prepare(u"SELECT desk, nonce FROM pairing WHERE code = ? AND expires >= ?"_s)
                          .bind(codeKey)
                          .bind(m_data.clock().nowMs())
                          .one([](const sql::Statement &row) {
                              return Open{row.id<DeskId>(0), row.bytes(1)};
                          });
    BALCAO_TRY(open);
    const bool used = *open && !(*open)->desk.isNull();
    if (!*open || (used && (*open)->nonce != nonceKey)) {
        BALCAO_TRY(countWrongTry());
        return std::optional<Paired>();
    }
    BALCAO_TAKE(const QByteArray key, m_data.meta(u"token_key"_s));
    const QByteArray secret =
        QMessageAuthenticationCode::hash(canonical.toLatin1() + '\n' + nonce.toUtf8(), key, QCryptographicHash::Sha256);
    const QString token = QString::fromLatin1(secret.toHex());
    if (used)
        return std::optional(Paired{(*open)->desk, token});

    const DeskId desk = DeskId::create();
    const QString name = cleanText(device, 64);
    BALCAO_TRY(m_data.connection()
                   .prepare(u"INSERT INTO desk (id, name, token, paired_at) VALUES (?, ?, ?, ?)"_s)
                   .bind(desk)
                   .bind(name)
                   .bind(sha256(token.toLatin1()))
                   .bind(m_data.clock().nowMs())
                   .run());
    BALCAO_TRY(m_data.connection()
                   .prepare(u"UPDATE pairing SET desk = ?, nonce = ? WHERE code = ?"_s)
                   .bind(desk)
                   .bind(nonceKey)
                   .bind(codeKey)
                   .run());
    wire::Subject subject;
    subject.desk = desk;
    BALCAO_TRY(m_data.announce(subject, Stamp{}, wire::DeskPaired{name}));
    return std::optional(Paired{desk, token});
}

Result<QList<DeskRow>> Registry::desks()
{
    return m_data.connection()
        .prepare(u"SELECT id, name, token, paired_at, revoked FROM desk ORDER BY paired_at, id"_s)
        .all([](const sql::Statement &row) {
            return DeskRow{row.id<DeskId>(0), row.text(1), row.bytes(2), row.int64(3), row.boolean(4)};
        });
}

Result<bool> Registry::isRevoked(DeskId desk)
{
    const auto found = m_data.connection()
                           .prepare(u"SELECT revoked FROM desk WHERE id = ?"_s)
                           .bind(desk)
                           .one([](const sql::Statement &row) { return row.boolean(0); });
    BALCAO_TRY(found);
    return found->value_or(false);
}

Result<bool> Registry::revoke(DeskId desk, const Stamp &stamp)
{
    auto update = m_data.connection().prepare(u"UPDATE desk SET revoked = 1 WHERE id = ? AND revoked = 0"_s);
    BALCAO_TRY(update.bind(desk).run());
    if (update.changes() == 0)
        return false;
    BALCAO_TRY(m_data.connection().prepare(u"DELETE FROM session WHERE desk = ?"_s).bind(desk).run());
    wire::Subject subject;
    subject.desk = desk;
    BALCAO_TRY(m_data.announce(subject, stamp, wire::DeskRevoked{}));
    return true;
}

} // namespace balcao::relay
