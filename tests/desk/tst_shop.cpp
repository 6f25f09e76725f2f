// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/shoppresenter.h"
#include "openthread.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kChannel = u"106540352242922"_s; // of EventLog's chats

} // namespace

// What is said of the shop's number is what the log says of it.
class tst_shop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysTheNumberOfTheOpenConversation();
    void saysNothingThatIsNotKnown();
    void saysThatNothingLeaves();
    void saysWhetherMetaVouchesForIt();
};

void tst_shop::saysTheNumberOfTheOpenConversation()
{
    OpenThread t;
    t.log.receive(t.chat, u"Oi"_s);
    ShopPresenter shop(t.presenter, t.wording, t.clock);
    const QSignalSpy changed(&shop, &ShopPresenter::changed);
    shop.setShop(u"Padaria Lua"_s, {{u"other"_s, u"(11) 1"_s, {}, false}, {kChannel, u"(19) 2"_s, {}, false}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(shop.name(), u"Padaria Lua"_s);
    QVERIFY(shop.numberText().isEmpty()); // no conversation: no number
    t.show();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(shop.numberText(), u"(19) 2"_s);
}

void tst_shop::saysNothingThatIsNotKnown()
{
    OpenThread t;
    t.log.receive(t.chat, u"Oi"_s);
    t.show();
    ShopPresenter shop(t.presenter, t.wording, t.clock);
    shop.setShop(u"Padaria Lua"_s, {{kChannel, {}, {}, false}});
    QVERIFY(shop.numberText().isEmpty());
    shop.setShop(u"Padaria Lua"_s, {{kChannel, u"Padaria Lua"_s, u"PADARIA LUA"_s, false}});
    QVERIFY(shop.numberText().isEmpty()); // its own name once more
    shop.setShop(u"Padaria Lua"_s, {{kChannel, u"(19) 2"_s, u"Lua Pães"_s, false}});
    QVERIFY(shop.numberText().startsWith(u"(19) 2"_s) && shop.numberText().endsWith(u"Lua Pães"_s));
}

void tst_shop::saysThatNothingLeaves()
{
    OpenThread t;
    t.log.receive(t.chat, u"Oi"_s);
    t.show();
    ShopPresenter shop(t.presenter, t.wording, t.clock);
    shop.setShop(u"Padaria Lua"_s, {{kChannel, u"(19) 2"_s, {}, true}});
    QVERIFY(shop.isPaused());
    QCOMPARE(shop.numberText(), ShopPresenter::tr("Messages do not leave") + u" · (19) 2"_s);
}

void tst_shop::saysWhetherMetaVouchesForIt()
{
    OpenThread t;
    t.log.receive(t.chat, u"Oi"_s);
    t.show();
    ShopPresenter shop(t.presenter, t.wording, t.clock);
    store::ChannelRow row{
        kChannel,      {}, u"Padaria Lua"_s, false, u"+55 19 3555-0142"_s, u"GREEN"_s, u"APPROVED"_s, u"VERIFIED"_s,
        u"CONNECTED"_s};
    shop.setShop(u"Padaria Lua"_s, {row});
    QCOMPARE(shop.numberText(), ShopPresenter::tr("Verified number") + u" · +55 19 3555-0142"_s);
    QCOMPARE(shop.doubtText(), QString());
    row.status = u"BANNED"_s;
    shop.setShop(u"Padaria Lua"_s, {row});
    QCOMPARE(shop.numberText(), ShopPresenter::tr("Number not verified") + u" · +55 19 3555-0142"_s);
    QVERIFY(!shop.doubtText().isEmpty());
}

BALCAO_TEST(tst_shop)
#include "tst_shop.moc"
