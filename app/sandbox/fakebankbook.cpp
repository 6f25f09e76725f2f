// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/fakebankbook.h"

#include "core/brcode.h"
#include "core/txid.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kReturnLimitMs = 90 * kDayMs;
constexpr qsizetype kPageSize = 100;
constexpr qsizetype kLargestPage = 1000;

QString instant(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<qint64> instantIn(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() && time.timeSpec() != Qt::LocalTime ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

QJsonObject bodyOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

QJsonObject returnJson(const FakeReturn &back)
{
    QJsonObject times{{u"solicitacao"_s, instant(back.askedAt)}};
    if (back.settledAt > 0)
        times.insert(u"liquidacao"_s, instant(back.settledAt));
    return {{u"id"_s, back.id},    {u"rtrId"_s, back.rtrId},   {u"valor"_s, moneyForBank(back.amount)},
            {u"horario"_s, times}, {u"status"_s, back.status}, {u"natureza"_s, back.nature}};
}

/// Sent back or on its way.
Money spoken(const FakePix &pix)
{
    Money sum;
    for (const FakeReturn &back : pix.returns) {
        if (back.status != "NAO_REALIZADO"_L1)
            sum.centavos += back.amount.centavos;
    }
    return sum;
}

bool fits(const QString &wanted, bool is)
{
    return wanted.isEmpty() || (wanted == "true"_L1) == is;
}

} // namespace

FakeBankBook::FakeBankBook(const Clock &clock, BankAccount account, quint32 seed)
    : m_clock(clock), m_account(std::move(account)), m_random(seed)
{
}

BankReply FakeBankBook::putCharge(const QString &txid, const QByteArray &body, const BankFaults &faults)
{
    const QJsonObject json = bodyOf(body);
    QList<Violation> violations = violationsOfCharge(json);
    if (!isChargeTxid(txid))
        violations.append({u"cob.txid"_s, u"não respeita o schema"_s});
    if (!json.value("chave"_L1).toString().isEmpty() && json.value("chave"_L1).toString() != m_account.key)
        violations.append({u"cob.chave"_s, u"não pertence ao usuário recebedor"_s});
    if (!violations.isEmpty()) {
        misdeed(u"schema"_s, txid);
        return problemReply(400, "CobOperacaoInvalida"_L1, violations);
    }
    if (json.value("valor"_L1).toObject().value("modalidadeAlteracao"_L1).toInt() == 1)
        misdeed(u"open-amount"_s, txid);
    FakeCharge *known = find(txid);
    return known ? again(*known, body, faults) : create(txid, body, faults);
}

BankReply FakeBankBook::create(const QString &txid, const QByteArray &body, const BankFaults &faults)
{
    FakeCharge charge;
    charge.txid = txid;
    charge.body = body;
    charge.createdAt = m_clock.nowMs();
    charge.puts = 1;
    charge.location = u"pix.faz-de-conta.example/qr/v2/"_s + randomText(32).toLower();
    fill(charge, bodyOf(body));
    m_chargeAt.insert(txid, m_charges.size());
    m_charges.append(charge);
    return {201, chargeJson(charge, faults)};
}

/// The standard calls it an alteration, which may only be while it is open.
BankReply FakeBankBook::again(FakeCharge &charge, const QByteArray &body, const BankFaults &faults)
{
    ++charge.puts;
    if (charge.status != "ATIVA"_L1) {
        misdeed(u"not-active"_s, charge.txid);
        return problemReply(400, "CobOperacaoInvalida"_L1, {{u"cob.status"_s, u"não está ATIVA"_s}});
    }
    if (body != charge.body) {
        misdeed(bodyOf(body) == bodyOf(charge.body) ? u"not-byte-same"_s : u"altered"_s, charge.txid);
        charge.body = body;
        ++charge.revision;
        fill(charge, bodyOf(body));
    }
    return {faults.repeatSays200 ? 200 : 201, chargeJson(charge, faults)};
}

void FakeBankBook::fill(FakeCharge &charge, const QJsonObject &json)
{
    const auto amount = moneyFromBank(json.value("valor"_L1).toObject().value("original"_L1).toString());
    charge.amount = amount.value_or(charge.amount);
    charge.key = json.value("chave"_L1).toString(charge.key);
    charge.message = json.value("solicitacaoPagador"_L1).toString(charge.message);
    const QJsonObject calendar = json.value("calendario"_L1).toObject();
    charge.expiresInSeconds = calendar.value("expiracao"_L1).toInteger(charge.expiresInSeconds);
}

BankReply FakeBankBook::patchCharge(const QString &txid, const QByteArray &body, const BankFaults &faults)
{
    FakeCharge *charge = find(txid);
    if (!charge)
        return problemReply(404, "CobNaoEncontrado"_L1);
    const QJsonObject json = bodyOf(body);
    if (const auto violations = violationsOfRevision(json); json.isEmpty() || !violations.isEmpty()) {
        misdeed(u"schema"_s, txid);
        return problemReply(400, "CobOperacaoInvalida"_L1, violations);
    }
    if (charge->status != "ATIVA"_L1)
        return problemReply(400, "CobOperacaoInvalida"_L1, {{u"cob.status"_s, u"não está ATIVA"_s}});
    ++charge->revision;
    if (json.contains("status"_L1))
        charge->status = json.value("status"_L1).toString();
    else
        misdeed(u"altered"_s, txid);
    fill(*charge, json);
    return {200, chargeJson(*charge, faults)};
}

BankReply FakeBankBook::showCharge(const QString &txid, const BankFaults &faults) const
{
    const auto found = charge(txid);
    if (!found)
        return problemReply(404, "CobNaoEncontrado"_L1);
    QJsonObject json = chargeJson(*found, faults);
    QJsonArray list;
    for (const QString &id : found->pix) {
        if (const auto one = pix(id))
            list.append(pixJson(*one, faults));
    }
    if (list.isEmpty() || faults.omitPix)
        return {200, json};
    json.insert(u"pix"_s, list);
    return {200, json, found->pix};
}

BankReply FakeBankBook::listPix(const Listing &asked, const BankFaults &faults) const
{
    const auto from = instantIn(asked.from);
    const auto to = instantIn(asked.to);
    const qsizetype size = asked.size.isEmpty() ? kPageSize : asked.size.toLongLong();
    const qsizetype page = asked.page.toLongLong();
    if (!from || !to || *to < *from || size < 1 || size > kLargestPage || page < 0)
        return problemReply(400, "PixConsultaInvalida"_L1, {{u"parametros"_s, u"não respeita o schema"_s}});
    QList<const FakePix *> fitting;
    for (const FakePix &pix : m_pix) {
        if (pix.at >= *from && pix.at <= *to && (asked.txid.isEmpty() || pix.txid == asked.txid) &&
            fits(asked.withTxid, !pix.txid.isEmpty()) && fits(asked.withReturns, !pix.returns.isEmpty()))
            fitting.append(&pix);
    }
    QJsonArray list;
    for (qsizetype i = page * size; i < std::min(fitting.size(), (page + 1) * size); ++i)
        list.append(pixJson(*fitting.at(i), faults));
    const QJsonObject paging{{u"paginaAtual"_s, page},
                             {u"itensPorPagina"_s, size},
                             {u"quantidadeDePaginas"_s, std::max<qsizetype>(1, (fitting.size() + size - 1) / size)},
                             {u"quantidadeTotalDeItens"_s, fitting.size()}};
    const QJsonObject told{{u"inicio"_s, asked.from}, {u"fim"_s, asked.to}, {u"paginacao"_s, paging}};
    // "cobs" has no meaning here; the specification wants it by mistake, and a strict judge asks for it.
    return {200, {{u"parametros"_s, told}, {u"pix"_s, list}, {u"cobs"_s, QJsonArray()}}};
}

BankReply FakeBankBook::showPix(const QString &endToEndId, const BankFaults &faults) const
{
    const auto found = pix(endToEndId);
    return found ? BankReply{200, pixJson(*found, faults), {endToEndId}} : problemReply(404, "PixNaoEncontrado"_L1);
}

BankReply FakeBankBook::putReturn(const QString &endToEndId, const QString &id, const QByteArray &body)
{
    FakePix *pix = findPix(endToEndId);
    if (!pix)
        return problemReply(404, "PixNaoEncontrado"_L1);
    QList<Violation> violations = violationsOfReturn(bodyOf(body));
    const Money amount = moneyFromBank(bodyOf(body).value("valor"_L1).toString()).value_or(Money{});
    if (spoken(*pix).centavos + amount.centavos > pix->amount.centavos)
        violations.append({u"devolucao.valor"_s, u"excede o valor do Pix"_s});
    if (std::ranges::any_of(pix->returns, [&id](const FakeReturn &back) { return back.id == id; }))
        violations.append({u"devolucao.id"_s, u"já utilizado"_s});
    if (m_clock.nowMs() - pix->at > kReturnLimitMs)
        violations.append({u"devolucao"_s, u"fora do prazo"_s});
    if (!violations.isEmpty())
        return problemReply(400, "PixDevolucaoInvalida"_L1, violations);
    FakeReturn back;
    back.id = id;
    back.rtrId = u'D' + randomText(31);
    back.amount = amount;
    back.askedAt = m_clock.nowMs();
    pix->returns.append(back);
    return {201, returnJson(back)};
}

BankReply FakeBankBook::showReturn(const QString &endToEndId, const QString &id) const
{
    const auto found = pix(endToEndId);
    if (!found)
        return problemReply(404, "PixNaoEncontrado"_L1);
    for (const FakeReturn &back : found->returns) {
        if (back.id == id)
            return {200, returnJson(back)};
    }
    return problemReply(404, "PixDevolucaoNaoEncontrada"_L1);
}

BankReply FakeBankBook::putWebhook(const QString &key, const QByteArray &body)
{
    if (key != m_account.key)
        return problemReply(404, "WebhookOperacaoInvalida"_L1);
    const QJsonObject json = bodyOf(body);
    if (const auto violations = violationsOfWebhook(json); !violations.isEmpty())
        return problemReply(400, "WebhookOperacaoInvalida"_L1, violations);
    m_webhooks.insert(key, json.value("webhookUrl"_L1).toString());
    return {200, {}};
}

BankReply FakeBankBook::showWebhook(const QString &key) const
{
    if (!m_webhooks.contains(key))
        return problemReply(404, "WebhookNaoEncontrado"_L1);
    return {200,
            {{u"webhookUrl"_s, m_webhooks.value(key)},
             {u"chave"_s, key},
             {u"cnpj"_s, m_account.cnpj},
             {u"criacao"_s, instant(m_clock.nowMs())}}};
}

QString FakeBankBook::pay(const QString &txid, Money amount, const Payer &payer, bool anyhow)
{
    FakeCharge *charge = find(txid);
    if (!charge || amount <= Money{})
        return {};
    const bool orderly =
        charge->status == "ATIVA"_L1 && amount == charge->amount && m_clock.nowMs() < charge->expiresAt();
    if (!orderly && !anyhow)
        return {};
    FakePix pix;
    pix.txid = txid;
    pix.key = charge->key;
    pix.amount = amount;
    pix.payer = payer;
    const QString id = receive(pix);
    charge->pix.append(id);
    if (charge->status == "ATIVA"_L1)
        charge->status = u"CONCLUIDA"_s;
    return id;
}

QString FakeBankBook::payWithoutCharge(Money amount, const QString &txid, const Payer &payer)
{
    FakePix pix;
    pix.txid = txid;
    pix.key = m_account.key;
    pix.amount = amount;
    pix.payer = payer;
    return receive(pix);
}

QString FakeBankBook::receive(FakePix pix)
{
    pix.at = m_clock.nowMs();
    pix.endToEndId =
        u"E99999004"_s + QDateTime::fromMSecsSinceEpoch(pix.at, Qt::UTC).toString(u"yyyyMMddHHmm"_s) + randomText(11);
    m_pixAt.insert(pix.endToEndId, m_pix.size());
    m_pix.append(pix);
    return pix.endToEndId;
}

QString FakeBankBook::takeBack(const QString &endToEndId, Money amount, const QString &nature)
{
    FakePix *pix = findPix(endToEndId);
    if (!pix)
        return {};
    FakeReturn back;
    back.amount.centavos = std::min(amount.centavos, pix->amount.centavos - spoken(*pix).centavos);
    if (back.amount <= Money{})
        return {};
    back.id = randomText(32);
    back.rtrId = u'D' + randomText(31);
    back.status = u"DEVOLVIDO"_s;
    back.nature = nature;
    back.askedAt = back.settledAt = m_clock.nowMs();
    pix->returns.append(back);
    return back.id;
}

QStringList FakeBankBook::settleReturns(bool done)
{
    QStringList touched;
    for (FakePix &pix : m_pix) {
        for (FakeReturn &back : pix.returns) {
            if (back.status != "EM_PROCESSAMENTO"_L1)
                continue;
            back.status = done ? u"DEVOLVIDO"_s : u"NAO_REALIZADO"_s;
            back.settledAt = m_clock.nowMs();
            if (!touched.contains(pix.endToEndId))
                touched.append(pix.endToEndId);
        }
    }
    return touched;
}

void FakeBankBook::confirm(const QStringList &endToEndIds)
{
    for (const QString &id : endToEndIds) {
        if (FakePix *pix = findPix(id))
            ++pix->confirmations;
    }
}

std::optional<FakeCharge> FakeBankBook::charge(const QString &txid) const
{
    const auto at = m_chargeAt.constFind(txid);
    return at == m_chargeAt.cend() ? std::nullopt : std::optional(m_charges.at(*at));
}

std::optional<FakePix> FakeBankBook::pix(const QString &endToEndId) const
{
    const auto at = m_pixAt.constFind(endToEndId);
    return at == m_pixAt.cend() ? std::nullopt : std::optional(m_pix.at(*at));
}

FakeCharge *FakeBankBook::find(const QString &txid)
{
    const auto at = m_chargeAt.constFind(txid);
    return at == m_chargeAt.cend() ? nullptr : &m_charges[*at];
}

FakePix *FakeBankBook::findPix(const QString &endToEndId)
{
    const auto at = m_pixAt.constFind(endToEndId);
    return at == m_pixAt.cend() ? nullptr : &m_pix[*at];
}

Money FakeBankBook::kept() const
{
    Money sum;
    for (const FakePix &pix : m_pix) {
        sum.centavos += pix.amount.centavos;
        for (const FakeReturn &back : pix.returns)
            sum.centavos -= back.status == "DEVOLVIDO"_L1 ? back.amount.centavos : 0;
    }
    return sum;
}

QJsonObject FakeBankBook::chargeJson(const FakeCharge &charge, const BankFaults &faults) const
{
    const QString created = instant(charge.createdAt);
    QJsonObject json{{u"calendario"_s, QJsonObject{{u"criacao"_s, created}, {u"expiracao"_s, charge.expiresInSeconds}}},
                     {u"txid"_s, charge.txid},
                     {u"revisao"_s, charge.revision},
                     {u"loc"_s, QJsonObject{{u"id"_s, m_chargeAt.value(charge.txid) + 1},
                                            {u"txid"_s, charge.txid},
                                            {u"location"_s, charge.location},
                                            {u"tipoCob"_s, u"cob"_s},
                                            {u"criacao"_s, created}}},
                     {u"location"_s, charge.location},
                     {u"status"_s, charge.status},
                     {u"valor"_s, QJsonObject{{u"original"_s, moneyForBank(charge.amount)}}},
                     {u"chave"_s, charge.key}};
    if (!charge.message.isEmpty())
        json.insert(u"solicitacaoPagador"_s, charge.message);
    if (!faults.omitCode)
        json.insert(u"pixCopiaECola"_s, codeOf(charge));
    if (faults.newWords)
        json.insert(u"campoQueAindaNaoExiste"_s, QJsonObject{{u"a"_s, 1.5}});
    if (faults.newWords && charge.status == "ATIVA"_L1)
        json.insert(u"status"_s, u"EM_ANALISE_NO_FUTURO"_s);
    return json;
}

QString FakeBankBook::codeOf(const FakeCharge &charge) const
{
    BrCode code;
    code.url = charge.location;
    code.name = m_account.name;
    code.city = m_account.city;
    return brCodeText(code).valueOr({});
}

QJsonObject FakeBankBook::pixJson(const FakePix &pix, const BankFaults &faults) const
{
    QJsonObject json{{u"endToEndId"_s, pix.endToEndId},
                     {u"valor"_s, moneyForBank(pix.amount)},
                     {u"horario"_s, instant(pix.at)},
                     {u"chave"_s, pix.key}};
    if (!pix.txid.isEmpty())
        json.insert(u"txid"_s, pix.txid);
    if (!pix.payer.name.isEmpty())
        json.insert(u"pagador"_s, QJsonObject{{u"nome"_s, pix.payer.name}, {u"cpf"_s, pix.payer.cpf}});
    QJsonArray returns;
    for (const FakeReturn &back : pix.returns)
        returns.append(returnJson(back));
    if (!returns.isEmpty())
        json.insert(u"devolucoes"_s, returns);
    if (faults.newWords)
        json.insert(u"campoQueAindaNaoExiste"_s, u"sim"_s);
    return json;
}

QString FakeBankBook::randomText(int length)
{
    static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    QString text;
    while (text.size() < length)
        text += QLatin1Char(kLetters[m_random.bounded(36)]);
    return text;
}

} // namespace balcao::sandbox
