// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A Store over a temporary folder that can be closed and opened again, with answers waited for.
#pragma once

#include "core/clock.h"
#include "store/store.h"
#include "support/eventbuilders.h"
#include "support/storedump.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace balcao::test {

/// About `chat`; a send when it has words.
inline store::OutboxEntry entry(CommandId id, const QString &kind, const Chat &chat, const QString &text = {})
{
    return {id, kind, chat.conversation, text.isEmpty() ? MessageId() : MessageId::create(), text, OperatorId::create(),
            1,  "{}"};
}

class DeskStore
{
public:
    DeskStore() { open(); }

    void open() { m_store = std::make_unique<store::Store>(m_dir.path(), std::nullopt, now); }
    void close() { m_store.reset(); }
    /// Aborts the test run on an error.
    template <class F>
    auto write(F work)
    {
        return good(m_store->write(std::move(work)).result());
    }
    template <class F>
    auto read(F work)
    {
        return good(m_store->read(std::move(work)).result());
    }
    template <class F>
    auto tryWrite(F work)
    {
        return m_store->write(std::move(work)).result();
    }
    template <class F>
    auto tryRead(F work)
    {
        return m_store->read(std::move(work)).result();
    }
    void reopen()
    {
        close();
        open();
        write([](store::StoreWriter &) { return Result<void>(); });
    }
    store::Applied apply(const QByteArray &page)
    {
        return write([&](store::StoreWriter &w) { return w.applyPage(page, now); });
    }
    /// As a puller does: from the cursor that the store names, until there is no more.
    store::Applied catchUp(const EventLog &log, std::optional<wire::RestoredFrom> restored = {})
    {
        for (;;) {
            const auto head = write([](store::StoreWriter &w) { return w.head(); });
            EventLog asOfNow = log;
            asOfNow.now = now;
            const store::Applied applied = apply(asOfNow.after(head.cursor, 1000, restored));
            if (!applied.more)
                return applied;
        }
    }
    QList<store::NoticeRow> notices()
    {
        return write([](store::StoreWriter &w) { return w.notices().all(); });
    }
    QStringList texts(ConversationId id)
    {
        const auto rows = read([id](store::StoreReader &r) { return r.threads().newest(id, 100); });
        QStringList found;
        for (const store::ThreadRow &row : rows)
            found.append(row.text);
        return found;
    }
    QList<store::PendingRow> pending(ConversationId id)
    {
        return read([id](store::StoreReader &r) { return r.outbox().shownIn(id); });
    }
    QStringList unsent()
    {
        QStringList kinds;
        for (const store::OutboxEntry &entry : write([](store::StoreWriter &w) { return w.outbox().unsent(100); }))
            kinds.append(entry.kind);
        return kinds;
    }
    [[nodiscard]] QStringList files(const QString &pattern) const
    {
        return QDir(m_dir.path()).entryList({pattern}, QDir::Files, QDir::Name);
    }
    [[nodiscard]] QString path(const QString &file) const { return m_dir.filePath(file); }
    /// Names of the files that hold these bytes anywhere.
    [[nodiscard]] QStringList filesWith(const QByteArray &bytes) const
    {
        QStringList found;
        for (const QString &name : files(QStringLiteral("*"))) {
            QFile file(path(name));
            if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(bytes))
                found.append(name);
        }
        return found;
    }
    /// One statement on a file that nobody has open.
    void tamper(const QString &file, const QString &sql) const
    {
        const auto connection = sql::Connection::open(path(file));
        if (!connection || !(*connection)->exec(sql))
            qFatal("%s could not be changed", qPrintable(file));
    }

    qint64 now = kLogStart + 24 * kHourMs;

private:
    template <class T>
    static T good(const Result<T> &result)
    {
        if (!result)
            qFatal("store: %s", qPrintable(result.error().detail));
        if constexpr (!std::is_void_v<T>)
            return *result;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<store::Store> m_store;
};

} // namespace balcao::test
