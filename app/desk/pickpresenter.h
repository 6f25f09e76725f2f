// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Opens a Picker once what it lists has been read. GUI thread.
#pragma once

#include "desk/pickers.h"
#include "desk/proofpresenter.h"
#include "desk/repliespresenter.h"

#include <memory>

namespace balcao::desk {

class PickPresenter final : public QObject
{
    Q_OBJECT

public:
    PickPresenter(ConversationSource &source, WorkPresenter &work, ComposerPresenter &composer,
                  QObject *parent = nullptr);

    /// Once after each ready(): what was asked for last. Whoever shows it owns it.
    [[nodiscard]] std::unique_ptr<Picker> takePicker() { return std::move(m_picker); }

    [[nodiscard]] RepliesPresenter &shopReplies() { return m_shopReplies; }

    /// While a receipt waits, its answer is the first of the quick replies.
    void setProof(const ProofPresenter &proof) { m_proof = &proof; }
    void snooze();
    void assign();
    void tags();
    void replies();

Q_SIGNALS:
    void ready();
    /// The shop's quick replies shall be looked after.
    void shopRepliesWanted();

private:
    template <class Make>
    void open(Make make);

    ConversationSource &m_source;
    WorkPresenter &m_work;
    ComposerPresenter &m_composer;
    RepliesPresenter m_shopReplies{m_source, m_work};
    const ProofPresenter *m_proof = nullptr;
    std::unique_ptr<Picker> m_picker;
    int m_asked = 0;
};

} // namespace balcao::desk
