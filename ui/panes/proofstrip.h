// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Above the messages while a charge waits and a picture or a document has come: a receipt is no payment. Else not there.
// Binds to ProofPresenter.
#pragma once

#include "desk/composerpresenter.h"
#include "desk/proofpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace balcao::ui {

class FoldButton;
class KeyButton;

class ProofStrip final : public QFrame
{
    Q_OBJECT

public:
    ProofStrip(desk::ProofPresenter &proof, desk::ComposerPresenter &composer, const Appearance &appearance,
               QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    /// Where room is scarce: one line, and buttons without their words.
    void arrange();

    desk::ProofPresenter &m_proof;
    desk::ComposerPresenter &m_composer;
    const Appearance &m_appearance;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_detail;
    QBoxLayout *m_parts;
    KeyButton *m_reply;
    FoldButton *m_none;
};

} // namespace balcao::ui
