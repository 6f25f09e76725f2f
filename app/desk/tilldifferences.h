// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What is wrong on a day, each with what it is about and what to do next. Plain text.
#pragma once

#include "desk/tillwords.h"

#include <QStringList>

namespace balcao::desk {

struct TillFinding
{
    QString title;
    QString about; ///< who, by whom, when
    QString advice;
    ConversationId conversation; ///< none: nobody was asked
    MessageId message;
    qint64 at = 0;
    std::optional<store::ChargeRow> over; ///< more came for it than it asks for
    Money excess;                         ///< how much
    QStringList strays;                   ///< came without a charge: a sale at the counter, it may be
};

class TillDifferences
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::TillDifferences)

public:
    /// `dayAtMs`: any moment of the day; what is of another says so.
    TillDifferences(const TillWords &words, qint64 dayAtMs, qint64 nowMs)
        : m_words(words), m_dayAt(dayAtMs), m_now(nowMs)
    {
    }

    [[nodiscard]] QList<TillFinding> of(const store::TillDay &day) const;

private:
    [[nodiscard]] std::optional<TillFinding> of(const store::TillRow &row) const;
    [[nodiscard]] TillFinding taken(const store::TillStrayRow &row) const;
    [[nodiscard]] TillFinding come(const QList<store::TillStrayRow> &rows) const;
    [[nodiscard]] QString about(const store::TillStrayRow &row) const;

    const TillWords &m_words;
    qint64 m_dayAt;
    qint64 m_now;
};

} // namespace balcao::desk
