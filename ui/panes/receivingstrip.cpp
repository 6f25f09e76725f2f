// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/receivingstrip.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

namespace balcao::ui {

ReceivingStrip::ReceivingStrip(desk::ReceivingPresenter &presenter, QWidget *parent)
    : QFrame(parent), m_presenter(presenter), m_text(plainLabel({}, this))
{
    setObjectName(QStringLiteral("notice"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 14, 4);
    m_text->setObjectName(QStringLiteral("receivingBanner"));
    m_text->setFont(smallFont(m_text->font()));
    row->addWidget(m_text, 1);
    auto *look = new QPushButton(tr("Look"), this);
    look->setObjectName(QStringLiteral("receivingLook"));
    look->setProperty("flat", true);
    row->addWidget(look);
    connect(look, &QPushButton::clicked, this, &ReceivingStrip::lookRequested);
    connect(&presenter, &desk::ReceivingPresenter::changed, this, &ReceivingStrip::refresh);
    refresh();
}

void ReceivingStrip::refresh()
{
    const QString text = m_presenter.bannerText();
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
