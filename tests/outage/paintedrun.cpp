// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "paintedrun.h"

#include "support/rawclient.h"
#include "support/webhooks.h"
#include "ui/paintedtext.h"
#include "watchedapplication.h"

#include <QMessageAuthenticationCode>
#include <QSemaphore>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kSecret = "painted-secret";
constexpr int kPatienceMs = 30'000;

sandbox::Account account()
{
    return {u"102290129340398"_s,
            {{u"106540352242922"_s, u"551140028922"_s, u"Padaria"_s}},
            "painted-token",
            kSecret,
            u"v25.0"_s};
}

QByteArray request(const QByteArray &body)
{
    const QByteArray signature = QMessageAuthenticationCode::hash(body, kSecret, QCryptographicHash::Sha256).toHex();
    return "POST /hooks/whatsapp HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
           "X-Hub-Signature-256: sha256=" +
           signature + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

QString PaintedRun::textOf(int number)
{
    return u"Quero %1 pães, por favor"_s.arg(number);
}

PaintedRun::PaintedRun()
{
    m_time.start();
    m_relay = std::make_unique<RelayProcess>(account(), QUrl(u"http://127.0.0.1:1"_s));
    m_relay->startAndWait();
    const auto ana = OperatorId::fromText(
        m_relay->console({u"operators"_s, u"add"_s, u"Ana"_s, u"--manager"_s}, "135792\n").value(0));
    m_words.resize(1);
    if (!ana || !post(textOf(0)))
        qFatal("the shop does not begin");
    m_said = 1;
    m_desk =
        std::make_unique<ShopDesk>(ShopDesk::At{m_relay->url(), m_relay->pairedDesk(), m_dir.filePath(u"shop"_s), *ana},
                                   m_clock, ShopSession::Pace());
    m_desk->openFirst();
    QObject::connect(&m_desk->session.thread().model(), &QAbstractItemModel::rowsInserted, &m_desk->window,
                     [this] { lookAtRows(&Word::held, false); });
    const auto *view = m_desk->window.findChild<QAbstractScrollArea *>(u"threadView"_s)->viewport();
    WatchedApplication::self().setEnded([this, view](const QObject *receiver, QEvent::Type type) {
        if (receiver == view && type == QEvent::Paint)
            lookAtRows(&Word::painted, true);
    });
}

PaintedRun::~PaintedRun()
{
    WatchedApplication::self().setEnded({});
}

/// The newest rows; `inSight`: as far as the view, which has just painted itself, shows them.
void PaintedRun::lookAtRows(double Word::*when, bool inSight)
{
    const double now = nowMs();
    const auto *view = m_desk->window.findChild<QAbstractItemView *>(u"threadView"_s);
    const QMutexLocker lock(&m_mutex);
    const int rows = m_desk->rows();
    for (int row = rows - 1; row >= 0 && row > rows - 40; --row) {
        const QModelIndex index = m_desk->session.thread().model().index(row, 0);
        if (inSight && !view->viewport()->rect().contains(view->visualRect(index).center()))
            continue;
        const QString text = index.data(desk::ThreadTextRole).toString();
        for (int number = m_first; number < m_said; ++number) {
            double &known = m_words[static_cast<size_t>(number)].*when;
            if (known < 0 && text == textOf(number))
                known = now;
        }
    }
}

bool PaintedRun::post(const QString &text)
{
    RawClient client(static_cast<quint16>(m_relay->url().port()));
    TextWebhook webhook;
    webhook.wamid = u"wamid.painted."_s + text;
    webhook.text = text;
    webhook.atMs = m_clock.nowMs();
    return client.send(request(toBytes(webhook))) && client.answer().status == 200;
}

/// In the customers' thread; on one connection, as Meta keeps it.
void PaintedRun::say(int count, int gapMs)
{
    RawClient client(static_cast<quint16>(m_relay->url().port()));
    QRandomGenerator random(5);
    QSemaphore never;
    for (int i = 0; i < count; ++i) {
        TextWebhook webhook;
        QByteArray bytes;
        size_t number = 0;
        {
            const QMutexLocker lock(&m_mutex);
            number = static_cast<size_t>(m_said++);
            webhook.text = textOf(static_cast<int>(number));
            webhook.wamid = u"wamid.painted.%1"_s.arg(number);
            webhook.atMs = m_clock.nowMs();
            bytes = request(toBytes(webhook));
            m_words.push_back({nowMs()});
        }
        if (!client.send(bytes) || client.answer().status != 200)
            qFatal("the relay does not take a webhook");
        const double now = nowMs();
        double sent = 0;
        {
            const QMutexLocker lock(&m_mutex);
            m_words[number].answered = now;
            sent = m_words[number].sent;
        }
        const double left = sent + gapMs + random.bounded(gapMs / 2 + 1) - nowMs();
        if (left > 0)
            (void)never.tryAcquire(1, static_cast<int>(left)); // a rate is a matter of the clock
    }
}

bool PaintedRun::measure(int count, int gapMs)
{
    m_first = m_said;
    const std::unique_ptr<QThread> customers(QThread::create([this, count, gapMs] { say(count, gapMs); }));
    customers->start();
    bool isWhole = QTest::qWaitFor([&customers] { return customers->isFinished(); }, count * gapMs * 10 + kPatienceMs);
    customers->wait();
    const auto all = [this] {
        const QMutexLocker lock(&m_mutex);
        return std::all_of(m_words.begin() + m_first, m_words.end(),
                           [](const Word &word) { return word.painted >= 0; });
    };
    isWhole = QTest::qWaitFor(all, kPatienceMs) && isWhole;
    m_answered = m_held = m_painted = {};
    for (size_t i = static_cast<size_t>(m_first); i < m_words.size(); ++i) {
        const Word &word = m_words[i];
        m_answered.add(word.answered - word.sent);
        m_held.add(word.held - word.sent);
        m_painted.add(word.painted - word.sent);
    }
    return isWhole;
}

bool PaintedRun::isOnTheScreen()
{
    auto *view = m_desk->window.findChild<QAbstractScrollArea *>(u"threadView"_s)->viewport();
    const QString newest = textOf(m_said - 1);
    for (const PaintedPiece &piece : paintedBy(*view)) {
        if (piece.text.contains(newest))
            return true;
    }
    return false;
}

} // namespace balcao::test
