// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The screen while it is protected (picture privacy): the shop's awning in place of the conversations, until whoever
// serves types the PIN, by keyboard or on the keys drawn here. Binds to OperatorPresenter.
#pragma once

#include "desk/connectionpresenter.h"
#include "desk/operatorpresenter.h"
#include "desk/railpresenter.h"
#include "ui/style/appearance.h"

#include <QTimer>
#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace balcao::ui {

class ElidedLabel;

class ProtectedPage final : public QWidget
{
    Q_OBJECT

public:
    struct Presenters
    {
        desk::OperatorPresenter &operators;
        desk::ConnectionPresenter &connection;
        desk::RailPresenter &rail;
    };

    ProtectedPage(const Presenters &presenters, const Appearance &appearance, QWidget *parent = nullptr);

    void setShop(const QString &name);
    /// It is what is shown now.
    void arrive();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildHead(QVBoxLayout &column);
    void buildPin(QVBoxLayout &column);
    void buildKeys(QGridLayout &grid);
    void sizeKeys();
    void buildFoot(QVBoxLayout &column);
    void refresh();
    void refreshPeople();
    void refreshFoot();
    void refreshClock();
    void retint();

    Presenters m_presenters;
    const Appearance &m_appearance;
    QLabel *m_shop;
    QLabel *m_clock;
    QLabel *m_eye;
    QLabel *m_why;
    QListWidget *m_people;
    QStringList m_names; ///< as m_people shows them
    QWidget *m_pinPart;
    QLineEdit *m_pin;
    QPushButton *m_back;
    QLabel *m_error;
    QLabel *m_forgot;
    QLabel *m_waitingIcon;
    ElidedLabel *m_waiting;
    QLabel *m_healthIcon;
    QLabel *m_health;
    QTimer m_minute; ///< to the next
};

} // namespace balcao::ui
