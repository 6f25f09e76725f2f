// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/identity.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

class tst_identity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bsuidForms_data()
    {
        const QString longest = u"BR."_s + QString(128, u'a');
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("bsuid");
        QTest::addColumn<bool>("parent");
        QTest::newRow("bsuid") << u"BR.13491208655302741918"_s << true << false;
        QTest::newRow("letters") << u"PT.aZ09"_s << true << false;
        QTest::newRow("shortest") << u"BR.1"_s << true << false;
        QTest::newRow("longest") << longest << true << false;
        QTest::newRow("parent") << u"BR.ENT.11815799212886844830"_s << false << true;
        QTest::newRow("id that begins with ENT") << u"BR.ENT1"_s << true << false;
        QTest::newRow("too long") << longest + u'a' << false << false;
        QTest::newRow("empty") << QString() << false << false;
        QTest::newRow("country alone") << u"BR."_s << false << false;
        QTest::newRow("parent without id") << u"BR.ENT."_s << false << false;
        QTest::newRow("lower country") << u"br.1349"_s << false << false;
        QTest::newRow("one letter country") << u"B.1349"_s << false << false;
        QTest::newRow("accent") << u"BR.13é9"_s << false << false;
        QTest::newRow("other digits") << u"BR.١٣"_s << false << false;
        QTest::newRow("space") << u"BR.13 49"_s << false << false;
        QTest::newRow("newline at the end") << u"BR.1349\n"_s << false << false;
        QTest::newRow("phone") << u"5519987654471"_s << false << false;
    }

    void bsuidForms()
    {
        QFETCH(QString, text);
        QTEST(isBsuid(text), "bsuid");
        QTEST(isParentBsuid(text), "parent");
    }

    void malformedIdentifiersAreDropped()
    {
        const Identifiers good{u"BR.1349"_s, u"BR.ENT.1181"_s, u"+55 19 98765-4471"_s};
        QCOMPARE(sanitized(good).bsuid, good.bsuid);
        QCOMPARE(sanitized(good).parentBsuid, good.parentBsuid);
        QCOMPARE(sanitized(good).waId, u"5519987654471"_s);
        QVERIFY(sanitized({u"BR.ENT.1181"_s, u"BR.1349"_s, u"abc"_s}).isEmpty());
    }

    void keysAreInOrderOfTrust()
    {
        const auto keys = identityKeys({u"BR.1349"_s, u"BR.ENT.1181"_s, u"5519987654471"_s});
        const QList<IdentityKey> expected{{IdentifierKind::Bsuid, u"BR.1349"_s},
                                          {IdentifierKind::ParentBsuid, u"BR.ENT.1181"_s},
                                          {IdentifierKind::Phone, u"551987654471"_s}};
        QVERIFY(keys == expected);
    }

    void anySubsetGivesItsKeysOnly()
    {
        QVERIFY(identityKeys({}).isEmpty());
        QCOMPARE(identityKeys({u"BR.1349"_s, {}, {}}).size(), 1);
        QCOMPARE(identityKeys({{}, {}, u"5519987654471"_s}).constFirst().kind, IdentifierKind::Phone);
    }

    void bothSpellingsOfAMobileShareAKey()
    {
        const auto with = identityKeys({{}, {}, u"5519987654471"_s});
        const auto without = identityKeys({{}, {}, u"551987654471"_s});
        QVERIFY(with == without);
    }

    void aPhoneIsReachedByToAsMetaGaveIt()
    {
        const Address address = addressOf({u"BR.1349"_s, {}, u"551987654471"_s});
        QCOMPARE(address.field, u"to"_s);
        QCOMPARE(address.value, u"+551987654471"_s);
    }

    void aBsuidAloneIsReachedByRecipient()
    {
        const Address address = addressOf({u"BR.1349"_s, u"BR.ENT.1181"_s, {}});
        QCOMPARE(address.field, u"recipient"_s);
        QCOMPARE(address.value, u"BR.1349"_s);
    }

    void aParentAloneCannotBeReached()
    {
        QVERIFY(addressOf({{}, u"BR.ENT.1181"_s, {}}).field.isEmpty());
        QVERIFY(addressOf({}).field.isEmpty());
    }
};

BALCAO_TEST(tst_identity)
#include "tst_identity.moc"
