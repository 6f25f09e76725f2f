// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What people write to a shop and what it answers, invented: pt-BR with accents, amounts, slang and emoji.
// The same seed gives the same words on every machine.
#pragma once

#include <QRandomGenerator>
#include <QString>

namespace balcao::test {

class Phrases
{
public:
    explicit Phrases(quint32 seed) : m_random(seed) {}

    QString name();
    QString fromCustomer();
    QString fromShop();
    QString note();
    int bounded(int below) { return m_random.bounded(below); }

private:
    QString filled(const QString &pattern);

    QRandomGenerator m_random;
};

/// Stands in one message of the whole shop.
inline constexpr char16_t kRareWord[] = u"xilogravura";
/// Stands in about one message of eight.
inline constexpr char16_t kCommonWord[] = u"pix";

} // namespace balcao::test
