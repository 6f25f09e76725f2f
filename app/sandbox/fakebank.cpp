// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/fakebank.h"

#include <QJsonDocument>
#include <QTimer>
#include <QUrlQuery>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kBodyCap = 256 * 1024;
constexpr QByteArrayView kBase("/v2/");

edge::Response json(int status, const QJsonObject &object)
{
    return {status, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
}

edge::Response response(const BankReply &reply)
{
    edge::Response made = json(reply.status, reply.json);
    if (reply.isProblem())
        made.contentType = "application/problem+json";
    return made;
}

edge::Response page(int status)
{
    return {status, "text/html", "<html><body>Em instantes voltamos.</body></html>", {}};
}

bool isDone(BankFault fault)
{
    switch (fault) {
    case BankFault::None:
    case BankFault::Error500AfterDone:
    case BankFault::LostAfter:
    case BankFault::SilentAfter:
    case BankFault::Garbage:
        return true;
    default:
        return false;
    }
}

/// A form, or JSON, of plain fields.
QHash<QString, QString> fieldsOf(const edge::Request &request)
{
    QHash<QString, QString> fields;
    const QJsonObject object = QJsonDocument::fromJson(request.body).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        fields.insert(it.key(), it.value().toString());
    const auto items = QUrlQuery(QString::fromLatin1(request.body)).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items)
        fields.insert(key, QString(value).replace(u'+', u' '));
    return fields;
}

} // namespace

FakeBank::FakeBank(const Clock &clock, http::HttpClient &client, BankAccount account, quint32 seed)
    : m_clock(clock), m_book(clock, std::move(account), seed), m_hooks(client, seed + 1), m_random(seed + 2)
{
}

FakeBank::~FakeBank()
{
    stop();
}

void FakeBank::addRoute(const QByteArray &method, const QByteArray &path, Handler handler)
{
    edge::Route route;
    route.method = method;
    route.path = path;
    route.bodyCap = kBodyCap;
    route.handler = [this, handler = std::move(handler)](const edge::Request &request, const edge::Exchange &exchange) {
        QMetaObject::invokeMethod(this, [handler, request, exchange] { exchange.respond(handler(request)); });
    };
    m_edge.addRoute(std::move(route));
}

Result<void> FakeBank::start(quint16 port)
{
    for (const char *method : {"PUT", "PATCH", "GET", "POST", "DELETE"}) {
        edge::Route route;
        route.method = method;
        route.path = "/";
        route.prefix = true;
        route.bodyCap = kBodyCap;
        route.handler = [this](const edge::Request &request, const edge::Exchange &exchange) {
            QMetaObject::invokeMethod(this, [this, request, exchange] { handle(request, exchange); });
        };
        m_edge.addRoute(std::move(route));
    }
    return m_edge.start(u"127.0.0.1"_s, port);
}

void FakeBank::stop()
{
    for (const edge::Exchange &exchange : std::as_const(m_held))
        exchange.abort();
    m_held.clear();
    m_edge.stop();
}

QUrl FakeBank::baseUrl() const
{
    return QUrl(u"http://127.0.0.1:%1/v2"_s.arg(port()));
}

QUrl FakeBank::tokenUrl() const
{
    return QUrl(u"http://127.0.0.1:%1/oauth/token"_s.arg(port()));
}

void FakeBank::setFaults(const BankFaults &faults)
{
    m_faults = faults;
    m_hooks.setFaults(faults);
}

void FakeBank::next(BankCall call, const QList<BankFault> &faults)
{
    m_next[call] += faults;
}

void FakeBank::handle(const edge::Request &request, const edge::Exchange &exchange)
{
    if (request.method == "POST" && request.path == "/oauth/token")
        return giveToken(request, exchange);
    const Asked what = asked(request);
    ++m_calls.at(static_cast<std::size_t>(what.call));
    if (const auto no = objection(request, what))
        return answer(exchange, *no);
    const BankFault fault = drawn(what.call);
    const QString path = QString::fromLatin1(request.path);
    if (fault == BankFault::Unauthorized)
        m_tokens.clear();
    if (!isDone(fault)) {
        watchForBlindness(what, path, turnedAway(fault).has_value() && fault != BankFault::Error500);
        return conclude(fault, exchange, turnedAway(fault).value_or(page(500)));
    }
    watchForBlindness(what, path, fault == BankFault::None);
    const BankReply reply = act(request, what);
    if (fault == BankFault::None && (what.call == BankCall::GetCharge || what.call == BankCall::GetPix))
        m_book.confirm(reply.shown);
    conclude(fault, exchange, response(reply));
    if (what.call == BankCall::PutCharge && reply.status == 201)
        Q_EMIT chargeRegistered(what.parts.value(1));
}

/// Nobody may PUT again what they have not looked after; a look settles it.
void FakeBank::watchForBlindness(const Asked &what, const QString &path, bool answered)
{
    if (what.method == "GET" && answered)
        m_unanswered.removeAll(path);
    if (what.method != "PUT")
        return;
    if (m_unanswered.contains(path))
        m_book.misdeed(u"blind-repeat"_s, path);
    m_unanswered.removeAll(path);
    if (!answered)
        m_unanswered.append(path);
}

void FakeBank::giveToken(const edge::Request &request, const edge::Exchange &exchange)
{
    ++m_calls.at(static_cast<std::size_t>(BankCall::Token));
    const BankFault fault = drawn(BankCall::Token);
    if (!isDone(fault))
        return conclude(fault, exchange, turnedAway(fault).value_or(page(500)));
    const QHash<QString, QString> form = fieldsOf(request);
    if (!isClient(request, form))
        return answer(exchange, json(401, {{u"error"_s, u"invalid_client"_s}}));
    if (form.value(u"grant_type"_s) != "client_credentials"_L1)
        return answer(exchange, json(400, {{u"error"_s, u"unsupported_grant_type"_s}}));
    QStringList scopes = form.value(u"scope"_s).split(u' ', Qt::SkipEmptyParts);
    if (scopes.isEmpty())
        scopes = m_book.account().scopes;
    for (const QString &scope : std::as_const(scopes)) {
        if (!m_book.account().scopes.contains(scope))
            return answer(exchange, json(400, {{u"error"_s, u"invalid_scope"_s}}));
    }
    const QByteArray token =
        "token-" + QByteArray::number(++m_tokensGiven) + '-' + QByteArray::number(m_random.generate64(), 16);
    m_granted = scopes;
    m_tokens.insert(token, {scopes, m_clock.nowMs() + m_tokenLifeS * kSecondMs});
    conclude(fault, exchange,
             json(200, {{u"access_token"_s, QString::fromLatin1(token)},
                        {u"token_type"_s, u"Bearer"_s},
                        {u"expires_in"_s, m_tokenLifeS},
                        {u"scope"_s, scopes.join(u' ')}}));
}

bool FakeBank::isClient(const edge::Request &request, const QHash<QString, QString> &form) const
{
    const BankAccount &account = m_book.account();
    const QByteArray basic = "Basic " + (account.clientId + ':' + account.clientSecret).toBase64();
    if (!request.header("Authorization").isEmpty())
        return request.header("Authorization") == basic;
    return form.value(u"client_id"_s).toLatin1() == account.clientId &&
           form.value(u"client_secret"_s).toLatin1() == account.clientSecret;
}

FakeBank::Asked FakeBank::asked(const edge::Request &request)
{
    Asked what;
    what.method = request.method;
    if (!request.path.startsWith(kBase))
        return what;
    const QList<QByteArray> raw = request.path.sliced(kBase.size()).split('/');
    for (const QByteArray &part : raw)
        what.parts.append(QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
    const qsizetype count = what.parts.size();
    const QString first = what.parts.first();
    const bool put = what.method == "PUT";
    const bool get = what.method == "GET";
    if (first == "cob"_L1 && count == 2 && (put || get || what.method == "PATCH"))
        what.call = put ? BankCall::PutCharge : get ? BankCall::GetCharge : BankCall::PatchCharge;
    else if (first == "pix"_L1 && get && count <= 2)
        what.call = count == 1 ? BankCall::ListPix : BankCall::GetPix;
    else if (first == "pix"_L1 && count == 4 && what.parts.at(2) == "devolucao"_L1 && (put || get))
        what.call = put ? BankCall::PutReturn : BankCall::GetReturn;
    else if (first == "webhook"_L1 && count == 2 && (put || get))
        what.call = put ? BankCall::PutWebhook : BankCall::GetWebhook;
    what.scope = first + (get ? u".read"_s : u".write"_s);
    return what;
}

std::optional<edge::Response> FakeBank::objection(const edge::Request &request, const Asked &what)
{
    const QByteArray header = request.header("Authorization");
    const auto token = header.startsWith("Bearer ") ? m_tokens.constFind(header.sliced(7)) : m_tokens.cend();
    if (token == m_tokens.cend() || m_clock.nowMs() >= token->until)
        return edge::Response{401, {}, {}, {{"WWW-Authenticate", "Bearer error=\"invalid_token\""}}};
    if (what.call == BankCall::Other)
        return response(problemReply(404, "NaoEncontrado"_L1));
    if (!token->scopes.contains(what.scope)) {
        m_book.misdeed(u"scope"_s, what.scope);
        return response(problemReply(403, "AcessoNegado"_L1));
    }
    return {};
}

BankReply FakeBank::act(const edge::Request &request, const Asked &what)
{
    const QString one = what.parts.value(1);
    switch (what.call) {
    case BankCall::PutCharge:
        return m_book.putCharge(one, request.body, m_faults);
    case BankCall::PatchCharge:
        return m_book.patchCharge(one, request.body, m_faults);
    case BankCall::GetCharge:
        return m_book.showCharge(one, m_faults);
    case BankCall::ListPix: {
        const auto value = [&request](QByteArrayView key) { return QString::fromUtf8(request.queryValue(key)); };
        return m_book.listPix({value("inicio"), value("fim"), value("txid"), value("txIdPresente"),
                               value("devolucaoPresente"), value("paginacao.paginaAtual"),
                               value("paginacao.itensPorPagina")},
                              m_faults);
    }
    case BankCall::GetPix:
        return m_book.showPix(one, m_faults);
    case BankCall::PutReturn:
        return m_book.putReturn(one, what.parts.value(3), request.body);
    case BankCall::GetReturn:
        return m_book.showReturn(one, what.parts.value(3));
    case BankCall::PutWebhook:
        return m_book.putWebhook(one, request.body);
    case BankCall::GetWebhook:
        return m_book.showWebhook(one);
    case BankCall::Token:
    case BankCall::Other:
        break;
    }
    return problemReply(404, "NaoEncontrado"_L1);
}

BankFault FakeBank::drawn(BankCall call)
{
    if (QList<BankFault> &named = m_next[call]; !named.isEmpty())
        return named.takeFirst();
    const std::pair<int, BankFault> rates[] = {
        {m_faults.unauthorized, BankFault::Unauthorized}, {m_faults.rateLimited, BankFault::RateLimited},
        {m_faults.error500, BankFault::Error500},         {m_faults.error500AfterDone, BankFault::Error500AfterDone},
        {m_faults.unavailable, BankFault::Unavailable},   {m_faults.lostBefore, BankFault::LostBefore},
        {m_faults.lostAfter, BankFault::LostAfter},       {m_faults.silentBefore, BankFault::SilentBefore},
        {m_faults.silentAfter, BankFault::SilentAfter},   {m_faults.garbage, BankFault::Garbage}};
    for (const auto &[rate, fault] : rates) {
        if (rate > 0 && m_random.bounded(1000) < rate)
            return fault;
    }
    return BankFault::None;
}

/// What is said without having done anything; nothing where nothing is said.
std::optional<edge::Response> FakeBank::turnedAway(BankFault fault) const
{
    switch (fault) {
    case BankFault::Unauthorized:
        return edge::Response{401, {}, {}, {}};
    case BankFault::RateLimited:
        return edge::Response{429, {}, {}, {{"Retry-After", QByteArray::number(m_faults.retryAfterS)}}};
    case BankFault::Error500:
        return page(500);
    case BankFault::Unavailable:
        return response(problemReply(503, "ServicoIndisponivel"_L1));
    default:
        return {};
    }
}

void FakeBank::conclude(BankFault fault, const edge::Exchange &exchange, const edge::Response &response)
{
    switch (fault) {
    case BankFault::LostBefore:
    case BankFault::LostAfter:
        return exchange.abort();
    case BankFault::SilentBefore:
    case BankFault::SilentAfter:
        return m_held.append(exchange);
    case BankFault::Error500AfterDone:
        return answer(exchange, page(500));
    case BankFault::Garbage:
        return answer(exchange, page(200));
    default:
        return answer(exchange, response);
    }
}

void FakeBank::answer(const edge::Exchange &exchange, const edge::Response &response) const
{
    if (m_faults.latencyMs <= 0)
        return exchange.respond(response);
    QTimer::singleShot(m_faults.latencyMs, this, [exchange, response] { exchange.respond(response); });
}

QString FakeBank::pay(const QString &txid, const Payer &payer)
{
    const auto charge = m_book.charge(txid);
    const QString id = charge ? m_book.pay(txid, charge->amount, payer, false) : QString();
    tellOf(id);
    return id;
}

QString FakeBank::payAnyhow(const QString &txid, Money amount, const Payer &payer)
{
    const QString id = m_book.pay(txid, amount, payer, true);
    tellOf(id);
    return id;
}

QString FakeBank::payWithoutCharge(Money amount, const QString &txid, const Payer &payer)
{
    const QString id = m_book.payWithoutCharge(amount, txid, payer);
    tellOf(id);
    return id;
}

QString FakeBank::takeBack(const QString &endToEndId, Money amount, const QString &nature)
{
    const QString id = m_book.takeBack(endToEndId, amount, nature);
    if (!id.isEmpty())
        tellOf(endToEndId);
    return id;
}

void FakeBank::settleReturns(bool done)
{
    const QStringList touched = m_book.settleReturns(done);
    for (const QString &id : touched)
        tellOf(id);
}

/// A Pix without a txid never reaches the webhook.
void FakeBank::tellOf(const QString &endToEndId)
{
    const auto pix = m_book.pix(endToEndId);
    if (pix && !pix->txid.isEmpty())
        m_hooks.tell(m_book.webhookOf(pix->key), m_book.pixJson(*pix, m_faults));
}

void FakeBank::forgeHook(const QString &txid, Money amount)
{
    FakePix pix;
    pix.endToEndId = u"E00000000202611301200FORJADO"_s.leftJustified(32, u'0');
    pix.txid = txid;
    pix.key = m_book.account().key;
    pix.amount = amount;
    pix.at = m_clock.nowMs();
    m_hooks.tell(m_book.webhookOf(pix.key), m_book.pixJson(pix, {}));
}

void FakeBank::sendHook(const QByteArray &body)
{
    m_hooks.post(QUrl(m_book.webhookOf(m_book.account().key)), body);
}

int FakeBank::count(const QString &misdeed) const
{
    return static_cast<int>(std::count_if(m_book.misdeeds().cbegin(), m_book.misdeeds().cend(),
                                          [&misdeed](const Misdeed &one) { return one.what == misdeed; }));
}

} // namespace balcao::sandbox
