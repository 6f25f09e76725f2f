// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One send that the pretended WhatsApp accepted: what tests count.
#pragma once

#include <QJsonObject>
#include <QString>

namespace balcao::sandbox {

enum class Answered {
    Yes,     ///< 200 with the wamid
    Lost,    ///< the connection was closed instead
    Error5xx ///< a bare 500 instead
};

struct SendRecord
{
    QString wamid;
    QString to; ///< wa_id or BSUID under which the customer is known; else as it was given
    QString type;
    QString text;   ///< of a text message, or beside a file
    QString opaque; ///< biz_opaque_callback_data
    QJsonObject body;
    qint64 atMs = 0;
    int channel = 0;
    Answered answered = Answered::Yes;
    bool dropped = false;   ///< a BSUID in `to`: accepted, never delivered
    bool swallowed = false; ///< accepted and delivered, but no status ever tells
};

} // namespace balcao::sandbox
