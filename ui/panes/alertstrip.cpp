// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/alertstrip.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

namespace balcao::ui {

AlertStrip::AlertStrip(const char *name, QWidget *parent)
    : QFrame(parent), m_row(new QHBoxLayout(this)), m_text(plainLabel({}, this))
{
    setObjectName(QStringLiteral("notice"));
    m_row->setContentsMargins(14, 4, 14, 4);
    m_text->setObjectName(QLatin1StringView(name));
    m_text->setFont(smallFont(m_text->font()));
    m_row->addWidget(m_text, 1);
    hide();
}

QPushButton *AlertStrip::addButton(const QString &text, const char *name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1StringView(name));
    button->setProperty("flat", true);
    m_row->addWidget(button);
    return button;
}

void AlertStrip::say(const QString &text)
{
    const bool isNews = !text.isEmpty() && text != m_text->text();
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (!isNews)
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace balcao::ui
