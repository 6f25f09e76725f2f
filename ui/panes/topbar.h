// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The bar above everything: how the connection is, hiding the screen, who is serving. Binds to
// ConnectionPresenter.
#pragma once

#include "desk/connectionpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace balcao::ui {

class ElidedLabel;
class KeyButton;

class TopBar final : public QFrame
{
    Q_OBJECT

public:
    TopBar(desk::ConnectionPresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

    /// `seed`: the colour of their face, the same as wherever else it stands.
    void setOperator(const QString &name, uint seed);
    /// A way back to the list, where list and thread do not fit beside each other.
    void setBack(bool on);
    /// In a narrow window words make room: icons say it, and tooltips.
    void setCompact(bool compact);

Q_SIGNALS:
    void backRequested();
    void searchRequested();
    void privacyRequested();
    void switchOperatorRequested();

private:
    void refresh();
    void setWords();
    void showFace();

    desk::ConnectionPresenter &m_presenter;
    const Appearance &m_appearance;
    QLabel *m_icon;
    ElidedLabel *m_health;
    QPushButton *m_back;
    KeyButton *m_search;
    KeyButton *m_hide;
    KeyButton *m_operator;
    QString m_name;
    uint m_seed = 0;
    bool m_compact = false;
};

} // namespace balcao::ui
