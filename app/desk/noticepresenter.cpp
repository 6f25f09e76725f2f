// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/noticepresenter.h"

namespace balcao::desk {

NoticePresenter::NoticePresenter(NoticeSource &source, QObject *parent) : QObject(parent), m_source(source) {}

QString NoticePresenter::text() const
{
    if (m_rows.isEmpty())
        return {};
    const store::NoticeRow &first = m_rows.first();
    if (first.notice == store::Notice::ServerRestored)
        return tr("The shop's server came back from a backup. What was written or done after that copy was made may be "
                  "missing: look through the last conversations. Answers that may not have arrived are marked there.");
    if (first.notice == store::Notice::AccountTurnedBack)
        return tr("The shop's server came back from a backup made before who receives the shop's Pix was changed: "
                  "charges pay the account of then. Look at it in the settings, and change it again.");
    if (first.notice == store::Notice::ChargesForgotten)
        return tr("The shop's server came back from a backup and does not know %n charge(s) made after it. If one of "
                  "them is paid, the payment shows up in “Close the day” as come without a charge, and can be linked "
                  "to its customer there.",
                  nullptr, first.what.toInt());
    if (first.notice == store::Notice::ServerDamaged)
        return tr(
            "The disk of the shop's server has changed something of what was kept there: words or payments may be "
            "missing in the conversations. Call whoever installed the server.");
    if (first.what.isEmpty())
        return tr(
            "The file in which this computer keeps drafts and what is still to be sent was lost or damaged. A new "
            "one was made: what was in it has to be written again.");
    return tr("The file of this computer's drafts and unsent answers was damaged. What could be read of it was kept: "
              "look through what you were writing.") +
           u' ' + tr("The damaged file is kept for 30 days: %1.").arg(first.what);
}

void NoticePresenter::dismiss()
{
    if (m_rows.isEmpty())
        return;
    m_source.drop(m_rows.takeFirst().notice);
    Q_EMIT changed();
    reload(); // what was asked for before knows nothing of it
}

void NoticePresenter::reload()
{
    m_source.notices([this, asked = ++m_asked](const QList<store::NoticeRow> &rows) {
        if (asked != m_asked || m_rows == rows)
            return;
        m_rows = rows;
        Q_EMIT changed();
    });
}

} // namespace balcao::desk
