// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A list of the shop's things at the left, the chosen one's fields at the right; the last row is a new one. To retire
// asks in its place, and a second press does it. TagsDialog and RepliesDialog say what is listed and edited.
#pragma once

#include "ui/style/appearance.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QIcon>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace balcao::ui {

class ListEditor : public QDialog
{
    Q_OBJECT

protected:
    /// `prefix` begins the names of its parts: "tag" makes "tagKeep".
    ListEditor(const QString &title, const QString &prefix, QWidget *parent);

    /// The fields stand in `column`; the shares are of the width.
    void lay(QVBoxLayout *column, int listShare, int fieldsShare);
    [[nodiscard]] QListWidget *list() const { return m_list; }
    struct Row
    {
        QIcon icon;
        QString text;
    };
    /// Fills the list, the row of a new one last, and marks `chosen`, -1 for that one. With `stays` what was typed does.
    void fill(const QList<Row> &rows, int chosen, const QString &problem, bool stays);
    /// The fields of that row are shown, beyond the last those of a new one.
    virtual void choose(int row) = 0;
    virtual void keep() = 0;
    [[nodiscard]] virtual QString retireQuestion() const = 0;
    virtual void retire() = 0;
    /// At the end of choose().
    void settle(bool isNew, const QString &keepText);

private:
    void askOrRetire();

    QListWidget *m_list;
    QLabel *m_problem;
    QPushButton *m_keep;
    QPushButton *m_retire;
    QElapsedTimer m_asked; ///< invalid: not asked
};

} // namespace balcao::ui
