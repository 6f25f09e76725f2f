// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Qt's own words in the language of the window: Copy, Paste, and what else its menus say.
#pragma once

class QLocale;
class QTranslator;

namespace balcao {

/// False where Qt brings none; its menus are English then.
bool loadQtWords(QTranslator &into, const QLocale &locale);

} // namespace balcao
