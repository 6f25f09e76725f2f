// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The writer for whoever speaks to the outside: work is done in the writer's thread and told of in the owner's, and is
// tried again while the disk refuses, since what Meta or the bank has answered must not be forgotten for want of room.
#pragma once

#include "core/result.h"

#include <QLatin1StringView>
#include <QObject>

#include <functional>

namespace balcao::relay {

class Logger;
class RelayData;
class Writer;

class PatientWriter
{
public:
    using Work = std::function<Result<void>(RelayData &)>;
    using Then = std::function<void(bool written)>;

    /// `complaint` names the log line of what cannot be written for another reason than the disk.
    PatientWriter(Writer &writer, Logger &logger, QLatin1StringView complaint);

    void open() { m_open = true; }
    /// Nothing is told any more, nor tried again; what is under way becomes durable all the same.
    void close() { m_open = false; }
    /// work(data) in the writer, then `then` in this object's thread.
    void write(QLatin1StringView what, const Work &work, const Then &then = {});

private:
    void heard(QLatin1StringView what, const Work &work, const Then &then, const Result<void> &stored);
    void again(QLatin1StringView what, const Work &work, const Then &then);

    Writer &m_writer;
    Logger &m_logger;
    QLatin1StringView m_complaint;
    bool m_open = false;
    QObject m_here; ///< its end takes back what would be told
};

} // namespace balcao::relay
