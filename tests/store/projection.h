// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A projection of its own in a temporary folder, for tests of what events make of it.
#pragma once

#include "store/eventapplier.h"
#include "store/readers.h"
#include "store/storefolder.h"
#include "support/eventbuilders.h"
#include "support/storedump.h"

#include <QTemporaryDir>

namespace balcao::test {

class Projection
{
public:
    Projection()
    {
        auto opened = store::StoreFolder(m_dir.path()).openProjection(1, {});
        if (!opened)
            qFatal("no projection: %s", qPrintable(opened.error().detail));
        m_connection = std::move(opened).value();
    }

    sql::Connection &db() { return *m_connection; }
    /// Aborts the test run when the page is refused.
    store::Applied apply(const QByteArray &page)
    {
        const auto applied = store::EventApplier(db()).applyPage(page);
        if (!applied)
            qFatal("page refused: %s", qPrintable(applied.error().detail));
        return *applied;
    }
    QStringList dump() { return dumped(db()); }
    bool countersAreRight()
    {
        const auto right = store::ConversationTable(db()).recount();
        return right && *right;
    }
    QList<store::ThreadRow> thread(ConversationId id) { return store::ThreadReader(db()).newest(id, 1000).valueOr({}); }
    /// Aborts the test run when there is none.
    store::ConversationRow row(ConversationId id)
    {
        const auto found = store::ConversationReader(db()).find(id);
        if (!found || !*found)
            qFatal("no such conversation");
        return **found;
    }
    [[nodiscard]] QString file() const { return store::StoreFolder(m_dir.path()).projectionFile(1); }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<sql::Connection> m_connection;
};

} // namespace balcao::test
