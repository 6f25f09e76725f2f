// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/fakebankdoor.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

edge::Response reply(int status, const QJsonObject &json)
{
    return {status, "application/json", QJsonDocument(json).toJson(QJsonDocument::Compact), {}};
}

edge::Response complaint(const QString &what)
{
    return reply(400, {{u"error"_s, what}});
}

edge::Response madeId(QLatin1StringView name, const QString &id)
{
    return id.isEmpty() ? complaint(u"cannot be"_s) : reply(200, {{name, id}});
}

Money amountIn(const QJsonObject &json)
{
    return moneyFromBank(json.value("amount"_L1).toString()).value_or(Money{});
}

edge::Response changeFaults(FakeBank &bank, const QJsonObject &json)
{
    const auto changed = withChanges(bank.faults(), json);
    if (!changed)
        return complaint(changed.error().detail);
    bank.setFaults(*changed);
    return reply(200, toJson(*changed));
}

edge::Response pay(FakeBank &bank, const QJsonObject &json)
{
    const QString txid = json.value("txid"_L1).toString();
    return madeId("endToEndId"_L1, json.contains("amount"_L1) ? bank.payAnyhow(txid, amountIn(json)) : bank.pay(txid));
}

edge::Response takeBack(FakeBank &bank, const QJsonObject &json)
{
    return madeId("id"_L1, bank.takeBack(json.value("endToEndId"_L1).toString(), amountIn(json),
                                         json.value("nature"_L1).toString(u"MED_FRAUDE"_s)));
}

edge::Response settle(FakeBank &bank, const QJsonObject &json)
{
    bank.settleReturns(json.value("done"_L1).toBool(true));
    return reply(200, {});
}

edge::Response forge(FakeBank &bank, const QJsonObject &json)
{
    bank.forgeHook(json.value("txid"_L1).toString(), amountIn(json));
    return reply(200, {});
}

QJsonArray charges(const FakeBankBook &book)
{
    QJsonArray list;
    for (const FakeCharge &charge : book.charges())
        list.append(QJsonObject{{u"txid"_s, charge.txid},
                                {u"amount"_s, moneyForBank(charge.amount)},
                                {u"status"_s, charge.status},
                                {u"revision"_s, charge.revision},
                                {u"puts"_s, charge.puts},
                                {u"pix"_s, QJsonArray::fromStringList(charge.pix)}});
    return list;
}

QJsonArray received(const FakeBankBook &book)
{
    QJsonArray list;
    for (const FakePix &pix : book.allPix()) {
        QJsonObject json = book.pixJson(pix, {});
        json.insert(u"confirmations"_s, pix.confirmations);
        list.append(json);
    }
    return list;
}

edge::Response state(const FakeBank &bank)
{
    QJsonArray misdeeds;
    for (const Misdeed &misdeed : bank.book().misdeeds())
        misdeeds.append(QJsonObject{{u"what"_s, misdeed.what}, {u"about"_s, misdeed.about}});
    QJsonObject calls;
    for (int i = 0; i < kBankCalls; ++i)
        calls.insert(nameOf(static_cast<BankCall>(i)), bank.calls(static_cast<BankCall>(i)));
    return reply(200, {{u"charges"_s, charges(bank.book())},
                       {u"pix"_s, received(bank.book())},
                       {u"misdeeds"_s, misdeeds},
                       {u"calls"_s, calls},
                       {u"kept"_s, bank.book().kept().centavos}});
}

} // namespace

void addBankDoor(FakeBank &bank, const AddBankRoute &add)
{
    using Deed = edge::Response (*)(FakeBank &, const QJsonObject &);
    const std::pair<const char *, Deed> deeds[] = {
        {"faults", changeFaults}, {"pay", pay}, {"back", takeBack}, {"settle", settle}, {"forge", forge}};
    for (const auto &[name, deed] : deeds) {
        add("POST", QByteArray("/_sandbox/bank/") + name, [&bank, deed = deed](const edge::Request &request) {
            const QJsonDocument document = QJsonDocument::fromJson(request.body);
            if (!request.header("Content-Type").startsWith("application/json") || !document.isObject())
                return complaint(u"a JSON object, as application/json"_s);
            return deed(bank, document.object());
        });
    }
    add("GET", "/_sandbox/bank/faults", [&bank](const edge::Request &) { return reply(200, toJson(bank.faults())); });
    add("GET", "/_sandbox/bank/state", [&bank](const edge::Request &) { return state(bank); });
}

} // namespace balcao::sandbox
