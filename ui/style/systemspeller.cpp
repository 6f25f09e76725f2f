// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/systemspeller.h"

#ifdef BALCAO_HUNSPELL
#include "ui/style/hunspellspeller.h"

#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>
#elif defined(Q_OS_WIN)
#include "ui/style/windowsspeller.h"

#include <QLocale>
#elif defined(Q_OS_MACOS)
#include "ui/style/macspeller.h"

#include <QLocale>
#endif

namespace balcao::ui {

#ifdef BALCAO_HUNSPELL

// Only of that very country: Portugal's words are other ones.
std::unique_ptr<desk::Speller> systemSpeller(const QLocale &locale)
{
    const QStringList rules = QStandardPaths::locateAll(QStandardPaths::GenericDataLocation,
                                                        QStringLiteral("hunspell/%1.aff").arg(locale.name()));
    for (const QString &rule : rules) {
        const QString words = rule.chopped(3) + QStringLiteral("dic");
        if (QFileInfo(rule).isReadable() && QFileInfo(words).isReadable())
            return std::make_unique<HunspellSpeller>(rule, words);
    }
    return nullptr;
}

#elif defined(Q_OS_WIN)

std::unique_ptr<desk::Speller> systemSpeller(const QLocale &locale)
{
    return std::make_unique<WindowsSpeller>(locale.bcp47Name());
}

#elif defined(Q_OS_MACOS)

std::unique_ptr<desk::Speller> systemSpeller(const QLocale &locale)
{
    return std::make_unique<MacSpeller>(locale.name());
}

#else

std::unique_ptr<desk::Speller> systemSpeller(const QLocale &)
{
    return nullptr;
}

#endif

} // namespace balcao::ui
