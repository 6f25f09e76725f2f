// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "connections.h"

#include <QList>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace balcao::test {

namespace {

constexpr qsizetype kAtOnce = 65'536;

int statusOf(QByteArrayView head)
{
    return head.size() > 12 ? head.sliced(9, 3).toInt() : 0;
}

/// -1: none is said.
qsizetype lengthOf(const QByteArray &head)
{
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    if (at < 0)
        return -1;
    const qsizetype from = at + 17;
    return lower.sliced(from, lower.indexOf("\r\n", from) - from).trimmed().toLongLong();
}

} // namespace

Connections::Connections(quint16 port, int count, Answered answered)
    : m_port(port),
      m_answered(std::move(answered)),
      m_epoll(epoll_create1(EPOLL_CLOEXEC)),
      m_all(static_cast<std::size_t>(count))
{
    for (int index = 0; index < count; ++index)
        open(index);
}

Connections::~Connections()
{
    for (const One &one : m_all) {
        if (one.socket >= 0)
            close(one.socket);
    }
    close(m_epoll);
}

void Connections::open(int index)
{
    One &one = m_all[static_cast<std::size_t>(index)];
    one = One();
    one.socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(m_port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (one.socket < 0 || connect(one.socket, reinterpret_cast<sockaddr *>(&to), sizeof to) != 0)
        qFatal("no socket to the relay: errno %d", errno);
    const int yes = 1;
    setsockopt(one.socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    epoll_event watched{};
    watched.events = EPOLLIN;
    watched.data.u32 = static_cast<quint32>(index);
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, one.socket, &watched);
}

void Connections::shut(int index)
{
    One &one = m_all[static_cast<std::size_t>(index)];
    close(one.socket);
    one = One();
}

void Connections::ask(int connection, const QByteArray &request)
{
    if (m_all[static_cast<std::size_t>(connection)].socket < 0)
        open(connection);
    One &one = m_all[static_cast<std::size_t>(connection)];
    one.asked = true;
    one.out = request;
    write(connection);
}

/// A request is smaller than a socket's buffer, and there is one at a time: it goes out whole.
void Connections::write(int index)
{
    One &one = m_all[static_cast<std::size_t>(index)];
    while (!one.out.isEmpty()) {
        const ssize_t written =
            send(one.socket, one.out.constData(), static_cast<std::size_t>(one.out.size()), MSG_NOSIGNAL);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return finish(index, 0, {});
        one.out.remove(0, written);
    }
}

void Connections::turn(int timeoutMs)
{
    std::array<epoll_event, 256> ready;
    const int count = epoll_wait(m_epoll, ready.data(), ready.size(), timeoutMs);
    for (int at = 0; at < count; ++at)
        read(static_cast<int>(ready[static_cast<std::size_t>(at)].data.u32));
}

void Connections::read(int index)
{
    One &one = m_all[static_cast<std::size_t>(index)];
    if (one.socket < 0)
        return;
    const qsizetype held = one.in.size();
    one.in.resize(held + kAtOnce);
    const ssize_t got = recv(one.socket, one.in.data() + held, kAtOnce, MSG_DONTWAIT);
    one.in.resize(held + qMax<ssize_t>(got, 0));
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0)
        return finish(index, 0, {});
    answer(index);
}

bool Connections::answer(int index)
{
    One &one = m_all[static_cast<std::size_t>(index)];
    const qsizetype head = one.in.indexOf("\r\n\r\n");
    if (head < 0)
        return false;
    const qsizetype length = qMax<qsizetype>(lengthOf(one.in.first(head + 2)), 0);
    const qsizetype whole = head + 4 + length;
    if (one.in.size() < whole)
        return false;
    const QByteArray in = std::exchange(one.in, {});
    finish(index, statusOf(QByteArrayView(in).first(head)), QByteArrayView(in).sliced(head + 4, length));
    return true;
}

void Connections::finish(int index, int status, QByteArrayView body)
{
    One &one = m_all[static_cast<std::size_t>(index)];
    const bool asked = std::exchange(one.asked, false);
    if (status == 0)
        shut(index);
    if (asked)
        m_answered(index, status, body);
}

int Connections::standing()
{
    turn(0);
    int count = 0;
    for (const One &one : m_all)
        count += one.socket >= 0 ? 1 : 0;
    return count;
}

} // namespace balcao::test
