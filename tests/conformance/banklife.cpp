// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The whole life of charges between the relay's adapter and the sandbox's bank, with a judge in the middle (judge.h).
//   bank_life [--lie]    --lie: the bank uses words that no version of the standard has; a judge must object

#include "bank/till.h"
#include "judge.h"

#include <QCoreApplication>

using namespace balcao;
using namespace balcao::relay;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

class Life
{
public:
    explicit Life(Till &till) : m_till(till) {}

    void charges(int count)
    {
        for (int i = 0; i < count; ++i) {
            const ChargeOrder order = m_till.order(100 + 7 * i);
            step("ordered", m_till.put(order).ok());
            step("ordered again", m_till.put(order).ok());
            step("open", m_till.look(order.txid).ok());
            pay(order, i % 5);
            const auto charge = m_till.look(order.txid);
            step("looked at", charge.ok() && charge->txid == order.txid);
            m_till.clock.advanceMs(kMinuteMs);
        }
    }

    void returns()
    {
        const ChargeOrder order = m_till.order(5000);
        step("ordered", m_till.put(order).ok());
        const QString id = m_till.fake.pay(order.txid);
        step("refunded", m_till.refund({id, u"R1"_s, Money{700}, u"troco"_s}).ok());
        step("refund looked at", m_till.lookRefund(id, u"R1"_s).ok());
        m_till.fake.settleReturns();
        step("refund settled", m_till.lookRefund(id, u"R1"_s)->status == BankReturnStatus::Returned);
        step("too much", is(m_till.refund({id, u"R2"_s, Money{5000}, {}}), BankTrouble::Refused));
        step("taken back", !m_till.fake.takeBack(id, Money{4300}).isEmpty());
        step("nothing kept", m_till.pix(id)->kept() == Money{});
    }

    void lists()
    {
        PaymentQuery query;
        query.fromMs = m_till.clock.nowMs() - 30 * kDayMs;
        query.toMs = m_till.clock.nowMs();
        qint64 sum = 0;
        const auto page = m_till.list(query);
        step("listed", page.ok() && page->unread == 0 && page->pages == 1);
        for (qsizetype i = 0; page && i < page->payments.size(); ++i)
            sum += page->payments.at(i).kept().centavos;
        step("summed", sum == m_till.fake.book().kept().centavos);
        query.onlyReturned = true;
        step("returns listed", m_till.list(query).ok());
    }

    void refusals()
    {
        step("nobody's charge", is(m_till.look(Till::newTxid()), BankTrouble::NotFound));
        step("nobody's Pix", is(m_till.pix(u"E12345678202009091221kkkkkkkkkkk"_s), BankTrouble::NotFound));
        m_till.fake.next(BankCall::GetCharge, {BankFault::Unavailable});
        step("not now", is(m_till.look(Till::newTxid()), BankTrouble::Unknown));
        step("webhook", m_till.webhook(QUrl(u"https://shop.example/hooks/pix"_s)).ok());
        step("webhook again", m_till.webhook(QUrl(u"https://shop.example/hooks/pix"_s)).ok());
    }

    [[nodiscard]] int tell() const { return m_steps.tell(m_till.fake.book().misdeeds().size()); }

private:
    template <class T>
    static bool is(const BankAnswer<T> &answer, BankTrouble trouble)
    {
        return !answer && answer.error().trouble == trouble;
    }

    void step(const char *what, bool right) { m_steps.step(what, right); }

    void pay(const ChargeOrder &order, int how)
    {
        FakeBank &bank = m_till.fake;
        switch (how) {
        case 0:
            step("paid", !bank.pay(order.txid, {u"Rosa Limeira"_s, u"12345678909"_s}).isEmpty());
            break;
        case 1:
            step("paid less", !bank.payAnyhow(order.txid, Money{order.amount.centavos - 1}).isEmpty());
            break;
        case 2:
            step("paid once", !bank.payAnyhow(order.txid, order.amount).isEmpty());
            step("paid twice", !bank.payAnyhow(order.txid, order.amount).isEmpty());
            break;
        case 3:
            step("cancelled", m_till.cancel(order.txid).ok());
            break;
        default:
            break; // never
        }
    }

    Till &m_till;
    Steps m_steps{"bank"};
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Till till([](BankSettings &settings) {
        settings.refunds = true;
        settings.baseUrl = judgeOf(settings.baseUrl);
    });
    BankFaults faults;
    faults.newWords = app.arguments().contains(u"--lie"_s);
    till.fake.setFaults(faults);
    Life life(till);
    life.charges(25);
    life.returns();
    life.lists();
    life.refusals();
    return life.tell();
}
