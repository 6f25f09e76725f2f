// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The FakeBank's webhooks: POSTs to whatever address is registered, on loopback alone, some late, twice, gathered, as an
// array, or never. No signature, as with the real ones: nothing in them can be believed. One thread with an event loop.
#pragma once

#include "sandbox/fakebankfaults.h"

#include "http/httpclient.h"

#include <QJsonArray>
#include <QObject>
#include <QRandomGenerator>
#include <QTimer>

#include <map>

namespace balcao::sandbox {

/// One POST and what became of it.
struct HookPost
{
    QUrl url;
    QByteArray body;
    int status = -1; ///< -1: under way; 0: no answer
};

class FakeBankHooks : public QObject
{
    Q_OBJECT

public:
    /// `client` outlives this and reaches loopback only.
    FakeBankHooks(http::HttpClient &client, quint32 seed);

    void setFaults(const BankFaults &faults) { m_faults = faults; }
    /// As the bank does it: with faults, again until it is taken (four times at most).
    void tell(const QString &registered, const QJsonObject &pix);
    /// Exactly this body at exactly this address, once: what a stranger sends.
    void post(const QUrl &url, const QByteArray &body) { post(url, body, kTries); }

    [[nodiscard]] const QList<HookPost> &posts() const { return m_posts; }
    /// Bodies that wait or are under way.
    [[nodiscard]] qsizetype pending() const { return m_waiting + static_cast<qsizetype>(m_calls.size()); }

private:
    static constexpr int kTries = 4;

    void flush();
    void deliver(const QString &registered, const QJsonArray &pix);
    void post(const QUrl &url, const QByteArray &body, int tried);
    [[nodiscard]] QUrl addressed(const QString &registered) const;

    http::HttpClient &m_client;
    QRandomGenerator m_random;
    BankFaults m_faults;
    QString m_gatheredFor;
    QJsonArray m_gathered;
    QTimer m_gathering;
    QList<HookPost> m_posts;
    std::map<qsizetype, std::unique_ptr<http::HttpCall>> m_calls; ///< by place in m_posts
    qsizetype m_waiting = 0;
};

} // namespace balcao::sandbox
