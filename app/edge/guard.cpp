// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "edge/guard.h"

#include <algorithm>

namespace balcao::edge {

namespace {

bool is(const QByteArray &text, const char *word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

/// A number that every reader can hold.
bool isLength(const QByteArray &text)
{
    return !text.isEmpty() && text.size() < 19 &&
           std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

bool isWellFormed(unsigned version, QByteArrayView target, const QList<Header> &fields, int maxFields)
{
    if (version != 10 && version != 11)
        return false;
    if (!target.startsWith('/') || fields.size() > maxFields)
        return false;
    int lengths = 0, encodings = 0, hosts = 0;
    bool chunked = false;
    for (const Header &field : fields) {
        if (is(field.name, "Content-Length")) {
            ++lengths;
            // Beast reads "3, 3" as 3; who stands in front may not.
            if (!isLength(field.value))
                return false;
        } else if (is(field.name, "Host")) {
            ++hosts;
        } else if (is(field.name, "Transfer-Encoding")) {
            ++encodings;
            chunked = is(field.value, "chunked");
        }
    }
    if (lengths > 1)
        return false;
    if (encodings > 0 && (encodings > 1 || !chunked || lengths > 0 || version != 11))
        return false;
    return version == 10 ? hosts <= 1 : hosts == 1;
}

} // namespace balcao::edge
