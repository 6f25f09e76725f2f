// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Addresses in a text that somebody else wrote: http and https with a real host, nothing else. What may be opened
// is made anew from its parts: no user info, the host in ASCII (punycode), as it will be asked of the DNS.
#pragma once

#include <QList>
#include <QString>
#include <QStringView>
#include <QUrl>

namespace balcao {

struct WebLink
{
    qsizetype start = 0; ///< in the text that was searched
    qsizetype length = 0;
    QUrl url;
    QString host; ///< ASCII; what a person has to read before it is opened

    friend bool operator==(const WebLink &, const WebLink &) = default;
};

/// In order, not overlapping; at most `limit`. Linear in the text's length.
QList<WebLink> webLinks(QStringView text, qsizetype limit = 50);

} // namespace balcao
