// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The desk's side of the relay's /v1 calls. Asynchronous, GUI thread; a call's handle aborts it when
// destroyed. Event pages and outcomes come back as bytes: the writer thread decodes them. https only, plain http only
// to loopback. Never logs a token, a path or a body.
#pragma once

#include "http/httpclient.h"
#include "wire/calls.h"

#include <variant>

namespace balcao::net {

struct CallFailure
{
    enum class Kind {
        Offline,   ///< no connection, or it was cut
        NotSecure, ///< the certificate cannot be trusted
        Timeout,
        Unauthorized, ///< the token is not known: pair again, keep everything
        Revoked,      ///< this desk was disconnected: the only one that wipes
        RateLimited,
        Trouble,   ///< the relay answered 5xx
        Rejected,  ///< it said no; see `problem`
        NotBalcao, ///< something else answered
    };

    Kind kind = Kind::Offline;
    Problem problem;
    int retryAfterS = 0;        ///< as the relay asked, with RateLimited and Trouble
    bool mayHaveArrived = true; ///< false: surely nothing was done there
};

template <class T>
using CallResult = std::variant<T, CallFailure>;
using Call = std::unique_ptr<http::HttpCall>;
template <class T>
using CallDone = std::function<void(CallResult<T>)>;

/// "balcao.shop.example", "balcao.shop.example:8443", "http://127.0.0.1:8480": an https URL without path,
/// or loopback http; invalid otherwise (addresses in numbers apart from loopback are not names).
QUrl relayUrl(const QString &address);

class RelayClient
{
public:
    /// How long nothing may be heard; with the wait of a poll it is how late the desk learns that nobody answers.
    struct Patience
    {
        std::chrono::milliseconds call{15000};
        std::chrono::milliseconds pollSlack{4000}; ///< beyond what the relay was asked to wait
        std::chrono::milliseconds page{9000};      ///< for a page that is asked for at once
    };

    RelayClient(http::HttpClient &http, QUrl relay, QByteArray token = {});
    RelayClient(http::HttpClient &http, QUrl relay, QByteArray token, const Patience &patience);

    [[nodiscard]] Call health(QObject *context, CallDone<wire::Health> done);
    [[nodiscard]] Call pair(const wire::PairRequest &request, QObject *context, CallDone<wire::PairAnswer> done);
    /// `waitS` seconds at the relay when there is nothing new; the call may take a little more (Patience).
    [[nodiscard]] Call events(qint64 after, int limit, int waitS, QObject *context, CallDone<QByteArray> done);
    /// Commands as stored, byte for byte; the answer is an OutcomeBatch, one for each. `read`: how far this desk has,
    /// as a LogPlace; empty: nothing yet.
    [[nodiscard]] Call commands(const QList<QByteArray> &commands, const QString &session, const QByteArray &read,
                                QObject *context, CallDone<QByteArray> done);
    [[nodiscard]] Call openSession(const wire::SessionRequest &request, QObject *context,
                                   CallDone<wire::SessionAnswer> done);
    [[nodiscard]] Call setPin(const wire::PinRequest &request, QObject *context, CallDone<bool> done);
    [[nodiscard]] Call live(const wire::LiveRequest &request, QObject *context, CallDone<bool> done);

private:
    using Raw = std::function<void(CallResult<QByteArray>)>;
    [[nodiscard]] Call send(const QByteArray &method, const QString &path, const QString &query, const QByteArray &body,
                            std::chrono::milliseconds timeout, QObject *context, Raw done);
    template <class T>
    [[nodiscard]] Call post(const QString &path, const QByteArray &body, QObject *context, CallDone<T> done);

    http::HttpClient &m_http;
    QUrl m_relay;
    QByteArray m_token;
    Patience m_patience;
};

} // namespace balcao::net
