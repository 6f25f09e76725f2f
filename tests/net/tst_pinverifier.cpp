// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "net/pinverifier.h"
#include "support/testmain.h"

#include <QSet>

using namespace balcao::net;
using namespace Qt::Literals::StringLiterals;

class tst_pinverifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samePinAndSaltGiveTheSame()
    {
        const QByteArray salt(16, 's');
        QCOMPARE(pinVerifier(u"839201"_s, salt).size(), 32);
        QCOMPARE(pinVerifier(u"839201"_s, salt), pinVerifier(u"839201"_s, salt));
    }

    // Computed with Python's hashlib.pbkdf2_hmac("sha256", b"839201", b"s" * 16, 120000).
    void itIsPbkdf2() { QCOMPARE(pinVerifier(u"839201"_s, QByteArray(16, 's')).toHex(), QByteArray(kExpected)); }

    void anyOtherPinOrSaltGivesAnother()
    {
        const QByteArray salt(16, 's');
        const QByteArray one = pinVerifier(u"839201"_s, salt);
        QVERIFY(pinVerifier(u"839202"_s, salt) != one);
        QVERIFY(pinVerifier(u"839201"_s, QByteArray(16, 't')) != one);
    }

    void saltsAreFresh()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 100; ++i)
            seen.insert(freshSalt());
        QCOMPARE(seen.size(), 100);
        QCOMPARE(seen.cbegin()->size(), 16);
    }

private:
    static constexpr const char *kExpected = "63921ae2cdc05390cfd442841fe61de178a43b174bf69f4419d9355451b1c311";
};

BALCAO_TEST(tst_pinverifier)
#include "tst_pinverifier.moc"
