// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The floor: the same questions asked of the same file by a plain QSqlQuery, prepared once and forward only, on
// this thread, with nothing of ours around it.
#pragma once

#include "core/id.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>

namespace balcao::test {

class RawStore
{
public:
    explicit RawStore(const QString &storeFolder);
    ~RawStore();
    Q_DISABLE_COPY_MOVE(RawStore)

    /// Rows read, every column of them.
    int newest(ConversationId conversation, int limit);
    int list(int limit);
    int search(const QString &match, int limit);

private:
    static int readAll(QSqlQuery &query);

    QSqlDatabase m_db;
    std::unique_ptr<QSqlQuery> m_newest;
    std::unique_ptr<QSqlQuery> m_list;
    std::unique_ptr<QSqlQuery> m_search;
};

} // namespace balcao::test
