// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// An outbox, a relay that it sends to, and a chat to write in.
#pragma once

#include "desk.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace balcao::test {

struct Sending : Desk
{
    std::unique_ptr<sync::Outbox> outbox;
    const ConversationId chat = ConversationId::create();
    const OperatorId ana = OperatorId::create();

    Sending() { begin(); }
    /// As after a start of the program.
    void begin()
    {
        outbox = std::make_unique<sync::Outbox>(store, client, relayClock, slowly(random));
        outbox->setSeen(seen());
    }
    [[nodiscard]] sync::Seen seen(qint64 cursor = 0) const { return {{cursor, relay.log.log}, {relay.log.log, 0, 0}}; }
    void read()
    {
        const qint64 cursor = write([](store::StoreWriter &w) { return w.head(); }).cursor;
        write([page = relay.log.after(cursor, 500, relay.restored)](store::StoreWriter &w) {
            return w.applyPage(page, kLogStart);
        });
    }
    /// The shop's server comes back from a backup, or its disk was set back, and this desk reads all of its log.
    void restoreRelay(bool keepsItsName)
    {
        const LogId before = relay.log.log;
        outbox->stop();
        read();
        if (keepsItsName) {
            relay.log.events.last().at += kHourMs;
        } else {
            relay.log.log = LogId::create();
            relay.restored = wire::RestoredFrom{before, relay.log.head()};
        }
        for (int i = 0; i < 3; ++i) // it notices, replays, and settles what was in question
            read();
        relay.always = FakeRelay::Fault::None;
        begin();
        outbox->start();
    }

    void say(const QString &text) { outbox->sendText(chat, text, ana, {}); }
    QStringList refused()
    {
        QStringList texts;
        for (const store::PendingRow &row : pending(chat)) {
            if (row.state == store::PendingRow::State::Refused)
                texts.append(row.text);
        }
        return texts;
    }
    [[nodiscard]] QStringList arrived() const
    {
        QStringList texts;
        for (const QByteArray &body : relay.commandBodies) {
            const QJsonArray commands =
                QJsonDocument::fromJson(body).object().value(QLatin1StringView("commands")).toArray();
            for (const QJsonValue &command : commands)
                texts.append(command[QLatin1StringView("body")][QLatin1StringView("content")][QLatin1StringView("text")]
                                 .toString());
        }
        return texts;
    }
};

} // namespace balcao::test
