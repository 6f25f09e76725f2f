// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A picture or a document came while a charge waits: that a receipt is no payment, what to do, and what may be answered.
// GUI thread.
#pragma once

#include "desk/threadpresenter.h"

namespace balcao::desk {

class ProofPresenter final : public QObject
{
    Q_OBJECT

public:
    ProofPresenter(ThreadPresenter &thread, const Clock &clock, QObject *parent = nullptr);

    /// Empty: nothing of the kind, or somebody has said that it is no receipt.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] QString reply() const;
    /// It is no receipt.
    void dismiss();

Q_SIGNALS:
    void changed();

private:
    /// The charge that it may be taken to have paid.
    [[nodiscard]] const store::ChargeChip *unproven() const;
    /// Its bubble says so, too.
    void mark();

    ThreadPresenter &m_thread;
    const Clock &m_clock;
    QSet<MessageId> m_none; ///< of which somebody here has said so
};

} // namespace balcao::desk
