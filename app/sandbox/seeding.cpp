// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/seeding.h"

#include "sandbox/wamid.h"

#include <QPointer>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kLongestBatch = 50;
/// Within the relay's minute: a history in which half of the lines "arrived late" is none.
constexpr qint64 kWidestBatchMs = 45 * kSecondMs;
constexpr std::chrono::milliseconds kPatience = 20s;

/// Of a charge its words and, in a message of its own, its code.
int sendsOf(const ScriptLine &line)
{
    return line.isPayment() ? 0 : line.isCharge() ? 2 : 1;
}

} // namespace

void moveForward(OffsetClock &clock, const Clock &system, qint64 toMs)
{
    if (toMs > clock.nowMs())
        clock.setOffsetMs(toMs - system.nowMs());
}

Seeding::Seeding(const Cast &cast, qint64 nowMs, FakeGraph &graph, WebhookSender &sender, Hooks hooks, quint32 seed,
                 QObject *parent)
    : QObject(parent),
      m_cast(cast),
      m_lines(cast.script(nowMs)),
      m_graph(graph),
      m_sender(sender),
      m_hooks(std::move(hooks)),
      m_random(seed)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { finish(failure(Error::Kind::Timeout, u"a command was taken but its send never came"_s)); });
    connect(&m_graph, &FakeGraph::sendAccepted, this, &Seeding::onSend);
}

void Seeding::start()
{
    QTimer::singleShot(0, this, &Seeding::step);
}

void Seeding::step()
{
    if (m_finished)
        return;
    if (m_next >= m_lines.size())
        return finish({});
    if (m_lines.at(m_next).fromShop)
        return doAsShop();
    sayBatch();
}

void Seeding::sayBatch()
{
    QList<Message> batch;
    const qint64 firstMs = m_lines.at(m_next).atMs;
    qint64 lastMs = firstMs;
    while (m_next < m_lines.size() && batch.size() < kLongestBatch) {
        const ScriptLine &line = m_lines.at(m_next);
        if (line.fromShop || line.atMs - firstMs > kWidestBatchMs)
            break;
        batch.append(messageOf(line));
        lastMs = line.atMs;
        ++m_next;
    }
    m_hooks.setClock(lastMs);
    m_sender.say(batch);
    m_sender.whenDelivered([self = QPointer(this)] {
        if (self)
            self->step();
    });
}

void Seeding::doAsShop()
{
    const ScriptLine &line = m_lines.at(m_next);
    m_hooks.setClock(line.atMs);
    m_graph.setPace({kSecondMs, 2 * kSecondMs, 20 * kSecondMs, true, line.upTo});
    m_waiting = true;
    m_commandIn = false;
    m_sendsDue = sendsOf(line);
    m_patience.start();
    const QString quoted = m_wamids.value({line.person, line.about});
    m_hooks.doAsShop(m_cast.people().at(line.person), line, quoted, [self = QPointer(this), at = m_next](bool ok) {
        if (self && self->m_next == at && self->m_waiting)
            self->shopLineDone(ok);
    });
}

void Seeding::onSend(const SendRecord &send)
{
    if (!m_waiting)
        return;
    const ScriptLine &line = m_lines.at(m_next);
    m_wamids.insert({line.person, line.index}, send.wamid);
    --m_sendsDue;
    goOnWhenAllIsIn();
}

void Seeding::shopLineDone(bool accepted)
{
    m_commandIn = true;
    if (!accepted) {
        ++m_refused;
        m_sendsDue = 0; // there will be none
    }
    goOnWhenAllIsIn();
}

void Seeding::goOnWhenAllIsIn()
{
    if (!m_commandIn || m_sendsDue > 0)
        return;
    m_patience.stop();
    m_waiting = false;
    ++m_next;
    m_sender.whenDelivered([self = QPointer(this)] {
        if (self)
            self->step();
    });
}

void Seeding::finish(const Result<void> &result)
{
    if (std::exchange(m_finished, true))
        return;
    m_patience.stop();
    m_waiting = false;
    m_graph.setPace({});
    m_hooks.finished(result);
}

Message Seeding::messageOf(const ScriptLine &line)
{
    const Person &person = m_cast.people().at(line.person);
    Message message;
    message.from = person.contact();
    if (!line.phone.isEmpty())
        message.from.ids.waId = line.phone;
    message.channel = person.channel;
    const QString id = message.from.ids.waId.isEmpty() ? message.from.ids.bsuid : message.from.ids.waId;
    message.wamid = makeWamid(id, Direction::Inbound, m_random);
    m_wamids.insert({line.person, line.index}, message.wamid);
    message.atMs = line.atMs;
    message.type = line.type;
    message.text = line.text;
    message.content = line.content;
    message.aboutWamid = m_wamids.value({line.person, line.about});
    message.forwarded = line.forwarded;
    message.referral = line.referral;
    return message;
}

} // namespace balcao::sandbox
