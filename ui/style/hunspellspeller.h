// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Hunspell on a thread of its own: a dictionary takes half a second and 40 MB to read, a suggestion up to a quarter of a
// second. Read with the first word that is asked about.
#pragma once

#include "desk/speller.h"

#include <QThread>

#include <memory>

namespace balcao::ui {

class HunspellSpeller final : public desk::Speller
{
    Q_OBJECT

public:
    HunspellSpeller(const QString &rules, const QString &words);
    ~HunspellSpeller() override;

    void check(const QStringList &words) override;
    void suggest(const QString &word, int most) override;

private:
    class Dictionary;

    std::unique_ptr<Dictionary> m_dictionary; ///< of the thread, as long as that runs
    QThread m_thread;
};

} // namespace balcao::ui
