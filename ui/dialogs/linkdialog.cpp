// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/linkdialog.h"

#include "core/text.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace balcao::ui {

LinkDialog::LinkDialog(const WebLink &link, QWidget *parent) : QDialog(parent)
{
    constexpr qsizetype kShown = 300;
    setObjectName(QStringLiteral("linkDialog"));
    setWindowTitle(tr("Open a link"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addWidget(plainLabel(tr("This link was sent in the chat. It leads to:"), "second", this));
    QLabel *host = plainLabel(previewText(link.host, kShown), this);
    host->setObjectName(QStringLiteral("linkHost"));
    host->setFont(semibold(headFont(host->font())));
    column->addWidget(host);
    QLabel *address = plainLabel(previewText(link.url.toString(QUrl::FullyEncoded), kShown), "caption", this);
    address->setObjectName(QStringLiteral("linkAddress"));
    column->addWidget(address);
    column->addWidget(
        plainLabel(tr("Open it only if you know this address. A bank never asks for data by link."), this));
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Do not open"), this);
    cancel->setObjectName(QStringLiteral("linkCancel"));
    cancel->setDefault(true);
    auto *open = new QPushButton(tr("Open in the browser"), this);
    open->setObjectName(QStringLiteral("linkOpen"));
    open->setAutoDefault(false);
    row->addWidget(cancel);
    row->addWidget(open);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
    // An address has no place to break: it is cut, and no reason for a window that leaves the screen.
    setMinimumWidth(380);
    setMaximumWidth(qRound(560 * textScale()));
    sizeDialog(*this, QSize(460, 0));
}

} // namespace balcao::ui
