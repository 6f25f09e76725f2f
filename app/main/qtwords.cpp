// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "qtwords.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

bool loadQtWords(QTranslator &into, const QLocale &locale)
{
    return into.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace balcao
