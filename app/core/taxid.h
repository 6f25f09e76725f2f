// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// CPF (people) and CNPJ (companies), bare: no dots, dashes or slashes. Right check digits say that a number was
// typed right, not that it was ever given to anybody.
// Source: Receita Federal; IN RFB 2.229/2024 for the CNPJ with letters (new registrations from July 2026).
#pragma once

#include <QString>
#include <QStringView>

namespace balcao {

/// Eleven digits, not all alike, both check digits right.
bool isCpf(QStringView bare);
/// Twelve of 0-9 A-Z and two check digits, not all alike.
bool isCnpj(QStringView bare);

/// "***.456.789-**": the part of a CPF that may stand on a screen; empty unless it is eleven digits.
QString cpfMasked(QStringView bare);

} // namespace balcao
