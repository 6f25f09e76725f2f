// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/apipix.h"

#include "relay/bank/bankoutcome.h"
#include "relay/bank/pixids.h"
#include "relay/bank/pixjson.h"

#include "core/txid.h"

#include <QJsonDocument>
#include <QPointer>
#include <QUrlQuery>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPageSize = 100;
constexpr qsizetype kKeyLimit = 77;

/// It came, and cannot be understood: whatever was asked for may have happened.
BankError unreadable()
{
    return {BankTrouble::Unknown, u"unreadable"_s, 200, 0, {}};
}

/// For a place in a path.
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// Calls back only while the asker is there.
template <class T>
Bank::Done<T> guarded(QObject *context, Bank::Done<T> done)
{
    return [context = QPointer<QObject>(context), done = std::move(done)](const BankAnswer<T> &answer) {
        if (context)
            done(answer);
    };
}

template <class T>
BankAnswer<T> orUnreadable(const std::optional<T> &read)
{
    return read ? BankAnswer<T>(*read) : BankAnswer<T>(unreadable());
}

BankAnswer<BankReturn> readRefund(const QByteArray &body, const QString &id)
{
    const auto back = readReturn(QJsonDocument::fromJson(body).object());
    return orUnreadable(back && back->id == id ? back : std::nullopt);
}

bool isOrder(const ChargeOrder &order)
{
    return isChargeTxid(order.txid) && order.amount > Money{0} && order.amount <= kMostMoney &&
           order.expiresInSeconds > 0 && !order.key.isEmpty() && order.key.size() <= kKeyLimit;
}

bool isOrder(const RefundOrder &order)
{
    return isEndToEndId(order.endToEndId) && isShortPixId(order.id) && order.amount > Money{0} &&
           order.amount <= kMostMoney;
}

QString refundPath(const QString &endToEndId, const QString &id)
{
    return u"/pix/"_s + endToEndId + u"/devolucao/"_s + id;
}

} // namespace

ApiPix::ApiPix(BankSettings settings, http::HttpClient &client, const Clock &clock)
    : m_settings(std::move(settings)), m_client(client), m_token(m_settings, client, clock)
{
}

ApiPix::~ApiPix() = default;

void ApiPix::registerCharge(const ChargeOrder &order, QObject *context, Done<BankCharge> done)
{
    if (!isOrder(order))
        return refuse<BankCharge>(context, std::move(done));
    ask<BankCharge>({"PUT", u"/cob/"_s + order.txid, {}, chargeBody(order)}, context, std::move(done),
                    chargeReader(order.txid));
}

void ApiPix::cancelCharge(const QString &txid, QObject *context, Done<BankCharge> done)
{
    if (!isChargeTxid(txid))
        return refuse<BankCharge>(context, std::move(done));
    ask<BankCharge>({"PATCH", u"/cob/"_s + txid, {}, cancelBody()}, context, std::move(done), chargeReader(txid));
}

void ApiPix::findCharge(const QString &txid, QObject *context, Done<BankCharge> done)
{
    if (!isChargeTxid(txid))
        return refuse<BankCharge>(context, std::move(done));
    ask<BankCharge>({"GET", u"/cob/"_s + txid, {}, {}}, context, std::move(done), chargeReader(txid));
}

void ApiPix::listPayments(const PaymentQuery &query, QObject *context, Done<PaymentPage> done)
{
    if (query.toMs < query.fromMs || query.page < 0 || (!query.txid.isEmpty() && !isShortPixId(query.txid)))
        return refuse<PaymentPage>(context, std::move(done));
    // Rounded outwards, for seconds are all that is written.
    QList<std::pair<QString, QString>> items{{u"inicio"_s, instantForBank(query.fromMs)},
                                             {u"fim"_s, instantForBank(query.toMs + 999)},
                                             {u"paginacao.paginaAtual"_s, QString::number(query.page)},
                                             {u"paginacao.itensPorPagina"_s, QString::number(kPageSize)}};
    if (!query.txid.isEmpty())
        items.append({u"txid"_s, query.txid});
    if (query.onlyReturned)
        items.append({u"devolucaoPresente"_s, u"true"_s});
    ask<PaymentPage>({"GET", u"/pix"_s, items, {}}, context, std::move(done),
                     [](const QByteArray &body) { return orUnreadable(readPaymentPage(body)); });
}

void ApiPix::findPayment(const QString &endToEndId, QObject *context, Done<BankPayment> done)
{
    if (!isEndToEndId(endToEndId))
        return refuse<BankPayment>(context, std::move(done));
    ask<BankPayment>({"GET", u"/pix/"_s + endToEndId, {}, {}}, context, std::move(done),
                     [endToEndId](const QByteArray &body) {
                         const auto payment = readPayment(QJsonDocument::fromJson(body).object());
                         return orUnreadable(payment && payment->endToEndId == endToEndId ? payment : std::nullopt);
                     });
}

void ApiPix::refund(const RefundOrder &order, QObject *context, Done<BankReturn> done)
{
    if (!m_settings.refunds || !isOrder(order))
        return refuse<BankReturn>(context, std::move(done));
    ask<BankReturn>({"PUT", refundPath(order.endToEndId, order.id), {}, refundBody(order)}, context, std::move(done),
                    [id = order.id](const QByteArray &body) { return readRefund(body, id); });
}

void ApiPix::findRefund(const QString &endToEndId, const QString &id, QObject *context, Done<BankReturn> done)
{
    if (!isEndToEndId(endToEndId) || !isShortPixId(id))
        return refuse<BankReturn>(context, std::move(done));
    ask<BankReturn>({"GET", refundPath(endToEndId, id), {}, {}}, context, std::move(done),
                    [id](const QByteArray &body) { return readRefund(body, id); });
}

void ApiPix::ensureWebhook(const QString &key, const QUrl &url, QObject *context, Done<QUrl> done)
{
    if (key.isEmpty() || key.size() > kKeyLimit || !url.isValid())
        return refuse<QUrl>(context, std::move(done));
    const auto then = guarded<QUrl>(context, std::move(done));
    askBank({"GET", u"/webhook/"_s + encoded(key), {}, {}}, true, [this, key, url, then](const Body &body) {
        if (!body && body.error().trouble != BankTrouble::NotFound)
            return then(body.error());
        const QByteArray json = body ? *body : QByteArray();
        const QUrl before(QJsonDocument::fromJson(json).object().value("webhookUrl"_L1).toString());
        if (before == url)
            return then(before);
        const bool isAnothers = !before.isEmpty() && before.host() != url.host();
        if (isAnothers && !m_settings.takesWebhook)
            return then(BankError{BankTrouble::NotAllowed, u"webhook-taken"_s, 0, 0, {}});
        putWebhook(key, url, before, then);
    });
}

void ApiPix::putWebhook(const QString &key, const QUrl &url, const QUrl &before, const Done<QUrl> &then)
{
    const Ask put{"PUT", u"/webhook/"_s + encoded(key), {}, webhookBody(url), m_settings.webhookHeaders};
    askBank(put, true, [before, then](const Body &done) {
        if (done)
            return then(before);
        then(done.error());
    });
}

ApiPix::Reader<BankCharge> ApiPix::chargeReader(const QString &txid) const
{
    const Receiver receiver{m_settings.receiverName, m_settings.receiverCity};
    return [txid, receiver](const QByteArray &body) {
        const auto charge = readCharge(body, receiver);
        return orUnreadable(charge && charge->txid == txid ? charge : std::nullopt);
    };
}

template <class T>
void ApiPix::ask(const Ask &what, QObject *context, Done<T> done, Reader<T> read)
{
    askBank(what, true, [then = guarded<T>(context, std::move(done)), read = std::move(read)](const Body &body) {
        if (body)
            return then(read(*body));
        then(body.error());
    });
}

/// What makes no sense is not asked.
template <class T>
void ApiPix::refuse(QObject *context, Done<T> done)
{
    QMetaObject::invokeMethod(
        &m_context,
        [then = guarded<T>(context, std::move(done))] {
            then(BankError{BankTrouble::NotAllowed, u"not-asked"_s, 0, 0, {}});
        },
        Qt::QueuedConnection);
}

void ApiPix::askBank(const Ask &what, bool again, std::function<void(const Body &)> done)
{
    m_token.want([this, what, again, done = std::move(done)](const BankAnswer<QByteArray> &token) {
        if (token)
            return send(what, *token, again, done);
        done(token.error());
    });
}

void ApiPix::send(const Ask &what, const QByteArray &token, bool again, std::function<void(const Body &)> done)
{
    const quint64 number = ++m_next;
    m_calls[number] =
        m_client.send(request(what, token), &m_context,
                      [this, number, what, token, again, done = std::move(done)](const http::HttpOutcome &outcome) {
                          const auto call = m_calls.extract(number); // lives until the end of this
                          const Body body = readOutcome(outcome);
                          const bool stale = !body && body.error().status == 401;
                          if (stale)
                              m_token.drop(token);
                          // A 401 is said before anything is done, so that the very same request may be made once more.
                          if (stale && again)
                              return askBank(what, false, done);
                          done(body);
                      });
}

http::HttpRequest ApiPix::request(const Ask &what, const QByteArray &token) const
{
    http::HttpRequest request;
    request.method = what.method;
    request.url = m_settings.baseUrl;
    request.url.setPath(m_settings.baseUrl.path(QUrl::FullyEncoded) + what.path, QUrl::StrictMode);
    QUrlQuery query;
    query.setQueryItems(what.query + m_settings.query);
    if (!query.isEmpty())
        request.url.setQuery(query);
    request.headers = m_settings.headers + what.headers;
    request.headers.append(http::Header{"Authorization", "Bearer " + token});
    request.headers.append(http::Header{"Accept", "application/json"});
    if (!what.body.isEmpty())
        request.headers.append(http::Header{"Content-Type", "application/json"});
    request.body = what.body;
    request.timeout = m_settings.timeout;
    return request;
}

} // namespace balcao::relay
