// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What sync stands between: a real store in a temporary folder, and a relay that does as it is told.
#pragma once

#include "support/fakerelay.h"
#include "sync/sync.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

namespace balcao::test {

struct Desk
{
    Desk() : store(dir.path(), std::nullopt, kLogStart) {}

    /// Aborts the test run on an error.
    template <class F>
    auto write(F work)
    {
        const auto result = store.write(std::move(work)).result();
        if (!result)
            qFatal("store: %s", qPrintable(result.error().detail));
        return *result;
    }
    QList<store::PendingRow> pending(ConversationId conversation)
    {
        return write([conversation](store::StoreWriter &w) { return w.outbox().shownIn(conversation); });
    }
    qint64 unsent()
    {
        return write([](store::StoreWriter &w) { return w.outbox().unsent(1000); }).size();
    }

    QTemporaryDir dir;
    FakeRelay relay;
    ManualClock clock{kLogStart};
    OffsetClock relayClock{clock};
    QRandomGenerator random{7};
    net::RelayClient client{relay, QUrl(QStringLiteral("https://balcao.example")), "token-of-the-desk"};
    store::Store store;
};

/// As the program does.
inline http::Backoff slowly(QRandomGenerator &random)
{
    constexpr sync::Puller::Pace pace;
    return http::Backoff(pace.firstRetry, pace.lastRetry, random);
}

/// Retries at once: the tests set the pace.
inline constexpr sync::Puller::Pace kFast{25, std::chrono::milliseconds(1), std::chrono::milliseconds(1)};

} // namespace balcao::test
