// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Codes on their way to being pictures at Meta: drawn, handed over, tried again. Nothing of it is stored: after a restart
// a picture is drawn and handed over once more, which harms nobody. It is a courtesy beside the words, so that what Meta
// does not take within about a minute goes without, and what is wrong with it holds no other chat; but for what pauses
// a channel, once. Main thread, the Sender's.
#pragma once

#include "core/clock.h"
#include "core/id.h"
#include "http/httpclient.h"
#include "relay/sending/graphrequest.h"
#include "relay/sending/retrytable.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <map>

namespace balcao::relay {

class Logger;

/// What is known of a message's picture.
struct Picture
{
    QString code;    ///< that it shows
    QString mediaId; ///< empty: the message goes without
};

class Pictures
{
public:
    /// Why the message has to wait; `code` is Meta's.
    struct Hindrance
    {
        Verdict verdict;
        int code = 0;
    };
    /// Without a hindrance of() knows the picture.
    using Heard = std::function<void(const std::optional<Hindrance> &hindrance)>;

    Pictures(http::HttpClient &http, const Clock &clock, Logger &logger, GraphAccess access);

    [[nodiscard]] std::optional<Picture> of(MessageId message) const;
    /// Draws the code and hands it over; `heard` from the event loop, and not after forget() or stop().
    void handOver(MessageId message, const QString &channel, const QString &code, Heard heard);
    /// Meta does not show it: the message goes without.
    void goWithout(MessageId message);
    void forget(MessageId message);
    /// What is under way is given up.
    void stop();

private:
    struct Trouble
    {
        Tries tries; ///< the next one included
        qint64 askedAt = 0;
        qint64 putOffMs = 0; ///< the message, by asking in vain and by waiting
    };

    struct Asked
    {
        MessageId message;
        QString channel;
        QString code;
    };

    void answered(const Asked &asked, const http::HttpOutcome &outcome, const Heard &heard);

    http::HttpClient &m_http;
    const Clock &m_clock;
    Logger &m_logger;
    GraphAccess m_access;
    QHash<MessageId, Picture> m_known;
    QHash<MessageId, Trouble> m_troubles;
    QSet<QString> m_paused; ///< channels, by a picture, since the last one that Meta took from there
    std::map<MessageId, std::unique_ptr<http::HttpCall>> m_calls;
    QObject m_here; ///< its end takes back what would be heard
};

} // namespace balcao::relay
