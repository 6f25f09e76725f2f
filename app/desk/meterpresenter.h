// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How many replies of this month Meta has counted, beside those that it delivers for nothing: 1,000 a number and
// calendar month, as several readers quote its page of service messages from 1 October 2026; not seen there by ourselves,
// so only what a status calls charged is called so. Of the number that has sent most. Knows nothing until a status has carried a price. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "desk/wording.h"

#include <QObject>

namespace balcao::desk {

class MeterPresenter final : public QObject
{
    Q_OBJECT

public:
    enum class Level {
        Free,
        Near, ///< four fifths are used
        Charged
    };

    MeterPresenter(ConversationSource &source, const Wording &wording, const Clock &clock, QObject *parent = nullptr);

    void reload();

    [[nodiscard]] bool isKnown() const { return !m_rows.isEmpty(); }
    [[nodiscard]] Level level() const;
    [[nodiscard]] int percent() const; ///< of the free ones; 0 to 100
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;   ///< "612 of 1,000 free"
    [[nodiscard]] qsizetype lead() const; ///< as many letters of it are the number
    /// What it means, and each number where there are several.
    [[nodiscard]] QString tip() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QDate month() const;

    ConversationSource &m_source;
    const Wording &m_wording;
    const Clock &m_clock;
    QList<store::MeterRow> m_rows;
    QDate m_month; ///< that m_rows are of
    bool m_loading = false;
    bool m_again = false;
};

} // namespace balcao::desk
