// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/linkopener.h"

#include <QDesktopServices>

namespace balcao::ui {

void openInBrowser(const QUrl &url)
{
    const bool web = url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    if (web && url.isValid() && !url.host().isEmpty())
        QDesktopServices::openUrl(url);
}

} // namespace balcao::ui
