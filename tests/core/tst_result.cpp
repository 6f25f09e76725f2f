// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/result.h"
#include "support/testmain.h"

#include <QTest>

#include <memory>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return failure(Error::Kind::Rejected, u"odd"_s);
    return number / 2;
}

/// The quarter of a number, with what the macros make of an error on the way.
Result<int> quarter(int number, int &reached)
{
    BALCAO_TAKE(const int once, half(number));
    ++reached;
    BALCAO_TAKE(const int twice, half(once));
    ++reached;
    return twice;
}

Result<void> bothEven(int one, int other, int &reached)
{
    BALCAO_TRY(half(one));
    ++reached;
    BALCAO_TRY(half(other));
    ++reached;
    return {};
}

Result<std::unique_ptr<int>> boxed(int number)
{
    if (number < 0)
        return failure(Error::Kind::Rejected, u"negative"_s);
    return std::make_unique<int>(number);
}

Result<int> unboxed(int number)
{
    BALCAO_TAKE(const std::unique_ptr<int> box, boxed(number));
    return *box;
}

} // namespace

class tst_result : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsOk()
    {
        const Result<QString> result(u"pão"_s);
        QVERIFY(result.ok() && result);
        QCOMPARE(result.value(), u"pão"_s);
        QCOMPARE(*result, u"pão"_s);
        QCOMPARE(result->size(), 3);
    }

    void anErrorKeepsKindAndDetail()
    {
        const Result<QString> result(Error::Kind::Offline, u"refused"_s);
        QVERIFY(!result.ok() && !result);
        QVERIFY(result.error() == (Error{Error::Kind::Offline, u"refused"_s}));
        QCOMPARE(result.valueOr(u"nada"_s), u"nada"_s);
    }

    void nothingToReturnIsStillOkOrNot()
    {
        const Result<void> done;
        const Result<void> failed = failure(Error::Kind::Storage, u"disk full"_s);
        QVERIFY(done.ok());
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().kind, Error::Kind::Storage);
    }

    void chainsStopAtTheFirstError()
    {
        QCOMPARE(half(8).then(half).then(half).value(), 1);
        int calls = 0;
        const auto counted = [&](int number) {
            ++calls;
            return half(number);
        };
        const Result<int> stopped = half(6).then(counted).then(counted);
        QCOMPARE(stopped.error().detail, u"odd"_s);
        QCOMPARE(calls, 1);
    }

    void mapChangesTheValueOnly()
    {
        const auto text = [](int number) { return QString::number(number); };
        QCOMPARE(half(8).map(text).value(), u"4"_s);
        QCOMPARE(half(7).map(text).error().kind, Error::Kind::Rejected);
    }

    void tryAndTakeLeaveWithTheErrorOrGoOn()
    {
        int reached = 0;
        QCOMPARE(quarter(12, reached).value(), 3);
        QCOMPARE(reached, 2);
        reached = 0;
        QCOMPARE(quarter(6, reached).error().detail, u"odd"_s);
        QCOMPARE(reached, 1);
        reached = 0;
        QVERIFY(bothEven(2, 4, reached).ok());
        QCOMPARE(reached, 2);
        reached = 0;
        QVERIFY(bothEven(2, 3, reached).error().kind == Error::Kind::Rejected);
        QCOMPARE(reached, 1);
    }

    void takeMovesAndAsksOnce()
    {
        QCOMPARE(unboxed(7).value(), 7);
        QCOMPARE(unboxed(-1).error().detail, u"negative"_s);
        int asked = 0;
        const auto ask = [&]() -> Result<int> {
            BALCAO_TAKE(const int value, (++asked, half(8)));
            return value;
        };
        QCOMPARE(ask().value(), 4);
        QCOMPARE(asked, 1);
    }

    void valuesThatOnlyMoveComeOut()
    {
        Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
        QVERIFY(result.ok());
        const std::unique_ptr<int> out = std::move(result).value();
        QCOMPARE(*out, 7);
    }
};

BALCAO_TEST(tst_result)
#include "tst_result.moc"
