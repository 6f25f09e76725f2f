// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Requests and answers of the /v1 calls other than the events and commands themselves.
#pragma once

#include "wire/command.h"

namespace balcao::wire {

/// POST /v1/pair. `code`: 8 characters; `nonce`: the desk's, so that a lost answer can be asked for again.
struct PairRequest
{
    QString code;
    QString device;
    QString nonce;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("code", self.code, 32);
        visit("device", self.device, 128);
        visit("nonce", self.nonce, 64);
    }
    friend bool operator==(const PairRequest &, const PairRequest &) = default;
};

struct ShopInfo
{
    QString name;
    QString timezone; ///< IANA

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("name", self.name, 128);
        visit("timezone", self.timezone, 64);
    }
    friend bool operator==(const ShopInfo &, const ShopInfo &) = default;
};

struct OperatorInfo
{
    OperatorId id;
    QString name;
    Role role = Role::Attendant;
    bool hasPin = false;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("id", self.id);
        visit("name", self.name, 128);
        visit("role", self.role);
        visit("has_pin", self.hasPin);
    }
    friend bool operator==(const OperatorInfo &, const OperatorInfo &) = default;
};

struct PairAnswer
{
    QString token;
    DeskId desk;
    ShopInfo shop;
    QList<OperatorInfo> operators;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("token", self.token, 128);
        visit("desk", self.desk);
        visit("shop", self.shop);
        visit.maybe("operators", self.operators);
    }
    friend bool operator==(const PairAnswer &, const PairAnswer &) = default;
};

/// POST /v1/sessions.
struct SessionRequest
{
    OperatorId operatorId;
    QString pin;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("operator", self.operatorId);
        visit("pin", self.pin, 16);
    }
    friend bool operator==(const SessionRequest &, const SessionRequest &) = default;
};

struct SessionAnswer
{
    QString session;
    qint64 expires = 0; ///< relay time, UTC ms

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("session", self.session, 128);
        visit("expires", self.expires);
    }
    friend bool operator==(const SessionAnswer &, const SessionAnswer &) = default;
};

/// POST /v1/pin. Needs `oldPin`, or a manager's `session`; neither while the operator has no PIN yet.
struct PinRequest
{
    OperatorId operatorId;
    QString newPin;
    QString oldPin;
    QString session;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("operator", self.operatorId);
        visit("new", self.newPin, 16);
        visit.maybe("old", self.oldPin, 16);
        visit.maybe("session", self.session, 128);
    }
    friend bool operator==(const PinRequest &, const PinRequest &) = default;
};

/// Who is viewing or typing where; never in the log.
struct Presence
{
    OperatorId operatorId;
    DeskId desk;
    ConversationId conversation;
    bool typing = false;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("operator", self.operatorId);
        visit("desk", self.desk);
        visit("conversation", self.conversation);
        visit("typing", self.typing);
    }
    friend bool operator==(const Presence &, const Presence &) = default;
};

/// POST /v1/live; `conversation` absent: looking at none.
struct LiveRequest
{
    OperatorId operatorId;
    std::optional<ConversationId> conversation;
    bool typing = false;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("operator", self.operatorId);
        visit("conversation", self.conversation);
        visit("typing", self.typing);
    }
    friend bool operator==(const LiveRequest &, const LiveRequest &) = default;
};

/// What is so at this moment and is in no event.
struct Live
{
    QList<Presence> present;
    std::optional<qint64> bankReadAt; ///< the relay has listed what came to the bank, and events tell of all of it

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.maybe("present", self.present);
        visit("bank_read_at", self.bankReadAt);
    }
    friend bool operator==(const Live &, const Live &) = default;
};

/// After a restore from backup: the incarnation that the copy was made of, and how far it reached.
struct RestoredFrom
{
    LogId log;
    qint64 head = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("log", self.log);
        visit("head", self.head);
    }
    friend bool operator==(const RestoredFrom &, const RestoredFrom &) = default;
};

/// The event that a page was asked to begin after: another time under its number is another log.
struct PageStart
{
    qint64 seq = 0;
    qint64 at = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("seq", self.seq);
        visit("at", self.at);
    }
    friend bool operator==(const PageStart &, const PageStart &) = default;
};

/// GET /v1/events.
struct EventPage
{
    LogId log;
    qint64 now = 0; ///< relay time, UTC ms
    qint64 head = 0;
    bool more = false;
    QList<Event> events;
    Live live;
    std::optional<RestoredFrom> restoredFrom;
    std::optional<PageStart> start; ///< nothing: from the log's beginning

    friend bool operator==(const EventPage &, const EventPage &) = default;
};
QByteArray toBytes(const EventPage &page);
Parsed<EventPage> eventPageFromBytes(const QByteArray &json);

/// How far a desk has read: the newest event that it has of which log. seq 0: nothing yet.
struct LogPlace
{
    LogId log;
    qint64 seq = 0;
    qint64 at = 0; ///< when that event was logged

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("log", self.log);
        visit("seq", self.seq);
        visit("at", self.at);
    }
    friend bool operator==(const LogPlace &, const LogPlace &) = default;
};

/// POST /v1/commands: at most 100 commands. `session` for manager kinds. `read`: when the relay has another log now, or
/// another event there, none of them is judged (log-changed), for one of them may have been carried out before.
struct CommandBatch
{
    QList<QJsonObject> commands;
    QString session;
    std::optional<LogPlace> read = {};

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("commands", self.commands);
        visit.maybe("session", self.session, 128);
        visit("read", self.read);
    }
    friend bool operator==(const CommandBatch &, const CommandBatch &) = default;
};

/// One outcome for each command, in the same order.
struct OutcomeBatch
{
    QList<Outcome> outcomes;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("outcomes", self.outcomes);
    }
    friend bool operator==(const OutcomeBatch &, const OutcomeBatch &) = default;
};

/// GET /v1/health.
struct ChannelState
{
    QString channel;
    QString label;
    QString state; ///< "ok", "paused"
    qint64 waiting = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("channel", self.channel, 64);
        visit.maybe("label", self.label, 128);
        visit("state", self.state, 32);
        visit("waiting", self.waiting);
    }
    friend bool operator==(const ChannelState &, const ChannelState &) = default;
};

struct Health
{
    QString version;
    LogId log;
    qint64 now = 0;
    qint64 head = 0;
    qint64 queueDepth = 0;
    std::optional<qint64> lastWebhookAt;
    QList<ChannelState> channels;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("version", self.version, 64);
        visit("log", self.log);
        visit("now", self.now);
        visit("head", self.head);
        visit("queue_depth", self.queueDepth);
        visit("last_webhook_at", self.lastWebhookAt);
        visit.maybe("channels", self.channels);
    }
    friend bool operator==(const Health &, const Health &) = default;
};

/// application/problem+json
QByteArray toBytes(const Problem &problem);
/// Anything that is not a problem document is bad-request.
Problem problemFromBytes(const QByteArray &json);

/// Bytes of any struct with fields; and back, with `code` when malformed.
template <class T>
requires requires(const T &t, Encoder &e)
{
    T::fields(t, e);
}
QByteArray toBytes(const T &value)
{
    return canonicalJson(encode(value));
}
template <class T>
Parsed<T> fromBytes(const QByteArray &json, QLatin1StringView code = problem::kBadRequest)
{
    const auto object = parseObject(json, code);
    if (!object)
        return object.problem();
    return decode<T>(*object, code);
}

} // namespace balcao::wire
