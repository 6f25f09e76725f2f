// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/keysdialog.h"

#include "ui/panes/keylist.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kMargin = 14;
constexpr QSize kIdeal(840, 536);

} // namespace

KeysDialog::KeysDialog(bool spelling, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("keysDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("keysScroll"));
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(new KeyList(2, spelling, scroll));
    column->addWidget(scroll, 1);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("keysClose"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(kIdeal.boundedTo(parent->window()->size() - QSize(40, 60)));
}

} // namespace balcao::ui
