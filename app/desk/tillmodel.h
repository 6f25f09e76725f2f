// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A day's charges as a table, newest first, ready to paint. GUI thread.
#pragma once

#include "desk/tillwords.h"

#include <QAbstractTableModel>

namespace balcao::desk {

/// One line of the table, in words. Without a conversation: money that no charge asked for.
struct TillLine
{
    QString key; ///< what makes it one
    ConversationId conversation;
    MessageId message;
    qint64 at = 0;
    QString time;
    QString customer;
    QString description;
    QString author;
    QString charged; ///< "123,45"
    QString bank;    ///< "123,45" or "—"
    QString state;
    ChargeTone tone = ChargeTone::Plain;

    friend bool operator==(const TillLine &, const TillLine &) = default;
};

class TillModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Customer, Description, Author, Charged, Bank, State };
    static constexpr int kColumns = 7;
    enum Role {
        ToneRole = Qt::UserRole + 1, ///< ChargeTone as int
        WrongRole,                   ///< bool: the row needs somebody
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Of the same day or another: what stays keeps its place.
    void show(const QList<TillLine> &lines);
    // What updateRows() calls.
    void remove(int row);
    void insert(int row, const TillLine &line);
    void move(int from, int to);
    void replace(int row, const TillLine &line);
    [[nodiscard]] const QList<TillLine> &lines() const { return m_lines; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation way, int role) const override;
    [[nodiscard]] static QString title(int column);
    [[nodiscard]] static QString text(const TillLine &line, int column);

Q_SIGNALS:
    /// Once for all that show() has changed.
    void updated();

private:
    QList<TillLine> m_lines;
};

} // namespace balcao::desk
