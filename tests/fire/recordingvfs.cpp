// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "recordingvfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>

#include <new>
#include <sqlite3.h>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kSector = 512;
bool isJournal(const QString &file)
{
    return file.endsWith("-wal"_L1) || file.endsWith("-journal"_L1);
}

constexpr int kRecorded = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;

/// What SQLite holds of an open file: this, and behind it the real one.
struct OpenFile
{
    sqlite3_file base;
    Recording *recording; ///< null: not looked at
    QString *name;

    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    [[nodiscard]] const sqlite3_io_methods &call() { return *real()->pMethods; }
    [[nodiscard]] bool ails(DiskTrouble trouble) const
    {
        return recording != nullptr && recording->trouble() == trouble;
    }
    void note(DiskAct act)
    {
        if (recording == nullptr)
            return;
        act.file = *name;
        recording->add(std::move(act));
    }
};

OpenFile &of(sqlite3_file *file)
{
    return *reinterpret_cast<OpenFile *>(file);
}

int closeFile(sqlite3_file *file)
{
    delete of(file).name;
    return of(file).call().xClose(of(file).real());
}

int readFile(sqlite3_file *file, void *into, int amount, sqlite3_int64 offset)
{
    if (of(file).recording != nullptr && of(file).recording->takeFailure())
        return SQLITE_IOERR_READ;
    if (of(file).ails(DiskTrouble::Unreadable))
        return SQLITE_IOERR_READ;
    return of(file).call().xRead(of(file).real(), into, amount, offset);
}

int writeFile(sqlite3_file *file, const void *from, int amount, sqlite3_int64 offset)
{
    if (of(file).ails(DiskTrouble::Full))
        return SQLITE_FULL;
    const int result = of(file).call().xWrite(of(file).real(), from, amount, offset);
    if (result == SQLITE_OK)
        of(file).note({DiskAct::Kind::Write, {}, offset, QByteArray(static_cast<const char *>(from), amount), 0});
    return result;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const int result = of(file).call().xTruncate(of(file).real(), size);
    if (result == SQLITE_OK)
        of(file).note({DiskAct::Kind::Truncate, {}, size, {}, 0});
    return result;
}

/// Taken down before it is done: what another thread writes meanwhile may miss it. The disk of this test is spared
/// the real one, for nobody pulls its plug.
int syncFile(sqlite3_file *file, int)
{
    if (of(file).ails(DiskTrouble::BrokenSync) || (of(file).recording != nullptr && of(file).recording->takesFault()))
        return SQLITE_IOERR_FSYNC;
    of(file).note({DiskAct::Kind::Sync, {}, 0, {}, 0});
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return of(file).call().xFileSize(of(file).real(), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return of(file).call().xLock(of(file).real(), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return of(file).call().xUnlock(of(file).real(), level);
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    return of(file).call().xCheckReservedLock(of(file).real(), result);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return of(file).call().xFileControl(of(file).real(), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return of(file).call().xSectorSize(of(file).real());
}

int deviceCharacteristics(sqlite3_file *file)
{
    return of(file).call().xDeviceCharacteristics(of(file).real());
}

int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **into)
{
    return of(file).call().xShmMap(of(file).real(), page, size, extend, into);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return of(file).call().xShmLock(of(file).real(), offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    of(file).call().xShmBarrier(of(file).real());
}

int shmUnmap(sqlite3_file *file, int remove)
{
    return of(file).call().xShmUnmap(of(file).real(), remove);
}

/// No memory-mapped pages: every read and write passes above.
const sqlite3_io_methods kMethods = {
    2,          closeFile,         readFile,    writeFile,  truncateFile,          syncFile, fileSize, lockFile,
    unlockFile, checkReservedLock, fileControl, sectorSize, deviceCharacteristics, shmMap,   shmLock,  shmBarrier,
    shmUnmap,   nullptr,           nullptr};

} // namespace

struct RecordingVfs::Vfs
{
    sqlite3_vfs base = {};
    sqlite3_vfs *real = nullptr;
    Recording *recording = nullptr;

    static Vfs &of(sqlite3_vfs *vfs) { return *static_cast<Vfs *>(vfs->pAppData); }

    static int open(sqlite3_vfs *vfs, const char *path, sqlite3_file *into, int flags, int *outFlags)
    {
        auto *file = new (into) OpenFile{};
        const int result = of(vfs).real->xOpen(of(vfs).real, path, file->real(), flags, outFlags);
        if (file->real()->pMethods == nullptr)
            return result;
        file->base.pMethods = &kMethods;
        if (path != nullptr && (flags & kRecorded) != 0 && of(vfs).recording->isOf(QString::fromUtf8(path)))
            file->recording = of(vfs).recording;
        file->name = new QString(path == nullptr ? QString() : QFileInfo(QString::fromUtf8(path)).fileName());
        return result;
    }

    static int remove(sqlite3_vfs *vfs, const char *path, int syncFolder)
    {
        const int result = of(vfs).real->xDelete(of(vfs).real, path, syncFolder);
        if (result == SQLITE_OK)
            of(vfs).recording->add({syncFolder != 0 ? DiskAct::Kind::RemoveSynced : DiskAct::Kind::Remove,
                                    QFileInfo(QString::fromUtf8(path)).fileName(),
                                    0,
                                    {},
                                    0});
        return result;
    }
};

void Recording::add(DiskAct act)
{
    const QMutexLocker lock(&m_mutex);
    m_acts.append(std::move(act));
}

RecordingVfs::RecordingVfs(Recording &recording) : m_vfs(std::make_unique<Vfs>())
{
    m_vfs->real = sqlite3_vfs_find(nullptr);
    m_vfs->recording = &recording;
    m_vfs->base = *m_vfs->real;
    m_vfs->base.zName = "recording";
    m_vfs->base.pAppData = m_vfs.get();
    m_vfs->base.szOsFile = static_cast<int>(sizeof(OpenFile)) + m_vfs->real->szOsFile;
    m_vfs->base.xOpen = Vfs::open;
    m_vfs->base.xDelete = Vfs::remove;
    sqlite3_vfs_register(&m_vfs->base, 1);
}

RecordingVfs::~RecordingVfs()
{
    sqlite3_vfs_unregister(&m_vfs->base);
    sqlite3_vfs_register(m_vfs->real, 1);
}

void Wreckage::take(const DiskAct &act)
{
    if (act.kind == DiskAct::Kind::Acknowledge) {
        m_promises.append(act.promise);
        return;
    }
    File &file = m_files[act.file];
    switch (act.kind) {
    case DiskAct::Kind::Sync:
        for (const DiskAct &write : std::as_const(file.since))
            apply(file.synced, write);
        file.since.clear();
        // The first sync of a new journal or log is one of its folder, too: the names of that moment last.
        if (!file.stands && isJournal(act.file))
            syncFolder();
        break;
    case DiskAct::Kind::Remove:
    case DiskAct::Kind::RemoveSynced:
        // Whatever is written under that name from here on is another file.
        m_removed.insert(act.file, m_files.take(act.file));
        if (act.kind == DiskAct::Kind::RemoveSynced)
            syncFolder();
        break;
    default:
        file.since.append(act);
    }
}

void Wreckage::syncFolder()
{
    for (File &file : m_files)
        file.stands = true;
    m_removed.clear();
}

void Wreckage::apply(QByteArray &content, const DiskAct &act)
{
    if (act.kind == DiskAct::Kind::Truncate) {
        content.resize(act.offset);
        return;
    }
    if (content.size() < act.offset + act.bytes.size())
        content.append(act.offset + act.bytes.size() - content.size(), '\0');
    content.replace(act.offset, act.bytes.size(), act.bytes);
}

/// Sector by sector: each of them whole, or not at all.
void Wreckage::applyTorn(QByteArray &content, const DiskAct &act)
{
    qsizetype at = 0;
    while (at < act.bytes.size()) {
        const qsizetype inSector = (act.offset + at) % kSector;
        const qsizetype length = qMin(kSector - inSector, act.bytes.size() - at);
        if (m_random.bounded(2) == 0)
            apply(content, {DiskAct::Kind::Write, {}, act.offset + at, act.bytes.mid(at, length), 0});
        at += length;
    }
}

QByteArray Wreckage::contentOf(const File &file)
{
    QByteArray content = file.synced;
    for (const DiskAct &act : file.since) {
        const auto fate = m_random.bounded(4);
        if (fate == 3 && act.kind == DiskAct::Kind::Write) {
            applyTorn(content, act);
        } else if (fate < 2) {
            apply(content, act);
        }
    }
    return content;
}

void Wreckage::leaveIn(const QString &folder, qsizetype acts)
{
    Q_ASSERT(acts >= m_taken && acts <= m_acts.size());
    while (m_taken < acts)
        take(m_acts.at(m_taken++));
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    QMap<QString, File> left = m_files;
    // Where the folder was not synced since, a name that was taken away may be back, and a new one gone.
    for (auto gone = m_removed.cbegin(); gone != m_removed.cend(); ++gone) {
        if (gone->stands && !left.contains(gone.key()) && m_random.bounded(2) == 0)
            left.insert(gone.key(), *gone);
    }
    for (auto file = left.cbegin(); file != left.cend(); ++file) {
        const QByteArray content = contentOf(*file);
        if (!file->stands && m_random.bounded(2) == 0)
            continue;
        QFile made(QDir(folder).filePath(file.key()));
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("the wreckage could not be written");
    }
}

} // namespace balcao::test
