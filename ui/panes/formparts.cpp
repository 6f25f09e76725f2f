// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/formparts.h"

#include "ui/style/appearance.h"
#include "ui/style/fonts.h"

#include <QCoreApplication>
#include <QFrame>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>
#include <QVariant>

namespace balcao::ui {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

QLabel *plainLabel(const QString &text, const char *role, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setProperty("role", QLatin1StringView(role));
    return label;
}

void setRole(QWidget *widget, const char *role)
{
    if (widget->property("role").toByteArray() == role)
        return;
    widget->setProperty("role", QByteArray(role));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void addField(QVBoxLayout &form, const QString &caption, QLineEdit *field, const QString &help)
{
    QLabel *label = plainLabel(caption, "second", field->parentWidget());
    label->setFont(semibold(smallFont(label->font())));
    label->setBuddy(field);
    field->setAccessibleName(caption);
    field->setMinimumHeight(36);
    form.addWidget(label);
    form.addSpacing(4);
    form.addWidget(field);
    if (!help.isEmpty()) {
        QLabel *below = plainLabel(help, "caption", field->parentWidget());
        below->setFont(captionFont(below->font()));
        form.addSpacing(2);
        form.addWidget(below);
        field->setAccessibleDescription(help);
    }
    form.addSpacing(14);
}

QFrame *signPanel(QWidget *parent)
{
    auto *panel = new QFrame(parent);
    panel->setObjectName(QStringLiteral("sidePanel"));
    panel->setMinimumWidth(220);
    panel->setMaximumWidth(454);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(56, 96, 48, 32);
    auto *bell = new QLabel(panel);
    QPixmap drawing(QStringLiteral(":/icons/balcao-app-128.png"));
    drawing.setDevicePixelRatio(2.0);
    bell->setPixmap(drawing);
    bell->setAccessibleName(QStringLiteral("Balcão"));
    column->addWidget(bell);
    column->addSpacing(12);
    QLabel *name = plainLabel(QStringLiteral("Balcão"), panel);
    name->setFont(semibold(scaledFont(name->font(), 28)));
    column->addWidget(name);
    QLabel *line =
        plainLabel(QCoreApplication::translate("SignPanel", "The shop's WhatsApp, served from the counter."), panel);
    line->setFont(headFont(line->font()));
    column->addWidget(line);
    column->addStretch();
    return panel;
}

QFrame *hairline(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("hairline", true);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

} // namespace balcao::ui
