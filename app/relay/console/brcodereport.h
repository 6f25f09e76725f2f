// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// `balcao-relay brcode`: the shop owner's answer to "what is this code?". One line in, one JSON object out.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace balcao::relay {

/// {"read": accept|reject, "valid": true|false, "kind"?: static|dynamic|composite|recurrence, "fields": {…},
/// "problems": [{"code","at","text","object"?,"weight": rejects|invalidates|remark}]}, compact and without a line
/// break. `at` counts characters from 0; amounts are those of API Pix ("123.45"). `line` is UTF-8, without its own
/// line break and otherwise as it came.
QByteArray brCodeReport(QByteArrayView line);

} // namespace balcao::relay
