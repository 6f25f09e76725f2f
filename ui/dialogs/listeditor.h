// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A list of the shop's things at the left, the chosen one's fields at the right; the last row is a new one. What is
// typed and not kept is marked in its row. To retire, to drop what was typed and to close without keeping it ask in
// their place, and a second press does it. TagsDialog and RepliesDialog say what is listed and edited.
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
        bool isUnsaved = false;
    };
    /// Fills the list, the row of a new one last, and marks `chosen`, -1 for that one.
    void fill(const QList<Row> &rows, int chosen);
    /// The fields of that row are shown, beyond the last those of a new one.
    virtual void choose(int row) = 0;
    virtual void keep() = 0;
    [[nodiscard]] virtual QString retireQuestion() const = 0;
    virtual void retire() = 0;
    virtual void drop() = 0;
    /// What those are called that are not kept yet.
    [[nodiscard]] virtual QStringList unsaved() const = 0;
    /// Once the fields are shown.
    void settle(bool canRetire, bool isUnsaved, const QString &keepText, const QString &problem);

    void reject() override;

private:
    enum class Question { None, Retire, Drop, Close };

    /// True when it was asked already, and not by the same double click.
    bool isAnswered(Question question, const QString &words);
    void askOrRetire();
    void askOrDrop();

    QListWidget *m_list;
    QLabel *m_problem;
    QPushButton *m_keep;
    QPushButton *m_retire;
    QPushButton *m_drop;
    Question m_question = Question::None;
    QElapsedTimer m_asked;
};

} // namespace balcao::ui
