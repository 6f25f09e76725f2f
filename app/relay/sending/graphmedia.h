// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A picture at Meta: the form in which it is handed over (POST /{version}/{phone_number_id}/media), the id that comes
// back, and the message that shows it. Pure.
// Source: Meta, business-phone-numbers/media (an id lasts 30 days) and messages/image-messages (2026); RFC 7578.
#pragma once

#include "relay/sending/graphanswer.h"
#include "relay/sending/graphmessage.h"

namespace balcao::relay {

/// Characters beside a picture; a text may be longer.
inline constexpr qsizetype kLongestCaption = 1024;

struct MediaForm
{
    QByteArray contentType; ///< with its boundary, which does not occur in the picture
    QByteArray body;
};
MediaForm graphMediaForm(const QByteArray &png);

/// Meta has it.
struct Uploaded
{
    QString mediaId;
};

/// Of a complete HTTP answer. Nothing is in doubt as with a send, since a picture may be handed over twice: an answer that
/// nobody can read is that of a service which is down.
std::variant<Uploaded, Refused> readMediaAnswer(int httpStatus, const QByteArray &body);

/// The picture with the content's text below it. Empty where there is no address, no id or too much text.
QByteArray graphImageBody(const GraphSend &send, const QString &mediaId);

/// Meta's codes that say of a message with a picture: not with this one. The words alone may go all the same.
bool isPictureTrouble(int code);

} // namespace balcao::relay
