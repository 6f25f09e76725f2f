// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/pixjson.h"

#include "relay/bank/pixids.h"

#include "core/brcodereader.h"
#include "core/taxid.h"
#include "core/text.h"
#include "core/txid.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMessageLimit = 140;
constexpr qsizetype kNameLimit = 200;
constexpr qsizetype kKeyLimit = 77;
constexpr qint64 kUsualExpiry = 86400; ///< the standard's, in seconds
constexpr qint64 kLongestExpiry = 10LL * 366 * 86400;

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact); // keys in alphabetical order, always
}

QString message(const QString &text)
{
    return cleanText(text, kMessageLimit).trimmed();
}

/// Ids and addresses: never cut.
QString token(const QJsonObject &json, QLatin1StringView key, qsizetype limit)
{
    const QString value = json.value(key).toString();
    return value.size() <= limit ? value : QString();
}

/// Whole, as a number or as the string that the standard's own examples have; nothing for anything else.
std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    bool isWhole = false;
    const qint64 number = value.isString() ? value.toString().toLongLong(&isWhole) : value.toInteger(-1);
    return (value.isString() ? isWhole : value.isDouble()) && number >= 0 ? std::optional(number) : std::nullopt;
}

BankChargeStatus chargeStatus(QStringView word)
{
    if (word == u"ATIVA")
        return BankChargeStatus::Active;
    if (word == u"CONCLUIDA")
        return BankChargeStatus::Completed;
    // The standard writes both.
    if (word == u"REMOVIDA_PELO_USUARIO_RECEBEDOR" || word == u"REMOVIDO_PELO_USUARIO_RECEBEDOR")
        return BankChargeStatus::RemovedByShop;
    if (word == u"REMOVIDA_PELO_PSP" || word == u"REMOVIDO_PELO_PSP")
        return BankChargeStatus::RemovedByBank;
    return BankChargeStatus::Other;
}

BankReturnStatus returnStatus(QStringView word)
{
    if (word == u"EM_PROCESSAMENTO")
        return BankReturnStatus::InProgress;
    if (word == u"DEVOLVIDO")
        return BankReturnStatus::Returned;
    return word == u"NAO_REALIZADO" ? BankReturnStatus::NotDone : BankReturnStatus::Other;
}

BankReturnNature returnNature(QStringView word)
{
    if (word.isEmpty() || word == u"ORIGINAL")
        return BankReturnNature::Original;
    if (word == u"RETIRADA")
        return BankReturnNature::Withdrawal;
    if (word == u"MED_FRAUDE")
        return BankReturnNature::MedFraud;
    if (word == u"MED_OPERACIONAL")
        return BankReturnNature::MedMistake;
    return word == u"MED_PIX_AUTOMATICO" ? BankReturnNature::MedRecurrence : BankReturnNature::Other;
}

/// A CPF never in full; a CNPJ is public; what the bank has masked stays so.
QString maskedDocument(const QJsonObject &payer)
{
    for (const auto key : {"cpf"_L1, "cnpj"_L1, "cpfCnpj"_L1}) {
        const QString text = payer.value(key).toString();
        if (const QString masked = cpfMasked(text); !masked.isEmpty())
            return masked;
        if (isCnpj(text) || (text.contains(u'*') && text.size() <= 18))
            return cleanText(text);
    }
    return {};
}

/// Beyond the standard: some banks say who paid.
void takePayer(BankPayment &payment, const QJsonObject &json)
{
    QJsonObject payer = json.value("pagador"_L1).toObject();
    if (payer.isEmpty())
        payer = json.value("gnExtras"_L1).toObject().value("pagador"_L1).toObject();
    payment.payerName = cleanText(payer.value("nome"_L1).toString(), kNameLimit).simplified();
    payment.payerMaskedDocument = maskedDocument(payer);
}

/// What the code must be so that a customer may be shown it; empty when it is.
QString faultOf(const QString &code, const QString &location)
{
    const BrCodeReading read = readBrCode(code);
    if (!read.isAccepted())
        return u"unreadable"_s;
    if (read.kind != BrCodeKind::Dynamic || !read.code.isPlainSale())
        return u"not-plain"_s;
    return location.isEmpty() || read.code.url == location ? QString() : u"other-location"_s;
}

void takeCode(BankCharge &charge, const QJsonObject &json, const Receiver &receiver)
{
    const QString given = json.value("pixCopiaECola"_L1).toString();
    if (!given.isEmpty()) {
        charge.codeFault = faultOf(given, charge.location);
        charge.code = charge.codeFault.isEmpty() ? given : QString();
        return;
    }
    if (charge.location.isEmpty())
        return;
    BrCode code;
    code.url = charge.location;
    code.name = receiver.name;
    code.city = receiver.city;
    charge.code = brCodeText(code).valueOr({});
    charge.codeFault = charge.code.isEmpty() ? u"unreadable"_s : QString();
}

/// Both where the standard has it and where its own examples do; a scheme does not belong there.
QString locationIn(const QJsonObject &json)
{
    QString location = token(json, "location"_L1, kKeyLimit + 8);
    if (location.isEmpty())
        location = token(json.value("loc"_L1).toObject(), "location"_L1, kKeyLimit + 8);
    return location.startsWith("https://"_L1) ? location.sliced(8) : location;
}

/// Appends what is new. False for one that names itself as another does and is not the same: which of them counts?
template <class T>
bool takeOnce(QList<T> &list, const T &found, QString T::*id)
{
    const auto known = std::ranges::find(list, found.*id, id);
    if (known != list.end())
        return *known == found;
    list.append(found);
    return true;
}

bool takeReturns(BankPayment &payment, const QJsonArray &list)
{
    for (const auto &entry : list) {
        const auto back = readReturn(entry.toObject());
        if (!back || !takeOnce(payment.returns, *back, &BankReturn::id))
            return false;
    }
    return true;
}

bool takePayments(BankCharge &charge, const QJsonArray &list)
{
    for (const auto &entry : list) {
        auto payment = readPayment(entry.toObject());
        if (!payment)
            return false;
        if (payment->txid.isEmpty())
            payment->txid = charge.txid;
        if (payment->txid != charge.txid || !takeOnce(charge.payments, *payment, &BankPayment::endToEndId))
            return false;
    }
    return true;
}

} // namespace

QByteArray chargeBody(const ChargeOrder &order)
{
    QJsonObject json{{u"calendario"_s, QJsonObject{{u"expiracao"_s, order.expiresInSeconds}}},
                     {u"valor"_s, QJsonObject{{u"original"_s, moneyForBank(order.amount)}}},
                     {u"chave"_s, order.key}};
    if (const QString text = message(order.message); !text.isEmpty())
        json.insert(u"solicitacaoPagador"_s, text);
    return compact(json);
}

QByteArray cancelBody()
{
    return compact({{u"status"_s, u"REMOVIDA_PELO_USUARIO_RECEBEDOR"_s}});
}

QByteArray refundBody(const RefundOrder &order)
{
    QJsonObject json{{u"valor"_s, moneyForBank(order.amount)}};
    if (const QString text = message(order.message); !text.isEmpty())
        json.insert(u"descricao"_s, text);
    return compact(json);
}

QByteArray webhookBody(const QUrl &url)
{
    return compact({{u"webhookUrl"_s, QString::fromLatin1(url.toEncoded())}});
}

std::optional<BankReturn> readReturn(const QJsonObject &json)
{
    const auto amount = moneyFromBank(json.value("valor"_L1).toString());
    BankReturn back;
    back.id = token(json, "id"_L1, 35);
    if (!amount || back.id.isEmpty())
        return {};
    back.amount = *amount;
    back.rtrId = token(json, "rtrId"_L1, 32);
    back.status = returnStatus(json.value("status"_L1).toString());
    back.nature = returnNature(json.value("natureza"_L1).toString());
    const QJsonObject times = json.value("horario"_L1).toObject();
    back.at = readInstant(times.value(times.contains("liquidacao"_L1) ? "liquidacao"_L1 : "solicitacao"_L1));
    return back;
}

std::optional<BankPayment> readPayment(const QJsonObject &json)
{
    const auto amount = moneyFromBank(json.value("valor"_L1).toString());
    BankPayment payment;
    payment.endToEndId = json.value("endToEndId"_L1).toString();
    const QJsonValue returns = json.value("devolucoes"_L1);
    if (!amount || !isEndToEndId(payment.endToEndId) || !takeReturns(payment, returns.toArray()))
        return {};
    payment.amount = *amount;
    payment.txid = token(json, "txid"_L1, 35);
    payment.key = token(json, "chave"_L1, kKeyLimit);
    payment.at = readInstant(json.value("horario"_L1));
    takePayer(payment, json);
    return payment;
}

std::optional<BankCharge> readCharge(const QByteArray &body, const Receiver &receiver)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QJsonObject calendar = json.value("calendario"_L1).toObject();
    const auto amount = moneyFromBank(json.value("valor"_L1).toObject().value("original"_L1).toString());
    BankCharge charge;
    charge.txid = json.value("txid"_L1).toString();
    charge.createdAt = readInstant(calendar.value("criacao"_L1));
    if (!amount || !isChargeTxid(charge.txid) || charge.createdAt <= 0)
        return {};
    charge.amount = *amount;
    charge.status = chargeStatus(json.value("status"_L1).toString());
    charge.key = token(json, "chave"_L1, kKeyLimit);
    charge.expiresInSeconds =
        std::min(wholeNumber(calendar.value("expiracao"_L1)).value_or(kUsualExpiry), kLongestExpiry);
    charge.revision = static_cast<int>(wholeNumber(json.value("revisao"_L1)).value_or(0));
    charge.location = locationIn(json);
    takeCode(charge, json, receiver);
    return takePayments(charge, json.value("pix"_L1).toArray()) ? std::optional(charge) : std::nullopt;
}

std::optional<PaymentPage> readPaymentPage(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject json = document.object();
    if (!document.isObject() || (json.contains("pix"_L1) && !json.value("pix"_L1).isArray()))
        return {};
    const QJsonObject paging = json.value("parametros"_L1).toObject().value("paginacao"_L1).toObject();
    PaymentPage page;
    page.page = static_cast<int>(wholeNumber(paging.value("paginaAtual"_L1)).value_or(0));
    page.pages = static_cast<int>(wholeNumber(paging.value("quantidadeDePaginas"_L1)).value_or(1));
    const QJsonArray list = json.value("pix"_L1).toArray();
    for (const auto &entry : list) {
        if (const auto payment = readPayment(entry.toObject()))
            page.payments.append(*payment);
        else
            ++page.unread;
    }
    return page;
}

qint64 readInstant(const QJsonValue &value)
{
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return 0;
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return std::max<qint64>(time.toMSecsSinceEpoch(), 0);
}

QString instantForBank(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

} // namespace balcao::relay
