// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/graphnumber.h"

#include "core/text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

http::HttpRequest graphNumberRequest(const GraphAccess &access, const QString &channel)
{
    return graphQuestion(access, channel,
                         "verified_name,display_phone_number,quality_rating,code_verification_status,name_status,"
                         "status"_L1);
}

std::optional<wire::ChannelHealth> readNumberAnswer(const QString &channel, int httpStatus, const QByteArray &body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const auto said = [&answer](QLatin1StringView field, qsizetype most) {
        return previewText(answer.value(field).toString(), most);
    };
    constexpr qsizetype kLongestName = 256;
    constexpr qsizetype kLongestWord = 32;
    wire::ChannelHealth health;
    health.channel = channel;
    health.verifiedName = said("verified_name"_L1, kLongestName);
    health.number = said("display_phone_number"_L1, kLongestWord);
    health.quality = said("quality_rating"_L1, kLongestWord);
    health.verification = said("code_verification_status"_L1, kLongestWord);
    health.nameStatus = said("name_status"_L1, kLongestWord);
    health.status = said("status"_L1, kLongestWord);
    // Of another object, or none: an answer that lacks what every number has says nothing of what it has.
    if (httpStatus != 200 || health.number.isEmpty())
        return {};
    return health;
}

bool isNumberRefused(int httpStatus, const QByteArray &body)
{
    constexpr int kToken = 190;
    constexpr int kPermission = 10;
    constexpr int kFirstPermission = 200;
    constexpr int kLastPermission = 299;
    constexpr int kParameter = 100;
    constexpr int kNoSuchObject = 33; // a subcode
    const QJsonObject error = QJsonDocument::fromJson(body).object().value("error"_L1).toObject();
    const int code = error.value("code"_L1).toInt();
    const bool isGone = code == kParameter && error.value("error_subcode"_L1).toInt() == kNoSuchObject;
    return httpStatus >= 400 && httpStatus < 500 &&
           (code == kToken || code == kPermission || (code >= kFirstPermission && code <= kLastPermission) || isGone);
}

} // namespace balcao::relay
