// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What is true of the connection to the shop's server right now. A value; the words are made in the desk.
#pragma once

#include <QtGlobal>

namespace balcao::sync {

struct ConnectionState
{
    enum class Kind {
        Connecting, ///< nothing exchanged yet
        Online,
        CatchingUp,   ///< `done` of `total`
        Offline,      ///< no answer; tried again at `nextTryAt`
        NotSecure,    ///< the certificate cannot be trusted: nothing is sent
        Trouble,      ///< the server answers that it cannot
        Stranger,     ///< what answers in its place is not the shop's server
        DiskTrouble,  ///< this computer's disk cannot be written: the cursor stays
        StoreTrouble, ///< this computer's files are damaged or of a newer version: the cursor stays
        NeedsPairing, ///< token not known, or the vault cannot give it; everything is kept
        Revoked,      ///< disconnected on purpose
    };

    Kind kind = Kind::Connecting;
    qint64 lastExchangeAt = 0; ///< local clock, ms
    qint64 lastMessageAt = 0;  ///< relay time of the newest inbound message seen in this session
    qint64 since = 0;          ///< local clock: when this kind began
    qint64 nextTryAt = 0;      ///< local clock, 0: not waiting
    qint64 done = 0;
    qint64 total = 0;

    /// Something goes to and fro, or is about to for the first time.
    [[nodiscard]] bool isExchanging() const
    {
        return kind == Kind::Connecting || kind == Kind::Online || kind == Kind::CatchingUp;
    }

    friend bool operator==(const ConnectionState &, const ConnectionState &) = default;
};

} // namespace balcao::sync
