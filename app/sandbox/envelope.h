// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Webhooks as Meta writes them, from plain values: messages, statuses, the envelope around them, its bytes and
// their signature. Pure functions.
// Source: Meta, webhooks/reference/messages (2026), business-scoped user ids (2026-06-29).
#pragma once

#include "sandbox/account.h"
#include "sandbox/phonebook.h"

#include <QJsonObject>

namespace balcao::sandbox {

/// What a customer sends. `content` as in ScriptLine.
struct Message
{
    Contact from;
    int channel = 0;
    QString wamid;
    qint64 atMs = 0;
    QString type = QStringLiteral("text");
    QString text;
    QJsonObject content;
    QString aboutWamid; ///< the message that is quoted or reacted to
    bool forwarded = false;
    bool referral = false;
};

struct StatusNews
{
    Contact to;
    int channel = 0;
    QString wamid;
    QString status; ///< sent, delivered, read, played, failed
    qint64 atMs = 0;
    QString opaque; ///< biz_opaque_callback_data of the send
    bool priced = false;
    int failCode = 0;
};

/// How WhatsApp hides or bends identities today.
struct Disguise
{
    bool withoutNinth = false;
    bool bsuidOnly = false;
};

/// What stands for this wa_id in webhooks and answers; empty when hidden.
QString shownWaId(const QString &waId, const Disguise &disguise);

/// One element of entry[].changes[].
struct Change
{
    QString field = QStringLiteral("messages");
    QJsonObject value;
};

Change changeOf(const Account &account, const Message &message, const Disguise &disguise);
Change changeOf(const Account &account, const StatusNews &news, const Disguise &disguise);

/// Changes of one field and one number of the shop become one, their order kept.
QList<Change> merged(const QList<Change> &changes);

/// The bytes of a POST. `perEntry`: after so many changes another entry begins.
QByteArray envelope(const Account &account, const QList<Change> &changes, int perEntry = 1000);

/// Value of X-Hub-Signature-256.
QByteArray signatureOf(const QByteArray &body, const QByteArray &appSecret);

} // namespace balcao::sandbox
