// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "counter.h"
#include "desk/meterpresenter.h"
#include "support/portuguese.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto kFreeType = u"free_customer_service"_s;
const auto kPaidType = u"regular"_s;

struct Metered : Counter
{
    MeterPresenter meter{source, wording, clock};
    QSignalSpy changed{&meter, &MeterPresenter::changed};
    Chat rosa = log.open(u"Rosa"_s);

    MessageId reply(const QString &type, const QString &category = u"service"_s)
    {
        const MessageId id = log.accept(rosa, u"Pronto"_s);
        log.priced(rosa, id, type, MessageState::Delivered, category);
        return id;
    }
    /// What has been told stands in the meter, changed or not.
    void pull()
    {
        take();
        look();
    }
    void look()
    {
        meter.reload();
        bool isRead = false;
        store.read([](store::StoreReader &) { return Result<void>(); }, &meter,
                   [&isRead](const Result<void> &) { isRead = true; });
        [&isRead] { QTRY_VERIFY(isRead); }();
    }
};

} // namespace

// The month's messages: what Meta has priced and delivered, each once.
class tst_meter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownBeforeAPrice();
    void eachReplyThatReachedItsCustomerCountsOnce();
    void whatIsNotOfTheQuotaDoesNotCount();
    void theMonthIsTheShops();
    void fourFifthsAreNear();
    void whatIsChargedIsSaid();
    void anErasureTakesNothingBack();
};

void tst_meter::nothingIsKnownBeforeAPrice()
{
    Metered m;
    m.log.status(m.rosa, m.log.accept(m.rosa, u"Pronto"_s), MessageState::Delivered);
    m.pull();
    QVERIFY(!m.meter.isKnown());
}

void tst_meter::eachReplyThatReachedItsCustomerCountsOnce()
{
    const Portuguese words(placeOf("words"_L1));
    Metered m;
    const MessageId one = m.reply(kFreeType);
    m.log.priced(m.rosa, one, kFreeType, MessageState::Read);
    m.reply(kFreeType);
    m.log.priced(m.rosa, m.log.accept(m.rosa, u"A caminho"_s), kFreeType, MessageState::Sent);
    m.log.priced(m.rosa, MessageId::create(), kFreeType); // its message comes later, or never
    m.pull();
    QVERIFY(m.meter.isKnown());
    QCOMPARE(m.meter.text(), u"3 de 1.000 grátis"_s);
    QCOMPARE(m.meter.lead(), 1);
    QCOMPARE(m.meter.title(), u"Mensagens · nov."_s);
    QCOMPARE(m.meter.level(), MeterPresenter::Level::Free);
    QCOMPARE(m.changed.size(), 1);
    m.pull();
    QCOMPARE(m.changed.size(), 1);
}

void tst_meter::whatIsNotOfTheQuotaDoesNotCount()
{
    Metered m;
    m.reply(u"free_entry_point"_s);
    m.reply(kPaidType, u"utility"_s);
    m.reply(kPaidType, u"marketing"_s);
    m.pull();
    QVERIFY(!m.meter.isKnown());
}

void tst_meter::theMonthIsTheShops()
{
    const Portuguese words(placeOf("words"_L1));
    Metered m;
    m.reply(kFreeType);
    m.pull();
    QVERIFY(m.meter.isKnown());
    const QDate day = QDateTime::fromMSecsSinceEpoch(m.clock.nowMs(), m.wording.zone()).date();
    const qint64 next = QDate(day.year(), day.month(), 1).addMonths(1).startOfDay(m.wording.zone()).toMSecsSinceEpoch();
    m.clock.setMs(next - 1); // for hours it has been another month in UTC
    m.look();
    QVERIFY(m.meter.isKnown());
    m.clock.setMs(next);
    m.look();
    QVERIFY(!m.meter.isKnown());
}

void tst_meter::fourFifthsAreNear()
{
    Metered m;
    for (int i = 0; i < 799; ++i)
        m.reply(kFreeType);
    m.pull();
    QCOMPARE(m.meter.level(), MeterPresenter::Level::Free);
    QCOMPARE(m.meter.percent(), 79);
    m.reply(kFreeType);
    m.pull();
    QCOMPARE(m.meter.level(), MeterPresenter::Level::Near);
    QCOMPARE(m.meter.percent(), 80);
}

void tst_meter::whatIsChargedIsSaid()
{
    const Portuguese words(placeOf("words"_L1));
    Metered m;
    for (int i = 0; i < 1003; ++i)
        m.reply(i < 1000 ? kFreeType : kPaidType);
    m.pull();
    QCOMPARE(m.meter.text(), u"1.003 · 3 cobradas"_s);
    QCOMPARE(m.meter.lead(), 5);
    QCOMPARE(m.meter.level(), MeterPresenter::Level::Charged);
    QCOMPARE(m.meter.percent(), 100);
}

void tst_meter::anErasureTakesNothingBack()
{
    Metered m;
    m.reply(kFreeType);
    m.pull();
    const QString before = m.meter.text();
    m.log.add(wire::CustomerErased(), m.rosa.subject());
    m.pull();
    QCOMPARE(m.meter.text(), before);
}

BALCAO_TEST(tst_meter)
#include "tst_meter.moc"
