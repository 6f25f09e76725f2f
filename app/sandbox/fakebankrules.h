// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the standard says that a request's body must be, and what a bank answers when it is not. Strict where real
// banks are lenient, so that a request of ours that passes here passes anywhere. Pure.
// Source: API Pix 2.9.0 (CobSolicitada, CobRevisada, DevolucaoSolicitada, WebhookSolicitado, Problema).
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace balcao::sandbox {

struct Violation
{
    QString property; ///< "cob.valor.original"
    QString reason;
};

QList<Violation> violationsOfCharge(const QJsonObject &body);
QList<Violation> violationsOfRevision(const QJsonObject &body);
QList<Violation> violationsOfReturn(const QJsonObject &body);
QList<Violation> violationsOfWebhook(const QJsonObject &body);

/// What the bank says: 2xx with a body, or a problem.
struct BankReply
{
    int status = 200;
    QJsonObject json;
    QStringList shown = {}; ///< endToEndIds that the asker has seen with it

    [[nodiscard]] bool isProblem() const { return status >= 400; }
};

/// `type` is the last part of https://pix.bcb.gov.br/api/v2/error/…
BankReply problemReply(int status, QLatin1StringView type, const QList<Violation> &violations = {});

} // namespace balcao::sandbox
