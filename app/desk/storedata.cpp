// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/storedata.h"

#include "core/disk.h"

#include <QFileInfo>

namespace balcao::desk {

namespace {

/// With what SQLite has written beside it.
qint64 sizeOf(const QString &database)
{
    qint64 bytes = 0;
    for (const char *end : {"", "-wal", "-shm"})
        bytes += QFileInfo(database + QLatin1StringView(end)).size();
    return bytes;
}

DataFacts look(const store::StoreFolder &folder)
{
    DataFacts facts;
    facts.freeBytes = freeBytesAt(folder.path());
    facts.ownBytes = sizeOf(folder.localFile());
    for (const int number : folder.projections())
        facts.conversationBytes += sizeOf(folder.projectionFile(number));
    for (const QString &file : folder.asideFiles())
        facts.asideBytes += sizeOf(file);
    return facts;
}

} // namespace

void StoreData::facts(std::function<void(const DataFacts &)> done)
{
    m_store.read([&folder = m_store.folder()](store::StoreReader &) -> Result<DataFacts> { return look(folder); }, this,
                 [done = std::move(done)](const Result<DataFacts> &facts) {
                     if (facts)
                         done(*facts);
                 });
}

} // namespace balcao::desk
