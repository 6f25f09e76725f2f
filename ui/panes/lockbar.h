// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Above the editor, once 24 hours have passed: why free text is shut, and when it comes back.
#pragma once

#include "ui/style/appearance.h"

#include <QFrame>

namespace balcao::ui {

class LeadLabel;

class LockBar final : public QFrame
{
    Q_OBJECT

public:
    explicit LockBar(const Appearance &appearance, QWidget *parent = nullptr);

    /// Shown while `title` says something. `brief`: in place of `text` where only that has room on one line.
    void show(const QString &title, const QString &text, const QString &brief);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Appearance &m_appearance;
    LeadLabel *m_text;
};

} // namespace balcao::ui
