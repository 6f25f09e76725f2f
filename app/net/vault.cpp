// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "net/vault.h"

namespace balcao::net {

Vault::~Vault() = default;

VaultState decide(VaultOutcome readOutcome, bool markerPresent)
{
    switch (readOutcome) {
    case VaultOutcome::Ok:
        return VaultState::Ok;
    case VaultOutcome::NotFound:
        return markerPresent ? VaultState::Locked : VaultState::Empty;
    case VaultOutcome::Locked:
        return markerPresent ? VaultState::Locked : VaultState::Absent;
    case VaultOutcome::Absent:
    case VaultOutcome::Failed:
        break;
    }
    return VaultState::Absent;
}

} // namespace balcao::net
