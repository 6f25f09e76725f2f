// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the customer accepts, a line for each kind of message; pressing one asks for the answer to record.
#pragma once

#include "desk/customerpresenter.h"
#include "ui/style/appearance.h"

#include <QWidget>

class QPushButton;

namespace balcao::ui {

class ConsentList final : public QWidget
{
    Q_OBJECT

public:
    ConsentList(const Appearance &appearance, QWidget *parent);

    void show(const QList<desk::ConsentLine> &lines);

Q_SIGNALS:
    void answered(const QString &purpose, bool granted);

private:
    QPushButton *lineFor(const desk::ConsentLine &line);

    const Appearance &m_appearance;
    QStringList m_shown;
};

} // namespace balcao::ui
