// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/graphanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

SendResult accepted(const QJsonObject &answer)
{
    const QString wamid = answer.value("messages"_L1).toArray().at(0).toObject().value("id"_L1).toString();
    if (wamid.isEmpty())
        return Doubtful{};
    const QJsonObject contact = answer.value("contacts"_L1).toArray().at(0).toObject();
    return Submitted{wamid, contact.value("wa_id"_L1).toString(), contact.value("user_id"_L1).toString()};
}

/// Meta's details sometimes quote the recipient; digits in a row are all that could name a person.
QString withoutNumbers(QString detail)
{
    qsizetype run = 0;
    for (qsizetype i = 0; i <= detail.size(); ++i) {
        if (i < detail.size() && detail[i].isDigit()) {
            ++run;
            continue;
        }
        if (run >= 7) {
            for (qsizetype k = i - run; k < i; ++k)
                detail[k] = u'•';
        }
        run = 0;
    }
    return detail.left(512);
}

} // namespace

bool isFormTrouble(int code)
{
    // A parameter that is wrong, missing or no value; a type that does not go.
    constexpr int kCodes[] = {100, 131008, 131009, 131051};
    return std::ranges::find(kCodes, code) != std::end(kCodes);
}

SendResult readSendAnswer(int httpStatus, const QByteArray &body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    if (httpStatus == 200)
        return accepted(answer);
    const QJsonObject error = answer.value("error"_L1).toObject();
    if (error.value("code"_L1).isDouble()) {
        const Refusal refusal{error.value("code"_L1).toInt(), httpStatus, error.value("is_transient"_L1).toBool()};
        const QString details = error.value("error_data"_L1).toObject().value("details"_L1).toString();
        return Refused{refusal, withoutNumbers(details.isEmpty() ? error.value("message"_L1).toString() : details)};
    }
    // Bare answers come from proxies: 429 and 4xx were turned away at the door, 5xx may be past it.
    if (httpStatus == 429)
        return Refused{{130429, httpStatus, true}, u"bare 429"_s};
    if (httpStatus >= 400 && httpStatus < 500)
        return Refused{{-httpStatus, httpStatus, false}, u"bare %1"_s.arg(httpStatus)};
    return Doubtful{};
}

} // namespace balcao::relay
