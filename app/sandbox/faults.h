// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What goes wrong, how often. Rates are per mille of the events they name (1000 = always); everything is off
// by default. FaultBoard holds the faults of one sandbox and draws from seeded streams, one per place that
// draws, so that a run with the same seed and the same order of events goes wrong in the same way.
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QRandomGenerator>
#include <QStringList>

#include <array>
#include <mutex>

namespace balcao::sandbox {

struct Faults
{
    // The Graph API's answers to sends.
    int latencyMs = 0;          ///< before every answer; the send is accepted at once
    int rate429 = 0;            ///< HTTP 429 with Graph error 130429
    int rate500 = 0;            ///< bare 500 without a Graph error, the send not accepted
    int rate500AfterAccept = 0; ///< bare 500 although the send was accepted
    int rateGraphError = 0;     ///< Graph error `graphErrorCode`, not accepted
    int graphErrorCode = 131000;
    int ratePairLimit = 0;          ///< Graph error 131056
    int answerLostBeforeAccept = 0; ///< connection closed, the send not accepted
    int answerLostAfterAccept = 0;  ///< connection closed although the send was accepted
    bool unknownIsClosed = false;   ///< 131047 for whoever never wrote to this sandbox

    // Its answers to files that are handed over.
    int rateMedia500 = 0;   ///< bare 500, the file not kept
    int rateMediaError = 0; ///< Graph error `mediaErrorCode`, not kept
    int mediaErrorCode = 131053;
    int mediaAnswerLost = 0; ///< connection closed although the file was kept

    // Status webhooks.
    int swallowStatuses = 0;   ///< of the sends: none of their statuses ever comes
    QStringList swallowOpaque; ///< the same, for these biz_opaque_callback_data
    int skipDelivered = 0;     ///< of the sends: `read` comes without `delivered`
    int failStatus = 0;        ///< of the sends: `failed` instead of delivered and read
    int failCode = 131026;

    // All webhooks.
    int duplicate = 0; ///< of the POSTs: the same bytes twice, at the same time
    int reorder = 0;   ///< of the POSTs: held back `holdMs`, so that later ones overtake
    int holdMs = 250;
    int replay = 0; ///< of the POSTs: again `replayAfterMs` after the 200
    int replayAfterMs = 1000;
    int batchSize = 1;   ///< up to so many changes in one body
    int concurrency = 1; ///< POSTs at the same time

    // Identity.
    bool waIdWithoutNinth = false; ///< wa_id, from and recipient_id lose a Brazilian mobile's ninth digit
    bool bsuidOnly = false;        ///< no phone in any webhook or answer

    friend bool operator==(const Faults &, const Faults &) = default;
};

QJsonObject toJson(const Faults &faults);
/// `changes` over `base`. Rejected on an unknown key or a value of the wrong type or range.
Result<Faults> withChanges(const Faults &base, const QJsonObject &changes);

/// Any thread.
class FaultBoard
{
public:
    enum class Stream { Answers, Statuses, Webhooks };

    explicit FaultBoard(quint32 seed);

    [[nodiscard]] Faults now() const;
    void set(const Faults &faults);
    /// True in `perMille` of 1000 calls; a rate of 0 draws nothing.
    bool strikes(int perMille, Stream stream);

private:
    mutable std::mutex m_mutex;
    Faults m_faults;
    std::array<QRandomGenerator, 3> m_streams;
};

} // namespace balcao::sandbox
