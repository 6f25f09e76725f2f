// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/town.h"

#include "sandbox/wamid.h"

namespace balcao::sandbox {

using namespace std::chrono_literals;

Town::Town(const Cast &cast, const Clock &clock, FakeGraph &graph, WebhookSender &sender, quint32 seed, QObject *parent)
    : QObject(parent), m_cast(cast), m_clock(clock), m_sender(sender), m_random(seed)
{
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &Town::tick);
    connect(&graph, &FakeGraph::sendAccepted, this, &Town::onSend);
}

void Town::start()
{
    m_running = true;
    m_nextUnaskedMs = m_clock.nowMs() + drawn(m_rhythm.shortestGapMs, m_rhythm.longestGapMs);
    m_timer.start();
}

void Town::stop()
{
    m_running = false;
    m_timer.stop();
    m_answers.clear();
}

void Town::tick()
{
    if (!m_running)
        return;
    const qint64 nowMs = m_clock.nowMs();
    const auto planned = m_answers;
    for (auto it = planned.begin(); it != planned.end(); ++it) {
        if (it->atMs > nowMs)
            continue;
        m_answers.remove(it.key());
        say(it.key(), it->text);
    }
    if (nowMs < m_nextUnaskedMs)
        return;
    m_nextUnaskedMs = nowMs + drawn(m_rhythm.shortestGapMs, m_rhythm.longestGapMs);
    const Person &person = m_cast.people().at(m_random.bounded(static_cast<int>(m_cast.people().size())));
    say(person.index, m_cast.liveLine(person, m_random));
}

bool Town::say(int person, const QString &text)
{
    if (person < 0 || person >= m_cast.people().size())
        return false;
    const Person &who = m_cast.people().at(person);
    Message message;
    message.from = who.contact();
    message.channel = who.channel;
    message.wamid = makeWamid(who.ids.waId.isEmpty() ? who.ids.bsuid : who.ids.waId, Direction::Inbound, m_random);
    message.atMs = m_clock.nowMs();
    message.text = text;
    m_sender.say({message});
    return true;
}

void Town::onSend(const SendRecord &send)
{
    const int person = m_cast.find(send.to);
    if (!m_running || person < 0 || m_answers.contains(person) || send.type == QLatin1StringView("reaction"))
        return;
    if (m_random.bounded(1000) >= m_rhythm.answersPerMille)
        return;
    m_answers.insert(person, {m_clock.nowMs() + drawn(m_rhythm.soonestAnswerMs, m_rhythm.latestAnswerMs),
                              m_cast.answerTo(send.text, m_random)});
}

qint64 Town::drawn(qint64 from, qint64 to)
{
    return from + static_cast<qint64>(m_random.bounded(static_cast<quint32>(to - from + 1)));
}

} // namespace balcao::sandbox
