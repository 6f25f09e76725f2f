// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/graphmedia.h"

#include "relay/store/metacodes.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestId = 256;
constexpr int kServiceDown = 2; // Meta's own code for it

QByteArray field(const QByteArray &boundary, QByteArrayView disposition, QByteArrayView value)
{
    QByteArray part = "--" + boundary + "\r\nContent-Disposition: form-data; ";
    part.append(disposition).append("\r\n\r\n").append(value).append("\r\n");
    return part;
}

} // namespace

MediaForm graphMediaForm(const QByteArray &png)
{
    const QByteArray boundary = "balcao-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    return {"multipart/form-data; boundary=" + boundary,
            field(boundary, "name=\"messaging_product\"", "whatsapp") + field(boundary, "name=\"type\"", "image/png") +
                field(boundary, "name=\"file\"; filename=\"pix.png\"\r\nContent-Type: image/png", png) + "--" +
                boundary + "--\r\n"};
}

std::variant<Uploaded, Refused> readMediaAnswer(int httpStatus, const QByteArray &body)
{
    const Refused unreadable{{kServiceDown, httpStatus, true}, u"no answer that can be read"_s};
    if (httpStatus == 200) {
        const QString id = QJsonDocument::fromJson(body).object().value("id"_L1).toString();
        if (id.isEmpty() || id.size() > kLongestId)
            return unreadable;
        return Uploaded{id};
    }
    const SendResult read = readSendAnswer(httpStatus, body);
    const auto *refused = std::get_if<Refused>(&read);
    return refused ? *refused : unreadable;
}

QByteArray graphImageBody(const GraphSend &send, const QString &mediaId)
{
    const QString &caption = send.content.text;
    if (mediaId.isEmpty() || caption.size() > kLongestCaption || send.address.field.isEmpty())
        return {};
    const QJsonObject body = graphEnvelope(send, u"image"_s, {{u"id"_s, mediaId}, {u"caption"_s, caption}});
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

bool isPictureTrouble(int code)
{
    return code == kFileRefused || isFormTrouble(code);
}

} // namespace balcao::relay
