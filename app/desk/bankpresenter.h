// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's bank, as far as staff must know of it: that it does not answer, so that a "pago" may be missing here that is
// long there; and when the certificate ends by which it knows the shop. GUI thread.
#pragma once

#include "desk/wording.h"
#include "store/rows.h"

#include <QObject>
#include <QTimer>

namespace balcao::desk {

class BankPresenter final : public QObject
{
    Q_OBJECT

public:
    /// From so long before its end on managers are told of the certificate, and then everybody.
    static constexpr qint64 kToldManagersMs = 30 * kDayMs;
    static constexpr qint64 kToldAllMs = 7 * kDayMs;

    BankPresenter(const Wording &wording, const Clock &clock, QObject *parent = nullptr);

    void setShop(const store::ShopRow &shop);
    void setRole(Role role);

    /// Across the window; empty: all is well.
    [[nodiscard]] QString bannerText() const;
    [[nodiscard]] bool isTrouble() const;
    /// In the settings: "until 12/03/2027 (102 days)"; empty: there is none.
    [[nodiscard]] QString certificateText() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString troubleText() const;
    [[nodiscard]] QString certificateWarning() const;

    const Wording &m_wording;
    const Clock &m_clock;
    store::ShopRow m_shop;
    Role m_role = Role::Attendant;
    QTimer m_minute;
};

} // namespace balcao::desk
