// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/inboxpage.h"

#include "ui/panes/connectionstrip.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/panes/listpane.h"
#include "ui/panes/threadpane.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace balcao::ui {

InboxPage::InboxPage(const Presenters &presenters, const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_operator(new ElidedLabel(nullptr, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(topBar(presenters, appearance));
    column->addWidget(hairline(Qt::Horizontal, this));
    auto *panes = new QSplitter(Qt::Horizontal, this);
    panes->setObjectName(QStringLiteral("panes"));
    panes->setHandleWidth(1);
    panes->setChildrenCollapsible(false);
    auto *list = new ListPane(presenters.inbox, appearance, panes);
    auto *thread = new ThreadPane(presenters.thread, presenters.composer, appearance, panes);
    panes->addWidget(list);
    panes->addWidget(thread);
    panes->setStretchFactor(1, 1);
    panes->setSizes({360, 1006});
    column->addWidget(panes, 1);

    connect(list, &ListPane::openRequested, thread, &ThreadPane::focusComposer);
    connect(new QShortcut(Qt::Key_F2, this), &QShortcut::activated, list, &ListPane::openFirst);
    connect(new QShortcut(Qt::Key_F11, this), &QShortcut::activated, this, &InboxPage::switchOperatorRequested);
    connect(new QShortcut(Qt::Key_F6, this), &QShortcut::activated, this, [list, thread] {
        if (list->hasInnerFocus())
            thread->focusComposer();
        else
            list->focusList();
    });
}

QWidget *InboxPage::topBar(const Presenters &presenters, const Appearance &appearance)
{
    auto *bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("topBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 14, 0);
    row->setSpacing(0);
    auto *strip = new ConnectionStrip(presenters.connection, appearance, bar);
    strip->setMinimumHeight(44);
    row->addWidget(strip, 1);
    m_operator->setFont(semibold(bodyFont(m_operator->font())));
    m_operator->setMaximumWidth(240);
    m_operator->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_operator->setObjectName(QStringLiteral("operator"));
    row->addSpacing(12);
    row->addWidget(m_operator);
    row->addSpacing(8);
    auto *change = new QPushButton(tr("Switch (F11)"), bar);
    change->setObjectName(QStringLiteral("switchOperator"));
    change->setProperty("flat", true);
    row->addWidget(change);
    connect(change, &QPushButton::clicked, this, &InboxPage::switchOperatorRequested);
    return bar;
}

void InboxPage::setOperator(const QString &name)
{
    m_operator->setText(name);
    m_operator->setAccessibleName(tr("Serving: %1").arg(name));
}

} // namespace balcao::ui
