// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Balcão as a program on a desk among others: this PC's preferences, tray, notifications and sounds, the protected
// screen, where the window stands. Lives from start to end; shops come and go in it. GUI thread.
#pragma once

#include "desk/newspresenter.h"
#include "desk/preferencespresenter.h"
#include "desk/privacypresenter.h"
#include "pcfile.h"
#include "shopsession.h"
#include "ui/inputwatch.h"
#include "ui/mainwindow.h"
#include "ui/style/sounds.h"
#include "ui/style/systemspeller.h"
#include "ui/tray.h"

#include <memory>
#include <optional>

namespace balcao {

class Desktop final : public QObject
{
    Q_OBJECT

public:
    /// `fixedScheme`: asked for on the command line, whatever is preferred.
    Desktop(QApplication &app, const Clock &clock, const QString &folder, std::optional<ui::ColourScheme> fixedScheme,
            ui::MainWindow &window, ui::Appearance &appearance);
    ~Desktop() override;

    /// Shows the window where it was, or keeps it out of the way when that is preferred and it `mayHide`.
    void open(bool mayHide, bool placed);
    void raise();
    void quit();

    void attach(ShopSession &shop);
    void detach();
    /// The name to greet by: who serves from now on. `same`: the one who did before the screen was left.
    void serve(const desk::OperatorChoice &who, bool same);
    /// Nobody serves: the door is shown.
    void stopServing();

    [[nodiscard]] desk::PreferencesPresenter &preferences() { return m_preferences; }
    [[nodiscard]] desk::PrivacyPresenter &privacy() { return m_privacy; }
    [[nodiscard]] desk::Sounder &sounder() { return m_sounds; }
    /// Null where the system has none.
    [[nodiscard]] desk::Speller *speller() { return m_speller.get(); }

private:
    void applyPreferences();
    void connectTray();
    void tellSeen();
    void tellProtected();
    void showCount();
    void openConversation(ConversationId conversation);
    void silence(bool on);
    void hinted();
    void keepPlace();

    QApplication &m_app;
    const Clock &m_clock;
    ui::MainWindow &m_window;
    ui::Appearance &m_appearance;
    std::optional<ui::ColourScheme> m_fixedScheme;
    PcFile m_file;
    desk::PreferencesPresenter m_preferences;
    desk::PrivacyPresenter m_privacy;
    ui::InputWatch m_input;
    ui::SystemSounds m_sounds;
    std::unique_ptr<desk::Speller> m_speller;
    ui::Tray m_tray;
    std::unique_ptr<desk::NewsPresenter> m_news;
    ShopSession *m_shop = nullptr;
    QString m_name;
    qint64 m_silentUntil = 0;
    bool m_serving = false;
    bool m_keepsPlace = false;
};

} // namespace balcao
