// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "pollers.h"

#include "connections.h"

namespace balcao::test {

namespace {

/// The cursor after this page: the last event's number, or `before` of a page without any.
qint64 cursorAfter(QByteArrayView page, qint64 before)
{
    // Behind the events the page names where it began: another seq, and not the one wanted.
    const qsizetype start = page.lastIndexOf("\"start\":");
    const qsizetype at = page.first(start < 0 ? page.size() : start).lastIndexOf("\"seq\":");
    if (at < 0)
        return before;
    qsizetype end = at + 6;
    while (end < page.size() && page[end] >= '0' && page[end] <= '9')
        ++end;
    return page.sliced(at + 6, end - at - 6).toLongLong();
}

} // namespace

Pollers::Pollers(quint16 port, int count, QByteArray token)
    : m_port(port), m_count(count), m_token(std::move(token)), m_thread([this] { listen(); })
{
}

Pollers::~Pollers()
{
    m_stopping = true;
    m_thread.join();
}

QByteArray Pollers::pollAfter(qint64 seq) const
{
    return "GET /v1/events?after=" + QByteArray::number(seq) +
           "&limit=500&wait=25 HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + m_token + "\r\n\r\n";
}

void Pollers::listen()
{
    std::vector<qint64> cursors(static_cast<std::size_t>(m_count));
    Connections *all = nullptr;
    Connections connections(m_port, m_count, [&](int which, int status, QByteArrayView body) {
        ++m_answers;
        m_errors += status == 200 ? 0 : 1;
        qint64 &cursor = cursors[static_cast<std::size_t>(which)];
        cursor = cursorAfter(body, cursor);
        if (!m_stopping)
            all->ask(which, pollAfter(cursor));
    });
    all = &connections;
    for (int which = 0; which < m_count; ++which)
        connections.ask(which, pollAfter(0));
    while (!m_stopping)
        connections.turn(20);
}

} // namespace balcao::test
