// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/brcodereader.h"

#include "core/emvtlv.h"
#include "core/pixkey.h"
#include "core/txid.h"

#include <algorithm>
#include <array>
#include <utility>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FaultRow
{
    BrCodeFault fault;
    QLatin1StringView code;
    BrCodeWeight weight;
};

using enum BrCodeFault;
constexpr auto kRejects = BrCodeWeight::Rejects;
constexpr auto kInvalidates = BrCodeWeight::Invalidates;
constexpr auto kRemark = BrCodeWeight::Remark;

constexpr std::array kFaults = {
    FaultRow{Empty, "empty"_L1, kRejects},
    FaultRow{Endless, "endless"_L1, kRejects},
    FaultRow{Control, "control"_L1, kRejects},
    FaultRow{Header, "header"_L1, kRejects},
    FaultRow{ZeroLength, "zero-length"_L1, kRejects},
    FaultRow{Truncated, "truncated"_L1, kRejects},
    FaultRow{Repeated, "repeated"_L1, kRejects},
    FaultRow{WrongStart, "wrong-start"_L1, kRejects},
    FaultRow{WrongEnd, "wrong-end"_L1, kRejects},
    FaultRow{Checksum, "checksum"_L1, kRejects},
    FaultRow{NotPix, "not-pix"_L1, kRejects},
    FaultRow{TwoPix, "two-pix"_L1, kRejects},
    FaultRow{KeyAndAddress, "key-and-address"_L1, kRejects},
    FaultRow{NothingToPay, "nothing-to-pay"_L1, kRejects},
    FaultRow{BadAddress, "bad-address"_L1, kRejects},
    FaultRow{Currency, "currency"_L1, kRejects},
    FaultRow{Country, "country"_L1, kRejects},
    FaultRow{Amount, "amount"_L1, kRejects},
    FaultRow{Missing, "missing"_L1, kInvalidates},
    FaultRow{TooLong, "too-long"_L1, kInvalidates},
    FaultRow{LongName, "long-name"_L1, kInvalidates},
    FaultRow{LongCity, "long-city"_L1, kInvalidates},
    FaultRow{Txid, "txid"_L1, kInvalidates},
    FaultRow{Tip, "tip"_L1, kInvalidates},
    FaultRow{Initiation, "initiation"_L1, kInvalidates},
    FaultRow{Category, "category"_L1, kInvalidates},
    FaultRow{Facilitator, "facilitator"_L1, kInvalidates},
    FaultRow{LowerCaseChecksum, "lower-case-checksum"_L1, kRemark},
    FaultRow{AmountOpen, "amount-open"_L1, kRemark},
    FaultRow{AmountForm, "amount-form"_L1, kRemark},
    FaultRow{BankDecides, "bank-decides"_L1, kRemark},
    FaultRow{NotAscii, "not-ascii"_L1, kRemark},
    FaultRow{KeyForm, "key-form"_L1, kRemark},
    FaultRow{Withdrawal, "withdrawal"_L1, kRemark},
};

constexpr bool everyFaultInItsPlace()
{
    for (std::size_t at = 0; at < kFaults.size(); ++at) {
        if (static_cast<std::size_t>(kFaults[at].fault) != at)
            return false;
    }
    return kFaults.back().fault == Withdrawal;
}
static_assert(everyFaultInItsPlace());

const FaultRow &rowOf(BrCodeFault fault)
{
    return kFaults[static_cast<std::size_t>(fault)];
}

constexpr qsizetype kLongestReadable = 4296; ///< what the largest QR symbol carries at all
constexpr std::size_t kChecksumObject = 8;   ///< 6304 and four digits

constexpr std::size_t kFacilitatorLength = 8; ///< an ISPB

constexpr int kFirstAccount = 26;
constexpr int kLastAccount = 51;
constexpr int kFirstUnreserved = 80;
constexpr int kLastUnreserved = 99;

bool isPixTemplate(std::u32string_view value)
{
    // The GUI is looked for in what could be read, so that a broken Pix template is no stranger's.
    const EmvObjects inner = readEmv(value);
    const EmvObject *gui = inner.find(0);
    return gui != nullptr && gui->text().compare("br.gov.bcb.pix"_L1, Qt::CaseInsensitive) == 0;
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

bool isHexadecimal(char32_t c)
{
    return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'F') || (c >= U'a' && c <= U'f');
}

/// EMV lets amounts stand as 98, 98. and 98.7; zero is how some banks write "not informed".
std::optional<Money> emvAmount(QStringView text)
{
    const qsizetype dot = text.indexOf(u'.');
    const QStringView whole = dot < 0 ? text : text.first(dot);
    const qsizetype decimals = dot < 0 ? 0 : text.size() - dot - 1;
    if (text.size() > 13 || whole.isEmpty() || decimals > 2)
        return {};
    const QString rest = dot < 0 ? QString() : text.sliced(dot + 1).toString();
    return moneyFromBank(whole.toString() + u'.' + rest.leftJustified(2, u'0'));
}

/// One code being read: the text, what was found so far, what is wrong with it.
class Reader
{
public:
    explicit Reader(QStringView text) : m_text(text.toString().toStdU32String()), m_utf8(text.toUtf8()) {}

    BrCodeReading read();

private:
    void say(BrCodeFault fault, const QString &object = {}, qsizetype offset = 0)
    {
        m_reading.problems += BrCodeProblem{fault, object, offset};
    }
    /// False: nothing of these objects is to be believed.
    bool sayFaultsOf(const EmvObjects &objects, const QString &prefix = {});
    bool isWorthReading();
    void readEnds();
    void readCharacters();
    const EmvObject *pixObject();
    void readPix(const EmvObject &object);
    void readPixObjects(const EmvObject &object, const EmvObjects &inner);
    void readRecurrence();
    void readAddress(const EmvObject &object, const QString &name, QString &into);
    void readFixed();
    void readAmount();
    void readNames();
    void readTxid();
    void readChecksum();

    std::u32string m_text;
    QByteArray m_utf8;
    EmvObjects m_root;
    BrCodeReading m_reading;
};

bool Reader::isWorthReading()
{
    if (m_text.empty())
        say(Empty);
    else if (static_cast<qsizetype>(m_text.size()) > kLongestReadable)
        say(Endless);
    return m_reading.problems.isEmpty();
}

bool Reader::sayFaultsOf(const EmvObjects &objects, const QString &prefix)
{
    const auto named = [&prefix](int id) { return prefix + emvId(id); };
    if (objects.fault) {
        const BrCodeFault fault = *objects.fault == EmvFault::Header       ? Header
                                  : *objects.fault == EmvFault::ZeroLength ? ZeroLength
                                                                           : Truncated;
        say(fault, prefix.chopped(prefix.isEmpty() ? 0 : 1), objects.faultOffset);
        return false;
    }
    if (const EmvObject *again = objects.repeated()) {
        say(Repeated, named(again->id), again->offset);
        return false;
    }
    return true;
}

void Reader::readEnds()
{
    const EmvObject *first = m_root.objects.isEmpty() ? nullptr : &m_root.objects.front();
    if (first == nullptr || first->id != 0 || first->value != U"01")
        say(WrongStart, u"00"_s);
    const EmvObject *last = m_root.objects.isEmpty() ? nullptr : &m_root.objects.back();
    if (last == nullptr || last->id != 63 || last->value.size() != 4 ||
        !std::ranges::all_of(last->value, isHexadecimal))
        say(WrongEnd, u"63"_s, last == nullptr ? 0 : last->offset);
    if (static_cast<qsizetype>(m_text.size()) > kBrCodeLimit)
        say(TooLong, {}, kBrCodeLimit);
}

void Reader::readCharacters()
{
    const auto control = std::ranges::find_if(m_text, [](char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); });
    if (control != m_text.end())
        say(Control, {}, control - m_text.begin());
    const auto foreign = std::ranges::find_if(m_text, [](char32_t c) { return c >= 0xA0; });
    if (foreign != m_text.end())
        say(NotAscii, {}, foreign - m_text.begin());
}

const EmvObject *Reader::pixObject()
{
    const EmvObject *found = nullptr;
    for (const EmvObject &object : m_root.objects) {
        if (object.id < kFirstAccount || object.id > kLastAccount || !isPixTemplate(object.value))
            continue;
        if (found != nullptr) {
            say(TwoPix, QString::number(object.id), object.offset);
            return nullptr;
        }
        found = &object;
    }
    if (found == nullptr)
        say(NotPix);
    return found;
}

void Reader::readPix(const EmvObject &object)
{
    const EmvObjects inner = readEmv(object.value, object.valueOffset());
    if (sayFaultsOf(inner, u"%1-"_s.arg(object.id)))
        readPixObjects(object, inner);
}

void Reader::readPixObjects(const EmvObject &object, const EmvObjects &inner)
{
    const auto named = [&object](int id) { return emvId(object.id) + u'-' + emvId(id); };
    BrCode &code = m_reading.code;
    const EmvObject *key = inner.find(1);
    const EmvObject *url = inner.find(25);
    if (key != nullptr && url != nullptr)
        say(KeyAndAddress, named(25), url->offset);
    if (key != nullptr) {
        code.key = key->text();
        if (!isPixKey(code.key))
            say(KeyForm, named(1), key->offset);
    }
    if (url != nullptr)
        readAddress(*url, named(25), code.url);
    if (const EmvObject *info = inner.find(2))
        code.info = info->text();
    if (const EmvObject *withdrawal = inner.find(3)) {
        code.withdrawal = withdrawal->text();
        say(Withdrawal, named(3), withdrawal->offset);
        if (withdrawal->value.size() != kFacilitatorLength)
            say(Facilitator, named(3), withdrawal->offset);
    }
    readRecurrence();
    if (code.url.contains(u"/rec/")) {
        if (!code.recurrenceUrl.isEmpty())
            say(TwoPix, named(25), url->offset);
        code.recurrenceUrl = std::exchange(code.url, {});
    }
    if (key == nullptr && code.url.isEmpty() && code.recurrenceUrl.isEmpty())
        say(NothingToPay, QString::number(object.id), object.offset);
    else
        m_reading.kind = code.kind();
}

void Reader::readRecurrence()
{
    for (const EmvObject &object : m_root.objects) {
        if (object.id < kFirstUnreserved || object.id > kLastUnreserved || !isPixTemplate(object.value))
            continue;
        const EmvObjects inner = readEmv(object.value, object.valueOffset());
        const EmvObject *url = inner.find(25);
        if (!sayFaultsOf(inner, u"%1-"_s.arg(object.id)) || url == nullptr)
            continue;
        if (!m_reading.code.recurrenceUrl.isEmpty())
            say(TwoPix, QString::number(object.id), object.offset);
        readAddress(*url, u"%1-25"_s.arg(object.id), m_reading.code.recurrenceUrl);
    }
}

void Reader::readAddress(const EmvObject &object, const QString &name, QString &into)
{
    into = object.text();
    if (!isBrCodeUrl(into))
        say(BadAddress, name, object.offset);
}

void Reader::readFixed()
{
    for (const int id : {52, 53, 58, 59, 60, 62}) {
        if (m_root.find(id) == nullptr)
            say(Missing, QString::number(id), static_cast<qsizetype>(m_text.size()));
    }
    const EmvObject *category = m_root.find(52);
    if (category != nullptr && (category->value.size() != 4 || !std::ranges::all_of(category->value, isDigit)))
        say(Category, u"52"_s, category->offset);
    const EmvObject *initiation = m_root.find(1);
    if (initiation != nullptr && initiation->value != U"11" && initiation->value != U"12")
        say(Initiation, u"01"_s, initiation->offset);
    const EmvObject *currency = m_root.find(53);
    if (currency != nullptr && currency->value != U"986")
        say(Currency, u"53"_s, currency->offset);
    const EmvObject *country = m_root.find(58);
    if (country != nullptr && country->value != U"BR")
        say(Country, u"58"_s, country->offset);
    for (const int id : {55, 56, 57}) {
        if (const EmvObject *tip = m_root.find(id))
            say(Tip, QString::number(id), tip->offset);
    }
}

void Reader::readAmount()
{
    const EmvObject *object = m_root.find(54);
    if (object == nullptr)
        return;
    if (m_reading.code.key.isEmpty()) {
        say(BankDecides, u"54"_s, object->offset);
        return;
    }
    const QString text = object->text();
    const auto amount = emvAmount(text);
    if (!amount)
        say(Amount, u"54"_s, object->offset);
    else if (amount->centavos == 0)
        say(AmountOpen, u"54"_s, object->offset);
    else if (text != moneyForBank(*amount))
        say(AmountForm, u"54"_s, object->offset);
    if (amount && amount->centavos > 0)
        m_reading.code.amount = amount;
}

void Reader::readNames()
{
    const auto read = [this](int id, QString &into) {
        const EmvObject *object = m_root.find(id);
        if (object != nullptr)
            into = object->text();
        return object;
    };
    const EmvObject *name = read(59, m_reading.code.name);
    if (name != nullptr && static_cast<qsizetype>(name->value.size()) > kBrCodeName)
        say(LongName, u"59"_s, name->offset);
    const EmvObject *city = read(60, m_reading.code.city);
    if (city != nullptr && static_cast<qsizetype>(city->value.size()) > kBrCodeCity)
        say(LongCity, u"60"_s, city->offset);
    read(61, m_reading.code.postalCode);
}

void Reader::readTxid()
{
    const EmvObject *additional = m_root.find(62);
    if (additional == nullptr)
        return;
    const EmvObjects inner = readEmv(additional->value, additional->valueOffset());
    if (!sayFaultsOf(inner, u"62-"_s))
        return;
    const EmvObject *label = inner.find(5);
    if (label == nullptr) {
        say(Missing, u"62-05"_s, additional->offset);
        return;
    }
    const QString txid = label->text();
    if (txid == u"***")
        return;
    if (m_reading.code.key.isEmpty()) {
        say(BankDecides, u"62-05"_s, label->offset);
        return;
    }
    m_reading.code.txid = txid;
    if (!isStaticTxid(txid))
        say(Txid, u"62-05"_s, label->offset);
}

void Reader::readChecksum()
{
    if (m_text.size() < kChecksumObject)
        return;
    const std::u32string_view end = std::u32string_view(m_text).substr(m_text.size() - kChecksumObject);
    if (!end.starts_with(U"6304") || !std::ranges::all_of(end, isHexadecimal))
        return; // WrongEnd, or the structure, says so
    const QByteArray given = m_utf8.last(4);
    const QByteArray right =
        QByteArray::number(emvChecksum(QByteArrayView(m_utf8).chopped(4)), 16).toUpper().rightJustified(4, '0');
    const auto offset = static_cast<qsizetype>(m_text.size() - kChecksumObject);
    if (given.toUpper() != right)
        say(Checksum, u"63"_s, offset);
    else if (given != right)
        say(LowerCaseChecksum, u"63"_s, offset);
}

BrCodeReading Reader::read()
{
    if (!isWorthReading())
        return m_reading;
    m_root = readEmv(m_text);
    readCharacters();
    if (sayFaultsOf(m_root)) {
        readEnds();
        if (const EmvObject *pix = pixObject())
            readPix(*pix);
        readFixed();
        readAmount();
        readNames();
        readTxid();
    }
    std::ranges::stable_sort(m_reading.problems, {}, &BrCodeProblem::offset);
    readChecksum();
    return m_reading;
}

} // namespace

bool BrCodeReading::isAccepted() const
{
    return std::ranges::none_of(problems,
                                [](const BrCodeProblem &problem) { return weightOf(problem.fault) == kRejects; });
}

bool BrCodeReading::isValid() const
{
    return std::ranges::all_of(problems,
                               [](const BrCodeProblem &problem) { return weightOf(problem.fault) == kRemark; });
}

bool BrCodeReading::has(BrCodeFault fault) const
{
    return std::ranges::any_of(problems, [fault](const BrCodeProblem &problem) { return problem.fault == fault; });
}

BrCodeReading readBrCode(QStringView text)
{
    return Reader(text).read();
}

BrCodeWeight weightOf(BrCodeFault fault)
{
    return rowOf(fault).weight;
}

QLatin1StringView codeOf(BrCodeFault fault)
{
    return rowOf(fault).code;
}

} // namespace balcao
