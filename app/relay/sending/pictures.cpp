// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/pictures.h"

#include "core/qrpicture.h"
#include "relay/sending/graphmedia.h"
#include "relay/serve/logger.h"

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Two seconds and doubling come to 62, which is as long as Meta's maintenance of a number takes (131057).
constexpr qint64 kPatienceMs = 65 * kSecondMs;

using Answer = std::variant<Uploaded, Refused, Unreachable>;

Answer read(const http::HttpOutcome &outcome)
{
    if (const auto *failed = std::get_if<http::HttpFailure>(&outcome)) {
        if (!failed->requestMayHaveArrived)
            return Unreachable{};
        return std::get<Refused>(readMediaAnswer(0, {})); // it may be there: another one does no harm
    }
    const auto &answer = std::get<http::HttpAnswer>(outcome);
    return std::visit([](const auto &one) { return Answer(one); }, readMediaAnswer(answer.status, answer.body));
}

} // namespace

Pictures::Pictures(http::HttpClient &http, const Clock &clock, Logger &logger, GraphAccess access)
    : m_http(http), m_clock(clock), m_logger(logger), m_access(std::move(access))
{
}

std::optional<Picture> Pictures::of(MessageId message) const
{
    const auto known = m_known.constFind(message);
    return known == m_known.cend() ? std::nullopt : std::optional(*known);
}

void Pictures::handOver(MessageId message, const QString &channel, const QString &code, Heard heard)
{
    const auto symbol = qrSymbol(code.toUtf8());
    // Every code that the bank and we make has a symbol (512 characters at most); one that had none goes without.
    const MediaForm form = graphMediaForm(symbol ? qrPicture(*symbol) : QByteArray());
    m_troubles[message].askedAt = m_clock.nowMs();
    const Asked asked{message, channel, code};
    m_calls[message] = m_http.send(graphRequest(m_access, channel, "media"_L1, form.contentType, form.body), &m_here,
                                   [this, asked, heard = std::move(heard)](const http::HttpOutcome &outcome) {
                                       // The call is being answered: its handle must live until this returns.
                                       const auto handle = std::move(m_calls[asked.message]);
                                       m_calls.erase(asked.message);
                                       answered(asked, outcome, heard);
                                   });
}

void Pictures::answered(const Asked &asked, const http::HttpOutcome &outcome, const Heard &heard)
{
    Trouble &trouble = m_troubles[asked.message];
    const Tries made = trouble.tries;
    ++trouble.tries.inThisRun;
    const Answer answer = read(outcome);
    if (const auto *uploaded = std::get_if<Uploaded>(&answer)) {
        m_known.insert(asked.message, {asked.code, uploaded->mediaId});
        m_paused.remove(asked.channel);
        return heard({});
    }
    if (std::holds_alternative<Unreachable>(answer)) // nor would the words get through
        return heard(Hindrance{{Verdict::Action::RetryMessage, unreachableDelayMs(made.inThisRun)}, 0});
    const Refusal refusal = std::get<Refused>(answer).refusal;
    const Verdict verdict = verdictOn(refusal, made);
    m_logger.info("picture-refused"_L1,
                  {{"code"_L1, static_cast<qint64>(refusal.code)}, {"tries"_L1, static_cast<qint64>(made.inThisRun)}});
    if (verdict.counts)
        ++trouble.tries.counted;
    trouble.putOffMs += std::max<qint64>(0, m_clock.nowMs() - trouble.askedAt) + verdict.delayMs;
    // What stops the words as well they will be told themselves; what stops pictures alone may not stop the channel anew
    // each time that staff resume it.
    const bool pauses = verdict.action == Verdict::Action::PauseChannel;
    const bool again = pauses && m_paused.contains(asked.channel);
    if (verdict.action == Verdict::Action::Fail || again || trouble.putOffMs > kPatienceMs) {
        m_known.insert(asked.message, {asked.code, {}});
        return heard({});
    }
    if (pauses)
        m_paused.insert(asked.channel);
    heard(Hindrance{verdict, refusal.code});
}

void Pictures::goWithout(MessageId message)
{
    if (const auto known = m_known.find(message); known != m_known.end())
        known->mediaId.clear();
}

void Pictures::forget(MessageId message)
{
    m_known.remove(message);
    m_troubles.remove(message);
    m_calls.erase(message);
}

void Pictures::stop()
{
    m_calls.clear();
}

} // namespace balcao::relay
