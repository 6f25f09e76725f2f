// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Makes of the open conversation what is printed: the rows that are held, or some of them, as the screen says them. What
// the team wrote for itself is left out unless it is asked for: paper is handed to customers. GUI thread.
#pragma once

#include "desk/customerpresenter.h"
#include "desk/printedthread.h"
#include "desk/shoppresenter.h"

#include <QCoreApplication>

namespace balcao::desk {

class Transcript
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::Transcript)

public:
    struct Choice
    {
        QList<MessageId> only; ///< empty: all that is held
        bool withTeam = false; ///< notes, and who did what
    };

    Transcript(ThreadPresenter &thread, const CustomerPresenter &customer, const ShopPresenter &shop,
               const Wording &wording, const Clock &clock);

    [[nodiscard]] ConversationId conversation() const { return m_thread.conversation(); }
    [[nodiscard]] bool canPrint() const { return m_thread.isOpen() && m_thread.model().rowCount() > 0; }
    [[nodiscard]] QString customer() const;
    [[nodiscard]] QString phone() const;
    /// What somebody has marked, by what it is: rows move.
    [[nodiscard]] QList<MessageId> idsOf(const QList<int> &rows) const;
    [[nodiscard]] int countOf(const Choice &choice) const { return static_cast<int>(chosen(choice).size()); }
    [[nodiscard]] PrintedThread printed(const Choice &choice) const;

private:
    [[nodiscard]] QList<ThreadItem> chosen(const Choice &choice) const;
    [[nodiscard]] PrintedLine lineOf(const ThreadItem &item) const;
    [[nodiscard]] QString textOf(const ThreadItem &item) const;

    ThreadPresenter &m_thread;
    const CustomerPresenter &m_customer;
    const ShopPresenter &m_shop;
    const Wording &m_wording;
    const Clock &m_clock;
};

} // namespace balcao::desk
