// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/draftedit.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace balcao::ui {

namespace {

bool isFile(const QMimeData &source)
{
    const QList<QUrl> urls = source.urls();
    return std::any_of(urls.cbegin(), urls.cend(), [](const QUrl &url) { return url.isLocalFile(); }) ||
           (source.hasImage() && !source.hasText());
}

} // namespace

bool DraftEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return isFile(*source) || QPlainTextEdit::canInsertFromMimeData(source);
}

void DraftEdit::insertFromMimeData(const QMimeData *source)
{
    if (isFile(*source))
        Q_EMIT fileOffered();
    else
        QPlainTextEdit::insertFromMimeData(source);
}

} // namespace balcao::ui
