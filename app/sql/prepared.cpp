// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/prepared.h"

#include <algorithm>

namespace balcao::sql {

namespace {

/// Where the quoted piece or comment that starts at `at` ends; `at` when none starts there.
qsizetype endOfQuoted(const QString &sql, qsizetype at)
{
    const QStringView rest = QStringView(sql).sliced(at);
    const auto after = [&sql](QStringView mark, qsizetype from) {
        const qsizetype found = sql.indexOf(mark, from);
        return found < 0 ? sql.size() : found + mark.size();
    };
    const QChar c = sql[at];
    if (c == u'\'' || c == u'"' || c == u'`')
        return after(QStringView(&c, 1), at + 1);
    if (c == u'[')
        return after(u"]", at + 1);
    if (rest.startsWith(u"--"))
        return after(u"\n", at);
    if (rest.startsWith(u"/*"))
        return after(u"*/", at + 2);
    return at;
}

} // namespace

Placeholders Placeholders::of(const QString &sql)
{
    Placeholders found;
    for (qsizetype at = 0; at < sql.size();) {
        if (const qsizetype end = endOfQuoted(sql, at); end > at) {
            found.sql += QStringView(sql).sliced(at, end - at);
            at = end;
            continue;
        }
        found.sql += sql[at];
        if (sql[at++] != u'?')
            continue;
        const qsizetype digits = at;
        while (at < sql.size() && sql[at] >= u'0' && sql[at] <= u'9')
            ++at;
        const int number = QStringView(sql).sliced(digits, at - digits).toInt();
        found.order << (at == digits ? found.wanted : number - 1);
        found.wanted = std::max(found.wanted, found.order.constLast() + 1);
    }
    return found;
}

} // namespace balcao::sql
