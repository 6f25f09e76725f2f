// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/pinverifier.h"
#include "support/testmain.h"

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

class tst_pinverifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Computed with Python's hashlib.pbkdf2_hmac("sha256", b"839201", b"s" * 16, 120000).
    void itIsPbkdf2()
    {
        const QByteArray hash = QByteArray::fromHex("63921ae2cdc05390cfd442841fe61de178a43b174bf69f4419d9355451b1c311");
        QVERIFY(isPin(u"839201"_s, {QByteArray(16, 's'), hash}));
    }

    void anyOtherPinSaltOrHashIsNot()
    {
        const PinVerifier right = pinVerifier(u"839201"_s);
        QVERIFY(isPin(u"839201"_s, right));
        QVERIFY(!isPin(u"839202"_s, right));
        QVERIFY(!isPin(u"839201"_s, {QByteArray(16, 't'), right.hash}));
        QVERIFY(!isPin(u"839201"_s, {right.salt, right.hash.first(31)}));
    }

    void noPinIsNone()
    {
        QVERIFY(!isPin(u"839201"_s, {}));
        QVERIFY(!isPin({}, {}));
    }

    void eachHasItsOwnSalt()
    {
        const PinVerifier one = pinVerifier(u"839201"_s);
        const PinVerifier other = pinVerifier(u"839201"_s);
        QCOMPARE(one.salt.size(), 16);
        QCOMPARE(one.hash.size(), 32);
        QVERIFY(one.salt != other.salt);
        QVERIFY(one.hash != other.hash);
    }
};

BALCAO_TEST(tst_pinverifier)
#include "tst_pinverifier.moc"
