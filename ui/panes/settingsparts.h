// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What every section of the settings is made of: a title with a line below it, and cards of rows.
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace balcao::ui {

/// Rows with a hairline between them, each a caption, help below it, and something at the right.
class SettingsCard final : public QFrame
{
    Q_OBJECT

public:
    explicit SettingsCard(QWidget *parent);

    /// The control is named by the caption, and described by the help.
    void addRow(const QString &caption, QWidget *control, const QString &help = {});
    /// The control says itself what it is (check boxes).
    void addRow(QWidget *control, const QString &help = {});
    /// Words only; what it returns shows the value and may be selected.
    QLabel *addValue(const QString &caption, const QString &help = {});

private:
    QVBoxLayout *startRow();

    QVBoxLayout *m_rows;
};

/// The column of a section: title, what it is about, then whatever is added.
QVBoxLayout *sectionColumn(QWidget *section, const QString &title, const QString &about);
QLabel *sectionHead(const QString &text, QWidget *parent);

} // namespace balcao::ui
