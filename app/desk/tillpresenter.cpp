// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/tillpresenter.h"

#include "core/text.h"
#include "desk/tillsheet.h"

#include <QDateTime>

#include <algorithm>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDaysOffered = 7;
constexpr qsizetype kLongestName = 40;
const QString kNothing = u"\u2014"_s;

/// As it will be once the relay has heard.
void sortHere(store::TillStrayRow &row, const StraySorting &as, const QString &name)
{
    row.isOnItsWay = true;
    row.counted.isSale = as.isKnown;
    row.conversation = as.whose.value_or(ConversationId());
    row.customer = name;
    row.username.clear();
    row.maskedPhone.clear();
}

} // namespace

TillPresenter::TillPresenter(TillSource &source, PixActions &actions, PixSigner &signer, UndoPresenter &undo,
                             const Wording &wording, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_source(source),
      m_actions(actions),
      m_signer(signer),
      m_undo(undo),
      m_wording(wording),
      m_words(wording),
      m_clock(clock)
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
    m_whose.reset();
    if (m_phase != Phase::Sending)
        toLooking();
    if (!m_isShown)
        return;
    reckon();
    Q_EMIT changed(); // also what may be done about a difference
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

void TillPresenter::setBankRead(qint64 at)
{
    if (std::exchange(m_bankReadAt, at) != at && m_isShown)
        Q_EMIT changed();
}

void TillPresenter::setShown(bool shown)
{
    if (std::exchange(m_isShown, shown) == shown)
        return;
    if (!shown) {
        m_minute.stop();
        m_told.clear();
        m_sorted.clear();
        m_whose.reset();
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
    keepSorted();
    reckon();
    if (m_phase != Phase::Looking && m_day.report)
        toLooking(); // another desk was faster, or our own answer was lost
    else if (m_phase == Phase::Asking && day)
        askStill();
    else if (m_phase == Phase::Asking)
        toLooking(); // there are no figures to ask about
    Q_EMIT changed();
}

/// What was sorted here while the disk had not taken it; from then on the store says so.
void TillPresenter::keepSorted()
{
    if (m_day.report)
        return;
    for (store::TillStrayRow &row : m_day.strays) {
        const auto said = m_sorted.constFind(row.endToEndId);
        if (said != m_sorted.cend())
            sortHere(row, said->as, said->name);
    }
}

void TillPresenter::reckon()
{
    m_figures = m_day.report ? m_day.report->figures : figuresOf(m_day);
    m_chosenDay = chosenOf(m_day);
    m_chosenFigures = m_whose ? figuresOf(m_chosenDay) : m_figures;
    m_model.show(linesOf(m_chosenDay));
}

store::TillDay TillPresenter::chosenOf(const store::TillDay &day) const
{
    if (!m_whose)
        return day;
    store::TillDay chosen = day;
    chosen.rows.removeIf([this](const store::TillRow &row) { return row.charge.authorId != *m_whose; });
    chosen.strays.clear(); // nobody asked for them
    return chosen;
}

QList<TillLine> TillPresenter::linesOf(const store::TillDay &day) const
{
    QList<TillLine> lines;
    for (const store::TillRow &row : day.rows)
        lines.append(lineOf(row));
    for (const store::TillStrayRow &row : day.strays)
        lines.append(lineOf(row));
    std::ranges::stable_sort(lines, std::ranges::greater(), &TillLine::at);
    return lines;
}

TillFigures TillPresenter::figuresOf(const store::TillDay &day) const
{
    QList<TillCharge> charges;
    for (const store::TillRow &row : day.rows)
        charges.append(row.counted());
    QList<TillStray> strays;
    for (const store::TillStrayRow &row : day.strays)
        strays.append(row.counted);
    return tillFigures(charges, strays, asOf());
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
    line.customer = row.conversation.isNull() ? tr("Without a charge") : TillWords::customer(row);
    line.conversation = row.conversation;
    line.description = TillWords::stray(row);
    if (row.counted.told)
        line.description = afterClosing(line.description);
    line.charged = kNothing;
    line.bank = moneyShown(row.counted.now.paid);
    const bool isTaken = row.counted.since().withdrawn.centavos > 0;
    line.state = isTaken                              ? tr("taken back")
                 : row.counted.now.paid.centavos == 0 ? tr("a charge's after all")
                 : !row.conversation.isNull()         ? tr("customer known")
                 : row.counted.isSale                 ? tr("counter sale")
                                                      : tr("no charge");
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

// Whose charges

QList<TillPresenter::Choice> TillPresenter::choices() const
{
    QList<Choice> all{{tr("All tills"), {}, !m_whose}};
    for (const TillOperator &one : figures().operators) {
        if (one.who)
            all.append({nameOf(one.who), one.who, m_whose == one.who});
    }
    return all;
}

void TillPresenter::choose(const Choice &choice)
{
    m_whose = choice.who;
    reckon();
    Q_EMIT changed();
}

QString TillPresenter::choiceText() const
{
    return m_whose ? nameOf(m_whose) : tr("All tills");
}

QString TillPresenter::dayText() const
{
    return m_chosen ? dated(*m_chosen) : tr("Today");
}

QString TillPresenter::aboutText() const
{
    const QString day = m_wording.date(bounds().startsAt + 12 * kHourMs, m_clock.nowMs());
    if (!m_day.report)
        return readText().isEmpty() ? day : day + u" · "_s + readText();
    const qint64 at = m_day.report->at;
    const QString closed = m_wording.sameDay(at, bounds().startsAt) ? tr("closed at %1").arg(m_wording.clock(at))
                                                                    : tr("closed on %1").arg(m_wording.stamp(at));
    const QString by = isolated(previewText(m_day.report->by, kLongestName));
    return tr("%1 · report no. %2, %3")
        .arg(day, QString::number(m_day.report->number),
             m_day.report->by.isEmpty() ? closed : tr("%1 by %2").arg(closed, by));
}

/// What a closed day says was known when it was closed, and nobody has kept.
QString TillPresenter::readText() const
{
    if (m_day.report || m_bankReadAt < bounds().startsAt)
        return {};
    return m_wording.sameDay(m_bankReadAt, bounds().startsAt)
               ? tr("bank statement read at %1").arg(m_wording.clock(m_bankReadAt))
               : tr("bank statement read on %1").arg(m_wording.stamp(m_bankReadAt));
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
    if (m_whose)
        return m_chosen ? tr("%1 has charged nothing on this day.").arg(choiceText())
                        : tr("%1 has charged nothing today.").arg(choiceText());
    return m_chosen ? tr("No charges on this day.") : tr("No charges today.");
}

QString TillPresenter::counted(int count)
{
    return count == 0 ? tr("no charges") : tr("%n charge(s)", nullptr, count);
}

QString TillPresenter::openText() const
{
    const int count = m_chosenFigures.open.count;
    qint64 last = 0;
    for (const store::TillRow &row : m_chosenDay.rows) {
        if (!row.told && chargeState(row.charge.facts, m_clock.nowMs()) == ChargeState::Waiting)
            last = qMax(last, row.charge.facts.expiresAt.value_or(0));
    }
    if (m_day.report || last == 0)
        return counted(count);
    return tr("%1 · valid until %2").arg(count).arg(m_wording.until(last, m_clock.nowMs()));
}

QString TillPresenter::overText() const
{
    const int expired = m_chosenFigures.expired.count;
    const int cancelled = m_chosenFigures.cancelled.count;
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
    const TillFigures &f = m_chosenFigures;
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

QList<TillFinding> TillPresenter::differences() const
{
    return TillDifferences(m_words, bounds().startsAt, asOf()).of(m_chosenDay);
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
    return TillWords::balance(m_chosenFigures.differences.sum);
}

QString TillPresenter::laterText() const
{
    if (m_whose)
        return {}; // it is about the whole day
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
    const TillLine line = m_model.lines()[row];
    if (line.conversation.isNull())
        return askWhose(line.key);
    Q_EMIT conversationWanted(line.conversation, line.message, line.at);
}

void TillPresenter::open(const TillFinding &difference)
{
    Q_EMIT conversationWanted(difference.conversation, difference.message, difference.at);
}

QList<TillPresenter::Deed> TillPresenter::deedsOf(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return {};
    const TillLine line = m_model.lines()[row];
    QList<Deed> deeds;
    if (!line.conversation.isNull())
        deeds.append({tr("Open conversation"),
                      [this, line] { Q_EMIT conversationWanted(line.conversation, line.message, line.at); }});
    const store::TillStrayRow *stray = strayToSort(line.key);
    if (!stray)
        return deeds;
    deeds.append({stray->conversation.isNull() ? tr("Link to a customer…") : tr("Link to another customer…"),
                  [this, key = line.key] { askWhose(key); }});
    if (!stray->counted.isSale || !stray->conversation.isNull())
        deeds.append({tr("It is a counter sale"), [this, key = line.key] { sortAsSale({key}); }});
    if (stray->counted.isSale)
        deeds.append({stray->conversation.isNull() ? tr("It is no counter sale") : tr("It is not this customer's"),
                      [this, key = line.key] {
                          if (const store::TillStrayRow *one = strayToSort(key))
                              unsort(*one);
                      }});
    return deeds;
}

StraySorting TillPresenter::sortingOf(const store::TillStrayRow &row)
{
    const bool isTheirs = row.counted.isSale && !row.conversation.isNull();
    return {row.counted.isSale, isTheirs ? std::optional(row.conversation) : std::nullopt};
}

void TillPresenter::sortAsSale(const QStringList &endToEndIds)
{
    QHash<QString, Sorted> before;
    for (const QString &one : endToEndIds) {
        if (const store::TillStrayRow *row = strayToSort(one))
            before.insert(one, {sortingOf(*row), row->customer, 0});
    }
    const QStringList which = before.keys();
    if (which.isEmpty())
        return;
    const StraySorting sale{true, {}};
    // Several that stand alike are one command; one that was somebody's is taken from them alone.
    const Sorted &first = *before.cbegin();
    const bool isAlike = std::ranges::all_of(before, [&first](const Sorted &one) { return one.as == first.as; });
    if (!isAlike) {
        for (const QString &one : which)
            sortAsSale({one});
        return;
    }
    sort(which, {sale, {}, 0}, first.as);
    m_undo.offer(tr("%n counted as sale(s) at the counter.", nullptr, static_cast<int>(which.size())),
                 [this, which, first = first, sale] { sort(which, first, sale); });
}

/// Nobody knows after all.
void TillPresenter::unsort(const store::TillStrayRow &row)
{
    const QString key = row.endToEndId;
    const QString amount = reaisShown(row.counted.now.kept());
    const Sorted before{sortingOf(row), row.customer, 0};
    sort({key}, {}, before.as); // `row` is gone with it
    m_undo.offer(tr("%1 came without a charge again.").arg(amount), [this, key, before] { sort({key}, before, {}); });
}

const store::TillStrayRow *TillPresenter::strayToSort(const QString &endToEndId) const
{
    const auto row = std::ranges::find(m_day.strays, endToEndId, &store::TillStrayRow::endToEndId);
    const bool isOpen = row != m_day.strays.cend() && !m_day.report && !m_operator.isNull() && !row->counted.told &&
                        row->counted.now.kept().centavos > 0;
    return isOpen ? &*row : nullptr;
}

void TillPresenter::askWhose(const QString &endToEndId)
{
    const store::TillStrayRow *row = strayToSort(endToEndId);
    if (!row)
        return;
    CustomerQuestion question;
    const Money came = row->counted.now.kept();
    question.words = tr("Who paid %1? Name, or end of the phone…").arg(reaisShown(came));
    question.verb = tr("link");
    question.whyHead = tr("Asked for as much");
    question.likely = likely(came);
    question.chosen = [this, endToEndId](ConversationId conversation, const QString &name) {
        link(endToEndId, conversation, name);
    };
    Q_EMIT customerWanted(question);
}

/// Whoever was asked for exactly that and, as far as Balcão knows, has not paid: it may have gone to the key alone.
QList<CustomerQuestion::Likely> TillPresenter::likely(Money amount) const
{
    QList<CustomerQuestion::Likely> found;
    for (const store::TillRow &row : m_day.rows) {
        const store::ChargeRow &charge = row.charge;
        const bool isIt = charge.facts.amount == amount && charge.facts.paid.centavos == 0 && !charge.facts.settled;
        const bool isNew = std::ranges::none_of(
            found, [&](const CustomerQuestion::Likely &one) { return one.conversation == charge.conversation; });
        if (isIt && isNew && !charge.conversation.isNull())
            found.append(
                {charge.conversation, unisolated(TillWords::customer(row)),
                 m_words.time(charge.at, bounds().startsAt) + u" · "_s + TillWords::state(row, m_clock.nowMs())});
    }
    return found;
}

void TillPresenter::link(const QString &endToEndId, ConversationId conversation, const QString &name)
{
    const store::TillStrayRow *row = strayToSort(endToEndId);
    if (!row || conversation.isNull() || row->conversation == conversation)
        return; // closed, claimed or sorted by another meanwhile
    const QString amount = reaisShown(row->counted.now.kept());
    const Sorted before{sortingOf(*row), row->customer, 0};
    const StraySorting theirs{true, conversation};
    sort({endToEndId}, {theirs, name, 0}, before.as);
    m_undo.offer(tr("%1 linked to %2.").arg(amount, isolated(previewText(name, kLongestName))),
                 [this, endToEndId, before, theirs] { sort({endToEndId}, before, theirs); });
}

/// Seen at once, and by the others when the relay has it.
void TillPresenter::sort(const QStringList &endToEndIds, const Sorted &as, const StraySorting &was)
{
    if (m_operator.isNull() || m_day.report)
        return; // the offer to take it back outlasts both
    const int turn = ++m_sortings;
    for (const QString &one : endToEndIds)
        m_sorted.insert(one, {as.as, as.name, turn});
    for (store::TillStrayRow &row : m_day.strays) {
        if (endToEndIds.contains(row.endToEndId))
            sortHere(row, as.as, as.name);
    }
    m_actions.sortStrays(endToEndIds, as.as, was, m_operator,
                         [this, endToEndIds, turn](bool kept) { sortingKept(endToEndIds, turn, kept); });
    reckon();
    Q_EMIT changed();
}

void TillPresenter::sortingKept(const QStringList &endToEndIds, int turn, bool kept)
{
    m_sorted.removeIf([&](const auto &one) { return one.value().turn == turn && endToEndIds.contains(one.key()); });
    if (!kept)
        m_undo.tell(tr("This computer's disk could not be written: it was not done."));
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
