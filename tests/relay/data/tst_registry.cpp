// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/pin.h"
#include "support/testmain.h"
#include "teststore.h"

#include <QCryptographicHash>
#include <QFile>

using namespace balcao;
using namespace balcao::relay;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_registry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codePairsOneDesk();
    void lostAnswerIsGivenAgain();
    void spellingDoesNotMatter();
    void codeDiesAfterTooManyWrongTries();
    void codeDiesAfterTenMinutes();
    void codesAndTokensAreNotInTheFile();
    void revokedDeskStaysKnown();
    void pinsAreJudgedByTheirRole_data();
    void pinsAreJudgedByTheirRole();
    void wrongPinsSlowDownOneDesk();
    void sessionsEnd();
    void sessionsBelongToTheirDesk();
};

void tst_registry::codePairsOneDesk()
{
    TestStore store;
    Registry &registry = store.data().registry();
    const QString code = *registry.newCode();
    QCOMPARE(code.size(), 8);
    const auto paired = registry.pair(code, u"Caixa"_s, u"nonce-1"_s);
    QVERIFY(paired && *paired);
    QCOMPARE(store.lastBody<wire::DeskPaired>().name, u"Caixa"_s);
    QVERIFY(store.last<wire::DeskPaired>().subject.desk == (*paired)->desk);
    const auto desks = registry.desks();
    QCOMPARE(desks->size(), 1);
    QCOMPARE(desks->first().tokenHash,
             QCryptographicHash::hash((*paired)->token.toLatin1(), QCryptographicHash::Sha256));
    QVERIFY(!*registry.pair(code, u"Outro"_s, u"nonce-2"_s)); // used
    QCOMPARE(registry.desks()->size(), 1);
}

void tst_registry::lostAnswerIsGivenAgain()
{
    TestStore store;
    Registry &registry = store.data().registry();
    const QString code = *registry.newCode();
    const auto first = registry.pair(code, u"Caixa"_s, u"nonce-1"_s);
    store.reopen();
    const auto again = store.data().registry().pair(code, u"Caixa"_s, u"nonce-1"_s);
    QVERIFY(again && *again);
    QCOMPARE((*again)->token, (*first)->token);
    QVERIFY((*again)->desk == (*first)->desk);
    QCOMPARE(store.of<wire::DeskPaired>().size(), 1);
}

void tst_registry::spellingDoesNotMatter()
{
    QCOMPARE(canonicalCode(u" ab-oi l1 "_s), u"AB0111"_s);
    TestStore store;
    Registry &registry = store.data().registry();
    const QString code = *registry.newCode();
    QString typed = code.toLower();
    typed.replace(u'0', u'o').replace(u'1', u'l').insert(4, u'-');
    QVERIFY(*registry.pair(typed, u"Caixa"_s, u"n"_s));
}

void tst_registry::codeDiesAfterTooManyWrongTries()
{
    TestStore store;
    Registry &registry = store.data().registry();
    const QString code = *registry.newCode();
    const QString wrong = code == u"ZZZZZZZZ" ? u"YYYYYYYY"_s : u"ZZZZZZZZ"_s;
    const auto guess = [&](int times) {
        return store.job([&](RelayData &) -> Result<void> {
            for (int i = 0; i < times; ++i)
                BALCAO_TRY(registry.pair(wrong, u"x"_s, u"n"_s));
            return {};
        });
    };
    QVERIFY(guess(Registry::kCodeTries - 1));
    const QString second = *registry.newCode();
    QVERIFY(!*registry.pair(wrong, u"x"_s, u"n"_s));
    QVERIFY(!*registry.pair(code, u"x"_s, u"n"_s));
    QVERIFY(*registry.pair(second, u"x"_s, u"n"_s));
}

void tst_registry::codeDiesAfterTenMinutes()
{
    TestStore store;
    Registry &registry = store.data().registry();
    const QString kept = *registry.newCode();
    const QString late = *registry.newCode();
    store.clock.advanceMs(10 * kMinuteMs);
    QVERIFY(*registry.pair(kept, u"x"_s, u"n"_s));
    store.clock.advanceMs(1);
    QVERIFY(!*registry.pair(late, u"x"_s, u"n"_s));
    QVERIFY(!*registry.pair(kept, u"x"_s, u"n"_s)); // nor is the answer given again
}

void tst_registry::codesAndTokensAreNotInTheFile()
{
    TestStore store;
    Registry &registry = store.data().registry();
    const QString code = *registry.newCode();
    const QString token = (*registry.pair(code, u"Caixa"_s, u"nonce-1"_s))->token;
    const QString session = store.data().operators().openSession(store.manager, store.desk)->session;
    store.close();
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        QFile file(store.path() + suffix);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        QVERIFY(suffix.isEmpty() ? bytes.size() > 4096 : true);
        for (const QString &secret : {code, token, session}) {
            QVERIFY(!bytes.contains(secret.toLatin1()));
            QVERIFY(!bytes.contains(QByteArray::fromHex(secret.toLatin1())) || secret == code);
        }
    }
}

void tst_registry::revokedDeskStaysKnown()
{
    TestStore store;
    Registry &registry = store.data().registry();
    const DeskId desk = (*registry.pair(*registry.newCode(), u"Caixa"_s, u"n"_s))->desk;
    QCOMPARE(store.applyAsManager(wire::RevokeDesk{desk}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(store.applyAsManager(wire::RevokeDesk{desk}).status, wire::OutcomeStatus::Noop);
    QVERIFY(store.last<wire::DeskRevoked>().subject.desk == desk);
    QCOMPARE(registry.desks()->size(), 1);
    QVERIFY(registry.desks()->first().revoked);
}

void tst_registry::pinsAreJudgedByTheirRole_data()
{
    QTest::addColumn<QString>("pin");
    QTest::addColumn<bool>("attendant");
    QTest::addColumn<bool>("manager");
    QTest::newRow("3") << u"123"_s << false << false;
    QTest::newRow("4") << u"1234"_s << true << false;
    QTest::newRow("5") << u"12345"_s << true << false;
    QTest::newRow("6") << u"123456"_s << true << true;
    QTest::newRow("8") << u"12345678"_s << true << true;
    QTest::newRow("9") << u"123456789"_s << false << false;
    QTest::newRow("letters") << u"12345a"_s << false << false;
    QTest::newRow("other digits") << u"١٢٣٤٥٦"_s << false << false;
    QTest::newRow("empty") << QString() << false << false;
}

void tst_registry::pinsAreJudgedByTheirRole()
{
    QFETCH(const QString, pin);
    QFETCH(const bool, attendant);
    QFETCH(const bool, manager);
    QCOMPARE(couldBePin(pin, leastPin(Role::Attendant)), attendant);
    QCOMPARE(couldBePin(pin, leastPin(Role::Manager)), manager);
}

void tst_registry::wrongPinsSlowDownOneDesk()
{
    TestStore store;
    Operators &operators = store.data().operators();
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(*operators.waitMs(store.attendant, store.desk), 0);
        QVERIFY(operators.tried(store.attendant, store.desk, false));
    }
    QCOMPARE(*operators.waitMs(store.attendant, store.desk), 30 * kSecondMs);
    QCOMPARE(*operators.waitMs(store.attendant, store.otherDesk), 0);
    QCOMPARE(*operators.waitMs(store.manager, store.desk), 0);
    store.clock.advanceMs(30 * kSecondMs);
    QCOMPARE(*operators.waitMs(store.attendant, store.desk), 0);
    QVERIFY(operators.tried(store.attendant, store.desk, false));
    QCOMPARE(*operators.waitMs(store.attendant, store.desk), 60 * kSecondMs);
    store.clock.advanceMs(-365 * kDayMs); // the clock had run ahead
    QVERIFY(*operators.waitMs(store.attendant, store.desk) < kDayMs);
    store.clock.advanceMs(365 * kDayMs + 60 * kSecondMs);
    QVERIFY(operators.tried(store.attendant, store.desk, true));
    QVERIFY(operators.tried(store.attendant, store.desk, false));
    QCOMPARE(*operators.waitMs(store.attendant, store.desk), 0);
}

void tst_registry::sessionsEnd()
{
    TestStore store;
    Operators &operators = store.data().operators();
    const auto session = operators.openSession(store.manager, store.desk);
    QCOMPARE(session->expires, store.clock.nowMs() + 15 * kMinuteMs);
    QVERIFY(*operators.sessionOperator(session->session, store.desk) == std::optional(store.manager));
    store.clock.advanceMs(15 * kMinuteMs + 1);
    QVERIFY(!*operators.sessionOperator(session->session, store.desk));
    QVERIFY(!*operators.sessionOperator({}, store.desk));
}

void tst_registry::sessionsBelongToTheirDesk()
{
    TestStore store;
    Operators &operators = store.data().operators();
    const QString session = operators.openSession(store.attendant, store.desk)->session;
    QVERIFY(!*operators.sessionOperator(session, store.otherDesk));
    QCOMPARE(store.applyAsManager(wire::DisableOperator{store.attendant}).status, wire::OutcomeStatus::Accepted);
    QVERIFY(!*operators.sessionOperator(session, store.desk));
}

BALCAO_TEST(tst_registry)
#include "tst_registry.moc"
