// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The bank that the sandbox pretends to be: "API Pix padrão" over real HTTP on loopback, with state, tokens, webhooks,
// and faults; TLS with client certificates by a TlsFront before it. Counts what it was asked, and keeps for each Pix
// how often its owner has looked at it, so that a test can say what nobody may have believed unseen. Works in the
// thread it was made in, which needs an event loop; the HTTP itself runs on the edge's thread.
// Source: API Pix 2.9.0; RFC 6749, 4.4.
#pragma once

#include "sandbox/fakebankbook.h"
#include "sandbox/fakebankhooks.h"

#include "edge/httpedge.h"

#include <QUrl>

#include <array>

namespace balcao::sandbox {

class FakeBank : public QObject
{
    Q_OBJECT

public:
    /// What it is given by reference outlives it. `client` carries the webhooks.
    FakeBank(const Clock &clock, http::HttpClient &client, BankAccount account = {}, quint32 seed = 1);
    ~FakeBank() override;

    using Handler = std::function<edge::Response(const edge::Request &)>;
    /// Another door on the same port; the handler runs in this object's thread. Before start().
    void addRoute(const QByteArray &method, const QByteArray &path, Handler handler);
    /// Port 0: any free one.
    Result<void> start(quint16 port = 0);
    void stop();
    [[nodiscard]] quint16 port() const { return m_edge.port(); }
    [[nodiscard]] QUrl baseUrl() const;  ///< http://127.0.0.1:PORT/v2
    [[nodiscard]] QUrl tokenUrl() const; ///< http://127.0.0.1:PORT/oauth/token

    // What goes wrong.
    [[nodiscard]] const BankFaults &faults() const { return m_faults; }
    void setFaults(const BankFaults &faults);
    /// For the coming calls of that kind, one each, before the rates are asked.
    void next(BankCall call, const QList<BankFault> &faults);
    /// All tokens that are out are dead.
    void forgetTokens() { m_tokens.clear(); }
    void setTokenLife(int seconds) { m_tokenLifeS = seconds; }
    /// Of the newest token.
    [[nodiscard]] const QStringList &grantedScopes() const { return m_granted; }

    // What people do; webhooks follow. Ids of Pix are empty when it cannot be.
    /// As it should be: open, in time, the right amount.
    QString pay(const QString &txid, const Payer &payer = {});
    /// However: too much, too little, twice, too late.
    QString payAnyhow(const QString &txid, Money amount, const Payer &payer = {});
    QString payWithoutCharge(Money amount, const QString &txid = {}, const Payer &payer = {});
    /// MED; the id of the return.
    QString takeBack(const QString &endToEndId, Money amount, const QString &nature = QStringLiteral("MED_FRAUDE"));
    /// Returns under way come to their end.
    void settleReturns(bool done = true);
    /// What a stranger sends: a Pix that never was, of a charge that is.
    void forgeHook(const QString &txid, Money amount);
    /// Exactly these bytes to the registered address.
    void sendHook(const QByteArray &body);

    // What was seen.
    [[nodiscard]] const FakeBankBook &book() const { return m_book; }
    [[nodiscard]] const QList<HookPost> &hooks() const { return m_hooks.posts(); }
    [[nodiscard]] bool hooksAreOut() const { return m_hooks.pending() == 0; }
    /// Requests of that kind that came in, whatever became of them.
    [[nodiscard]] int calls(BankCall call) const { return m_calls.at(static_cast<std::size_t>(call)); }
    [[nodiscard]] int count(const QString &misdeed) const;

Q_SIGNALS:
    void chargeRegistered(const QString &txid);

private:
    struct Token
    {
        QStringList scopes;
        qint64 until = 0;
    };
    struct Asked
    {
        BankCall call = BankCall::Other;
        QByteArray method;
        QStringList parts; ///< of the path behind the base, decoded
        QString scope;
    };

    void handle(const edge::Request &request, const edge::Exchange &exchange);
    void giveToken(const edge::Request &request, const edge::Exchange &exchange);
    [[nodiscard]] bool isClient(const edge::Request &request, const QHash<QString, QString> &form) const;
    static Asked asked(const edge::Request &request);
    [[nodiscard]] std::optional<edge::Response> objection(const edge::Request &request, const Asked &what);
    [[nodiscard]] BankReply act(const edge::Request &request, const Asked &what);
    [[nodiscard]] BankFault drawn(BankCall call);
    [[nodiscard]] std::optional<edge::Response> turnedAway(BankFault fault) const;
    void watchForBlindness(const Asked &what, const QString &path, bool answered);
    void conclude(BankFault fault, const edge::Exchange &exchange, const edge::Response &response);
    void answer(const edge::Exchange &exchange, const edge::Response &response) const;
    void tellOf(const QString &endToEndId);

    const Clock &m_clock;
    BankFaults m_faults;
    FakeBankBook m_book;
    FakeBankHooks m_hooks;
    QRandomGenerator m_random;
    int m_tokenLifeS = 3600;
    int m_tokensGiven = 0;
    QHash<QByteArray, Token> m_tokens;
    QStringList m_granted;
    QHash<BankCall, QList<BankFault>> m_next;
    QStringList m_unanswered;     ///< PUTs of which the asker does not know what became
    QList<edge::Exchange> m_held; ///< never answered
    std::array<int, kBankCalls> m_calls{};
    edge::HttpEdge m_edge; ///< last: its thread ends first
};

} // namespace balcao::sandbox
