// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/linepresenter.h"

#include "desk/numberwords.h"

#include <QLocale>

#include <algorithm>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;
using Kind = sync::ConnectionState::Kind;

LinePresenter::LinePresenter(LineCheck &check, const ConnectionPresenter &connection, const MeterPresenter &meter,
                             const Wording &wording, const Clock &clock, const Clock &relayClock)
    : m_check(check),
      m_connection(connection),
      m_meter(meter),
      m_wording(wording),
      m_clock(clock),
      m_relayClock(relayClock)
{
    connect(&connection, &ConnectionPresenter::changed, this, &LinePresenter::changed); // also as time passes
    connect(&meter, &MeterPresenter::changed, this, &LinePresenter::changed);
}

void LinePresenter::setShop(const Shop &shop)
{
    m_shop = shop;
    Q_EMIT changed();
}

QString LinePresenter::ago(const Clock &clock, qint64 atMs) const
{
    return tr("%1 ago").arg(Wording::span(qMax(kSecondMs, clock.nowMs() - atMs)));
}

QList<LinePresenter::Station> LinePresenter::stations() const
{
    return {here(), atServer(), atWhatsApp()};
}

LinePresenter::Station LinePresenter::here() const
{
    const Kind kind = m_connection.state().kind;
    const bool isBroken = kind == Kind::DiskTrouble || kind == Kind::StoreTrouble;
    return {tr("This computer"), isBroken ? tr("cannot keep what comes") : m_shop.device,
            isBroken ? Level::Trouble : Level::Good};
}

LinePresenter::Station LinePresenter::atServer() const
{
    const auto is = [](const QString &detail, Level level) { return Station{tr("Shop's server"), detail, level}; };
    switch (m_connection.state().kind) {
    case Kind::Connecting:
        return is(tr("connecting…"), Level::Unknown);
    case Kind::Online:
    case Kind::CatchingUp:
    case Kind::DiskTrouble:
    case Kind::StoreTrouble:
        return is(isTestFresh() ? tr("answered in %1 ms").arg(QLocale().toString(m_answer.tookMs)) : tr("connected"),
                  Level::Good);
    case Kind::Offline:
    case Kind::Stranger:
        return is(tr("does not answer"), Level::Trouble);
    case Kind::Trouble:
        return is(tr("cannot work right now"), Level::Trouble);
    case Kind::NotSecure:
        return is(tr("cannot be trusted"), Level::Trouble);
    case Kind::NeedsPairing:
    case Kind::Revoked:
        return is(tr("does not know this computer"), Level::Trouble);
    }
    return {};
}

LinePresenter::Station LinePresenter::atWhatsApp() const
{
    const auto is = [](const QString &detail, Level level) { return Station{tr("WhatsApp"), detail, level}; };
    if (atServer().level != Level::Good)
        return is(tr("only the server could say"), Level::Unknown);
    if (!m_shop.paused.isEmpty())
        return is(tr("messages do not leave"), Level::Trouble);
    const qint64 heardAt = qMax(m_connection.state().lastMessageAt, m_answer.heardAt);
    if (heardAt == 0)
        return is(tr("nothing heard yet"), Level::Unknown);
    const bool isOld = m_relayClock.nowMs() - heardAt > kDayMs; // a quiet shop, or a way that is broken
    return is(tr("heard of %1").arg(ago(m_relayClock, heardAt)), isOld ? Level::Unknown : Level::Good);
}

/// How quick it was says nothing of an hour later.
bool LinePresenter::isTestFresh() const
{
    return m_answer.isAnswered && m_relayClock.nowMs() - m_testedAt < kMinuteMs;
}

QList<LinePresenter::Fact> LinePresenter::facts() const
{
    const sync::ConnectionState &state = m_connection.state();
    return {{tr("Last message"), state.lastMessageAt > 0 ? ago(m_relayClock, state.lastMessageAt)
                                                         : tr("none since the program was started")},
            {tr("Last contact with the server"),
             state.lastExchangeAt > 0 ? ago(m_clock, state.lastExchangeAt) : tr("none since the program was started")},
            {tr("To send"), m_connection.waiting() > 0 ? QLocale().toString(m_connection.waiting()) : tr("nothing")}};
}

QList<QList<LinePresenter::Fact>> LinePresenter::numbers() const
{
    QList<QList<Fact>> all;
    for (const store::ChannelRow &row : m_shop.channels) {
        QList<Fact> facts;
        const NumberWords words(m_wording, m_relayClock.nowMs());
        const auto also = [](const QString &what, const QString &more) {
            return more.isEmpty() ? what : u"%1 · %2"_s.arg(what, more);
        };
        if (!row.verifiedName.isEmpty())
            facts.append({tr("Name on WhatsApp"), also(row.verifiedName, NumberWords::nameState(row))});
        if (!row.number.isEmpty())
            facts.append({tr("Number"), row.label == row.number ? row.number : also(row.number, row.label)});
        else if (!row.label.isEmpty())
            facts.append({tr("Number"), row.label});
        if (!NumberWords::quality(row).isEmpty())
            facts.append({tr("Quality at Meta"), NumberWords::quality(row)});
        if (!words.doubt(row).isEmpty())
            facts.append({tr("Not verified"), words.doubt(row)});
        const auto paused = std::ranges::find(m_shop.paused, row.channel, &store::PausedChannelRow::channel);
        facts.append({tr("Messages"), paused == m_shop.paused.cend()
                                          ? tr("leave")
                                          : tr("do not leave: %1").arg(ConnectionPresenter::pauseCause(paused->code))});
        if (m_answer.waiting.value(row.channel) > 0)
            facts.append({tr("Waiting at the server"), QLocale().toString(m_answer.waiting.value(row.channel))});
        if (m_shop.channels.size() == 1 && m_meter.isKnown()) // of several it is not said of which
            facts.append({m_meter.title(), m_meter.text()});
        facts.append({tr("Meta's own number for it"), row.channel});
        all.append(facts);
    }
    return all;
}

QString LinePresenter::noNumberText() const
{
    return m_shop.channels.isEmpty() ? tr("The server has not said anything of the shop's number yet.") : QString();
}

QList<LinePresenter::Fact> LinePresenter::server() const
{
    QList<Fact> facts{{tr("Address"), m_shop.address}, {tr("State"), m_connection.shortLead()}};
    if (m_answer.isAnswered && !m_answer.version.isEmpty())
        facts.append({tr("Version"), m_answer.version});
    if (m_shop.desks.isEmpty())
        return facts;
    QStringList names{QLocale().toString(m_shop.desks.size())};
    const bool isOne = m_shop.desks.count(m_shop.device) == 1; // of two that are called alike it would be a guess
    for (const QString &name : m_shop.desks)
        names.append(isOne && name == m_shop.device ? tr("%1 (this one)").arg(name) : name);
    facts.append({tr("Computers"), names.join(u" · "_s)});
    return facts;
}

QString LinePresenter::testText() const
{
    if (m_isTesting)
        return tr("One moment…");
    if (m_testedAt == 0)
        return {};
    const QString at = m_wording.clock(m_testedAt);
    return m_answer.isAnswered ? tr("tested at %1").arg(at) : tr("no answer at %1").arg(at);
}

void LinePresenter::test()
{
    if (m_isTesting)
        return;
    m_isTesting = true;
    Q_EMIT changed();
    m_check.ask([this](const sync::CheckupAnswer &answer) { heard(answer); });
}

void LinePresenter::heard(const sync::CheckupAnswer &answer)
{
    m_isTesting = false;
    m_answer = answer;
    m_testedAt = m_relayClock.nowMs();
    Q_EMIT changed();
    if (answer.isAnswered)
        Q_EMIT reached();
}

} // namespace balcao::desk
