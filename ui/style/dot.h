// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>

namespace balcao::ui {

/// A tag's dot in lists and swatches; always beside its name.
QIcon dotIcon(const QColor &colour);

} // namespace balcao::ui
