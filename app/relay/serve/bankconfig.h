// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The section [pix] of the INI file: which bank, and how it is reached. Without the section there is no bank, and the
// shop's own static codes are all there is. Secrets: pix_client_id, pix_client_secret, pix_passphrase (of the
// certificate, if it has one), pix_hook_secret (where the bank does not prove itself with a certificate).
#pragma once

#include "relay/bank/banksettings.h"

namespace balcao::relay {

struct BankConfig
{
    BankSettings settings;
    QString name;          ///< as desks show it
    QUrl webhook;          ///< where the bank reaches /hooks/pix from outside; empty: it is only asked
    QByteArray hookSecret; ///< empty: the proxy in front has checked the bank's certificate
};

/// "profile" comes first, whatever the order in the file: the other keys change what it says.
/// @return what is wrong with it, or nullptr
const char *setBankKey(BankConfig &bank, const QString &key, const QString &value);

} // namespace balcao::relay
