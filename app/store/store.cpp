// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/store.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

Result<void> StoreWriter::open(qint64 nowMs)
{
    const int number = m_folder.newestProjection();
    auto opened = m_folder.openProjection(number, m_key);
    // A projection is a copy: one that cannot be read is put aside and fetched again.
    if (!opened && opened.error().kind == Error::Kind::Corrupt) {
        m_folder.putAside(number, LogId(), nowMs);
        opened = m_folder.openProjection(number, m_key);
    }
    if (!opened)
        return opened.error();
    m_projection = std::move(opened).value();
    m_number.storeRelease(number);
    BALCAO_TAKE(const ProjectionHead head, projectionHead(*m_projection));
    if (head.version != kProjectionVersion)
        BALCAO_TRY(beginRebuild());
    BALCAO_TRY(outbox().purge(nowMs));
    return outbox().reconcile(*m_projection, nowMs);
}

Result<ProjectionHead> StoreWriter::head()
{
    return projectionHead(m_next ? *m_next : *m_projection);
}

Result<void> StoreWriter::beginRebuild()
{
    const int number = m_number.loadAcquire() + 1;
    m_next.reset();
    m_folder.drop(number);
    BALCAO_TAKE(m_next, m_folder.openProjection(number, m_key));
    return {};
}

Result<Applied> StoreWriter::applyPage(const QByteArray &bytes, qint64 nowMs)
{
    BALCAO_TAKE(Applied applied, EventApplier(m_next ? *m_next : *m_projection).applyPage(bytes));
    if (applied.otherLog) {
        if (applied.restoredFrom)
            BALCAO_TRY(outbox().offerAgain(applied.restoredFrom->head, nowMs));
        BALCAO_TRY(beginRebuild());
        applied.cursor = 0;
        applied.more = true;
        return applied;
    }
    BALCAO_TRY(outbox().confirm(QList<CommandId>(applied.changes.confirmed.cbegin(), applied.changes.confirmed.cend()),
                                applied.cursor, nowMs));
    if (!m_next)
        return applied;
    applied.changes = {}; // nothing of it is on the screen before the swap
    if (!applied.more) {
        BALCAO_TRY(swap(nowMs));
        applied.changes.rebuilt = true;
    }
    return applied;
}

Result<void> StoreWriter::swap(qint64 nowMs)
{
    const int old = m_number.loadAcquire();
    const auto oldHead = projectionHead(*m_projection);
    m_projection = std::move(m_next);
    m_number.storeRelease(old + 1);
    m_folder.putAside(old, oldHead ? oldHead->log : LogId(), nowMs);
    return outbox().reconcile(*m_projection, nowMs);
}

Store::Store(const QString &folder, std::optional<sql::Key> key, qint64 nowMs)
    : m_folder(folder),
      m_key(std::move(key)),
      m_openedAt(nowMs),
      m_writerThread(u"store writer"_s, [this] { return m_folder.openLocal(m_key); }),
      m_readerThread(u"store reader"_s, [] { return sql::Connection::open(u":memory:"_s); })
{
}

Store::~Store()
{
    // Connections are closed where they were opened; the threads finish what was posted before they end.
    m_readerThread.run([this](sql::Connection &) -> Result<void> {
        m_readLocal.reset();
        m_readProjection.reset();
        return {};
    });
    m_writerThread.run([this](sql::Connection &) -> Result<void> {
        m_writer.reset();
        return {};
    });
}

Result<void> Store::openWriter(sql::Connection &local)
{
    if (m_writer)
        return {};
    auto writer = std::make_unique<StoreWriter>(m_folder, m_key, local, m_number);
    BALCAO_TRY(writer->open(m_openedAt));
    m_writer = std::move(writer);
    return {};
}

Result<void> Store::openReader()
{
    const int number = m_number.loadAcquire();
    if (number == 0)
        return failure(Error::Kind::NotFound, u"the store is not open yet"_s);
    if (m_readProjection && m_readNumber == number)
        return {};
    BALCAO_TAKE(m_readLocal, m_folder.openLocal(m_key, true));
    BALCAO_TAKE(m_readProjection, m_folder.openProjection(number, m_key, true));
    m_readNumber = number;
    return {};
}

} // namespace balcao::store
