// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "net/memoryvault.h"
#include "net/vault.h"
#include "support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace balcao::net;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What stands between the program and its secrets.
enum class Session {
    NoBus,         ///< no session bus at all
    NoService,     ///< a bus on which nothing keeps secrets
    NeverUnlocked, ///< the service would be started, but nobody ever made a keyring
    Locked,        ///< the login keyring exists and is locked
    Unlocked,
    UnlockedAlone, ///< the same, on a bus that starts no other one when it is gone
};

const QByteArray kSecret = QByteArray::fromHex("00ff0a0d00c3a7257320"
                                               "5ec4e75ec4e75ec4e75ec4e7");

VaultOutcome outcomeOf(const QString &line)
{
    const QString word = line.section(u' ', 0, 0);
    if (word == u"ok"_s)
        return VaultOutcome::Ok;
    if (word == u"notfound"_s)
        return VaultOutcome::NotFound;
    if (word == u"locked"_s)
        return VaultOutcome::Locked;
    return word == u"absent"_s ? VaultOutcome::Absent : VaultOutcome::Failed;
}

} // namespace

/// What each session's vault answers, under a real session bus and a real gnome-keyring, each with its
/// own home; then the pure rule and the vault in memory.
class tst_vault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto &program : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s})
            QVERIFY2(!QStandardPaths::findExecutable(program).isEmpty(), qPrintable(u"install "_s + program));
    }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_home->path()).mkdir(u"run"_s));
        QVERIFY(
            QFile::setPermissions(m_home->filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void eachSessionHasItsOutcome_data()
    {
        QTest::addColumn<int>("session");
        QTest::addColumn<QStringList>("outcomes"); // read, write, read, remove, read
        QTest::addColumn<int>("withMarker");
        QTest::addColumn<int>("withoutMarker");
        const auto row = [](const char *name, Session session, const QString &outcomes, VaultState with,
                            VaultState without) {
            QTest::newRow(name) << int(session) << outcomes.split(u' ') << int(with) << int(without);
        };
        row("no session bus", Session::NoBus, u"absent absent absent absent absent"_s, VaultState::Absent,
            VaultState::Absent);
        row("no Secret Service", Session::NoService, u"absent absent absent absent absent"_s, VaultState::Absent,
            VaultState::Absent);
        row("never unlocked", Session::NeverUnlocked, u"notfound absent notfound ok notfound"_s, VaultState::Locked,
            VaultState::Empty);
        row("unlocked", Session::Unlocked, u"notfound ok ok ok notfound"_s, VaultState::Locked, VaultState::Empty);
    }

    void eachSessionHasItsOutcome()
    {
        QFETCH(int, session);
        QFETCH(QStringList, outcomes);
        QFETCH(int, withMarker);
        QFETCH(int, withoutMarker);
        const auto lines = probe(Session(session), {u"read"_s, write(kSecret), u"read"_s, u"remove"_s, u"read"_s});
        QCOMPARE(wordsOf(lines), outcomes);
        QCOMPARE(int(decide(outcomeOf(lines.first()), true)), withMarker);
        QCOMPARE(int(decide(outcomeOf(lines.first()), false)), withoutMarker);
    }

    // The row for which the marker exists: the key is there, and the vault says that it is not.
    void aLockedKeyringLooksEmpty()
    {
        QCOMPARE(wordsOf(probe(Session::Unlocked, {write(kSecret)})), QStringList{u"ok"_s});
        const auto locked = probe(Session::Locked, {u"read"_s, write("another key")});
        QCOMPARE(wordsOf(locked), (QStringList{u"notfound"_s, u"locked"_s}));
        QCOMPARE(decide(outcomeOf(locked.first()), true), VaultState::Locked);

        const auto again = probe(Session::Unlocked, {u"read"_s});
        QCOMPARE(again, QStringList{u"ok "_s + QString::fromLatin1(kSecret.toHex())});
    }

    void aSecretOutlivesTheDaemon()
    {
        QCOMPARE(wordsOf(probe(Session::Unlocked, {write(kSecret)})), QStringList{u"ok"_s});
        const auto read = probe(Session::Unlocked, {u"read"_s});
        QCOMPARE(read, QStringList{u"ok "_s + QString::fromLatin1(kSecret.toHex())});
        QCOMPARE(decide(outcomeOf(read.first()), true), VaultState::Ok);
        QCOMPARE(decide(outcomeOf(read.first()), false), VaultState::Ok);
    }

    // The daemon dies while the program runs: that is a vault that is away, never an empty one. It is back for a program
    // that is started again; in the same one libsecret may go on asking the daemon that died.
    void aVaultThatVanishesIsAwayAndComesBack()
    {
        const QString ask = u"dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / "
                            "org.freedesktop.DBus."_s;
        const QString owned = ask + u"GetNameOwner string:org.freedesktop.secrets >/dev/null 2>&1"_s;
        const QString there = u"sh=until "_s + owned + u"; do :; done"_s;
        const QString gone = u"sh=kill -9 $("_s + ask +
                             u"GetConnectionUnixProcessID string:org.freedesktop.secrets | sed -n 's/.*uint32 //p') && "
                             "while "_s +
                             owned + u"; do :; done"_s;
        const QString back = u"sh=printf test-pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null"_s;
        const QString again = u"sh="_s + balcao::test::placeOf("vault-probe"_L1) + u" read"_s;
        const QStringList said = probe(Session::UnlockedAlone, {there, write(kSecret), u"read"_s, gone, u"read"_s,
                                                                write(kSecret), back, there, again});
        QCOMPARE(wordsOf(said), QStringList({u"ok"_s, u"ok"_s, u"ok"_s, u"ok"_s, u"absent"_s, u"absent"_s, u"ok"_s,
                                             u"ok"_s, u"ok"_s, u"ok"_s}));
        QCOMPARE(decide(outcomeOf(said.value(4)), true), VaultState::Absent);
        QCOMPARE(decide(outcomeOf(said.value(4)), false), VaultState::Absent); // and gets no new key
        QCOMPARE(said.value(8), said.value(2));
    }

    void bytesComeBackAsTheyWent()
    {
        QStringList steps;
        QStringList expected;
        for (const QByteArray &secret : {QByteArray(1, '\0'), QByteArray(32, '\xff'), QByteArray(64, '\0')}) {
            steps << write(secret) << u"read"_s;
            expected << u"ok"_s << u"ok "_s + QString::fromLatin1(secret.toHex());
        }
        steps << write(QByteArray(65, 'x')) << write({}) << u"read"_s;
        expected += {u"failed"_s, u"failed"_s, expected.constLast()};
        QCOMPARE(probe(Session::Unlocked, steps), expected);
    }

    // insecureFallback is never set: without a vault nothing may reach a file, in any spelling.
    void withoutAVaultNothingIsWritten_data()
    {
        QTest::addColumn<int>("session");
        QTest::newRow("no session bus") << int(Session::NoBus);
        QTest::newRow("no Secret Service") << int(Session::NoService);
    }

    void withoutAVaultNothingIsWritten()
    {
        QFETCH(int, session);
        QCOMPARE(wordsOf(probe(Session(session), {write(kSecret)})), QStringList{u"absent"_s});
        QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith(u"/bus.conf"_s))
                continue;
            QFAIL(qPrintable(u"written without a vault: "_s + file.fileName()));
        }
    }

    // One outcome alone, without a marker, lets a key be made.
    void onlyAnEmptyVaultWithoutAMarkerMayGetAKey()
    {
        for (const auto outcome : {VaultOutcome::Ok, VaultOutcome::NotFound, VaultOutcome::Locked, VaultOutcome::Absent,
                                   VaultOutcome::Failed}) {
            QVERIFY(decide(outcome, true) != VaultState::Empty);
            QCOMPARE(decide(outcome, false) == VaultState::Empty, outcome == VaultOutcome::NotFound);
            QCOMPARE(decide(outcome, true) == VaultState::Ok, outcome == VaultOutcome::Ok);
            QCOMPARE(decide(outcome, false) == VaultState::Ok, outcome == VaultOutcome::Ok);
        }
        QCOMPARE(decide(VaultOutcome::Locked, true), VaultState::Locked);
        QCOMPARE(decide(VaultOutcome::Absent, true), VaultState::Absent);
    }

    void memoryKeepsWhatFits()
    {
        MemoryVault vault;
        QCOMPARE(readOf(vault).outcome, VaultOutcome::NotFound);
        QCOMPARE(writeTo(vault, kSecret), VaultOutcome::Ok);
        QCOMPARE(readOf(vault).bytes, kSecret);
        QCOMPARE(writeTo(vault, QByteArray(65, 'x')), VaultOutcome::Failed);
        QCOMPARE(writeTo(vault, {}), VaultOutcome::Failed);
        QCOMPARE(readOf(vault).bytes, kSecret);
        std::optional<VaultOutcome> removed;
        vault.remove(u"token"_s, this, [&](VaultOutcome outcome) { removed = outcome; });
        QTRY_VERIFY(removed);
        QCOMPARE(readOf(vault).outcome, VaultOutcome::NotFound);
    }

    void memoryNeverCallsWhoIsGone()
    {
        MemoryVault vault;
        bool called = false;
        auto gone = std::make_unique<QObject>();
        vault.read(u"token"_s, gone.get(), [&](const VaultRead &) { called = true; });
        gone.reset();
        QCOMPARE(readOf(vault).outcome, VaultOutcome::NotFound);
        QVERIFY(!called);
    }

private:
    static QString write(const QByteArray &secret) { return u"write="_s + QString::fromLatin1(secret.toHex()); }

    static QStringList wordsOf(const QStringList &lines)
    {
        QStringList words;
        for (const auto &line : lines)
            words << line.section(u' ', 0, 0);
        return words;
    }

    QProcessEnvironment environment() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"DBUS_SESSION_BUS_ADDRESS"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"XDG_DATA_HOME"_s,
                                 u"XDG_CONFIG_HOME"_s, u"XDG_CURRENT_DESKTOP"_s, u"GNOME_KEYRING_CONTROL"_s})
            environment.remove(name);
        environment.insert(u"HOME"_s, m_home->path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->filePath(u"run"_s));
        return environment;
    }

    QString busWithoutServices() const
    {
        QFile file(m_home->filePath(u"bus.conf"_s));
        if (file.open(QIODevice::WriteOnly)) {
            file.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>"
                       "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                       "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
        }
        return file.fileName();
    }

    QStringList command(Session session) const
    {
        const QString unlock =
            u"printf test-pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec \"$@\""_s;
        const QString start = u"gnome-keyring-daemon --start --components=secrets >/dev/null; exec \"$@\""_s;
        switch (session) {
        case Session::NoBus:
            return {};
        case Session::NoService:
            return {u"dbus-run-session"_s, u"--config-file="_s + busWithoutServices(), u"--"_s};
        case Session::NeverUnlocked:
            return {u"dbus-run-session"_s, u"--"_s};
        case Session::Locked:
            return {u"dbus-run-session"_s, u"--"_s, u"sh"_s, u"-c"_s, start, u"sh"_s};
        case Session::UnlockedAlone:
            return {u"dbus-run-session"_s,
                    u"--config-file="_s + busWithoutServices(),
                    u"--"_s,
                    u"sh"_s,
                    u"-c"_s,
                    unlock,
                    u"sh"_s};
        case Session::Unlocked:
            break;
        }
        return {u"dbus-run-session"_s, u"--"_s, u"sh"_s, u"-c"_s, unlock, u"sh"_s};
    }

    QStringList probe(Session session, const QStringList &steps) const
    {
        QStringList words = command(session) << balcao::test::placeOf("vault-probe"_L1) << steps;
        QProcess process;
        process.setProcessEnvironment(environment());
        process.setProgram(words.takeFirst());
        process.setArguments(words);
        process.start();
        if (!process.waitForFinished(30000) || process.exitCode() != 0)
            qWarning("vault_probe: %s", process.readAllStandardError().constData());
        return QString::fromLatin1(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }

    VaultRead readOf(Vault &vault)
    {
        std::optional<VaultRead> read;
        vault.read(u"token"_s, this, [&](const VaultRead &arrived) { read = arrived; });
        [&] { QTRY_VERIFY(read); }();
        return read.value_or(VaultRead{});
    }

    VaultOutcome writeTo(Vault &vault, const QByteArray &secret)
    {
        std::optional<VaultOutcome> written;
        vault.write(u"token"_s, secret, this, [&](VaultOutcome outcome) { written = outcome; });
        [&] { QTRY_VERIFY(written); }();
        return written.value_or(VaultOutcome::Failed);
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

BALCAO_TEST(tst_vault)
#include "tst_vault.moc"
