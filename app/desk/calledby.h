// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How the counter calls a customer in a sentence: by the first name, a company by all of it.
#pragma once

#include <QString>

namespace balcao::desk {

/// "Marlene", "Dona Cida", "Construtora Horizonte"; empty for what is no name.
[[nodiscard]] QString calledBy(const QString &name);

} // namespace balcao::desk
