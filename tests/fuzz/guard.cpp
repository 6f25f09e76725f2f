// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The guard before the HTTP server: what it lets through says in one way only how long it is and for whom. The rules
// are counted again here, in another way than in the guard.

#include "edge/guard.h"
#include "promise.h"

#include <cstdint>

using namespace balcao;
using test::hold;

namespace {

constexpr int kMostFields = 64;

qsizetype countOf(const QList<edge::Header> &fields, const QByteArray &name)
{
    qsizetype count = 0;
    for (const edge::Header &field : fields)
        count += QByteArray(field.name).toLower() == name ? 1 : 0;
    return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const unsigned version = data[0] % 2 == 0 ? 10 : 11;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const QList<QByteArray> lines = text.split('\n');
    QList<edge::Header> fields;
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            fields.append(edge::Header{line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    if (!edge::isWellFormed(version, lines.front(), fields, kMostFields))
        return 0;
    hold(lines.front().startsWith('/'));
    hold(fields.size() <= kMostFields);
    hold(countOf(fields, "content-length") <= 1);
    hold(version == 10 || countOf(fields, "host") == 1);
    const qsizetype encodings = countOf(fields, "transfer-encoding");
    hold(encodings == 0 || (version == 11 && encodings == 1 && countOf(fields, "content-length") == 0));
    for (const edge::Header &field : std::as_const(fields)) {
        if (QByteArray(field.name).toLower() == "transfer-encoding")
            hold(QByteArray(field.value).toLower() == "chunked");
        if (QByteArray(field.name).toLower() == "content-length")
            hold(!field.value.isEmpty() && QByteArray(field.value).toULongLong() < (1ULL << 63));
    }
    return 0;
}
