// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The inbox as drawn: top bar, rail, list, thread, customer panel, or the settings in place of the last three; narrower
// windows lose the panel (a drawer then), the rail's words, and at last show the list or the thread. Assembles panes,
// binds shortcuts; holds no rule of its own.
#pragma once

#include "desk/keytable.h"
#include "ui/style/appearance.h"

#include <QElapsedTimer>
#include <QHash>
#include <QKeySequence>
#include <QWidget>

#include <functional>

class QDialog;
class QHBoxLayout;
class QVBoxLayout;
class QSplitter;

namespace balcao::desk {
class BankPresenter;
class ChargePresenter;
class ComposerPresenter;
class ConnectionPresenter;
class CustomerPresenter;
class DataPresenter;
class InboxPresenter;
class MeterPresenter;
class NoticePresenter;
class PalettePresenter;
class PickPresenter;
class PixPresenter;
class ProofPresenter;
class RailPresenter;
class ShopPresenter;
class ReceivingPresenter;
class SpellingPresenter;
class TagsPresenter;
class ThreadPresenter;
class TillPresenter;
class Transcript;
class UndoPresenter;
class WorkPresenter;
struct CustomerQuestion;
} // namespace balcao::desk

namespace balcao::ui {

class CustomerPanel;
class ListPane;
class Printing;
class RailPane;
class SettingsPage;
class ThreadPane;
class TillPage;
class TopBar;

class InboxPage final : public QWidget
{
    Q_OBJECT

public:
    struct Presenters
    {
        desk::ConnectionPresenter &connection;
        desk::RailPresenter &rail;
        desk::MeterPresenter &meter;
        desk::InboxPresenter &inbox;
        desk::ThreadPresenter &thread;
        desk::ComposerPresenter &composer;
        desk::WorkPresenter &work;
        desk::PickPresenter &pick;
        desk::TagsPresenter &tags;
        desk::CustomerPresenter &customer;
        desk::UndoPresenter &undo;
        desk::PalettePresenter &palette;
        desk::SpellingPresenter &spelling;
        desk::NoticePresenter &notices;
        desk::DataPresenter &data;
        desk::ShopPresenter &shop;
        const desk::Transcript &transcript;
        desk::PixPresenter &pix;
        desk::ChargePresenter &charges;
        desk::ReceivingPresenter &receiving;
        desk::BankPresenter &bank;
        desk::ProofPresenter &proof;
        desk::TillPresenter &till;
    };

    InboxPage(const Presenters &presenters, const Appearance &appearance, QWidget *parent = nullptr);

    /// The operator's name, top right.
    void setOperator(const QString &name, uint seed);
    /// Takes it; shown in place of the conversations.
    void setSettings(SettingsPage *settings);
    void showSettings(bool on);
    /// Escape was pressed in a dialog: one more soon, and the screen is left.
    void countEscape() { m_escape.start(); }
    /// The day's report, in the same place.
    void showTill(bool on);
    /// How a person has arranged the panes; empty or unreadable: as drawn.
    [[nodiscard]] QByteArray arrangement() const;
    void setArrangement(const QByteArray &arrangement);
    /// Whether the open conversation is what can be read now.
    [[nodiscard]] bool showsThread() const;
    /// The conversation that is to be read, brought to the front.
    void bringThread();
    /// Where work begins: at the list, or what stands in its place.
    void focusStart();
    [[nodiscard]] Printing &printing() { return *m_printing; }
    [[nodiscard]] TillPage &till() { return *m_till; }
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
    void buildPanes(QHBoxLayout &row);
    void bindKeys();
    [[nodiscard]] QHash<desk::Act, std::function<void()>> acts();
    void escape();
    void openKeys();
    void next(int by);
    void bindPick();
    void bindPalette();
    void bindCharges();
    void addAlerts(QVBoxLayout &column);
    void openPix();
    void openReceiving();
    /// What stands in place of the conversations; null: they do.
    void showAside(QWidget *page);
    void openPalette();
    void askForCustomer(const desk::CustomerQuestion &question);
    void openTags();
    void openReplies();
    void openPrint();
    void open(QDialog *dialog);
    void bind(const QKeySequence &key, std::function<void()> act);
    void movePane(int by);
    void toggleCustomer();
    void arrange();
    /// Something else is wanted: a panel that has the window to itself goes.
    void leavePanel();
    void arrangeNarrow();
    void sizeList();
    void tellSeen();

    Presenters m_presenters;
    const Appearance &m_appearance;
    TopBar *m_bar;
    RailPane *m_rail;
    ListPane *m_list;
    ThreadPane *m_thread;
    CustomerPanel *m_customer;
    Printing *m_printing;
    QSplitter *m_panes = nullptr;
    SettingsPage *m_settings = nullptr;
    TillPage *m_till = nullptr;
    QWidget *m_aside = nullptr; ///< settings or the day's report, while they are shown
    QElapsedTimer m_escape;
    qreal m_scale = 1; ///< of the text, against the drawing's
    bool m_roomy = false;
    bool m_byHand = false;    ///< somebody has moved the line between list and thread
    bool m_showsList = false; ///< of the two, where there is room for one
    bool m_alone = false;     ///< the panel, with room for nothing beside it
    bool m_drawer = false;    ///< opened by hand where there is no room for the panel
    bool m_closed = false;    ///< closed by hand where there is
};

} // namespace balcao::ui
