// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/asciijson.h"

#include <QJsonDocument>

namespace balcao::sandbox {

QByteArray asciiJson(const QJsonObject &object)
{
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    QByteArray out;
    out.reserve(text.size() + text.size() / 4);
    for (const QChar unit : text) {
        if (unit == u'/') {
            out += "\\/";
        } else if (unit.unicode() > 0x7e) {
            out += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
        } else {
            out += static_cast<char>(unit.unicode());
        }
    }
    return out;
}

} // namespace balcao::sandbox
