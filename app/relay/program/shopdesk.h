// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The sandbox's own desk: pairs itself, adds the people who serve, and writes the shop's side of the
// history, all through the relay's HTTP calls like any other desk. One call at a time. Main thread.
#pragma once

#include "core/clock.h"
#include "http/httpclient.h"
#include "sandbox/cast.h"
#include "wire/calls.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <functional>
#include <memory>

namespace balcao::relay {

class ShopDesk : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(bool accepted)>;
    using PersonOf = std::function<int(const QString &waIdOrBsuid)>; ///< -1: nobody

    ShopDesk(http::HttpClient &http, const Clock &clock, QUrl relay, PersonOf personOf);

    void pair(const QString &code, Done done);
    /// Ana, a manager with PIN 123456, and Bruno with 1234; who receives the shop's Pix.
    void addStaff(Done done);
    /// A text to this person, in turn by Ana and Bruno; not accepted when they have no conversation yet.
    void say(int person, const QString &text, const QString &quotedWamid, Done done);
    /// What the line asks for, through the bank.
    void charge(const sandbox::ScriptLine &line, Done done);
    /// Of the charge that this payment is for; empty: it was not made.
    [[nodiscard]] QString txidOf(const sandbox::ScriptLine &payment) const;
    /// Once the relay has it from the bank.
    void awaitPaid(const sandbox::ScriptLine &payment, Done done);
    /// What a shop has after a while: what was answered is read, tags on some, a hand-over, notes, something put off, quick replies.
    void settleIn(Done done);
    [[nodiscard]] DeskId desk() const { return m_desk; }

private:
    using Heard = std::function<void(const QByteArray &body)>; ///< empty: not a 200

    void call(const QByteArray &method, const QString &path, const QByteArray &body, Heard heard);
    void command(wire::CommandBody body, OperatorId by, Done done);
    void setPin(OperatorId id, const QString &pin, Done done);
    void openSession(OperatorId id, const QString &pin, Done done);
    [[nodiscard]] QList<wire::CommandBody> habits() const;
    [[nodiscard]] QList<wire::CommandBody> reads() const;
    [[nodiscard]] wire::ChargePix chargeOf(int person, Money amount, const QString &description) const;
    [[nodiscard]] wire::ChargePix cakeCharge() const;
    void doAll(QList<wire::CommandBody> commands, Done done);
    void catchUp(std::function<void()> then, int waitS = 0);
    void awaitPaid(ChargeId charge, int looks, Done done);
    [[nodiscard]] OperatorId nextOperator();
    void learn(const wire::Event &event);
    void learnPerson(const wire::Event &event, const wire::WireIdentifiers &identifiers);

    http::HttpClient &m_http;
    const Clock &m_clock;
    QUrl m_relay;
    PersonOf m_personOf;
    std::unique_ptr<http::HttpCall> m_call;
    QByteArray m_token;
    QString m_session;
    DeskId m_desk;
    OperatorId m_ana = OperatorId::create();
    OperatorId m_bruno = OperatorId::create();
    qint64 m_cursor = 0;
    int m_said = 0;
    QHash<CustomerId, int> m_people;
    QHash<int, CustomerId> m_customers;             ///< by person
    QHash<int, ConversationId> m_conversations;     ///< by person
    QHash<QString, MessageId> m_messages;           ///< by wamid
    QHash<std::pair<int, int>, ChargeId> m_charges; ///< by person and line
    QSet<ChargeId> m_paid;
    QHash<int, qint64> m_readUpto; ///< by person: what was there when they were answered
};

} // namespace balcao::relay
