// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Text that others wrote, made safe to show and short enough to list. Nothing here reads it as HTML,
// a path, a URL or a format string.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <utility>

namespace balcao {

/// What may be stored and shown as text: lone surrogates become U+FFFD, C0/C1 controls except tab and
/// newline go, CR LF becomes LF, and at most `limit` UTF-16 units remain (never half a character).
QString cleanText(QStringView text, qsizetype limit = 65536);

/// One line for a list: white space folded, bidirectional controls dropped, cut at `limit` with "…".
QString previewText(QStringView text, qsizetype limit = 120);

/// The same of where the first of `folded` (foldedText) stands, with some words before it: "… bolo de cenoura".
QString excerptText(QStringView text, const QStringList &folded, qsizetype limit = 120);

/// LRM, RLM, the embeddings, overrides and isolates.
bool isBidiControl(char16_t c);
/// Of those, what turns the letters that follow: embeddings, overrides, isolates.
bool turnsText(char16_t c);
/// Its own direction, whatever stands around it: for names and file names within our sentences.
QString isolated(QStringView text);
/// The same for paper and files, which know no isolates.
QString unisolated(QString text);

/// A file name in two parts, safe to show: the last segment alone, no controls, nothing that turns it around.
struct FileName
{
    QString base;      ///< "nota.pdf"
    QString extension; ///< "exe": what decides how a system would open it; may be empty

    friend bool operator==(const FileName &, const FileName &) = default;
};
FileName safeFileName(QStringView name);

/// Where words that begin like one of `folded` (foldedText) stand, in order: {start, length} of the letters typed.
QList<std::pair<qsizetype, qsizetype>> wordMatches(QStringView text, const QStringList &folded);

/// Case and accents away, for comparing names: "Conceição" and "conceicao" meet.
QString foldedText(QStringView text);

} // namespace balcao
