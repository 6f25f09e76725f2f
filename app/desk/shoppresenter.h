// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop itself, at the foot of the customer's panel: its name, and the number that the open conversation goes
// through. Says what the log says, and nothing where that is silent. GUI thread.
#pragma once

#include "desk/numberwords.h"
#include "desk/threadpresenter.h"

namespace balcao::desk {

class ShopPresenter final : public QObject
{
    Q_OBJECT

public:
    ShopPresenter(const ThreadPresenter &thread, const Wording &wording, const Clock &clock, QObject *parent = nullptr);

    void setShop(const QString &name, const QList<store::ChannelRow> &channels);

    [[nodiscard]] const QString &name() const { return m_name; }
    /// Of the number: what it is called, whether anything leaves by it and whether Meta vouches for it; empty: nothing is
    /// known of it.
    [[nodiscard]] QString numberText() const;
    [[nodiscard]] NumberWords::Standing standing() const;
    /// Why Meta does not vouch for it; empty: it does, or has not been heard.
    [[nodiscard]] QString doubtText() const;
    /// Somebody has to mend it.
    [[nodiscard]] bool isPaused() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] store::ChannelRow number() const;

    [[nodiscard]] NumberWords words() const { return {m_wording, m_clock.nowMs()}; }

    const ThreadPresenter &m_thread;
    const Wording &m_wording;
    const Clock &m_clock;
    QString m_name;
    QString m_shown; ///< the channel that was told about last
    QList<store::ChannelRow> m_channels;
};

} // namespace balcao::desk
