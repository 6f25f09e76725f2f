// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/signpoints.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kIcon = 20;
constexpr int kBetween = 18;

} // namespace

SignPoints::SignPoints(const Appearance &appearance, QWidget *parent) : QWidget(parent), m_appearance(appearance)
{
    setObjectName(QStringLiteral("signPoints"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 36, 0, 0);
    column->setSpacing(kBetween);
    add(*column, QStringLiteral("bank"), tr("Only the bank confirms a Pix"),
        tr("A conversation turns green when the money is in the account."));
    add(*column, QStringLiteral("search"), tr("Everything stays on this computer"),
        tr("It searches at once and goes on working without the internet."));
    add(*column, QStringLiteral("privacy"), tr("A customer is looking? F12"),
        tr("The screen hides and only comes back with your PIN."));
    column->addStretch(1);
    const QString version = QCoreApplication::applicationVersion();
    QLabel *foot = plainLabel(tr("Version %1").arg(version), "caption", this);
    foot->setObjectName(QStringLiteral("signVersion"));
    foot->setFont(captionFont(foot->font()));
    foot->setVisible(!version.isEmpty());
    column->addWidget(foot);
    connect(&appearance, &Appearance::changed, this, &SignPoints::retint);
    retint();
}

void SignPoints::add(QVBoxLayout &column, const QString &icon, const QString &title, const QString &words)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *sign = new QLabel(this);
    m_icons.append({icon, sign});
    row->addWidget(sign, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    QLabel *head = plainLabel(title, this);
    head->setFont(semibold(bodyFont(head->font())));
    texts->addWidget(head);
    QLabel *below = plainLabel(words, "second", this);
    below->setFont(smallFont(below->font()));
    texts->addWidget(below);
    row->addLayout(texts, 1);
    column.addLayout(row);
}

void SignPoints::retint()
{
    for (const auto &[icon, label] : std::as_const(m_icons))
        label->setPixmap(Appearance::pixmap(icon, m_appearance.theme().accent, kIcon, devicePixelRatioF()));
}

} // namespace balcao::ui
