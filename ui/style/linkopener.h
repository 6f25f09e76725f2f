// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The one door through which an address leaves for the system's browser: after a person has read its host and said
// yes (ui/dialogs/linkdialog.h). A seam, so that tests count.
#pragma once

#include <QUrl>

#include <functional>

namespace balcao::ui {

using LinkOpener = std::function<void(const QUrl &)>;

/// http and https only, whatever is asked of it.
void openInBrowser(const QUrl &url);

} // namespace balcao::ui
