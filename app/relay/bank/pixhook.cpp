// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/pixhook.h"

#include "relay/bank/pixids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kKeyLimit = 77;

Problem bad(QString what)
{
    return Problem(problem::kBadRequest, std::move(what));
}

/// A key of the DICT in any of its forms, as it stands: it is only compared.
QString keyIn(const QJsonObject &entry)
{
    const QString key = entry.value("chave"_L1).toString();
    return key.size() <= kKeyLimit ? key : QString();
}

PixHint hintIn(const QJsonObject &entry)
{
    const QString txid = entry.value("txid"_L1).toString();
    return {entry.value("endToEndId"_L1).toString(), isShortPixId(txid) ? txid : QString(), keyIn(entry)};
}

} // namespace

wire::Parsed<PixHook> readPixHook(const QByteArray &body)
{
    if (body.size() > kPixHookLimit)
        return Problem(problem::kTooLarge, u"body: over %1 bytes"_s.arg(kPixHookLimit));
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isNull())
        return bad(u"body: not JSON"_s);
    const QJsonValue list = document.isArray() ? QJsonValue(document.array()) : document.object().value("pix"_L1);
    if (!list.isArray())
        return bad(u"pix: not a list"_s);
    const QJsonArray entries = list.toArray();
    if (entries.size() > kPixHookHints)
        return Problem(problem::kTooLarge, u"pix: over %1 entries"_s.arg(kPixHookHints));
    PixHook hook;
    QSet<QString> known;
    for (const auto &entry : entries) {
        const PixHint hint = hintIn(entry.toObject());
        if (!isEndToEndId(hint.endToEndId))
            ++hook.unread;
        else if (!known.contains(hint.endToEndId))
            hook.hints.append(hint);
        known.insert(hint.endToEndId);
    }
    if (hook.hints.isEmpty() && hook.unread > 0)
        return bad(u"pix: no endToEndId"_s);
    return hook;
}

} // namespace balcao::relay
