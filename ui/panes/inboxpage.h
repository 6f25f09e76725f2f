// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The inbox as drawn: top bar, rail, list, thread, customer panel; narrower windows lose the panel (a drawer then)
// and the rail's words. Assembles panes, binds shortcuts; holds no rule of its own.
#pragma once

#include "ui/style/appearance.h"

#include <QElapsedTimer>
#include <QKeySequence>
#include <QWidget>

#include <functional>

class QDialog;

namespace balcao::desk {
class ComposerPresenter;
class ConnectionPresenter;
class CustomerPresenter;
class InboxPresenter;
class PalettePresenter;
class PickPresenter;
class RailPresenter;
class TagsPresenter;
class ThreadPresenter;
class UndoPresenter;
class WorkPresenter;
} // namespace balcao::desk

namespace balcao::ui {

class CustomerPanel;
class ListPane;
class RailPane;
class ThreadPane;
class TopBar;

class InboxPage final : public QWidget
{
    Q_OBJECT

public:
    struct Presenters
    {
        desk::ConnectionPresenter &connection;
        desk::RailPresenter &rail;
        desk::InboxPresenter &inbox;
        desk::ThreadPresenter &thread;
        desk::ComposerPresenter &composer;
        desk::WorkPresenter &work;
        desk::PickPresenter &pick;
        desk::TagsPresenter &tags;
        desk::CustomerPresenter &customer;
        desk::UndoPresenter &undo;
        desk::PalettePresenter &palette;
    };

    InboxPage(const Presenters &presenters, const Appearance &appearance, QWidget *parent = nullptr);

    /// The operator's name, top right.
    void setOperator(const QString &name);
    /// What it needs once it has given up all that it can.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void switchOperatorRequested();
    void privacyRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    /// The window became the one in front, or ceased to be.
    void changeEvent(QEvent *event) override;

private:
    void bindKeys();
    void bindPick();
    void bindPalette();
    void openPalette();
    void openTags();
    void openReplies();
    void open(QDialog *dialog);
    void bind(const QKeySequence &key, std::function<void()> act);
    void movePane(int by);
    void toggleCustomer();
    void arrange();
    void tellSeen();

    Presenters m_presenters;
    const Appearance &m_appearance;
    TopBar *m_bar;
    RailPane *m_rail;
    ListPane *m_list;
    ThreadPane *m_thread;
    CustomerPanel *m_customer;
    QElapsedTimer m_escape;
    bool m_drawer = false; ///< opened by hand where there is no room for the panel
    bool m_closed = false; ///< closed by hand where there is
};

} // namespace balcao::ui
