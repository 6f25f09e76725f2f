// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The rows of the open thread, as roles (desk/roles.h): what is held of the log, then what this desk still has to
// send. GUI thread.
#pragma once

#include "core/clock.h"
#include "desk/rowmodel.h"
#include "desk/threadwords.h"

#include <QSet>

namespace balcao::desk {

class ThreadModel final : public RowModel<ThreadItem>
{
    Q_OBJECT

public:
    /// Where the line stands above what nobody had read, and what it says; kept while the chat is open.
    struct Divider
    {
        MessageId above;
        QString words;
    };

    ThreadModel(const Wording &wording, const Clock &clock, QObject *parent = nullptr);

    /// `fresh`: other rows; else the same ones, later, or with neighbours.
    void show(const QList<store::ThreadRow> &rows, const QList<store::PendingRow> &pending, const Divider &divider,
              bool fresh);
    /// Since when there is no connection; 0: there is. Told before show().
    void setOfflineSince(qint64 sinceMs) { m_offlineSince = sinceMs; }
    void clear();
    void setCustomer(const QString &name) { m_words.setCustomer(name); }
    /// Whoever serves here needs no name at their own messages.
    void setOperator(OperatorId who);
    /// That message's words at its foot; null: no message has any.
    void setUnproven(MessageId message, const QString &words);
    void toggleMore(int row);
    /// Time has passed: what was valid may be over.
    void refreshCharges();

    [[nodiscard]] int rowOf(MessageId id) const; ///< -1: not held
    /// What can be done about a row, in the order of the role's words.
    [[nodiscard]] QList<ThreadAction> actions(int row) const { return ThreadWords::actions(rows()[row]); }
    [[nodiscard]] const ThreadWords &words() const { return m_words; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] ThreadItem itemOf(const store::ThreadRow &row) const;
    [[nodiscard]] ThreadItem itemOf(const store::PendingRow &row) const;
    void placeLines(QList<ThreadItem> &items, const Divider &divider) const;

    const Wording &m_wording;
    const Clock &m_clock;
    ChargeWords m_charges;
    ThreadWords m_words;
    OperatorId m_operator;
    qint64 m_offlineSince = 0;
    QSet<MessageId> m_expanded;
    MessageId m_unproven;
    QString m_unprovenWords;
};

} // namespace balcao::desk
