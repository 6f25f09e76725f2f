// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/polls.h"

#include "relay/serve/logger.h"
#include "relay/store/relaydata.h"

#include <future>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

Polls::Polls(const Clock &clock, Logger &logger) : m_clock(clock), m_logger(logger)
{
    m_thread.setObjectName(u"polls"_s);
    m_context.moveToThread(&m_thread);
}

Polls::~Polls()
{
    stop();
}

template <class F>
void Polls::inRoom(F &&work)
{
    QMetaObject::invokeMethod(
        &m_context,
        [this, job = std::forward<F>(work)]() mutable {
            if (m_room.polls)
                job(m_room);
        },
        Qt::QueuedConnection);
}

Result<void> Polls::start(Open open, qint64 head)
{
    m_thread.start();
    std::promise<Result<void>> opened;
    QMetaObject::invokeMethod(&m_context, [this, &opened, &open, head] {
        auto data = open();
        if (!data) {
            opened.set_value(data.error());
            return;
        }
        m_room.data = std::move(data).value();
        const auto read = [this](qint64 after, int limit) {
            auto page = m_room.data->log().page(after, limit, m_clock.nowMs());
            if (page && !page->damaged.isEmpty())
                m_logger.warn("event-damaged"_L1, {{"seq"_L1, page->damaged.first()}});
            return page;
        };
        m_room.polls = std::make_unique<PollRoom>(m_clock, read, head);
        opened.set_value({});
    });
    return opened.get_future().get();
}

void Polls::stop()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(&m_context, [this] {
        if (m_room.polls)
            m_room.polls->close();
        m_room.polls.reset();
        m_room.data.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void Polls::close()
{
    inRoom([](Room &room) { room.polls->close(); });
}

void Polls::park(const Poll &poll, PollRoom::Answer answer)
{
    inRoom([poll, answer = std::move(answer)](Room &room) { room.polls->park(poll, answer); });
}

void Polls::drop(quint64 id)
{
    inRoom([id](Room &room) { room.polls->drop(id); });
}

void Polls::announce(qint64 head)
{
    inRoom([head](Room &room) { room.polls->announce(head); });
}

void Polls::setPresence(DeskId desk, const wire::LiveRequest &request)
{
    inRoom([desk, request](Room &room) { room.polls->setPresence(desk, request); });
}

void Polls::setBankRead(qint64 at)
{
    inRoom([at](Room &room) { room.polls->setBankRead(at); });
}

void Polls::revoke(DeskId desk)
{
    inRoom([desk](Room &room) { room.polls->revoke(desk); });
}

void Polls::after(std::chrono::milliseconds delay, std::function<void()> late)
{
    inRoom([delay, late = std::move(late)](Room &room) { QTimer::singleShot(delay, room.polls.get(), late); });
}

void Polls::read(std::function<void(RelayData &)> work)
{
    inRoom([work = std::move(work)](Room &room) { work(*room.data); });
}

PollRoom::Counts Polls::counts()
{
    std::promise<PollRoom::Counts> counted;
    inRoom([&counted](Room &room) { counted.set_value(room.polls->counts()); });
    return counted.get_future().get();
}

} // namespace balcao::relay
