// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/numberwords.h"
#include "support/testmain.h"

#include <QTimeZone>

using namespace balcao;
using namespace balcao::desk;
using namespace Qt::Literals::StringLiterals;
using Standing = NumberWords::Standing;

Q_DECLARE_METATYPE(balcao::desk::NumberWords::Standing)

namespace {

constexpr qint64 kNow = 1'795'000'000'000;

store::ChannelRow approved()
{
    return {u"106"_s,   u"Balcão"_s,   u"Padaria Lua"_s, false,         u"+55 19 3555-0142"_s,
            u"GREEN"_s, u"APPROVED"_s, u"VERIFIED"_s,    u"CONNECTED"_s};
}

} // namespace

class tst_numberwords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAllOfItIsVouchedFor_data()
    {
        QTest::addColumn<store::ChannelRow>("row");
        QTest::addColumn<Standing>("standing");
        const auto with = [](const std::function<void(store::ChannelRow &)> &change) {
            store::ChannelRow row = approved();
            change(row);
            return row;
        };
        QTest::newRow("all") << approved() << Standing::VouchedFor;
        QTest::newRow("nothing heard") << store::ChannelRow{u"106"_s, {}, {}, false} << Standing::Unknown;
        QTest::newRow("not looked at") << with([](auto &row) { row.nameStatus = u"AVAILABLE_WITHOUT_REVIEW"_s; })
                                       << Standing::Doubtful;
        QTest::newRow("declined") << with([](auto &row) { row.nameStatus = u"DECLINED"_s; }) << Standing::Doubtful;
        QTest::newRow("a word of tomorrow")
            << with([](auto &row) { row.nameStatus = u"SPARKLING"_s; }) << Standing::Doubtful;
        QTest::newRow("nobody's") << with([](auto &row) { row.verification = u"NOT_VERIFIED"_s; })
                                  << Standing::Doubtful;
        QTest::newRow("its code is old") << with([](auto &row) { row.verification = u"EXPIRED"_s; })
                                         << Standing::VouchedFor;
        QTest::newRow("slowed down") << with([](auto &row) { row.status = u"RATE_LIMITED"_s; }) << Standing::VouchedFor;
        QTest::newRow("not heard any more") << with([](auto &row) { row.status = u"UNHEARD"_s; }) << Standing::Doubtful;
        QTest::newRow("banned") << with([](auto &row) { row.status = u"BANNED"_s; }) << Standing::Doubtful;
        QTest::newRow("in part") << with([](auto &row) { row.status.clear(); }) << Standing::Doubtful;
        const auto renamed = [](qint64 agoMs) {
            return [agoMs](store::ChannelRow &row) {
                row.formerName = u"Padaria Sol"_s;
                row.renamedAt = kNow - agoMs;
            };
        };
        QTest::newRow("another name since yesterday") << with(renamed(kDayMs)) << Standing::Doubtful;
        QTest::newRow("a name of a week") << with(renamed(7 * kDayMs)) << Standing::VouchedFor;
    }
    void onlyAllOfItIsVouchedFor()
    {
        QFETCH(const store::ChannelRow, row);
        QFETCH(const Standing, standing);
        const NumberWords words(m_wording, kNow);
        QCOMPARE(words.standing(row), standing);
        QCOMPARE(words.doubt(row).isEmpty(), standing != Standing::Doubtful);
    }

    void anotherNameIsSaidWithTheOneBefore()
    {
        store::ChannelRow row = approved();
        row.formerName = u"Padaria Sol"_s;
        row.renamedAt = kNow - kDayMs;
        const QString said = NumberWords(m_wording, kNow).doubt(row);
        QVERIFY(said.contains(u"Padaria Lua"_s) && said.contains(u"Padaria Sol"_s) && said.contains(u"yesterday"_s));
    }

    void theGravestIsSaidFirst()
    {
        store::ChannelRow row = approved();
        row.formerName = u"Padaria Sol"_s;
        row.renamedAt = kNow - kDayMs;
        row.status = u"BANNED"_s;
        const QString said = NumberWords(m_wording, kNow).doubt(row);
        QVERIFY2(said.contains(u"banned"_s), qPrintable(said));
    }

    void whatIsNotSaidHasNoWords()
    {
        QVERIFY(NumberWords::quality({u"106"_s, {}, {}, false}).isEmpty());
        QVERIFY(NumberWords::nameState({u"106"_s, {}, {}, false}).isEmpty());
        QCOMPARE(NumberWords::quality(approved()), u"high"_s);
        QCOMPARE(NumberWords::nameState(approved()), u"approved by Meta"_s);
    }

private:
    Wording m_wording{QTimeZone("America/Sao_Paulo")};
};

BALCAO_TEST(tst_numberwords)
#include "tst_numberwords.moc"
