// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/clipboardcheck.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

namespace balcao::ui {

void copyChecked(const QString &text, QObject *context, std::function<void(bool same)> done)
{
    QGuiApplication::clipboard()->setText(text);
    QTimer::singleShot(kClipboardLookMs, context,
                       [text, done = std::move(done)] { done(QGuiApplication::clipboard()->text() == text); });
}

} // namespace balcao::ui
