// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/fakebankrules.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kKeyLimit = 77;
constexpr qsizetype kMessageLimit = 140;
constexpr int kInfoLimit = 50;

class Check
{
public:
    Check(QJsonObject json, QString root) : m_json(std::move(json)), m_root(std::move(root)) {}

    void that(bool holds, const QString &property, const QString &reason)
    {
        if (!holds)
            m_found.append({m_root + u'.' + property, reason});
    }
    /// Text of `least` to `most` characters, or absent where `least` is 0.
    void text(QLatin1StringView key, qsizetype least, qsizetype most)
    {
        const QJsonValue value = m_json.value(key);
        const qsizetype length = value.toString().size();
        const bool absent = value.isUndefined() && least == 0;
        that(absent || (value.isString() && length >= least && length <= most), key, u"não respeita o schema"_s);
    }
    /// "37.00": the string of the standard, above zero.
    void amount(const QJsonValue &value, const QString &property)
    {
        static const QRegularExpression kForm(u"\\A[0-9]{1,10}\\.[0-9]{2}\\z"_s);
        that(value.isString() && kForm.match(value.toString()).hasMatch(), property, u"não respeita o schema"_s);
        static const QRegularExpression kZero(u"\\A0+\\.00\\z"_s);
        that(!kZero.match(value.toString()).hasMatch(), property, u"não pode ser zero"_s);
    }
    [[nodiscard]] const QJsonObject &json() const { return m_json; }
    [[nodiscard]] const QList<Violation> &found() const { return m_found; }

private:
    QJsonObject m_json;
    QString m_root;
    QList<Violation> m_found;
};

bool isWhole(const QJsonValue &value, qint64 least, qint64 most)
{
    const qint64 number = value.toInteger(least - 1);
    return value.isDouble() && number >= least && number <= most;
}

bool isDigits(const QJsonValue &value, qsizetype count)
{
    static const QRegularExpression kDigits(u"\\A[0-9]*\\z"_s);
    return value.toString().size() == count && kDigits.match(value.toString()).hasMatch();
}

/// All or nothing: a name, and either a CPF or a CNPJ.
void checkDebtor(Check &check)
{
    const QJsonValue value = check.json().value("devedor"_L1);
    if (value.isUndefined())
        return;
    const QJsonObject debtor = value.toObject();
    const QString name = debtor.value("nome"_L1).toString();
    check.that(!name.isEmpty() && name.size() <= 200, u"devedor.nome"_s, u"não respeita o schema"_s);
    const bool person = debtor.contains("cpf"_L1);
    const bool company = debtor.contains("cnpj"_L1);
    check.that(person != company, u"devedor"_s, u"cpf ou cnpj, e apenas um"_s);
    check.that(!person || isDigits(debtor.value("cpf"_L1), 11), u"devedor.cpf"_s, u"não respeita o schema"_s);
    check.that(!company || debtor.value("cnpj"_L1).toString().size() == 14, u"devedor.cnpj"_s,
               u"não respeita o schema"_s);
}

void checkValue(Check &check, bool required)
{
    const QJsonValue value = check.json().value("valor"_L1);
    if (value.isUndefined() && !required)
        return;
    const QJsonObject object = value.toObject();
    check.amount(object.value("original"_L1), u"valor.original"_s);
    const QJsonValue open = object.value("modalidadeAlteracao"_L1);
    check.that(open.isUndefined() || isWhole(open, 0, 1), u"valor.modalidadeAlteracao"_s, u"não respeita o schema"_s);
}

void checkRest(Check &check, bool required)
{
    const QJsonValue calendar = check.json().value("calendario"_L1);
    check.that(calendar.isObject() || (calendar.isUndefined() && !required), u"calendario"_s, u"ausente"_s);
    const QJsonValue expiry = calendar.toObject().value("expiracao"_L1);
    check.that(expiry.isUndefined() || isWhole(expiry, 1, 0x7fffffff), u"calendario.expiracao"_s,
               u"não respeita o schema"_s);
    check.text("chave"_L1, required ? 1 : 0, kKeyLimit);
    check.text("solicitacaoPagador"_L1, 0, kMessageLimit);
    const QJsonValue infos = check.json().value("infoAdicionais"_L1);
    check.that(infos.isUndefined() || (infos.isArray() && infos.toArray().size() <= kInfoLimit), u"infoAdicionais"_s,
               u"não respeita o schema"_s);
    checkDebtor(check);
}

} // namespace

QList<Violation> violationsOfCharge(const QJsonObject &body)
{
    Check check(body, u"cob"_s);
    checkValue(check, true);
    checkRest(check, true);
    return check.found();
}

QList<Violation> violationsOfRevision(const QJsonObject &body)
{
    Check check(body, u"cob"_s);
    checkValue(check, false);
    checkRest(check, false);
    const QJsonValue status = body.value("status"_L1);
    check.that(status.isUndefined() || status.toString() == "REMOVIDA_PELO_USUARIO_RECEBEDOR"_L1, u"status"_s,
               u"não respeita o schema"_s);
    check.that(status.isUndefined() || body.size() == 1, u"status"_s, u"apenas sozinho"_s);
    return check.found();
}

QList<Violation> violationsOfReturn(const QJsonObject &body)
{
    Check check(body, u"devolucao"_s);
    check.amount(body.value("valor"_L1), u"valor"_s);
    check.text("descricao"_L1, 0, kMessageLimit);
    const QString nature = body.value("natureza"_L1).toString(u"ORIGINAL"_s);
    check.that(nature == "ORIGINAL"_L1 || nature == "RETIRADA"_L1, u"natureza"_s, u"não respeita o schema"_s);
    return check.found();
}

QList<Violation> violationsOfWebhook(const QJsonObject &body)
{
    Check check(body, u"webhook"_s);
    const QUrl url(body.value("webhookUrl"_L1).toString());
    // Real banks take https only; here everything is on loopback.
    check.that(url.isValid() && !url.host().isEmpty(), u"webhookUrl"_s, u"não respeita o schema"_s);
    return check.found();
}

BankReply problemReply(int status, QLatin1StringView type, const QList<Violation> &violations)
{
    QJsonObject json{{u"type"_s, u"https://pix.bcb.gov.br/api/v2/error/"_s + type},
                     {u"title"_s, QString(type)},
                     {u"status"_s, status},
                     {u"detail"_s, u"banco de faz de conta"_s}};
    QJsonArray list;
    for (const Violation &violation : violations)
        list.append(QJsonObject{{u"razao"_s, violation.reason}, {u"propriedade"_s, violation.property}});
    if (!list.isEmpty())
        json.insert(u"violacoes"_s, list);
    return {status, json};
}

} // namespace balcao::sandbox
