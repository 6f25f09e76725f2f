// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/faults.h"

#include <QJsonArray>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NumberField
{
    QLatin1StringView name;
    int Faults::*member;
    int atLeast;
    int atMost;
};

struct SwitchField
{
    QLatin1StringView name;
    bool Faults::*member;
};

constexpr int kAlways = 1000;
constexpr int kLongestMs = 600'000;

constexpr std::array kNumbers{
    NumberField{"latencyMs"_L1, &Faults::latencyMs, 0, kLongestMs},
    NumberField{"rate429"_L1, &Faults::rate429, 0, kAlways},
    NumberField{"rate500"_L1, &Faults::rate500, 0, kAlways},
    NumberField{"rate500AfterAccept"_L1, &Faults::rate500AfterAccept, 0, kAlways},
    NumberField{"rateGraphError"_L1, &Faults::rateGraphError, 0, kAlways},
    NumberField{"graphErrorCode"_L1, &Faults::graphErrorCode, 0, 9'999'999},
    NumberField{"ratePairLimit"_L1, &Faults::ratePairLimit, 0, kAlways},
    NumberField{"answerLostBeforeAccept"_L1, &Faults::answerLostBeforeAccept, 0, kAlways},
    NumberField{"answerLostAfterAccept"_L1, &Faults::answerLostAfterAccept, 0, kAlways},
    NumberField{"rateMedia500"_L1, &Faults::rateMedia500, 0, kAlways},
    NumberField{"rateMediaError"_L1, &Faults::rateMediaError, 0, kAlways},
    NumberField{"mediaErrorCode"_L1, &Faults::mediaErrorCode, 0, 9'999'999},
    NumberField{"mediaAnswerLost"_L1, &Faults::mediaAnswerLost, 0, kAlways},
    NumberField{"swallowStatuses"_L1, &Faults::swallowStatuses, 0, kAlways},
    NumberField{"skipDelivered"_L1, &Faults::skipDelivered, 0, kAlways},
    NumberField{"failStatus"_L1, &Faults::failStatus, 0, kAlways},
    NumberField{"failCode"_L1, &Faults::failCode, 0, 9'999'999},
    NumberField{"duplicate"_L1, &Faults::duplicate, 0, kAlways},
    NumberField{"reorder"_L1, &Faults::reorder, 0, kAlways},
    NumberField{"holdMs"_L1, &Faults::holdMs, 0, kLongestMs},
    NumberField{"replay"_L1, &Faults::replay, 0, kAlways},
    NumberField{"replayAfterMs"_L1, &Faults::replayAfterMs, 0, kLongestMs},
    NumberField{"batchSize"_L1, &Faults::batchSize, 1, 1000},
    NumberField{"concurrency"_L1, &Faults::concurrency, 1, 64},
};

constexpr std::array kSwitches{
    SwitchField{"unknownIsClosed"_L1, &Faults::unknownIsClosed},
    SwitchField{"waIdWithoutNinth"_L1, &Faults::waIdWithoutNinth},
    SwitchField{"bsuidOnly"_L1, &Faults::bsuidOnly},
};

constexpr auto kSwallowOpaque = "swallowOpaque"_L1;

bool take(Faults &faults, const QString &key, const QJsonValue &value)
{
    for (const NumberField &field : kNumbers) {
        if (key != field.name)
            continue;
        const int number = value.toInt(field.atLeast - 1);
        faults.*field.member = number;
        return number >= field.atLeast && number <= field.atMost;
    }
    for (const SwitchField &field : kSwitches) {
        if (key != field.name)
            continue;
        faults.*field.member = value.toBool();
        return value.isBool();
    }
    if (key != kSwallowOpaque || !value.isArray())
        return false;
    faults.swallowOpaque.clear();
    const QJsonArray list = value.toArray();
    for (const auto &item : list)
        faults.swallowOpaque.append(item.toString());
    return true;
}

} // namespace

QJsonObject toJson(const Faults &faults)
{
    QJsonObject json;
    for (const NumberField &field : kNumbers)
        json.insert(field.name, faults.*field.member);
    for (const SwitchField &field : kSwitches)
        json.insert(field.name, faults.*field.member);
    json.insert(kSwallowOpaque, QJsonArray::fromStringList(faults.swallowOpaque));
    return json;
}

Result<Faults> withChanges(const Faults &base, const QJsonObject &changes)
{
    Faults faults = base;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (!take(faults, it.key(), it.value()))
            return failure(Error::Kind::Rejected, u"no such fault, or not its value: "_s + it.key().left(64));
    }
    return faults;
}

FaultBoard::FaultBoard(quint32 seed)
    : m_streams{QRandomGenerator(seed), QRandomGenerator(seed + 1), QRandomGenerator(seed + 2)}
{
}

Faults FaultBoard::now() const
{
    const std::lock_guard lock(m_mutex);
    return m_faults;
}

void FaultBoard::set(const Faults &faults)
{
    const std::lock_guard lock(m_mutex);
    m_faults = faults;
}

bool FaultBoard::strikes(int perMille, Stream stream)
{
    if (perMille <= 0)
        return false;
    const std::lock_guard lock(m_mutex);
    return m_streams.at(static_cast<std::size_t>(stream)).bounded(kAlways) < perMille;
}

} // namespace balcao::sandbox
