// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/settingsparts.h"

#include "ui/panes/foldingrow.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kPad = 14;

QLabel *helpLabel(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, "caption", parent);
    label->setFont(captionFont(label->font()));
    return label;
}

} // namespace

SettingsCard::SettingsCard(QWidget *parent) : QFrame(parent), m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("card"));
    m_rows->setContentsMargins(0, 2, 0, 2);
    m_rows->setSpacing(0);
}

QVBoxLayout *SettingsCard::startRow()
{
    if (m_rows->count() > 0)
        m_rows->addWidget(hairline(Qt::Horizontal, this));
    auto *row = new QVBoxLayout;
    row->setContentsMargins(kPad, 8, kPad, 8);
    row->setSpacing(2);
    m_rows->addLayout(row);
    return row;
}

void SettingsCard::addRow(const QString &caption, QWidget *control, const QString &help)
{
    QVBoxLayout *column = startRow();
    auto *row = new FoldingRow;
    column->addLayout(row); // first, so that it knows whose its parts are
    QLabel *label = plainLabel(caption, this);
    label->setBuddy(control);
    row->addWidget(label, 1);
    row->addWidget(control);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(caption);
    if (!help.isEmpty()) {
        control->setAccessibleDescription(help);
        column->addWidget(helpLabel(help, this));
    }
}

void SettingsCard::addRow(QWidget *control, const QString &help)
{
    QVBoxLayout *column = startRow();
    column->addWidget(control);
    if (!help.isEmpty()) {
        control->setAccessibleDescription(help);
        column->addWidget(helpLabel(help, this));
    }
}

QLabel *SettingsCard::addValue(const QString &caption, const QString &help)
{
    QLabel *value = plainLabel({}, this);
    value->setFont(semibold(bodyFont(value->font())));
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QVBoxLayout *column = startRow();
    auto *row = new FoldingRow;
    column->addLayout(row);
    row->addWidget(plainLabel(caption, "second", this), 2);
    row->addWidget(value, 5);
    if (!help.isEmpty())
        column->addWidget(helpLabel(help, this));
    return value;
}

QVBoxLayout *sectionColumn(QWidget *section, const QString &title, const QString &about)
{
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 24);
    column->setSpacing(6);
    QLabel *head = plainLabel(title, section);
    head->setFont(semibold(titleFont(head->font())));
    column->addWidget(head);
    column->addWidget(plainLabel(about, "second", section));
    return column;
}

QLabel *sectionHead(const QString &text, QWidget *parent)
{
    QLabel *head = plainLabel(text, parent);
    head->setFont(semibold(headFont(head->font())));
    head->setContentsMargins(0, 14, 0, 0);
    return head;
}

} // namespace balcao::ui
