// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The same with the whole relay (judge.h): staff's commands come in over HTTP, charges live and end in every way, money
// goes back and is taken back, and the day is closed; what desks hear at the end is what the bank has, to the centavo.
//   relay_life [--lie]    --lie: as of bank_life

#include "bank/till.h"
#include "core/txid.h"
#include "judge.h"
#include "relay/sending/sendingshop.h"

#include <QCoreApplication>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCharges = 28;
constexpr int kWays = 7;
constexpr qint64 kOpenMs = kHourMs;

class RelayLife : private SendingShop
{
public:
    explicit RelayLife(bool lies)
    {
        m_configure = [this, lies](relay::Config &config, const Clock &clock) { useBank(config, clock, lies); };
        start();
        m_session = managerSession();
        const sandbox::BankAccount &account = m_bank->book().account();
        const wire::PixRecord record{PixKeyType::Random, account.key, account.name, account.city};
        step("who receives", isTaken(wire::ProposePixAccount{record}));
    }
    ~RelayLife() { stop(); }
    Q_DISABLE_COPY_MOVE(RelayLife)

    int run()
    {
        for (int i = 0; i < kCharges; ++i)
            charge(i);
        comesTrue("all that was paid is heard of", [this] { return received() == paidAtBank(); });
        comesTrue("all that was withdrawn is withdrawn", [this] { return removedAtBank() == m_removed; });
        goesBack();
        isTakenBack();
        comesWithoutCharge();
        expires();
        closes();
        return m_steps.tell(m_bank->book().misdeeds().size());
    }

private:
    void useBank(relay::Config &config, const Clock &clock, bool lies)
    {
        m_bank = std::make_unique<sandbox::FakeBank>(clock, m_client);
        if (!m_bank->start())
            qFatal("the fake bank does not start");
        sandbox::BankFaults faults;
        faults.newWords = lies;
        m_bank->setFaults(faults);
        relay::BankConfig bank;
        bank.name = u"Banco Exemplo"_s;
        bank.settings = Till::settingsFor(*m_bank);
        bank.settings.refunds = true;
        bank.settings.baseUrl = judgeOf(bank.settings.baseUrl);
        m_relay->settings().bankIsHere = true; // so that its webhooks come
        bank.hookSecret = "segredo";
        config.bank = bank;
    }

    void step(const char *what, bool right) { m_steps.step(what, right); }

    bool isTaken(wire::CommandBody body)
    {
        return apply(std::move(body), m_session).status == wire::OutcomeStatus::Accepted;
    }

    /// Time passes, and something happens in the shop: whoever waits for the bank looks.
    void pass(qint64 ms)
    {
        m_relay->clock.advanceMs(ms);
        customerWrites(kBystanderNumber, kOtherChannel);
    }

    template <class Predicate>
    void comesTrue(const char *what, Predicate isTrue)
    {
        constexpr int kMinutes = 40;
        bool came = isTrue();
        for (int i = 0; i < kMinutes && !came; ++i) {
            pass(kMinuteMs);
            came = QTest::qWaitFor(isTrue, 500);
        }
        step(what, came);
    }

    QString newCharge(Money amount)
    {
        wire::ChargePix made;
        made.charge = m_newest = ChargeId::create();
        made.conversation = m_rosa;
        made.message = MessageId::create();
        made.codeMessage = MessageId::create();
        made.kind = ChargeKind::Bank;
        made.amount = amount;
        made.description = u"Pão de queijo, 2 dúzias"_s;
        made.expiresAt = m_relay->clock.nowMs() + kOpenMs;
        made.sends = false;
        step("asked for", isTaken(made));
        const auto issued = told<wire::PixIssued>().size();
        const QString txid = chargeTxidOf(made.charge);
        comesTrue("issued", [this, issued] { return told<wire::PixIssued>().size() > issued; });
        step("at the bank", m_bank->book().charge(txid).has_value());
        return txid;
    }

    void charge(int which)
    {
        const Money amount{1'000 + 7 * which};
        const int how = which % kWays;
        if (how == 5) // not taken at once: it is looked for before it is asked for again
            m_bank->next(sandbox::BankCall::PutCharge, {sandbox::BankFault::Unavailable});
        const QString txid = newCharge(amount);
        switch (how) {
        case 0:
        case 5:
            step("paid", !m_bank->pay(txid, {u"Rosa Limeira"_s, u"12345678909"_s}).isEmpty());
            break;
        case 1:
            step("paid less", !m_bank->payAnyhow(txid, Money{amount.centavos - 1}).isEmpty());
            break;
        case 2:
            step("paid too much", !m_bank->payAnyhow(txid, Money{amount.centavos + 100}).isEmpty());
            break;
        case 3:
            step("paid once", !m_bank->payAnyhow(txid, amount).isEmpty());
            step("paid twice", !m_bank->payAnyhow(txid, amount).isEmpty());
            break;
        case 4:
            step("cancelled", isTaken(wire::CancelCharge{m_newest}));
            ++m_removed;
            break;
        default:                          // settled by hand; the bank is told to take no money for it
            m_session = managerSession(); // one does not last as long as this
            step("settled by hand", isTaken(wire::SettleCharge{m_newest, u"dinheiro"_s}));
            ++m_removed;
        }
    }

    void goesBack()
    {
        const QString txid = newCharge(Money{5'000});
        step("paid", !m_bank->pay(txid).isEmpty());
        comesTrue("heard of", [this] { return received() == paidAtBank(); });
        m_relay->clock.advanceMs(kDayMs); // the desk has been there for a while
        m_session = managerSession();
        const wire::RefundPix back{RefundId::create(), m_newest, Money{700}, {}, u"troco"_s};
        step("asked back", isTaken(back));
        comesTrue("under way", [this] { return m_bank->calls(sandbox::BankCall::PutReturn) == 1; });
        m_bank->settleReturns();
        comesTrue("gone back", [this] { return told<wire::PixRefundEnded>().size() == 1; });
        const auto ended = told<wire::PixRefundEnded>();
        step("done", !ended.isEmpty() && ended.first().done);
        const auto more =
            apply(wire::RefundPix{RefundId::create(), m_newest, Money{4'400}, Money{700}, u"x"_s}, m_session);
        step("no more than was paid", more.status == wire::OutcomeStatus::Rejected);
    }

    void isTakenBack()
    {
        const QString txid = newCharge(Money{8'000});
        const QString id = m_bank->pay(txid);
        comesTrue("heard of", [this] { return received() == paidAtBank(); });
        step("taken back", !m_bank->takeBack(id, Money{8'000}).isEmpty());
        pass(kDayMs); // what nobody tells is found by the daily look
        comesTrue("told of", [this] { return kept() == m_bank->book().kept(); });
    }

    void comesWithoutCharge()
    {
        step("came", !m_bank->payWithoutCharge(Money{2'500}).isEmpty());
        comesTrue("found", [this] { return kept() == m_bank->book().kept(); });
        step("as nobody's", told<wire::PixStray>().size() == 1);
    }

    void expires()
    {
        const QString txid = newCharge(Money{3'000});
        pass(kOpenMs + kMinuteMs);
        step("paid late", !m_bank->payAnyhow(txid, Money{3'000}).isEmpty());
        comesTrue("heard of all the same", [this] { return kept() == m_bank->book().kept(); });
    }

    void closes()
    {
        m_session = managerSession();
        const QTimeZone zone = shopZone("America/Sao_Paulo");
        step("closed", isTaken(wire::CloseTill{dayOf(m_relay->clock.nowMs(), zone), {}, {}}));
        const auto closed = told<wire::TillClosed>();
        step("numbered", closed.size() == 1 && closed.first().number == 1);
        step("received what the bank received",
             !closed.isEmpty() && closed.first().figures.received().centavos == paidAtBank() + 2'500);
        step("kept what the bank kept", !closed.isEmpty() && closed.first().figures.kept() == m_bank->book().kept());
    }

    /// By the last word on each charge.
    QHash<ChargeId, wire::PixSums> sums()
    {
        QHash<ChargeId, wire::PixSums> last;
        const QList<wire::Event> events = m_relay->events(m_token);
        for (const wire::Event &event : events) {
            if (const auto *paid = std::get_if<wire::PixPaid>(&event.body); paid && event.subject.charge)
                last.insert(*event.subject.charge, wire::sumsOf(paid->payments));
        }
        return last;
    }

    qint64 received()
    {
        qint64 sum = 0;
        const auto all = sums();
        for (const wire::PixSums &one : all)
            sum += one.paid.centavos;
        return sum;
    }

    Money kept()
    {
        Money sum;
        const auto all = sums();
        for (const wire::PixSums &one : all)
            sum.centavos += one.paid.centavos - one.returned.centavos - one.withdrawn.centavos;
        const auto strays = told<wire::PixStray>();
        for (const wire::PixStray &one : strays)
            sum.centavos += one.payment.amount.centavos;
        return sum;
    }

    /// For charges.
    [[nodiscard]] qint64 paidAtBank() const
    {
        qint64 sum = 0;
        for (const sandbox::FakePix &pix : m_bank->book().allPix())
            sum += pix.txid.isEmpty() ? 0 : pix.amount.centavos;
        return sum;
    }

    [[nodiscard]] int removedAtBank() const
    {
        return static_cast<int>(std::ranges::count(m_bank->book().charges(), u"REMOVIDA_PELO_USUARIO_RECEBEDOR"_s,
                                                   &sandbox::FakeCharge::status));
    }

    http::QtHttpClient m_client{{QStringLiteral("127.0.0.1")}};
    std::unique_ptr<sandbox::FakeBank> m_bank;
    Steps m_steps{"relay"};
    QString m_session;
    ChargeId m_newest;
    int m_removed = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    return RelayLife(app.arguments().contains(u"--lie"_s)).run();
}
