// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/foreignpixdialog.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace balcao::ui {

ForeignPixDialog::ForeignPixDialog(const QString &what, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("foreignPixDialog"));
    setWindowTitle(tr("Pix that is not the shop's"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    QLabel *head = plainLabel(what, this);
    head->setObjectName(QStringLiteral("foreignPixWhat"));
    head->setFont(semibold(headFont(head->font())));
    column->addWidget(head);
    column->addWidget(
        plainLabel(tr("Whoever pays it pays somebody else. Programs that swap a copied key exist: compare "
                      "it letter by letter. To charge for the shop, use Pix (F9)."),
                   "second", this));
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Do not send"), this);
    cancel->setObjectName(QStringLiteral("foreignPixCancel"));
    cancel->setDefault(true);
    auto *send = new QPushButton(tr("Send all the same"), this);
    send->setObjectName(QStringLiteral("foreignPixSend"));
    send->setAutoDefault(false);
    row->addWidget(cancel);
    row->addWidget(send);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(send, &QPushButton::clicked, this, &QDialog::accept);
    cancel->setFocus();
    sizeDialog(*this, QSize(440, 0));
}

} // namespace balcao::ui
