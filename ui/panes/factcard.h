// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A card of values in the settings of which some are not always known: a row for each that is. GUI thread.
#pragma once

#include "desk/linepresenter.h"

#include <QWidget>

class QLabel;

namespace balcao::ui {

class FactCard final : public QWidget
{
    Q_OBJECT

public:
    explicit FactCard(QWidget *parent);

    void show(const QList<desk::LinePresenter::Fact> &facts);

private:
    void build(const QStringList &captions);

    QStringList m_captions;
    QWidget *m_card = nullptr;
    QList<QLabel *> m_values;
};

} // namespace balcao::ui
