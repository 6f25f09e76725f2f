// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Of TillPresenter: the question, the PIN, and what became of it.

#include "core/pin.h"
#include "desk/signedwords.h"
#include "desk/tillpresenter.h"

#include <algorithm>
#include <utility>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The report would have it otherwise than the screen.
bool isAnyOnItsWay(const QList<store::TillStrayRow> &strays)
{
    return std::ranges::any_of(strays, &store::TillStrayRow::isOnItsWay);
}

} // namespace

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
    if (!m_isOffline && isAnyOnItsWay(m_day.strays))
        return tr("What was just said of a Pix without a charge is still on its way to the shop's server.");
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
           !m_operator.isNull() && !isAnyOnItsWay(m_day.strays);
}

void TillPresenter::ask()
{
    if (!canClose())
        return;
    toLooking();
    m_told.clear();
    m_phase = Phase::Asking;
    m_asked = {m_read.toString(Qt::ISODate), m_day.nextNumber, m_day.seen};
    m_askedSum = figures().received();
    if (m_whose) { // a day is closed as a whole, and looked at as one before
        m_whose.reset();
        reckon();
        Q_EMIT changed();
    }
    Q_EMIT footChanged();
}

/// It is asked about what is shown. What came since and left that sum as it was makes the closing stale at the relay.
void TillPresenter::askStill()
{
    if (m_asked.day != m_read.toString(Qt::ISODate))
        return toLooking(tr("Another day has begun. Look at it once more."));
    if (m_askedSum != figures().received())
        toLooking(tr("%1 have come in by Pix now. Look at it once more.").arg(reaisShown(figures().received())));
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
    m_signer.closeDay(m_asked, m_operator, pin, [this, closing = ++m_closing](const PixSigner::Answer &answer) {
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

} // namespace balcao::desk
