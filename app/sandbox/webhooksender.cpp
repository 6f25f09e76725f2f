// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/webhooksender.h"

#include <QPointer>

#include <algorithm>

namespace balcao::sandbox {

using namespace std::chrono_literals;

namespace {

constexpr int kChangesPerEntry = 3;

} // namespace

WebhookSender::WebhookSender(Account account, FaultBoard &faults, PhoneBook &book, WebhookSink &sink, QObject *parent)
    : QObject(parent), m_account(std::move(account)), m_faults(faults), m_book(book), m_sink(sink)
{
    m_packing.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_packing, &QTimer::timeout, this, &WebhookSender::pack);
    connect(&m_pause, &QTimer::timeout, this, &WebhookSender::work);
}

Disguise WebhookSender::disguise() const
{
    const Faults faults = m_faults.now();
    return {faults.waIdWithoutNinth, faults.bsuidOnly};
}

void WebhookSender::say(const QList<Message> &messages)
{
    QList<Change> changes;
    for (const Message &message : messages) {
        Contact contact = message.from;
        contact.lastInboundMs = message.atMs;
        contact.freeEntry = message.referral;
        m_book.add(contact);
        changes.append(changeOf(m_account, message, disguise()));
    }
    if (messages.size() == 1)
        return send(changes.first());
    pack(); // what came before stays before
    enqueue(envelope(m_account, merged(changes)));
}

void WebhookSender::tell(const StatusNews &news)
{
    send(changeOf(m_account, news, disguise()));
}

void WebhookSender::send(const Change &change)
{
    m_changes.append(change);
    if (!m_packing.isActive())
        m_packing.start(m_faults.now().batchSize > 1 ? m_pace.batchWait : 0ms);
}

void WebhookSender::whenDelivered(std::function<void()> callback)
{
    m_waiters.append(std::move(callback));
    QTimer::singleShot(0, this, &WebhookSender::tellWaiters);
}

qsizetype WebhookSender::pending() const
{
    return m_changes.size() + m_ready.size() + m_aside + m_inFlight;
}

void WebhookSender::pack()
{
    m_packing.stop();
    const qsizetype batch = m_faults.now().batchSize;
    while (!m_changes.isEmpty()) {
        enqueue(envelope(m_account, m_changes.first(std::min(batch, m_changes.size())), kChangesPerEntry));
        m_changes.remove(0, std::min(batch, m_changes.size()));
    }
}

void WebhookSender::enqueue(const QByteArray &bytes)
{
    const Body body{bytes, signatureOf(bytes, m_account.appSecret)};
    const Faults faults = m_faults.now();
    if (m_faults.strikes(faults.reorder, FaultBoard::Stream::Webhooks)) {
        ++m_aside;
        QTimer::singleShot(faults.holdMs, this, [this, body] {
            --m_aside;
            m_ready.append(body);
            work();
        });
        return;
    }
    m_ready.append(body);
    work();
}

void WebhookSender::work()
{
    while (!m_ready.isEmpty() && !m_pause.isActive() && m_inFlight < m_faults.now().concurrency) {
        const Body body = m_ready.takeFirst();
        post(body);
        if (!body.again && m_faults.strikes(m_faults.now().duplicate, FaultBoard::Stream::Webhooks)) {
            Body twin = body;
            twin.again = true;
            post(twin);
        }
    }
    tellWaiters();
}

void WebhookSender::post(const Body &body)
{
    ++m_inFlight;
    ++m_posts;
    m_sink.post(body.bytes, body.signature, [self = QPointer(this), body](int status) {
        if (self)
            self->answered(body, status);
    });
}

void WebhookSender::answered(Body body, int status)
{
    --m_inFlight;
    if (status == 200) {
        delivered(body);
    } else if (++body.failures; status >= 400 && status < 500 && status != 429) {
        // Refused, not unheard: it must not hold up the others.
        ++m_aside;
        QTimer::singleShot(waitAfter(body.failures), this, [this, body] {
            --m_aside;
            m_ready.append(body);
            work();
        });
    } else {
        m_ready.prepend(body);
        m_pause.start(waitAfter(body.failures));
    }
    work();
}

void WebhookSender::delivered(const Body &body)
{
    const Faults faults = m_faults.now();
    if (body.again || !m_faults.strikes(faults.replay, FaultBoard::Stream::Webhooks))
        return;
    Body replayed = body;
    replayed.again = true;
    QTimer::singleShot(faults.replayAfterMs, this, [this, replayed] {
        m_ready.append(replayed);
        work();
    });
}

void WebhookSender::tellWaiters()
{
    if (pending() > 0 || m_waiters.isEmpty())
        return;
    const auto waiters = std::exchange(m_waiters, {});
    QTimer::singleShot(0, this, [waiters] {
        for (const auto &waiter : waiters)
            waiter();
    });
}

std::chrono::milliseconds WebhookSender::waitAfter(int failures) const
{
    return std::min(m_pace.slowestRetry, m_pace.firstRetry * (1 << std::min(failures - 1, 16)));
}

} // namespace balcao::sandbox
