// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "net/memoryvault.h"
#include "secretkeeper.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;
using net::VaultOutcome;
using net::VaultState;

namespace {

/// A vault that works until told otherwise.
class FaultyVault final : public net::Vault
{
public:
    VaultOutcome reading = VaultOutcome::Ok;
    VaultOutcome writing = VaultOutcome::Ok;
    int written = 0;

    void read(const QString &name, QObject *context, std::function<void(net::VaultRead)> done) override
    {
        if (reading == VaultOutcome::Ok)
            return m_kept.read(name, context, std::move(done));
        QMetaObject::invokeMethod(
            context,
            [this, done = std::move(done)] {
                done({reading, {}});
            },
            Qt::QueuedConnection);
    }
    void write(const QString &name, const QByteArray &secret, QObject *context,
               std::function<void(VaultOutcome)> done) override
    {
        ++written;
        if (writing == VaultOutcome::Ok)
            return m_kept.write(name, secret, context, std::move(done));
        QMetaObject::invokeMethod(
            context, [this, done = std::move(done)] { done(writing); }, Qt::QueuedConnection);
    }
    void remove(const QString &name, QObject *context, std::function<void(VaultOutcome)> done) override
    {
        m_kept.remove(name, context, std::move(done));
    }

private:
    net::MemoryVault m_kept;
};

struct Desk
{
    QTemporaryDir dir;
    FaultyVault vault;
    SystemClock clock;
    SecretKeeper keeper{vault, clock, dir.filePath(u"shop"_s)};

    std::optional<Secrets> heard;

    Secrets keep(const QByteArray &token)
    {
        heard.reset();
        keeper.keep(token, [this](const Secrets &secrets) { heard = secrets; });
        return wait();
    }
    Secrets read()
    {
        heard.reset();
        keeper.read([this](const Secrets &secrets) { heard = secrets; });
        return wait();
    }
    [[nodiscard]] bool marked() const { return net::KeyMarker::isPresent(dir.filePath(u"shop"_s)); }

private:
    Secrets wait()
    {
        if (!QTest::qWaitFor([this] { return heard.has_value(); }))
            qFatal("the keeper did not answer");
        return *heard;
    }
};

} // namespace

// Never a new key beside an old store.
class tst_secretkeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstPairingMakesAKeyAndMarksTheStore();
    void nextStartFindsBoth();
    void aNewTokenKeepsTheOldKey();
    void aStoreWhoseKeyIsAwayGetsNoNewOne_data();
    void aStoreWhoseKeyIsAwayGetsNoNewOne();
    void withoutAVaultTheTokenLastsForTheSession();
    void aVaultThatCannotWriteMarksNothing();
    void forgottenIsGone();
};

void tst_secretkeeper::firstPairingMakesAKeyAndMarksTheStore()
{
    Desk d;
    const Secrets kept = d.keep("token-1");
    QCOMPARE(kept.state, VaultState::Ok);
    QCOMPARE(kept.token, QByteArray("token-1"));
    QVERIFY(kept.storeKey.has_value());
    QVERIFY(d.marked());
}

void tst_secretkeeper::nextStartFindsBoth()
{
    Desk d;
    const Secrets kept = d.keep("token-1");
    const Secrets read = d.read();
    QCOMPARE(read.state, VaultState::Ok);
    QCOMPARE(read.token, QByteArray("token-1"));
    QCOMPARE(read.storeKey->bytes, kept.storeKey->bytes);
}

void tst_secretkeeper::aNewTokenKeepsTheOldKey()
{
    Desk d;
    const Secrets first = d.keep("token-1");
    const Secrets second = d.keep("token-2");
    QCOMPARE(second.storeKey->bytes, first.storeKey->bytes);
    QCOMPARE(d.read().token, QByteArray("token-2"));
}

void tst_secretkeeper::aStoreWhoseKeyIsAwayGetsNoNewOne_data()
{
    QTest::addColumn<VaultOutcome>("outcome");
    QTest::newRow("erased, or locked") << VaultOutcome::NotFound;
    QTest::newRow("denied") << VaultOutcome::Locked;
}

void tst_secretkeeper::aStoreWhoseKeyIsAwayGetsNoNewOne()
{
    QFETCH(const VaultOutcome, outcome);
    Desk d;
    d.keep("token-1");
    d.vault.reading = outcome;
    d.vault.written = 0;
    QCOMPARE(d.read().state, VaultState::Locked);
    const Secrets kept = d.keep("token-2");
    QCOMPARE(kept.state, VaultState::Locked);
    QVERIFY(!kept.storeKey);
    QCOMPARE(d.vault.written, 0);
}

void tst_secretkeeper::withoutAVaultTheTokenLastsForTheSession()
{
    Desk d;
    d.vault.reading = VaultOutcome::Absent;
    const Secrets kept = d.keep("token-1");
    QCOMPARE(kept.state, VaultState::Absent);
    QCOMPARE(kept.token, QByteArray("token-1"));
    QCOMPARE(d.vault.written, 0);
    QVERIFY(!d.marked());
}

void tst_secretkeeper::aVaultThatCannotWriteMarksNothing()
{
    Desk d;
    d.vault.writing = VaultOutcome::Failed;
    QCOMPARE(d.keep("token-1").state, VaultState::Absent);
    QVERIFY(!d.marked());
}

void tst_secretkeeper::forgottenIsGone()
{
    Desk d;
    d.keep("token-1");
    d.keeper.forget();
    QCoreApplication::processEvents();
    QCOMPARE(d.read().state, VaultState::Locked); // the marker goes with the store's folder
}

BALCAO_TEST(tst_secretkeeper)
#include "tst_secretkeeper.moc"
