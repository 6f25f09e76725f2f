// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The open conversation: head, thread and composer, and words when none is open.
#pragma once

#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;
class QStackedLayout;

namespace balcao::desk {
class ChargePresenter;
class ComposerPresenter;
class ProofPresenter;
class SpellingPresenter;
class ThreadPresenter;
class UndoPresenter;
class WorkPresenter;
} // namespace balcao::desk

namespace balcao::ui {

class Composer;
class MessageArea;

class ThreadPane final : public QFrame
{
    Q_OBJECT

public:
    struct Presenters
    {
        desk::ThreadPresenter &thread;
        desk::ComposerPresenter &composer;
        desk::WorkPresenter &work;
        desk::UndoPresenter &undo;
        desk::SpellingPresenter &spelling;
        desk::ChargePresenter &charges;
        desk::ProofPresenter &proof;
    };

    ThreadPane(const Presenters &presenters, const Appearance &appearance, QWidget *parent = nullptr);

    void focusComposer();
    /// Ctrl+F.
    void openFind();
    [[nodiscard]] bool hasInnerFocus() const;
    /// What is selected of the messages.
    [[nodiscard]] QList<int> markedRows() const;

Q_SIGNALS:
    void assignRequested();
    void snoozeRequested();
    void repliesRequested();
    void printRequested();
    void pixRequested();

private:
    QWidget *threadView(const Presenters &presenters, const Appearance &appearance);
    void refresh();

    desk::ThreadPresenter &m_presenter;
    QStackedLayout *m_stack;
    MessageArea *m_messages;
    Composer *m_composer;
};

} // namespace balcao::ui
