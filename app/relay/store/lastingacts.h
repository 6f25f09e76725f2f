// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a restore of an older copy must not undo: a desk that was revoked, a customer who was forgotten.
// Their ids, and nothing else, stand in a file of their own beside the data, which backups leave out.
#pragma once

#include "relay/store/relaydata.h"

namespace balcao::relay {

QString lastingFile(const QString &dataFile);

/// Writes them into the file, each tick what is new in the log. In the thread of the data.
class LastingActs
{
public:
    explicit LastingActs(QString file) : m_file(std::move(file)) {}

    /// The log is durable up to here: what is after it may yet be undone and is left alone.
    void committed(qint64 head) { m_committed = head; }
    /// Those not noted yet, durable in the file when this returns. Never Storage for the file's sake, which
    /// would take the writer's whole batch along.
    Result<void> note(RelayData &data);

private:
    const QString m_file;
    qint64 m_committed = 0;
    qint64 m_checked = 0; ///< nothing to note up to here
};

/// All of a log that nobody else writes; a transaction of its own.
Result<void> noteLastingActs(RelayData &data, const QString &file);

/// Done again where the data no longer know of them; a log that is not older has nothing to do.
Result<void> redoLastingActs(RelayData &data, const QString &file);

/// A restored copy without that file: who was revoked or forgotten since it was made is so no more, and nobody can tell
/// who that was. Any file of that name ends it, also the one that the next revocation or erasure makes: say it at once.
Result<bool> mayHaveUndoneLastingActs(RelayData &data, const QString &file);

} // namespace balcao::relay
