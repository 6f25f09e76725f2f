// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Text that others wrote, made safe to show and short enough to list. Nothing here reads it as HTML,
// a path, a URL or a format string.
#pragma once

#include <QString>
#include <QStringView>

namespace balcao {

/// What may be stored and shown as text: lone surrogates become U+FFFD, C0/C1 controls except tab and
/// newline go, CR LF becomes LF, and at most `limit` UTF-16 units remain (never half a character).
QString cleanText(QStringView text, qsizetype limit = 65536);

/// One line for a list: white space folded, bidirectional controls dropped, cut at `limit` with "…".
QString previewText(QStringView text, qsizetype limit = 120);

/// Case and accents away, for comparing names: "Conceição" and "conceicao" meet.
QString foldedText(QStringView text);

} // namespace balcao
