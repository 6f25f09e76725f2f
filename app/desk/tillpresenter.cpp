// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/tillpresenter.h"

#include "core/pin.h"
#include "core/text.h"
#include "desk/signedwords.h"
#include "desk/tillsheet.h"

#include <QDateTime>

#include <algorithm>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDaysOffered = 7;
constexpr qsizetype kLongestName = 40;
const QString kNothing = u"\u2014"_s;

} // namespace

TillPresenter::TillPresenter(TillSource &source, PixSigner &signer, const Wording &wording, const Clock &clock,
                             QObject *parent)
    : QObject(parent), m_source(source), m_signer(signer), m_wording(wording), m_words(wording), m_clock(clock)
{
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlowMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_isSlow = true;
        Q_EMIT changed();
    });
    // What waits expires, and a day ends, while nobody does anything.
    m_minute.setInterval(static_cast<int>(kMinuteMs));
    connect(&m_minute, &QTimer::timeout, this, &TillPresenter::reload);
}

void TillPresenter::setOperator(OperatorId who)
{
    m_operator = who;
    if (m_phase != Phase::Sending)
        toLooking();
}

void TillPresenter::setOffline(bool offline)
{
    if (std::exchange(m_isOffline, offline) == offline)
        return;
    m_told.clear();
    Q_EMIT footChanged();
}

void TillPresenter::setShop(const QString &name)
{
    m_shop = name;
}

void TillPresenter::setShown(bool shown)
{
    if (std::exchange(m_isShown, shown) == shown)
        return;
    if (!shown) {
        m_minute.stop();
        m_told.clear();
        if (m_phase != Phase::Sending)
            toLooking();
        return;
    }
    m_minute.start();
    reload();
}

void TillPresenter::reload()
{
    if (!m_isShown)
        return;
    if (!m_isKnown && !m_slow.isActive())
        m_slow.start();
    const QDate day = m_wanted = wantedDay();
    const auto done = [this, day, asked = ++m_reads](const Result<store::TillDay> &found,
                                                     const QList<store::TillReportRow> &reports) {
        if (asked != m_reads)
            return; // another day is wanted by now
        m_read = day;
        take(found, reports);
    };
    m_source.day(day.toString(Qt::ISODate), dayBounds(day, m_wording.zone()), done);
}

void TillPresenter::take(const Result<store::TillDay> &day, const QList<store::TillReportRow> &reports)
{
    m_slow.stop();
    m_isSlow = false;
    m_isFailed = !day.ok();
    m_isKnown = day.ok();
    m_day = day ? *day : store::TillDay();
    if (day)
        m_reports = reports;
    reckon();
    if (m_phase == Phase::Asking && m_read != m_askedDay)
        toLooking(tr("Another day has begun. Look at it once more."));
    else if (m_phase != Phase::Looking && m_day.report)
        toLooking(); // another desk was faster, or our own answer was lost
    Q_EMIT changed();
}

void TillPresenter::reckon()
{
    QList<TillCharge> charges;
    QList<TillLine> lines;
    for (const store::TillRow &row : std::as_const(m_day.rows)) {
        charges.append(row.counted());
        lines.append(lineOf(row));
    }
    QList<TillStray> strays;
    for (const store::TillStrayRow &row : std::as_const(m_day.strays)) {
        strays.append(row.counted);
        lines.append(lineOf(row));
    }
    std::ranges::stable_sort(lines, std::ranges::greater(), &TillLine::at);
    m_figures = m_day.report ? m_day.report->figures : tillFigures(charges, strays, asOf());
    m_model.show(lines);
}

QDate TillPresenter::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), m_wording.zone()).date();
}

DayBounds TillPresenter::bounds() const
{
    return m_day.report ? m_day.report->bounds : dayBounds(shownDay(), m_wording.zone());
}

TillLine TillPresenter::lineOf(const store::TillRow &row) const
{
    const store::ChargeRow &charge = row.charge;
    const qint64 now = asOf();
    TillLine line;
    line.key = charge.id.text();
    line.conversation = charge.conversation;
    line.message = charge.message;
    line.at = charge.at;
    line.time = m_words.time(charge.at, bounds().startsAt);
    line.customer = TillWords::customer(row);
    line.description = previewText(charge.description);
    if (row.told)
        line.description = afterClosing(line.description);
    line.author = isolated(previewText(charge.author, kLongestName));
    line.charged = moneyShown(charge.facts.amount);
    line.bank = charge.facts.paid.centavos > 0 ? moneyShown(charge.facts.paid) : kNothing;
    line.state = TillWords::state(row, now);
    line.tone = TillWords::tone(row, now);
    return line;
}

TillLine TillPresenter::lineOf(const store::TillStrayRow &row) const
{
    TillLine line;
    line.key = row.endToEndId;
    line.at = row.at;
    line.time = m_words.time(row.at, bounds().startsAt);
    line.customer = tr("Without a charge");
    line.description = TillWords::stray(row);
    if (row.counted.told)
        line.description = afterClosing(line.description);
    line.charged = kNothing;
    line.bank = moneyShown(row.counted.now.paid);
    const bool isTaken = row.counted.since().withdrawn.centavos > 0;
    line.state = isTaken                             ? tr("taken back")
                 : row.counted.now.paid.centavos > 0 ? tr("no charge")
                                                     : tr("a charge's after all");
    line.tone = isTaken || row.counted.isHere() ? ChargeTone::Wrong : ChargeTone::Plain;
    return line;
}

QString TillPresenter::afterClosing(const QString &description)
{
    return description.isEmpty() ? tr("after closing") : tr("%1 · after closing").arg(description);
}

// Which day

QString TillPresenter::dated(QDate day) const
{
    const qint64 noon = dayBounds(day, m_wording.zone()).startsAt + 12 * kHourMs;
    return m_wording.longDay(noon, m_clock.nowMs());
}

QList<TillPresenter::Day> TillPresenter::days() const
{
    QList<Day> days{{tr("Today"), {}, !m_chosen, false}};
    const auto isClosedDay = [this](QDate day) {
        return std::ranges::any_of(m_reports, [text = day.toString(Qt::ISODate)](const store::TillReportRow &report) {
            return report.day == text;
        });
    };
    for (int ago = 1; ago < kDaysOffered; ++ago) {
        const QDate day = today().addDays(-ago);
        if (!isClosedDay(day))
            days.append({tr("%1 · open").arg(dated(day)), day, m_chosen == day, false});
    }
    for (const store::TillReportRow &report : m_reports) {
        const std::optional<QDate> day = dayFrom(report.day);
        if (!day)
            continue;
        //: A closed day: its number, its date and what came to the bank.
        days.append({tr("No. %1 · %2 · %3")
                         .arg(report.number)
                         .arg(m_wording.dayMonth(report.bounds.startsAt), reaisShown(report.figures.received())),
                     day, m_chosen == day || (!m_chosen && day == today()), true});
    }
    return days;
}

void TillPresenter::choose(std::optional<QDate> day)
{
    if (isBusy())
        return; // the answer is about what is shown
    m_chosen = day == today() ? std::nullopt : day;
    m_told.clear();
    toLooking();
    reload();
}

QString TillPresenter::dayText() const
{
    return m_chosen ? dated(*m_chosen) : tr("Today");
}

QString TillPresenter::aboutText() const
{
    const QString day = m_wording.date(bounds().startsAt + 12 * kHourMs, m_clock.nowMs());
    if (!m_day.report)
        return day;
    const qint64 at = m_day.report->at;
    const QString closed = m_wording.sameDay(at, bounds().startsAt) ? tr("closed at %1").arg(m_wording.clock(at))
                                                                    : tr("closed on %1").arg(m_wording.stamp(at));
    const QString by = isolated(previewText(m_day.report->by, kLongestName));
    return tr("%1 · report no. %2, %3")
        .arg(day, QString::number(m_day.report->number),
             m_day.report->by.isEmpty() ? closed : tr("%1 by %2").arg(closed, by));
}

// How it stands

QString TillPresenter::emptyText() const
{
    if (m_isFailed)
        return tr("The day could not be read on this computer. Try again in a moment.");
    if (!m_isKnown)
        return m_isSlow ? tr("Reading the day's charges…") : u" "_s;
    if (hasRows())
        return {};
    return m_chosen ? tr("No charges on this day.") : tr("No charges today.");
}

QString TillPresenter::counted(int count)
{
    return count == 0 ? tr("no charges") : tr("%n charge(s)", nullptr, count);
}

QString TillPresenter::openText() const
{
    const int count = figures().open.count;
    qint64 last = 0;
    for (const store::TillRow &row : m_day.rows) {
        if (!row.told && chargeState(row.charge.facts, m_clock.nowMs()) == ChargeState::Waiting)
            last = qMax(last, row.charge.facts.expiresAt.value_or(0));
    }
    if (m_day.report || last == 0)
        return counted(count);
    return tr("%1 · valid until %2").arg(count).arg(m_wording.until(last, m_clock.nowMs()));
}

QString TillPresenter::overText() const
{
    const int expired = figures().expired.count;
    const int cancelled = figures().cancelled.count;
    if (cancelled + expired == 0)
        return counted(0);
    if (expired == 0)
        return tr("%n cancelled", nullptr, cancelled);
    if (cancelled == 0)
        return tr("%1 · not paid").arg(expired);
    return tr("%n expired", nullptr, expired) + u", "_s + tr("%n cancelled", nullptr, cancelled);
}

QList<TillPresenter::Tile> TillPresenter::tiles() const
{
    const TillFigures &f = figures();
    QList<Tile> tiles{{Group::Charged, tr("Charged"), reaisShown(f.charged.sum), counted(f.charged.count)},
                      {Group::Bank, tr("Paid at the bank"), reaisShown(f.paid.sum), counted(f.paid.count)}};
    if (f.byHand.count > 0)
        tiles.append({Group::ByHand, tr("Settled by hand"), reaisShown(f.byHand.sum), counted(f.byHand.count)});
    if (f.strays.sum.centavos > 0)
        tiles.append(
            {Group::Stray, tr("Without a charge"), reaisShown(f.strays.sum), tr("%n Pix", nullptr, f.strays.count)});
    tiles.append({Group::Open, tr("Still open"), reaisShown(f.open.sum), openText()});
    tiles.append({Group::Over, f.cancelled.count > 0 ? tr("Expired or cancelled") : tr("Expired"),
                  reaisShown({f.expired.sum.centavos + f.cancelled.sum.centavos}), overText()});
    if (f.returned.count + f.withdrawn.count > 0) {
        const QString detail = f.withdrawn.count > 0 ? tr("%1 of it by the bank (MED)").arg(reaisShown(f.withdrawn.sum))
                                                     : counted(f.returned.count);
        tiles.append(
            {Group::Back, tr("Went back"), reaisShown({f.returned.sum.centavos + f.withdrawn.sum.centavos}), detail});
    }
    return tiles;
}

QString TillPresenter::nameOf(const std::optional<OperatorId> &who) const
{
    const QString name = who ? m_day.operators.value(*who) : QString();
    return name.isEmpty() ? tr("nobody of the shop") : previewText(name, kLongestName);
}

QList<TillPresenter::Person> TillPresenter::people() const
{
    QList<Person> people;
    for (const TillOperator &one : figures().operators)
        people.append({isolated(nameOf(one.who)), counted(one.charged.count), reaisShown(one.paid.sum)});
    return people;
}

QList<TillPresenter::Difference> TillPresenter::differences() const
{
    QList<Difference> found;
    for (const store::TillRow &row : m_day.rows) {
        const TillDifference which = differenceOf(row.counted(), asOf());
        if (which == TillDifference::None)
            continue;
        QStringList about{TillWords::customer(row)};
        if (!row.charge.author.isEmpty())
            about.append(isolated(previewText(row.charge.author, kLongestName)));
        about.append(m_words.time(row.charge.at, bounds().startsAt));
        found.append({TillWords::difference(row, which), about.join(u" · "_s), TillWords::advice(row, which),
                      row.charge.conversation, row.charge.message, row.charge.at});
    }
    addStrays(found);
    return found;
}

// All that came so is one thing to look at: a shop with its key on the wall has many a day.
void TillPresenter::addStrays(QList<Difference> &found) const
{
    QList<store::TillStrayRow> here;
    Money came;
    for (const store::TillStrayRow &row : m_day.strays) {
        const Money taken = row.counted.since().withdrawn;
        if (taken.centavos > 0)
            found.append({tr("Taken back by the bank (MED): %1").arg(reaisShown(taken)),
                          TillWords::stray(row) + u" · "_s + m_words.time(row.at, bounds().startsAt),
                          TillWords::askTheBank(),
                          {},
                          {},
                          row.at});
        if (!row.counted.isHere())
            continue;
        here.append(row);
        came.centavos += row.counted.now.kept().centavos;
    }
    if (here.isEmpty())
        return;
    const store::TillStrayRow &newest = here.first();
    found.append({tr("Came to the bank without a charge: %1").arg(reaisShown(came)),
                  here.size() == 1 ? TillWords::stray(newest) + u" · "_s + m_words.time(newest.at, bounds().startsAt)
                                   : tr("%n Pix; each stands below", nullptr, static_cast<int>(here.size())),
                  tr("A sale at the counter needs nothing. Who says they paid can read you that ending from their "
                     "receipt."),
                  {},
                  {},
                  newest.at});
}

QString TillPresenter::differencesText() const
{
    const auto count = static_cast<int>(differences().size());
    if (count == 0)
        return {};
    return m_day.report ? tr("%n difference(s) at closing", nullptr, count)
                        : tr("%n difference(s) to settle", nullptr, count);
}

QString TillPresenter::balanceText() const
{
    return TillWords::balance(figures().differences.sum);
}

QString TillPresenter::laterText() const
{
    const TillFigures &f = figures();
    QStringList said;
    if (f.laterPaid.count > 0)
        said.append(tr("%1 paid").arg(reaisShown(f.laterPaid.sum)));
    if (f.laterByHand.count > 0)
        said.append(tr("%1 settled by hand").arg(reaisShown(f.laterByHand.sum)));
    if (f.laterReturned.count > 0)
        said.append(tr("%1 returned").arg(reaisShown(f.laterReturned.sum)));
    if (f.laterWithdrawn.count > 0)
        said.append(tr("%1 taken back by the bank").arg(reaisShown(f.laterWithdrawn.sum)));
    if (f.strays.sum.centavos < 0)
        said.append(tr("%1 were a charge's after all").arg(reaisShown({-f.strays.sum.centavos})));
    QStringList sentences;
    if (!said.isEmpty())
        sentences.append(tr("After earlier closings: %1.").arg(said.join(u", "_s)));
    const auto own = std::ranges::count_if(m_day.rows, [](const store::TillRow &row) { return !row.told; });
    const auto earlier = std::ranges::count_if(
        m_day.rows, [this](const store::TillRow &row) { return !row.told && row.charge.at < bounds().startsAt; });
    if (earlier > 0)
        sentences.append(
            tr("%n charge(s) of days that were not closed are in it.", nullptr, static_cast<int>(earlier)));
    // What the relay keeps of whoever was forgotten is in its sums, and no longer here.
    const auto forgotten = f.charged.count - static_cast<int>(own);
    if (m_day.report && forgotten > 0)
        sentences.append(
            tr("%n charge(s) of customers whose data was erased stand in the sums alone.", nullptr, forgotten));
    return sentences.join(u' ');
}

void TillPresenter::open(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const TillLine &line = m_model.lines()[row];
    if (line.conversation.isNull())
        return;
    Q_EMIT conversationWanted(line.conversation, line.message, line.at);
}

void TillPresenter::open(const Difference &difference)
{
    Q_EMIT conversationWanted(difference.conversation, difference.message, difference.at);
}

// Closing

QString TillPresenter::footText() const
{
    if (m_phase == Phase::Sending)
        return tr("Closing the day…");
    if (!m_problem.isEmpty())
        return m_problem;
    if (m_phase == Phase::Asking)
        return tr("Close %1 with %2 come in by Pix? It cannot be opened again.")
            .arg(m_wording.dayMonth(bounds().startsAt), reaisShown(figures().received()));
    if (!m_told.isEmpty())
        return m_told;
    if (m_day.report)
        return tr("This day is closed. What changes now belongs to the next report.");
    if (m_isOffline)
        return tr("Closing waits for the connection: the shop's server numbers the report.");
    return tr("Closing keeps this report under a number. After that it does not change.");
}

bool TillPresenter::isFootWarning() const
{
    return m_phase == Phase::Asking || !m_problem.isEmpty() || (m_isOffline && !m_day.report && m_told.isEmpty());
}

bool TillPresenter::canClose() const
{
    return m_isKnown && m_read == m_wanted && !m_day.report && !m_isOffline && m_phase != Phase::Sending &&
           !m_operator.isNull();
}

void TillPresenter::ask()
{
    if (!canClose())
        return;
    toLooking();
    m_told.clear();
    m_phase = Phase::Asking;
    m_askedDay = m_read;
    m_number = m_day.nextNumber;
    Q_EMIT footChanged();
}

void TillPresenter::unask()
{
    if (m_phase == Phase::Asking)
        toLooking();
}

void TillPresenter::toLooking(const QString &problem)
{
    m_phase = Phase::Looking;
    m_problem = problem;
    m_pin.clear();
    Q_EMIT cleared();
    Q_EMIT footChanged();
}

void TillPresenter::setPin(const QString &pin)
{
    m_pin = pin;
    m_problem.clear();
    Q_EMIT footChanged();
}

bool TillPresenter::canConfirm() const
{
    return m_phase == Phase::Asking && canClose() && couldBePin(m_pin);
}

void TillPresenter::close()
{
    if (!canConfirm())
        return;
    m_phase = Phase::Sending;
    m_asker = m_operator;
    const QString pin = std::exchange(m_pin, {});
    Q_EMIT cleared();
    Q_EMIT footChanged();
    m_signer.closeDay(m_askedDay.toString(Qt::ISODate), m_number, m_operator, pin,
                      [this, closing = ++m_closing](const PixSigner::Answer &answer) {
                          if (closing == m_closing)
                              answered(answer);
                      });
}

void TillPresenter::answered(const PixSigner::Answer &answer)
{
    using Outcome = PixSigner::Outcome;
    // Whoever is there now asked for nothing.
    const bool isTheirs = m_isShown && m_asker == m_operator;
    const bool isAgain = answer.outcome == Outcome::PinWrong || answer.outcome == Outcome::Unknown;
    if (m_phase == Phase::Sending) {
        toLooking(isTheirs ? SignedWords::of(answer) : QString());
        if (isTheirs && isAgain)
            m_phase = Phase::Asking;
        Q_EMIT footChanged();
    }
    reload();
}

// What leaves the program

QByteArray TillPresenter::sheet() const
{
    return TillSheet::bytes(m_day, m_wording, asOf());
}

void TillPresenter::tell(const QString &text)
{
    m_told = text;
    Q_EMIT footChanged();
}

QString TillPresenter::fileName() const
{
    //: Of a file; the day comes behind it.
    return tr("closing") + u'-' + shownDay().toString(Qt::ISODate);
}

} // namespace balcao::desk
