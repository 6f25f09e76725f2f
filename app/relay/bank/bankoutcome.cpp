// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/bankoutcome.h"

#include "relay/bank/pixids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kCodeLimit = 64;
constexpr qsizetype kPropertyLimit = 64;
constexpr int kPropertiesTold = 5;
constexpr qint64 kLongestRetrySeconds = 3600;

BankTrouble troubleOf(int status)
{
    switch (status) {
    case 401:
    case 403:
        return BankTrouble::Unauthorized;
    case 404:
        return BankTrouble::NotFound;
    case 408: // somewhere on the way somebody ran out of patience
        return BankTrouble::Unknown;
    case 429:
        return BankTrouble::RateLimited;
    default:
        return status >= 400 && status < 500 ? BankTrouble::Refused : BankTrouble::Unknown;
    }
}

BankError errorOf(const http::HttpAnswer &answer)
{
    return {troubleOf(answer.status), problemCode(answer), answer.status, retryAfterMs(answer),
            problemProperties(answer.body)};
}

BankError errorOf(const http::HttpFailure &failed)
{
    BankError error;
    if (failed.error.kind == Error::Kind::Rejected && !failed.requestMayHaveArrived)
        error.trouble = BankTrouble::NotAllowed;
    else
        error.trouble = failed.requestMayHaveArrived ? BankTrouble::Unknown : BankTrouble::Unreachable;
    error.code = failed.insecure ? u"tls"_s : failed.error.kind == Error::Kind::Timeout ? u"timeout"_s : u"no-answer"_s;
    error.detail = failed.error.detail;
    return error;
}

/// "cob.valor.original": what a name may look like that is written into a log.
bool isPropertyName(QStringView text)
{
    return !text.isEmpty() && text.size() <= kPropertyLimit && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'.' || c == u'_';
    });
}

} // namespace

BankAnswer<QByteArray> readOutcome(const http::HttpOutcome &outcome)
{
    if (const auto *failed = std::get_if<http::HttpFailure>(&outcome))
        return errorOf(*failed);
    const auto &answer = std::get<http::HttpAnswer>(outcome);
    if (answer.status >= 200 && answer.status < 300)
        return answer.body;
    return errorOf(answer);
}

qint64 retryAfterMs(const http::HttpAnswer &answer)
{
    bool isNumber = false;
    const qint64 seconds = answer.header("Retry-After").value_or(QByteArray()).trimmed().toLongLong(&isNumber);
    return isNumber && seconds > 0 ? std::min(seconds, kLongestRetrySeconds) * 1000 : 0;
}

QString problemCode(const http::HttpAnswer &answer)
{
    const QString type = QJsonDocument::fromJson(answer.body).object().value("type"_L1).toString();
    const QString last = type.sliced(type.lastIndexOf(u'/') + 1);
    return isLettersAndDigits(last, 1, kCodeLimit) ? last : u"http-%1"_s.arg(answer.status);
}

QString problemProperties(const QByteArray &body)
{
    QStringList names;
    const QJsonArray violations = QJsonDocument::fromJson(body).object().value("violacoes"_L1).toArray();
    for (const auto &violation : violations) {
        const QString name = violation.toObject().value("propriedade"_L1).toString();
        if (isPropertyName(name) && names.size() < kPropertiesTold)
            names.append(name);
    }
    return names.join(u' ');
}

} // namespace balcao::relay
