// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/tillwrong.h"

#include "core/money.h"
#include "ui/panes/foldingrow.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QBoxLayout>
#include <QPushButton>

namespace balcao::ui {

namespace {

constexpr int kAside = 14;
constexpr int kAbove = 8;
constexpr int kIcon = 16;

void add(QBoxLayout &column, QLabel *label, const QFont &font)
{
    label->setFont(font);
    column.addWidget(label);
}

} // namespace

TillWrong::TillWrong(desk::TillPresenter &presenter, desk::ChargePresenter &charges, const Appearance &appearance,
                     QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_charges(charges),
      m_appearance(appearance),
      m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("tillWrong"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

QList<TillWrong::Deed> TillWrong::deedsFor(const desk::TillFinding &found)
{
    QList<Deed> deeds;
    if (!found.conversation.isNull())
        deeds.append({tr("Open conversation"), "tillOpen", [this, found] { m_presenter.open(found); }});
    // What is frozen is not what the bank has now.
    if (found.over && !m_presenter.isClosed() && m_charges.mayRefund(*found.over))
        deeds.append({tr("Pay back %1…").arg(reaisShown(found.excess)), "tillRefund",
                      [this, found] { m_charges.refunding().begin(*found.over, found.excess); }});
    if (found.strays.size() == 1 && !m_presenter.isClosed())
        deeds.append(
            {tr("Link to a customer…"), "tillLink", [this, found] { m_presenter.askWhose(found.strays.first()); }});
    if (!found.strays.isEmpty() && !m_presenter.isClosed())
        deeds.append({found.strays.size() == 1 ? tr("It is a counter sale") : tr("They are counter sales"), "tillSale",
                      [this, found] { m_presenter.sortAsSale(found.strays); }});
    return deeds;
}

void TillWrong::refresh()
{
    const QList<desk::TillFinding> all = m_presenter.differences();
    setVisible(m_presenter.isKnown() && !all.isEmpty());
    QStringList shown{m_presenter.differencesText(), m_presenter.balanceText()};
    for (const desk::TillFinding &one : all) {
        shown += {one.title, one.about, one.advice};
        shown += one.strays; // what the button is about
        for (const Deed &deed : deedsFor(one))
            shown.append(deed.words);
    }
    if (shown == m_shown)
        return; // whoever stands on a button stays there
    m_shown = shown;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    m_rows->addWidget(head());
    for (const desk::TillFinding &one : all) {
        m_rows->addWidget(hairline(Qt::Horizontal, this));
        m_rows->addWidget(line(one));
    }
    retint();
}

QWidget *TillWrong::head()
{
    auto *head = new QFrame(this);
    head->setObjectName(QStringLiteral("tillWrongHead"));
    FoldingRow *words = FoldingRow::within(head, kAside, kAbove);
    QLabel *count = plainLabel(m_presenter.differencesText(), "danger", head);
    count->setObjectName(QStringLiteral("tillWrongCount"));
    count->setFont(semibold(bodyFont(count->font())));
    count->setWordWrap(false);
    QLabel *balance = plainLabel(m_presenter.balanceText(), "danger", head);
    balance->setFont(smallFont(balance->font()));
    balance->setWordWrap(true);
    words->addWidget(count);
    words->addWidget(balance, 1);
    return head;
}

QWidget *TillWrong::line(const desk::TillFinding &found)
{
    auto *line = new QWidget(this);
    FoldingRow *row = FoldingRow::within(line, kAside, kAbove);
    QLabel *sign = plainLabel({}, line);
    sign->setObjectName(QStringLiteral("tillWrongSign"));
    row->addWidget(sign);
    auto *texts = new QWidget(line);
    auto *column = new QVBoxLayout(texts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    add(*column, plainLabel(found.title, texts), semibold(bodyFont(font())));
    add(*column, plainLabel(found.about + QStringLiteral(" · ") + found.advice, "second", texts), captionFont(font()));
    row->addWidget(texts, 1);
    for (const Deed &deed : deedsFor(found)) {
        auto *button = new QPushButton(deed.words, line);
        button->setObjectName(QString::fromLatin1(deed.name));
        button->setAutoDefault(true); // Enter presses what has the focus
        button->setAccessibleDescription(found.title + QStringLiteral(" · ") + found.about);
        connect(button, &QPushButton::clicked, this, deed.act);
        row->addWidget(button);
    }
    return line;
}

void TillWrong::retint()
{
    const auto signs = findChildren<QLabel *>(QStringLiteral("tillWrongSign"));
    for (QLabel *sign : signs)
        sign->setPixmap(
            Appearance::pixmap(QStringLiteral("failed"), m_appearance.theme().danger, kIcon, devicePixelRatioF()));
}

} // namespace balcao::ui
