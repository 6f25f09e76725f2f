// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/meterpresenter.h"

#include <QLocale>

#include <utility>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kFree = 1000;
constexpr qint64 kNear = kFree * 4 / 5;

QString counted(qint64 messages)
{
    return QLocale().toString(messages);
}

} // namespace

MeterPresenter::MeterPresenter(ConversationSource &source, const Wording &wording, const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_wording(wording), m_clock(clock)
{
}

QDate MeterPresenter::month() const
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), m_wording.zone()).date();
    return {day.year(), day.month(), 1};
}

void MeterPresenter::reload()
{
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    const QDate asked = month();
    const qint64 since = asked.startOfDay(m_wording.zone()).toMSecsSinceEpoch();
    m_source.meter(since, [this, asked](const Result<QList<store::MeterRow>> &rows) {
        m_loading = false;
        const bool isNews = rows && (*rows != m_rows || asked != m_month);
        if (isNews) {
            m_rows = *rows;
            m_month = asked;
            Q_EMIT changed();
        }
        if (std::exchange(m_again, false))
            reload();
    });
}

MeterPresenter::Level MeterPresenter::level() const
{
    const store::MeterRow most = m_rows.value(0);
    if (most.charged > 0 || most.messages > kFree)
        return Level::Charged;
    return most.messages >= kNear ? Level::Near : Level::Free;
}

int MeterPresenter::percent() const
{
    return static_cast<int>(qMin(m_rows.value(0).messages, kFree) * 100 / kFree);
}

QString MeterPresenter::title() const
{
    return tr("Messages · %1").arg(QLocale().standaloneMonthName(m_month.month(), QLocale::ShortFormat));
}

QString MeterPresenter::text() const
{
    const store::MeterRow most = m_rows.value(0);
    //: The number comes first: it is the bold one.
    return most.charged > 0 ? tr("%1 · %2 charged").arg(counted(most.messages), counted(most.charged))
                            : tr("%1 of %2 free").arg(counted(most.messages), counted(kFree));
}

qsizetype MeterPresenter::lead() const
{
    return counted(m_rows.value(0).messages).size();
}

QString MeterPresenter::tip() const
{
    QStringList lines;
    lines.append(tr("Replies that reached customers this month, as Meta counts them."));
    lines.append(
        tr("As far as is known Meta charges for each one after the first %1 of a number, and delivers none of them "
           "where it has no way to be paid. Its Billing Hub tells for certain.")
            .arg(counted(kFree)));
    if (m_rows.size() > 1) {
        for (const store::MeterRow &row : m_rows)
            lines.append(u"%1: %2"_s.arg(row.channel, counted(row.messages)));
    }
    return lines.join(u'\n');
}

} // namespace balcao::desk
