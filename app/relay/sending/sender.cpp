// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/sender.h"

#include "relay/sending/graphmedia.h"
#include "relay/serve/logger.h"
#include "relay/store/relaydata.h"

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongestSleepMs = 30000;

} // namespace

Sender::Sender(Writer &writer, http::HttpClient &http, const Clock &clock, Logger &logger, SenderSettings settings)
    : m_writer(writer, logger, "send-not-written"_L1),
      m_http(http),
      m_clock(clock),
      m_logger(logger),
      m_settings(std::move(settings)),
      m_pictures(http, clock, logger, m_settings.graph)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Sender::run);
}

Sender::~Sender()
{
    stop();
}

void Sender::start()
{
    m_running = true;
    m_writer.open();
    look();
}

void Sender::stop()
{
    m_running = false;
    m_writer.close();
    m_timer.stop();
    m_calls.clear();
    m_pictures.stop();
    m_marks.clear();
}

void Sender::wake()
{
    if (m_running)
        look();
}

/// Reads to pass on to Meta, if the shop wants customers to see them.
Result<QList<Sender::ReadMark>> Sender::readsSince(RelayData &data, qint64 after)
{
    QList<ReadMark> reads;
    BALCAO_TAKE(const QByteArray wanted, data.meta(kMarkReadKey));
    if (wanted == kMarkReadOff)
        return reads;
    const auto ids = data.connection()
                         .prepare(u"SELECT DISTINCT json_extract(subject, '$.conversation') FROM event "
                                  "WHERE seq > ? AND kind = 'conversation.read'"_s)
                         .bind(after)
                         .all([](const sql::Statement &row) { return row.text(0); });
    BALCAO_TRY(ids);
    for (const QString &text : *ids) {
        const auto id = ConversationId::fromText(text);
        BALCAO_TAKE(const std::optional<Conversation> conversation,
                    data.conversations().find(id.value_or(ConversationId())));
        if (!conversation)
            continue;
        BALCAO_TAKE(const QList<InboundWamid> newest,
                    data.messages().newestInboundWamids(conversation->id, conversation->readUpto));
        for (const InboundWamid &one : newest)
            reads.append({one.in, conversation->channel, one.wamid});
    }
    return reads;
}

void Sender::look()
{
    // One look under way; what moves meanwhile asks for one more.
    if (std::exchange(m_looking, true)) {
        m_again = true;
        return;
    }
    const auto snapshot = std::make_shared<Snapshot>();
    const qint64 after = m_first ? 0 : m_seenSeq;
    const bool marks = !m_first;
    const QList<MessageId> doubts = m_doubts.keys();
    write(
        "look"_L1,
        [snapshot, after, marks, doubts](RelayData &data) -> Result<void> {
            *snapshot = {};
            BALCAO_TAKE(snapshot->fresh, data.outgoing().openAfter(after));
            BALCAO_TAKE(snapshot->paused, data.outgoing().paused());
            BALCAO_TAKE(snapshot->upto, data.log().head());
            for (const MessageId &message : doubts) {
                BALCAO_TAKE(const bool open, data.outgoing().isOpen(message));
                if (!open)
                    snapshot->settled.append(message);
            }
            if (marks) {
                BALCAO_TAKE(snapshot->reads, readsSince(data, after));
            }
            return {};
        },
        [this, snapshot](bool looked) {
            m_looking = false;
            if (looked)
                take(*snapshot);
            if (std::exchange(m_again, false))
                look();
        });
}

void Sender::take(const Snapshot &snapshot)
{
    m_first = false;
    m_seenSeq = snapshot.upto;
    for (const SendJob &job : snapshot.fresh) {
        if (m_jobs.contains(job.message))
            continue;
        m_jobs.insert(job.message, job);
        SendScheduler &scheduler = schedulerOf(job.channel);
        scheduler.add(job.message, job.conversation, job.notBefore);
        // An attempt without a result: the last run died between the two. Not sent again.
        if (job.inDoubt)
            m_doubts.insert(job.message,
                            {qMax(job.attemptAt, m_clock.nowMs() - m_settings.doubtMs) + m_settings.doubtMs});
    }
    for (const MessageId &message : snapshot.settled)
        forget(message);
    for (auto &[channel, scheduler] : m_schedulers) {
        const bool paused = std::any_of(snapshot.paused.begin(), snapshot.paused.end(),
                                        [&, name = channel](const PausedChannel &p) { return p.channel == name; });
        if (paused)
            scheduler.pause();
        else if (scheduler.isPaused() && !m_pausing.contains(channel))
            scheduler.resume();
    }
    for (const ReadMark &mark : snapshot.reads)
        markRead(mark);
    run();
}

SendScheduler &Sender::schedulerOf(const QString &channel)
{
    return m_schedulers.try_emplace(channel, SendScheduler(m_settings.pace)).first->second;
}

void Sender::run()
{
    if (!m_running)
        return;
    settleDoubts();
    const qint64 now = m_clock.nowMs();
    qint64 next = now + kLongestSleepMs;
    for (auto &[channel, scheduler] : m_schedulers) {
        const QList<MessageId> due = scheduler.takeDue(now);
        for (const MessageId &message : due) {
            if (!m_doubts.contains(message)) // in doubt: it only holds its lane
                attempt(message);
        }
        next = qMin(next, scheduler.nextDueMs(now).value_or(next));
    }
    for (const Doubt &doubt : std::as_const(m_doubts))
        next = qMin(next, doubt.untilMs);
    m_timer.start(static_cast<int>(qBound(qint64(1), next - now, qint64(kLongestSleepMs))));
}

void Sender::settleDoubts()
{
    const qint64 now = m_clock.nowMs();
    QList<MessageId> over;
    for (auto it = m_doubts.begin(); it != m_doubts.end(); ++it) {
        it->untilMs = qMin(it->untilMs, now + m_settings.doubtMs); // the clock may have been set back
        if (it->untilMs <= now)
            over.append(it.key());
    }
    for (const MessageId &message : over) {
        m_doubts.remove(message);
        giveUpKnowing(message);
    }
}

/// Nobody knows, or nobody can write down, whether it arrived.
void Sender::giveUpKnowing(MessageId message)
{
    write(
        "uncertain"_L1, [message](RelayData &data) { return data.outgoing().uncertain(message); },
        [this, message](bool) { forget(message); });
}

void Sender::attempt(MessageId message)
{
    const auto leaving = std::make_shared<Departure>();
    write(
        "attempt"_L1,
        [message, leaving, picture = m_pictures.of(message)](RelayData &data) -> Result<void> {
            BALCAO_TAKE(*leaving, depart(data, message, picture));
            return {};
        },
        [this, message, leaving](bool written) {
            const auto job = m_jobs.find(message);
            if (job == m_jobs.end())
                return;
            if (!written || !leaving->job)
                return forget(message);
            *job = *leaving->job;
            if (!leaving->toDraw.isEmpty())
                return handOver(*job, leaving->toDraw);
            m_leaving.insert(message, *leaving);
            ++m_tries[message];
            post(*job);
        });
}

/// Its picture first. That is no send: whatever comes of it, the message goes back to its place and asks to leave anew.
void Sender::handOver(const SendJob &job, const QString &code)
{
    m_pictures.handOver(
        job.message, job.channel, code,
        [this, message = job.message, channel = job.channel](const std::optional<Pictures::Hindrance> &hindrance) {
            const Verdict verdict = hindrance ? hindrance->verdict : Verdict{Verdict::Action::RetryMessage};
            const qint64 untilMs = m_clock.nowMs() + verdict.delayMs;
            if (verdict.action == Verdict::Action::PauseChannel)
                pause(channel, hindrance->code);
            schedulerOf(channel).putBack(message, untilMs);
            run();
        });
}

http::HttpRequest Sender::request(const QString &channel, const QByteArray &body) const
{
    return graphRequest(m_settings.graph, channel, "messages"_L1, "application/json", body);
}

void Sender::post(const SendJob &job)
{
    const GraphSend send{job.message, job.address, job.content, job.quotedWamid};
    const Departure leaving = m_leaving.value(job.message);
    const QByteArray body = leaving.order               ? graphOrderBody(send, *leaving.order, m_clock.nowMs())
                            : leaving.end               ? graphStatusBody(send, *leaving.end)
                            : leaving.mediaId.isEmpty() ? graphSendBody(send)
                                                        : graphImageBody(send, leaving.mediaId);
    if (body.isEmpty() && leaving.order)
        return sendPlainly(job, OrderTrouble::Customer);
    if (body.isEmpty())
        return apply(job, Refused{{-1, 0, false}, u"nothing that could be sent"_s});
    m_calls[job.message] = m_http.send(request(job.channel, body), this,
                                       [this, job](const http::HttpOutcome &outcome) { heard(job, outcome); });
}

void Sender::heard(const SendJob &job, const http::HttpOutcome &outcome)
{
    // The call is being answered: its handle must live until this returns.
    const auto handle = std::move(m_calls[job.message]);
    m_calls.erase(job.message);
    if (const auto *failed = std::get_if<http::HttpFailure>(&outcome)) {
        if (failed->requestMayHaveArrived)
            apply(job, Doubtful{});
        else
            apply(job, Unreachable{});
        return;
    }
    const auto &answer = std::get<http::HttpAnswer>(outcome);
    std::visit([&](const auto &result) { apply(job, result); }, readSendAnswer(answer.status, answer.body));
}

void Sender::apply(const SendJob &job, const Submitted &result)
{
    const Identifiers recipient{result.bsuid, {}, result.waId};
    write(
        "submitted"_L1,
        [message = job.message, wamid = result.wamid](RelayData &data) {
            return data.outgoing().submitted(message, wamid, {});
        },
        [this, message = job.message, recipient](bool written) {
            if (!written)
                return giveUpKnowing(message);
            forget(message);
            learn(message, recipient);
        });
}

// By itself: what is wrong with it must not take away that the message has left.
void Sender::learn(MessageId message, const Identifiers &recipient)
{
    if (!recipient.isEmpty())
        write("reached"_L1,
              [message, recipient](RelayData &data) { return data.outgoing().reached(message, recipient); });
}

void Sender::apply(const SendJob &job, const Refused &result)
{
    using Action = Verdict::Action;
    const OrderTrouble trouble = orderTrouble(result.refusal.code);
    const Departure leaving = m_leaving.value(job.message);
    if (leaving.order && trouble != OrderTrouble::None)
        return sendPlainly(job, trouble);
    if (!leaving.mediaId.isEmpty() && isPictureTrouble(result.refusal.code)) {
        m_pictures.goWithout(job.message);
        return retry(job, m_clock.nowMs(), {Verdict::Action::RetryMessage});
    }
    Verdict verdict = verdictOn(result.refusal, {job.attempts, m_tries.value(job.message)});
    // What becomes of an order is a courtesy: it stops no queue, and nobody's answer waits behind it.
    if (leaving.end)
        verdict.action = Verdict::Action::Fail;
    const qint64 now = m_clock.nowMs();
    m_logger.info("send-refused"_L1, {{"code"_L1, static_cast<qint64>(result.refusal.code)},
                                      {"attempts"_L1, static_cast<qint64>(job.attempts)}});
    switch (verdict.action) {
    case Action::RetryMessage:
    case Action::RetryChannel:
        return retry(job, now + verdict.delayMs, verdict);
    case Action::PauseChannel:
        pause(job.channel, result.refusal.code);
        return retry(job, now, verdict);
    case Action::Fail: {
        const wire::SendError error{result.refusal.code, result.detail};
        write(
            "failed"_L1,
            [message = job.message, error](RelayData &data) { return data.outgoing().failed(message, error); },
            [this, message = job.message](bool) { forget(message); });
        return;
    }
    }
}

void Sender::pause(const QString &channel, int code)
{
    schedulerOf(channel).pause();
    m_pausing.insert(channel);
    write(
        "pause"_L1, [channel, code](RelayData &data) { return data.outgoing().pause(channel, code); },
        [this, channel](bool) { m_pausing.remove(channel); });
}

/// Not in WhatsApp's own form, then: a certain refusal, so nothing has left, and it costs none of the tries.
void Sender::sendPlainly(const SendJob &job, OrderTrouble trouble)
{
    m_logger.info("order-not-taken"_L1, {{"account"_L1, qint64(trouble == OrderTrouble::Account)}});
    m_leaving.remove(job.message);
    const qint64 now = m_clock.nowMs();
    write(
        "plainly"_L1,
        [charge = job.content.charge.value_or(ChargeId()), channel = job.channel, message = job.message, trouble,
         now](RelayData &data) -> Result<void> {
            BALCAO_TAKE(const std::optional<Charge> its, data.charges().find(charge));
            if (its)
                BALCAO_TRY(data.charges().sendPlainly(*its));
            if (trouble == OrderTrouble::Account)
                BALCAO_TRY(data.shop().setPayments(channel, false));
            return data.outgoing().retryAt(message, now, false);
        },
        [this, message = job.message, channel = job.channel, now](bool written) {
            if (!written)
                return forget(message);
            schedulerOf(channel).held(message, now);
            run();
        });
}

void Sender::apply(const SendJob &job, const Unreachable &)
{
    const Verdict later{Verdict::Action::RetryMessage, unreachableDelayMs(m_tries.value(job.message))};
    retry(job, m_clock.nowMs() + later.delayMs, later);
}

void Sender::apply(const SendJob &job, const Doubtful &)
{
    m_logger.info("send-in-doubt"_L1, {{"attempts"_L1, static_cast<qint64>(job.attempts)}});
    m_doubts.insert(job.message, {m_clock.nowMs() + m_settings.doubtMs});
    look(); // a status may be there already
}

void Sender::retry(const SendJob &job, qint64 whenMs, const Verdict &verdict)
{
    if (verdict.action == Verdict::Action::RetryChannel)
        schedulerOf(job.channel).holdAll(whenMs);
    const bool counts = verdict.counts;
    if (const auto kept = m_jobs.find(job.message); kept != m_jobs.end() && !counts)
        --kept->attempts;
    write(
        "retry"_L1,
        [message = job.message, whenMs, counts](RelayData &data) {
            return data.outgoing().retryAt(message, whenMs, counts);
        },
        [this, message = job.message, channel = job.channel, whenMs](bool written) {
            if (!written)
                return forget(message);
            schedulerOf(channel).held(message, whenMs);
            run();
        });
}

void Sender::forget(MessageId message)
{
    m_doubts.remove(message);
    m_tries.remove(message);
    m_leaving.remove(message);
    m_pictures.forget(message);
    const auto job = m_jobs.find(message);
    if (job == m_jobs.end())
        return;
    schedulerOf(job->channel).finished(message);
    m_jobs.erase(job);
    run();
}

void Sender::markRead(const ReadMark &mark)
{
    // A courtesy: tried once, not kept, past all lanes. The first to read it says so, nobody after.
    if (std::exchange(m_marked[mark.conversation], mark.wamid) == mark.wamid)
        return;
    std::erase_if(m_marks, [](const auto &call) { return !call; });
    const auto slot = std::make_shared<http::HttpCall *>(nullptr);
    auto call =
        m_http.send(request(mark.channel, graphReadBody(mark.wamid)), this, [this, slot](const http::HttpOutcome &) {
            for (auto &kept : m_marks) {
                if (kept.get() == *slot)
                    kept.reset();
            }
        });
    *slot = call.get();
    m_marks.push_back(std::move(call));
}

} // namespace balcao::relay
