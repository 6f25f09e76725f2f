// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What SQLite asks of the disk, written down in order, and what a power cut may leave of it. While a RecordingVfs
// lives, every database that this process opens goes through it to the real one; writes of databases and their
// write-ahead logs are recorded with the moments at which something was acknowledged. A Wreckage then rebuilds the
// disk of any moment: what was synced stands, each write since then may stand, be lost or be torn between sectors.
// Names last from the next sync of their folder on: SQLite's first sync of a journal or log is one.
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QMutex>
#include <QRandomGenerator>
#include <QString>

#include <atomic>
#include <memory>

namespace balcao::test {

struct DiskAct
{
    enum class Kind { Write, Truncate, Sync, Remove, RemoveSynced, Acknowledge };

    Kind kind = Kind::Write;
    QString file; ///< its name within the folder
    qint64 offset = 0;
    QByteArray bytes;
    qint64 promise = 0; ///< Acknowledge
};

/// What ails a disk, for as long as it is said to.
enum class DiskTrouble {
    None,
    Full,       ///< nothing can be written
    BrokenSync, ///< what is written cannot be made durable
    FaultySync, ///< one time in twenty
    Unreadable,
};

class Recording
{
public:
    Recording() = default;
    /// Of databases below this folder only; all else is left to the real disk.
    explicit Recording(QString folder) : m_folder(std::move(folder)) {}

    void add(DiskAct act);
    void setTrouble(DiskTrouble trouble) { m_trouble = trouble; }
    [[nodiscard]] DiskTrouble trouble() const { return m_trouble; }
    [[nodiscard]] bool isOf(const QString &path) const { return path.startsWith(m_folder); }
    /// From now on `promise` must survive. Any thread.
    void acknowledge(qint64 promise) { add({DiskAct::Kind::Acknowledge, {}, 0, {}, promise}); }
    [[nodiscard]] const QList<DiskAct> &acts() const { return m_acts; }
    /// The nth read from now on fails, once, as a disk with a bad cable does.
    void failRead(int nth) { m_readsLeft = nth; }
    /// How many syncs have failed of FaultySync.
    [[nodiscard]] int faults() const { return m_syncs / 20; }
    [[nodiscard]] bool takesFault() { return m_trouble == DiskTrouble::FaultySync && ++m_syncs % 20 == 0; }
    [[nodiscard]] bool takeFailure() { return m_readsLeft > 0 && --m_readsLeft == 0; }
    [[nodiscard]] bool hasFailed() const { return m_readsLeft == 0; }

private:
    QMutex m_mutex;
    QList<DiskAct> m_acts;
    int m_readsLeft = -1;
    std::atomic<int> m_syncs{0}; ///< while they are faulty
    QString m_folder;
    std::atomic<DiskTrouble> m_trouble{DiskTrouble::None};
};

class RecordingVfs
{
public:
    explicit RecordingVfs(Recording &recording);
    ~RecordingVfs();
    Q_DISABLE_COPY_MOVE(RecordingVfs)

private:
    struct Vfs;
    std::unique_ptr<Vfs> m_vfs;
};

/// Walks through a recording, forwards only.
class Wreckage
{
public:
    Wreckage(const Recording &recording, quint32 seed) : m_acts(recording.acts()), m_random(seed) {}

    /// The power goes after this many acts; not fewer than the last time. Files are made anew in `folder`.
    void leaveIn(const QString &folder, qsizetype acts);
    /// What had been acknowledged by then.
    [[nodiscard]] const QList<qint64> &promises() const { return m_promises; }

private:
    struct File
    {
        QByteArray synced;
        bool stands = false; ///< its name is durable
        QList<DiskAct> since;
    };

    void take(const DiskAct &act);
    void syncFolder();
    QByteArray contentOf(const File &file);
    static void apply(QByteArray &content, const DiskAct &act);
    void applyTorn(QByteArray &content, const DiskAct &act);

    const QList<DiskAct> &m_acts;
    QRandomGenerator m_random;
    qsizetype m_taken = 0;
    QMap<QString, File> m_files;
    QMap<QString, File> m_removed; ///< since the folder was synced
    QList<qint64> m_promises;
};

} // namespace balcao::test
