// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/factcard.h"

#include "ui/panes/settingsparts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace balcao::ui {

FactCard::FactCard(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void FactCard::show(const QList<desk::LinePresenter::Fact> &facts)
{
    QStringList captions;
    for (const desk::LinePresenter::Fact &fact : facts)
        captions.append(fact.caption);
    if (captions != m_captions)
        build(captions);
    for (qsizetype i = 0; i < facts.size(); ++i)
        m_values[i]->setText(facts[i].value);
}

void FactCard::build(const QStringList &captions)
{
    delete m_card;
    m_values.clear();
    m_captions = captions;
    auto *card = new SettingsCard(this);
    m_card = card;
    for (const QString &caption : captions)
        m_values.append(card->addValue(caption));
    layout()->addWidget(card);
    card->setVisible(!captions.isEmpty());
}

} // namespace balcao::ui
