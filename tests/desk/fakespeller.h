// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A dictionary of a few wrong words, and what it was asked.
#pragma once

#include "desk/speller.h"

#include <QHash>

namespace balcao::test {

class FakeSpeller final : public desk::Speller
{
    Q_OBJECT

public:
    [[nodiscard]] bool isThere() const override { return there; }
    void check(const QStringList &words) override
    {
        asked += words;
        QMetaObject::invokeMethod(
            this,
            [this, words] {
                QStringList unknown = words;
                unknown.removeIf([this](const QString &word) { return !wrong.contains(word); });
                Q_EMIT checked(words, unknown);
            },
            Qt::QueuedConnection);
    }
    void suggest(const QString &word, int most) override
    {
        QMetaObject::invokeMethod(
            this, [this, word, most] { Q_EMIT suggested(word, wrong.value(word).mid(0, most)); }, Qt::QueuedConnection);
    }

    QHash<QString, QStringList> wrong; ///< with what to write instead
    QStringList asked;
    bool there = true;
};

} // namespace balcao::test
