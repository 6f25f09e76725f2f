// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What can be done with the open conversation: resolve, hand over, put off, tag, note; each shown at once and
// taken back within eight seconds. GUI thread.
#pragma once

#include "desk/threadpresenter.h"
#include "desk/undopresenter.h"
#include "desk/workactions.h"

namespace balcao::desk {

class WorkPresenter final : public QObject
{
    Q_OBJECT

public:
    WorkPresenter(WorkActions &actions, ThreadPresenter &thread, UndoPresenter &undo, const Wording &wording,
                  const Clock &clock, QObject *parent = nullptr);

    void setOperator(OperatorId who) { m_operator = who; }
    [[nodiscard]] bool canAct() const;
    [[nodiscard]] ConversationId conversation() const { return m_thread.conversation(); }
    [[nodiscard]] bool isResolved() const;
    /// Of the shop, whatever chat is open; false: nobody serves.
    bool defineReply(const store::ReplyRow &reply);
    bool changeReply(const store::ReplyRow &before, const store::ReplyRow &after, std::function<void()> undone);
    bool retireReply(const store::ReplyRow &reply);
    [[nodiscard]] const Wording &wording() const { return m_wording; }
    [[nodiscard]] qint64 now() const { return m_clock.nowMs(); }
    [[nodiscard]] QList<store::TagRow> tags() const;

    /// Resolves, or opens again what is resolved.
    void toggleResolved();
    void snooze(qint64 untilMs);
    void assign(OperatorId to, const QString &name, const QString &note);
    void toggleTag(const store::TagRow &tag);
    /// A new tag, put onto this customer at once.
    void defineTag(const QString &name, const QString &colour);
    void addNote(const QString &text, std::function<void(bool)> done);
    /// In the bar that an act is taken back from, without anything to take back.
    void tell(const QString &what) { m_undo.tell(what); }
    /// A doubtful message of the open conversation needs no more attention.
    void dismiss(MessageId message);

Q_SIGNALS:
    /// What this desk shows has to be read again.
    void acted();

private:
    void offer(const QString &what, std::function<void()> undo);

    WorkActions &m_actions;
    ThreadPresenter &m_thread;
    UndoPresenter &m_undo;
    const Wording &m_wording;
    const Clock &m_clock;
    OperatorId m_operator;
};

} // namespace balcao::desk
