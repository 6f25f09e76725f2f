// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A certificate of one's own, for servers that want to know who asks (mTLS): PEM files or PKCS#12, read once. A file
// of trusted authorities takes the place of the system's.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>

#include <optional>

namespace balcao::http {

struct TlsFiles
{
    QString certificate; ///< PEM, the chain behind it; empty: none, or PKCS#12
    QString key;         ///< PEM; empty: stands in `certificate`, too
    QString pkcs12;      ///< instead of the two
    QByteArray passphrase;
    QString authorities; ///< PEM: trusted instead of the system's; empty: the system's

    [[nodiscard]] bool hasIdentity() const { return !certificate.isEmpty() || !pkcs12.isEmpty(); }
};

/// TLS 1.2 or newer, the server verified. Fails with Kind::Rejected; the detail names the field and the reason, never
/// the path or what stands in the file.
Result<QSslConfiguration> loadTls(const TlsFiles &files);

/// End of the own certificate; nothing when there is none.
Result<std::optional<qint64>> certificateEnd(const TlsFiles &files);

} // namespace balcao::http
