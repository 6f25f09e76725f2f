// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the tests of the sandbox share: an account, a sink that writes webhooks down, and a FakeGraph with an
// HTTP client in front of it.
#pragma once

#include "http/qthttpclient.h"
#include "sandbox/fakegraph.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace balcao::test {

sandbox::Account anAccount();
sandbox::Contact aContact(const QString &waId = QStringLiteral("5519960000101"),
                          const QString &bsuid = QStringLiteral("BR.104722001883"));
sandbox::Message aMessage(const QString &text, qint64 atMs = 1'795'000'000'000);

/// All messages[] or statuses[] of a body, in order.
QList<QJsonObject> itemsOf(const QByteArray &body, const QString &key);

/// Answers every webhook from the event loop with what `answer` says; writes all of them down.
class RecordingSink final : public sandbox::WebhookSink
{
public:
    void post(const QByteArray &body, const QByteArray &signature, std::function<void(int)> done) override;

    /// Of all bodies that were answered 200, in order.
    [[nodiscard]] QList<QJsonObject> items(const QString &key) const;
    [[nodiscard]] QStringList texts() const;

    std::function<int(int post)> answer = [](int) { return 200; }; ///< HTTP status of the n-th POST, from 0
    bool holdsAnswers = false;                                     ///< until answerHeld()
    void answerHeld();
    QList<QByteArray> bodies;
    QList<QByteArray> signatures;
    QList<QByteArray> taken; ///< answered 200

private:
    QObject m_context;
    QList<std::function<void()>> m_held;
};

struct GraphReply
{
    int status = 0; ///< 0: no answer
    QJsonObject json;
    QByteArray body;
};

/// A FakeGraph that runs, and a way to speak to it.
class Scene
{
public:
    /// `before` runs before the FakeGraph starts.
    explicit Scene(const std::function<void(Scene &)> &before = {});

    /// Waits for the answer. `path` empty: the first channel's messages.
    GraphReply post(const QJsonObject &body, const QByteArray &token = "sandbox-token", const QString &path = {});
    GraphReply request(const QByteArray &method, const QString &path, const QByteArray &body,
                       const QByteArray &token = "sandbox-token", const QByteArray &type = "application/json");
    /// A file by the first channel, or by that `path`.
    GraphReply upload(const QByteArray &form, const QByteArray &type, const QByteArray &token = "sandbox-token",
                      const QString &path = QStringLiteral("/v25.0/100200300400500/media"));
    /// A text to `to`, with `opaque` as its callback data.
    GraphReply text(const QString &to, const QString &opaque = QStringLiteral("op"));
    void fault(const QJsonObject &changes);

    ManualClock clock{1'795'000'000'000};
    OffsetClock shown{clock}; ///< to the FakeGraph
    sandbox::FaultBoard faults{7};
    sandbox::PhoneBook book;
    RecordingSink sink;
    sandbox::WebhookSender sender{anAccount(), faults, book, sink};
    sandbox::FakeGraph graph{shown, faults, book, sender};

private:
    http::QtHttpClient m_client{{QStringLiteral("127.0.0.1")}};
};

QJsonObject textTo(const QString &field, const QString &to, const QString &opaque = QStringLiteral("op"));

} // namespace balcao::test
