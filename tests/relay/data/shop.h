// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A shop in which a customer has written, for the tests of commands.
#pragma once

#include "teststore.h"

namespace balcao::test {

inline const Writer kRosa{QStringLiteral("5519987654471"), {}, QStringLiteral("Rosa"), {}};

/// A shop in which Rosa has written, and what a command may name.
struct Shop : TestStore
{
    CustomerId customer;
    ConversationId conversation;

    Shop()
    {
        text(kRosa, QStringLiteral("wamid.1"), QStringLiteral("oi"));
        customer = *last<wire::MessageReceived>().subject.customer;
        conversation = *last<wire::MessageReceived>().subject.conversation;
    }
    [[nodiscard]] wire::SendMessage send(const QString &text = QStringLiteral("Tem sim!")) const
    {
        wire::SendMessage made{MessageId::create(), conversation, {}, {}};
        made.content.text = text;
        return made;
    }
    /// João's, who wrote too.
    MessageId messageOfAnother()
    {
        text({QStringLiteral("5519987654482"), {}, QStringLiteral("João"), {}}, QStringLiteral("wamid.joao"),
             QStringLiteral("oi"));
        return *last<wire::MessageReceived>().subject.message;
    }
    /// As if this were a copy of that log, up to its `head`.
    void becomeCopyOf(LogId log, qint64 head)
    {
        QJsonObject from = wire::encode(wire::RestoredFrom{log, head});
        from.insert(QStringLiteral("at"), clock.nowMs());
        if (!data().setMeta(QStringLiteral("restored_from"), wire::canonicalJson(from)))
            qFatal("meta");
    }
    wire::Command expecting(wire::CommandBody body, qint64 seq)
    {
        wire::Command made = command(std::move(body));
        made.expect = wire::Expect{seq};
        return made;
    }
};

} // namespace balcao::test
