// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A field to type in, what is left of a list below it, Enter takes the marked one: for every desk::Picker.
#pragma once

#include "desk/picker.h"
#include "ui/style/appearance.h"

#include <QDialog>

#include <memory>

class QLabel;
class QLineEdit;
class QListWidget;

namespace balcao::ui {

class PickDialog final : public QDialog
{
    Q_OBJECT

public:
    PickDialog(std::unique_ptr<desk::Picker> picker, const Appearance &appearance, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<desk::PickChoice> choicesFor(const QString &typed);
    void fill();
    void take();

    std::unique_ptr<desk::Picker> m_picker;
    const Appearance &m_appearance;
    QLineEdit *m_typed;
    QListWidget *m_list;
    QLabel *m_empty;
    QLineEdit *m_note;
    QLabel *m_problem;
    QString m_behind; ///< the note, as it was typed behind a name
};

} // namespace balcao::ui
