// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's quick replies: made, changed, retired. Any attendant may. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "desk/workpresenter.h"

namespace balcao::desk {

class RepliesPresenter final : public QObject
{
    Q_OBJECT

public:
    /// The relay's limit for the words.
    static constexpr int kLongest = 4096;

    RepliesPresenter(ConversationSource &source, WorkPresenter &work, QObject *parent = nullptr);

    void reload();
    [[nodiscard]] const QList<store::ReplyRow> &replies() const { return m_replies; }
    /// Why the last act could not be done; may be empty.
    [[nodiscard]] const QString &problem() const { return m_problem; }

    /// False, and a problem, when the title is empty or taken, or there are no words.
    bool make(const QString &title, const QString &text);
    bool change(QuickReplyId reply, const QString &title, const QString &text);
    /// For good: the words to ask with are retireQuestion().
    void retire(QuickReplyId reply);
    [[nodiscard]] QString retireQuestion(QuickReplyId reply) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const store::ReplyRow *find(QuickReplyId reply) const;
    bool fits(const QString &title, const QString &text, QuickReplyId except);
    void put(const store::ReplyRow &row);

    ConversationSource &m_source;
    WorkPresenter &m_work;
    QList<store::ReplyRow> m_replies;
    QString m_problem;
};

} // namespace balcao::desk
