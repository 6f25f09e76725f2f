// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Which words of a message are looked up in a dictionary: no links, addresses, codes, fields or laughter.
#pragma once

#include <QList>
#include <QString>

namespace balcao::desk {

struct SpellWord
{
    int start = 0;
    int length = 0;
    QString text; ///< composed (NFC), with a plain apostrophe: as dictionaries write it

    /// In it or at one of its ends: it is still being written.
    [[nodiscard]] bool touches(int place) const { return start <= place && place <= start + length; }
};

/// In their order.
QList<SpellWord> spellWords(const QString &text);

} // namespace balcao::desk
