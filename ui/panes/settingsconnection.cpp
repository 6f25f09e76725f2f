// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/settingsconnection.h"

#include "ui/panes/elidedlabel.h"
#include "ui/panes/factcard.h"
#include "ui/panes/foldingrow.h"
#include "ui/panes/formparts.h"
#include "ui/panes/settingsparts.h"
#include "ui/panes/stationsview.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kPad = 14;
constexpr int kFactGap = 20;

} // namespace

SettingsConnection::SettingsConnection(desk::LinePresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_way(new StationsView(appearance, this)),
      m_tested(plainLabel({}, "caption", this)),
      m_test(new QPushButton(tr("Test now"), this)),
      m_noNumber(plainLabel({}, "second", this)),
      m_numbers(new QWidget(this)),
      m_server(new FactCard(this))
{
    QVBoxLayout *column = sectionColumn(this, tr("Connection and number"),
                                        tr("The way of the messages, and how the shop's number stands."));
    buildWay(*column, appearance);
    column->addWidget(sectionHead(tr("Shop's number"), this));
    m_noNumber->setObjectName(QStringLiteral("lineNoNumber"));
    column->addWidget(m_noNumber);
    auto *cards = new QVBoxLayout(m_numbers);
    cards->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_numbers);
    column->addWidget(sectionHead(tr("Server"), this));
    m_server->setObjectName(QStringLiteral("lineServer"));
    column->addWidget(m_server);
    column->addStretch();
    connect(&presenter, &desk::LinePresenter::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    refresh();
}

void SettingsConnection::buildWay(QVBoxLayout &column, const Appearance &appearance)
{
    auto *head = new FoldingRow;
    column.addLayout(head);
    head->addWidget(sectionHead(tr("Way of a message"), this), 1);
    m_tested->setObjectName(QStringLiteral("lineTested"));
    m_tested->setFont(captionFont(m_tested->font()));
    m_tested->setWordWrap(false);
    m_test->setObjectName(QStringLiteral("lineTest"));
    m_test->setIcon(Appearance::icon(QStringLiteral("retry"), appearance.theme().text2, appearance.theme().disabled));
    head->addWidget(m_tested);
    head->addWidget(m_test);
    connect(m_test, &QPushButton::clicked, &m_presenter, &desk::LinePresenter::test);
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_way);
    rows->addWidget(hairline(Qt::Horizontal, card));
    auto *around = new QVBoxLayout;
    around->setContentsMargins(kPad, 9, kPad, 9);
    rows->addLayout(around);
    m_facts = new FoldingRow;
    around->addLayout(m_facts);
    m_way->setObjectName(QStringLiteral("lineWay"));
    column.addWidget(card);
}

void SettingsConnection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void SettingsConnection::refresh()
{
    m_way->show(m_presenter.stations());
    m_tested->setText(m_presenter.testText());
    m_tested->setVisible(!m_tested->text().isEmpty());
    m_test->setEnabled(!m_presenter.isTesting());
    refreshFacts();
    refreshNumbers();
    m_server->show(m_presenter.server());
}

void SettingsConnection::refreshFacts()
{
    const QList<desk::LinePresenter::Fact> facts = m_presenter.facts();
    while (m_values.size() < facts.size()) {
        auto *pair = new QWidget(this);
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, kFactGap, 0);
        row->setSpacing(4);
        m_captions.append(new ElidedLabel("second", pair));
        m_values.append(new ElidedLabel(nullptr, pair));
        m_captions.last()->setFont(smallFont(font()));
        m_values.last()->setFont(semibold(smallFont(font())));
        row->addWidget(m_captions.last());
        row->addWidget(m_values.last());
        m_facts->addWidget(pair);
    }
    for (qsizetype i = 0; i < facts.size(); ++i) {
        m_captions[i]->setText(facts[i].caption);
        m_values[i]->setText(facts[i].value);
    }
}

void SettingsConnection::refreshNumbers()
{
    const QList<QList<desk::LinePresenter::Fact>> numbers = m_presenter.numbers();
    while (m_cards.size() < numbers.size()) {
        m_cards.append(new FactCard(m_numbers));
        m_numbers->layout()->addWidget(m_cards.last());
    }
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setVisible(i < numbers.size());
        if (i < numbers.size())
            m_cards[i]->show(numbers[i]);
    }
    m_numbers->setVisible(!numbers.isEmpty());
    m_noNumber->setText(m_presenter.noNumberText());
    m_noNumber->setVisible(!m_noNumber->text().isEmpty());
}

} // namespace balcao::ui
