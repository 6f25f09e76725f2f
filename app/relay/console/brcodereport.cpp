// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/console/brcodereport.h"

#include "core/brcodereader.h"
#include "core/pixkey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

QString wordsFor(BrCodeFault fault)
{
    switch (fault) {
    case BrCodeFault::Empty:
        return u"there is no code"_s;
    case BrCodeFault::Endless:
        return u"longer than any QR can carry"_s;
    case BrCodeFault::Control:
        return u"a line break or another control character stands inside the code"_s;
    case BrCodeFault::Header:
        return u"an object should begin here, with two digits of id and two of length"_s;
    case BrCodeFault::ZeroLength:
        return u"this object is empty"_s;
    case BrCodeFault::Truncated:
        return u"this object is longer than what is left: the code was cut"_s;
    case BrCodeFault::Repeated:
        return u"this object stands twice"_s;
    case BrCodeFault::WrongStart:
        return u"a code begins with 000201"_s;
    case BrCodeFault::WrongEnd:
        return u"a code ends with 6304 and four hexadecimal digits"_s;
    case BrCodeFault::Checksum:
        return u"the check digits belong to another text: the code was changed or mistyped"_s;
    case BrCodeFault::NotPix:
        return u"none of the objects 26 to 51 is Pix (br.gov.bcb.pix)"_s;
    case BrCodeFault::TwoPix:
        return u"a second Pix account: nobody could say which one is paid"_s;
    case BrCodeFault::KeyAndAddress:
        return u"both a key and an address: nobody could say which one is paid"_s;
    case BrCodeFault::NothingToPay:
        return u"neither a key nor an address"_s;
    case BrCodeFault::BadAddress:
        return u"not an address of the form host/path, without https://"_s;
    case BrCodeFault::Currency:
        return u"the currency is not the real (986)"_s;
    case BrCodeFault::Country:
        return u"the country is not Brazil (BR)"_s;
    case BrCodeFault::Amount:
        return u"not an amount: digits, a dot and at most two decimals"_s;
    case BrCodeFault::Missing:
        return u"a mandatory object is missing"_s;
    case BrCodeFault::TooLong:
        return u"longer than 512 characters"_s;
    case BrCodeFault::LongName:
        return u"the name has more than 25 characters"_s;
    case BrCodeFault::LongCity:
        return u"the city has more than 15 characters"_s;
    case BrCodeFault::Txid:
        return u"a static code's txid has 1 to 25 letters and digits"_s;
    case BrCodeFault::Tip:
        return u"a tip or fee, which Pix does not know"_s;
    case BrCodeFault::Initiation:
        return u"neither 11 nor 12"_s;
    case BrCodeFault::Category:
        return u"a category has four digits"_s;
    case BrCodeFault::Facilitator:
        return u"who hands out the cash is named by eight characters"_s;
    case BrCodeFault::LowerCaseChecksum:
        return u"the check digits are right but in lower case"_s;
    case BrCodeFault::AmountOpen:
        return u"an amount of zero: the payer types it"_s;
    case BrCodeFault::AmountForm:
        return u"the amount is not written with two decimals: some banks refuse that"_s;
    case BrCodeFault::BankDecides:
        return u"ignored: what the bank answers at the address counts"_s;
    case BrCodeFault::NotAscii:
        return u"an accent or another sign beyond ASCII: some readers get it wrong"_s;
    case BrCodeFault::KeyForm:
        return u"not the form of a Pix key"_s;
    case BrCodeFault::Withdrawal:
        return u"a withdrawal of cash (Pix Saque), not a sale"_s;
    }
    return {};
}

QString weightName(BrCodeWeight weight)
{
    switch (weight) {
    case BrCodeWeight::Rejects:
        return u"rejects"_s;
    case BrCodeWeight::Invalidates:
        return u"invalidates"_s;
    case BrCodeWeight::Remark:
        break;
    }
    return u"remark"_s;
}

QJsonArray problemsOf(const BrCodeReading &reading)
{
    QJsonArray problems;
    for (const BrCodeProblem &problem : reading.problems) {
        QJsonObject object{{u"code"_s, codeOf(problem.fault)},
                           {u"at"_s, problem.offset},
                           {u"text"_s, wordsFor(problem.fault)},
                           {u"weight"_s, weightName(weightOf(problem.fault))}};
        if (!problem.object.isEmpty())
            object.insert(u"object"_s, problem.object);
        problems.append(object);
    }
    return problems;
}

QJsonObject fieldsOf(const BrCode &code)
{
    QJsonObject fields;
    const auto put = [&fields](const QString &name, const QString &value) {
        if (!value.isEmpty())
            fields.insert(name, value);
    };
    put(u"key"_s, code.key);
    for (const PixKey &key : pixKeysOf(code.key)) {
        if (key.value == code.key)
            put(u"keyType"_s, nameOf(key.type));
    }
    put(u"info"_s, code.info);
    put(u"withdrawal"_s, code.withdrawal);
    put(u"url"_s, code.url);
    put(u"recurrenceUrl"_s, code.recurrenceUrl);
    if (code.amount)
        put(u"amount"_s, moneyForBank(*code.amount));
    put(u"name"_s, code.name);
    put(u"city"_s, code.city);
    put(u"postalCode"_s, code.postalCode);
    put(u"txid"_s, code.txid);
    return fields;
}

} // namespace

QByteArray brCodeReport(QByteArrayView line)
{
    const BrCodeReading reading = readBrCode(QString::fromUtf8(line));
    QJsonObject report{{u"read"_s, reading.isAccepted() ? u"accept"_s : u"reject"_s},
                       {u"valid"_s, reading.isValid()},
                       {u"fields"_s, fieldsOf(reading.code)},
                       {u"problems"_s, problemsOf(reading)}};
    if (reading.kind)
        report.insert(u"kind"_s, nameOf(*reading.kind));
    return QJsonDocument(report).toJson(QJsonDocument::Compact);
}

} // namespace balcao::relay
