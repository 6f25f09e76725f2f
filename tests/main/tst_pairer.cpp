// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskfile.h"
#include "http/faultserver.h"
#include "net/memoryvault.h"
#include "pairer.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <map>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;
using net::VaultOutcome;
using Outcome = desk::ShopConnector::Outcome;

namespace {

constexpr qint64 kNowMs = 1'795'000'000'000;

/// A server of a shop that takes every code.
struct ShopServer
{
    FaultServer server{[](QTcpSocket &socket) {
        const QByteArray body = R"({"token":"a-token","desk":")" + DeskId::create().text().toLatin1() +
                                R"(","shop":{"name":"Padaria Lua","timezone":"America/Sao_Paulo"},"operators":[]})";
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }};

    [[nodiscard]] QString address() const { return server.url(QString()).toString(); }
};

/// The vaults of one computer: they keep what they know however often they are opened.
struct Keyring
{
    std::map<QString, net::MemoryVault> vaults;
    std::map<QString, VaultOutcome> failing; ///< what reading says instead
    bool isAbsent = false;                   ///< the system has none now

    /// One of them, opened.
    class Opened final : public net::Vault
    {
    public:
        Opened(Keyring &keyring, const QString &id) : m_keyring(keyring), m_id(id) {}

        void read(const QString &name, QObject *context, std::function<void(net::VaultRead)> done) override
        {
            const auto fails = m_keyring.failing.find(m_id);
            if (fails == m_keyring.failing.end() && !m_keyring.isAbsent)
                return m_keyring.vaults[m_id].read(name, context, std::move(done));
            const net::VaultRead answer{m_keyring.isAbsent ? VaultOutcome::Absent : fails->second, {}};
            QMetaObject::invokeMethod(
                context, [done = std::move(done), answer] { done(answer); }, Qt::QueuedConnection);
        }
        void write(const QString &name, const QByteArray &secret, QObject *context,
                   std::function<void(VaultOutcome)> done) override
        {
            m_keyring.vaults[m_id].write(name, secret, context, std::move(done));
        }
        void remove(const QString &name, QObject *context, std::function<void(VaultOutcome)> done) override
        {
            m_keyring.vaults[m_id].remove(name, context, std::move(done));
        }

    private:
        Keyring &m_keyring;
        QString m_id;
    };

    /// Empty: there is none.
    QByteArray secret(const QString &id, const QString &name)
    {
        QObject context;
        std::optional<net::VaultRead> answer;
        vaults[id].read(name, &context, [&answer](const net::VaultRead &read) { answer = read; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            qFatal("the vault did not answer");
        return answer->bytes;
    }
    QByteArray key(const QString &id) { return secret(id, u"store-key"_s); }
};

/// One computer and what it was told to open.
struct Desk
{
    QTemporaryDir dir;
    QTemporaryDir programs;
    ManualClock clock{kNowMs};
    Keyring keyring;
    Pairer pairer{clock, dir.path(),
                  [this](const QString &id) { return std::make_unique<Keyring::Opened>(keyring, id); },
                  programs.path()};
    QSignalSpy replacing{&pairer, &Pairer::replacing};
    QSignalSpy ready{&pairer, &Pairer::ready};
    QSignalSpy noticed{&pairer, &Pairer::noticed};

    Outcome pair(const ShopServer &shop)
    {
        return outcomeOf([&](const desk::ShopConnector::Done &done) {
            pairer.pair(shop.address(), u"7KQ4MZ2P"_s, u"Caixa"_s, done);
        });
    }
    Outcome startDemo()
    {
        return outcomeOf([&](const desk::ShopConnector::Done &done) { pairer.startDemo(done); });
    }
    [[nodiscard]] QString vaultId() const { return DeskFile::read(dir.path()).vaultId; }
    [[nodiscard]] ShopAccess opened() const { return ready.last().first().value<ShopAccess>(); }

    void put(const QString &path, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(dir.filePath(path)).path());
        QFile file(dir.filePath(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("not written");
    }
    [[nodiscard]] QByteArray text(const QString &path) const
    {
        QFile file(dir.filePath(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList there() const
    {
        return QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
    }
    [[nodiscard]] QString aside() const { return u"shop-aside-%1"_s.arg(clock.nowMs()); }

private:
    static Outcome outcomeOf(const std::function<void(const desk::ShopConnector::Done &)> &act)
    {
        std::optional<Outcome> outcome;
        act([&outcome](Outcome came) { outcome = came; });
        if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 30'000))
            qFatal("no outcome");
        return *outcome;
    }
};

} // namespace

// What is kept, put aside and erased on the way to a shop, and which key opens what.
class tst_pairer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstPairingOpensAnEmptyFolderWithAKeyOfItsOwn();
    void theSameServerAgainKeepsStoreAndKey();
    void anotherServerPutsTheOldStoreAside();
    void whatCannotBePutAsideIsNotReplaced();
    void aStoreWhoseKeyIsAwayIsPutAside_data();
    void aStoreWhoseKeyIsAwayIsPutAside();
    void withoutAVaultNothingUnderAKeyIsOpened();
    void nothingIsOpenedWithoutItsKey_data();
    void nothingIsOpenedWithoutItsKey();
    void whatWasKeptIsOpenedWithItsKey();
    void aWrongCodeReplacesNothing();
    void forgottenMeansNothingOfTheShopIsLeft();
    void whatCouldNotBeForgottenGoesAtTheNextStart();
    void theDemoIsMadeAnewAndTouchesNoShop();
    void withoutItsProgramTheDemoErasesNothing();
};

void tst_pairer::firstPairingOpensAnEmptyFolderWithAKeyOfItsOwn()
{
    const ShopServer shop;
    Desk d;
    QVERIFY(d.pair(shop) == Outcome::Paired);
    QCOMPARE(d.ready.size(), 1);
    QCOMPARE(d.ready.last().last().toBool(), false);
    QCOMPARE(d.opened().storeFolder, d.dir.filePath(u"shop"_s));
    QCOMPARE(d.opened().token, QByteArray("a-token"));
    QCOMPARE(d.opened().storeKey->bytes, d.keyring.key(d.vaultId()));
    QCOMPARE(d.opened().storeKey->bytes.size(), sql::kKeyBytes);
    QCOMPARE(d.there(), QStringList({u"desk.ini"_s, u"shop"_s}));
    QVERIFY(!d.text(u"desk.ini"_s).contains("a-token"));
}

void tst_pairer::theSameServerAgainKeepsStoreAndKey()
{
    const ShopServer shop;
    Desk d;
    QVERIFY(d.pair(shop) == Outcome::Paired);
    const QString id = d.vaultId();
    const QByteArray key = d.keyring.key(id);
    d.put(u"shop/local.db"_s, "not sent yet");
    QVERIFY(d.pair(shop) == Outcome::Paired);
    QCOMPARE(d.replacing.size(), 2); // nothing may stand open meanwhile
    QCOMPARE(d.vaultId(), id);
    QCOMPARE(d.opened().storeKey->bytes, key);
    QCOMPARE(d.text(u"shop/local.db"_s), QByteArray("not sent yet"));
    QCOMPARE(d.there(), QStringList({u"desk.ini"_s, u"shop"_s}));
}

void tst_pairer::anotherServerPutsTheOldStoreAside()
{
    const ShopServer first;
    const ShopServer second;
    Desk d;
    QVERIFY(d.pair(first) == Outcome::Paired);
    const QString oldId = d.vaultId();
    const QByteArray oldKey = d.keyring.key(oldId);
    d.put(u"shop/local.db"_s, "for the first shop only");
    // Whoever has it open is told before it moves.
    QByteArray atReplacing;
    connect(&d.pairer, &Pairer::replacing, this, [&] { atReplacing = d.text(u"shop/local.db"_s); });
    QVERIFY(d.pair(second) == Outcome::Paired);
    QCOMPARE(atReplacing, QByteArray("for the first shop only"));
    QCOMPARE(d.text(d.aside() + u"/local.db"_s), QByteArray("for the first shop only"));
    QVERIFY(!QFile::exists(d.dir.filePath(u"shop/local.db"_s)));
    QVERIFY(d.vaultId() != oldId);
    QCOMPARE(d.keyring.key(oldId), oldKey); // what stands aside can be opened still
    QVERIFY(d.opened().storeKey->bytes != oldKey);
    QCOMPARE(d.opened().relay, DeskFile::read(d.dir.path()).relay);
    QCOMPARE(d.opened().relay.port(), second.server.url().port());
}

void tst_pairer::whatCannotBePutAsideIsNotReplaced()
{
    const ShopServer first;
    const ShopServer second;
    Desk d;
    QVERIFY(d.pair(first) == Outcome::Paired);
    const DeskFile before = DeskFile::read(d.dir.path());
    d.put(u"shop/local.db"_s, "for the first shop only");
    d.put(d.aside() + u"/local.db"_s, "of before"); // the name is taken
    QVERIFY(d.pair(second) == Outcome::Storage);
    QCOMPARE(d.ready.size(), 1);
    QCOMPARE(DeskFile::read(d.dir.path()).relay, before.relay);
    QCOMPARE(d.vaultId(), before.vaultId);
    QCOMPARE(d.text(u"shop/local.db"_s), QByteArray("for the first shop only"));
    QCOMPARE(d.text(d.aside() + u"/local.db"_s), QByteArray("of before"));
}

void tst_pairer::aStoreWhoseKeyIsAwayIsPutAside_data()
{
    QTest::addColumn<VaultOutcome>("reading");
    QTest::newRow("locked, or erased") << VaultOutcome::NotFound;
    QTest::newRow("denied") << VaultOutcome::Locked;
}

void tst_pairer::aStoreWhoseKeyIsAwayIsPutAside()
{
    QFETCH(const VaultOutcome, reading);
    const ShopServer shop;
    Desk d;
    QVERIFY(d.pair(shop) == Outcome::Paired);
    const QString oldId = d.vaultId();
    const QByteArray oldKey = d.keyring.key(oldId);
    d.put(u"shop/local.db"_s, "under the old key");
    d.keyring.failing[oldId] = reading;
    QVERIFY(d.pair(shop) == Outcome::Paired);
    QCOMPARE(d.text(d.aside() + u"/local.db"_s), QByteArray("under the old key"));
    QVERIFY(net::KeyMarker::isPresent(d.dir.filePath(d.aside())));
    QVERIFY(!QFile::exists(d.dir.filePath(u"shop/local.db"_s)));
    QVERIFY(d.vaultId() != oldId);
    QCOMPARE(d.keyring.key(oldId), oldKey);
    QVERIFY(d.opened().storeKey->bytes != oldKey);
    QCOMPARE(d.opened().storeKey->bytes, d.keyring.key(d.vaultId()));
}

void tst_pairer::withoutAVaultNothingUnderAKeyIsOpened()
{
    const ShopServer shop;
    Desk d;
    QVERIFY(d.pair(shop) == Outcome::Paired);
    const QString oldId = d.vaultId();
    const QByteArray oldKey = d.keyring.key(oldId);
    d.put(u"shop/local.db"_s, "under the old key");
    d.keyring.isAbsent = true;
    QVERIFY(d.pair(shop) == Outcome::Paired);
    QCOMPARE(d.text(d.aside() + u"/local.db"_s), QByteArray("under the old key"));
    QVERIFY(net::KeyMarker::isPresent(d.dir.filePath(d.aside())));
    QVERIFY(!net::KeyMarker::isPresent(d.dir.filePath(u"shop"_s)));
    QVERIFY(!QFile::exists(d.dir.filePath(u"shop/local.db"_s)));
    QVERIFY(!d.opened().storeKey);
    QCOMPARE(d.opened().token, QByteArray("a-token")); // for this session
    QVERIFY(d.vaultId() != oldId);
    QCOMPARE(d.keyring.key(oldId), oldKey);
    QVERIFY(d.keyring.key(d.vaultId()).isEmpty());
    // What was made without a key goes on without one.
    d.put(u"shop/local.db"_s, "without a key");
    QVERIFY(d.pair(shop) == Outcome::Paired);
    QCOMPARE(d.text(u"shop/local.db"_s), QByteArray("without a key"));
    QVERIFY(!d.opened().storeKey);
}

void tst_pairer::nothingIsOpenedWithoutItsKey_data()
{
    QTest::addColumn<VaultOutcome>("reading");
    QTest::newRow("locked, or erased") << VaultOutcome::NotFound;
    QTest::newRow("denied") << VaultOutcome::Locked;
    QTest::newRow("no vault") << VaultOutcome::Absent;
}

void tst_pairer::nothingIsOpenedWithoutItsKey()
{
    QFETCH(const VaultOutcome, reading);
    const ShopServer shop;
    Desk d;
    QVERIFY(d.pair(shop) == Outcome::Paired);
    const QString id = d.vaultId();
    const QByteArray key = d.keyring.key(id);
    d.put(u"shop/local.db"_s, "under its key");
    d.keyring.failing[id] = reading;
    d.pairer.openKept();
    QTRY_COMPARE(d.noticed.size(), 3); // waiting, no longer waiting, why not
    QVERIFY(!d.noticed.last().first().toString().isEmpty());
    QCOMPARE(d.ready.size(), 1);
    QCOMPARE(d.text(u"shop/local.db"_s), QByteArray("under its key"));
    QCOMPARE(d.vaultId(), id);
    QCOMPARE(d.keyring.key(id), key);
    QCOMPARE(d.there(), QStringList({u"desk.ini"_s, u"shop"_s}));
}

void tst_pairer::whatWasKeptIsOpenedWithItsKey()
{
    const ShopServer shop;
    Desk d;
    QVERIFY(d.pair(shop) == Outcome::Paired);
    const ShopAccess paired = d.opened();
    d.put(u"shop/local.db"_s, "under its key");
    d.pairer.openKept();
    QTRY_COMPARE(d.ready.size(), 2);
    QCOMPARE(d.opened().storeKey->bytes, paired.storeKey->bytes);
    QCOMPARE(d.opened().token, paired.token);
    QCOMPARE(d.opened().relay, paired.relay);
    QCOMPARE(d.opened().storeFolder, paired.storeFolder);
    QCOMPARE(d.replacing.size(), 1);
    QCOMPARE(d.text(u"shop/local.db"_s), QByteArray("under its key"));
}

void tst_pairer::aWrongCodeReplacesNothing()
{
    const ShopServer shop;
    Desk d;
    QVERIFY(d.pair(shop) == Outcome::Paired);
    const QString id = d.vaultId();
    d.put(u"shop/local.db"_s, "kept");
    const FaultServer refusing([](QTcpSocket &socket) {
        const QByteArray body = R"({"type":"code-wrong"})";
        socket.write("HTTP/1.1 403 No\r\nContent-Type: application/problem+json\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
    });
    std::optional<Outcome> outcome;
    d.pairer.pair(refusing.url(QString()).toString(), u"AAAAAAAA"_s, u"Caixa"_s,
                  [&outcome](Outcome came) { outcome = came; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(*outcome == Outcome::CodeWrong);
    QCOMPARE(d.replacing.size(), 1);
    QCOMPARE(d.vaultId(), id);
    QCOMPARE(d.text(u"shop/local.db"_s), QByteArray("kept"));
}

void tst_pairer::forgottenMeansNothingOfTheShopIsLeft()
{
    const ShopServer shop;
    Desk d;
    QVERIFY(d.pair(shop) == Outcome::Paired);
    const QString id = d.vaultId();
    d.put(u"shop/local.db"_s, "what customers wrote");
    d.put(u"shop/projection-1.db"_s, "what customers wrote");
    d.put(u"shop-aside-42/local.db"_s, "what customers wrote");
    d.put(u"pc.ini"_s, "of this PC");
    QVERIFY(d.pairer.forget());
    QCOMPARE(d.there(), QStringList{u"pc.ini"_s});
    QTRY_VERIFY(d.keyring.key(id).isEmpty());
    QVERIFY(d.keyring.secret(id, u"token"_s).isEmpty());
    // And the next shop begins with nothing of it.
    QVERIFY(d.pair(shop) == Outcome::Paired);
    QVERIFY(d.vaultId() != id);
    QVERIFY(d.opened().storeKey.has_value());
}

void tst_pairer::whatCouldNotBeForgottenGoesAtTheNextStart()
{
    Desk d;
    d.put(u"shop/local.db"_s, "what customers wrote");
    d.put(u"shop-aside-42/local.db"_s, "what customers wrote");
    d.put(u"erase-shop"_s, {}); // as a crash in the middle leaves it
    const Pairer next(d.clock, d.dir.path(), {}, d.programs.path());
    QVERIFY(d.there().isEmpty());
}

void tst_pairer::theDemoIsMadeAnewAndTouchesNoShop()
{
#ifdef Q_OS_WIN
    QSKIP("the relay's stand-in is a shell script");
#else
    const ShopServer shop;
    const ShopServer sample;
    Desk d;
    QVERIFY(d.pair(shop) == Outcome::Paired);
    const QString id = d.vaultId();
    d.put(u"shop/local.db"_s, "of the real shop");
    d.put(u"demo/local.db"_s, "of the last time");
    QFile program(d.programs.filePath(u"balcao-relay"_s));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\necho '{\"url\":\"" + sample.address().toLatin1() +
                  "\",\"code\":\"7KQ4MZ2P\"}'\nexec cat >/dev/null\n"); // until its parent is gone
    program.close();
    QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(d.startDemo() == Outcome::Paired);
    QCOMPARE(d.ready.last().last().toBool(), true);
    QCOMPARE(d.opened().storeFolder, d.dir.filePath(u"demo"_s));
    QVERIFY(!d.opened().storeKey);
    QVERIFY(!QFile::exists(d.dir.filePath(u"demo/local.db"_s)));
    QCOMPARE(d.text(u"shop/local.db"_s), QByteArray("of the real shop"));
    QCOMPARE(d.vaultId(), id);
    QCOMPARE(DeskFile::read(d.dir.path()).relay.port(), shop.server.url().port());
#endif
}

void tst_pairer::withoutItsProgramTheDemoErasesNothing()
{
    Desk d;
    d.put(u"demo/local.db"_s, "of the last time");
    QVERIFY(d.startDemo() == Outcome::DemoMissing);
    QCOMPARE(d.text(u"demo/local.db"_s), QByteArray("of the last time"));
    QCOMPARE(d.replacing.size(), 0);
}

BALCAO_TEST(tst_pairer)
#include "tst_pairer.moc"
