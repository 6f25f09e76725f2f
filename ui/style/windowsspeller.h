// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Windows' own dictionary (ISpellChecker, since Windows 8), on a thread of its own: nobody at the counter is to wait until
// the system has found and read it. Whether it has the language is known later; arrived() says so.
// What is taught stays with us and never goes into the user's dictionary of Windows. Never run on a real Windows.
#pragma once

#include "desk/speller.h"

#include <QThread>

#include <functional>
#include <memory>

struct ISpellCheckerFactory;

namespace balcao::ui {

class WindowsSpeller final : public desk::Speller
{
    Q_OBJECT

public:
    /// Asked once, on the speller's thread; the caller owns what it gives. Null: this system has none.
    using Open = std::function<ISpellCheckerFactory *()>;
    static ISpellCheckerFactory *openSystems();

    /// `language`: "pt-BR".
    explicit WindowsSpeller(const QString &language, Open open = &WindowsSpeller::openSystems);
    ~WindowsSpeller() override;

    [[nodiscard]] bool isThere() const override { return m_isThere; }
    void check(const QStringList &words) override;
    void suggest(const QString &word, int most) override;

private:
    class Dictionary;

    std::unique_ptr<Dictionary> m_dictionary; ///< of the thread, as long as that runs
    QThread m_thread;
    bool m_isThere = false;
};

} // namespace balcao::ui
