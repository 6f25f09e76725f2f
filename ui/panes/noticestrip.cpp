// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/noticestrip.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace balcao::ui {

NoticeStrip::NoticeStrip(desk::NoticePresenter &presenter, QWidget *parent)
    : QFrame(parent), m_presenter(presenter), m_text(plainLabel({}, this))
{
    setObjectName(QStringLiteral("notice"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 14, 4);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setFont(smallFont(m_text->font()));
    row->addWidget(m_text, 1);
    auto *known = new QPushButton(tr("Got it"), this);
    known->setObjectName(QStringLiteral("noticeKnown"));
    known->setProperty("flat", true);
    row->addWidget(known);
    connect(known, &QPushButton::clicked, &m_presenter, &desk::NoticePresenter::dismiss);
    connect(&m_presenter, &desk::NoticePresenter::changed, this, &NoticeStrip::refresh);
    refresh();
}

void NoticeStrip::refresh()
{
    const QString text = m_presenter.text();
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace balcao::ui
