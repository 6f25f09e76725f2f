// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/fakebankfaults.h"

#include <array>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NumberField
{
    QLatin1StringView name;
    int BankFaults::*member;
    int atMost;
};

struct SwitchField
{
    QLatin1StringView name;
    bool BankFaults::*member;
};

constexpr int kAlways = 1000;
constexpr int kLongestMs = 600'000;

constexpr std::array kNumbers{
    NumberField{"latencyMs"_L1, &BankFaults::latencyMs, kLongestMs},
    NumberField{"unauthorized"_L1, &BankFaults::unauthorized, kAlways},
    NumberField{"rateLimited"_L1, &BankFaults::rateLimited, kAlways},
    NumberField{"retryAfterS"_L1, &BankFaults::retryAfterS, 3600},
    NumberField{"error500"_L1, &BankFaults::error500, kAlways},
    NumberField{"error500AfterDone"_L1, &BankFaults::error500AfterDone, kAlways},
    NumberField{"unavailable"_L1, &BankFaults::unavailable, kAlways},
    NumberField{"lostBefore"_L1, &BankFaults::lostBefore, kAlways},
    NumberField{"lostAfter"_L1, &BankFaults::lostAfter, kAlways},
    NumberField{"silentBefore"_L1, &BankFaults::silentBefore, kAlways},
    NumberField{"silentAfter"_L1, &BankFaults::silentAfter, kAlways},
    NumberField{"garbage"_L1, &BankFaults::garbage, kAlways},
    NumberField{"duplicateHooks"_L1, &BankFaults::duplicateHooks, kAlways},
    NumberField{"swallowHooks"_L1, &BankFaults::swallowHooks, kAlways},
    NumberField{"hookDelayMs"_L1, &BankFaults::hookDelayMs, kLongestMs},
};

constexpr std::array kSwitches{
    SwitchField{"omitCode"_L1, &BankFaults::omitCode},
    SwitchField{"omitPix"_L1, &BankFaults::omitPix},
    SwitchField{"newWords"_L1, &BankFaults::newWords},
    SwitchField{"repeatSays200"_L1, &BankFaults::repeatSays200},
    SwitchField{"hooksAsArray"_L1, &BankFaults::hooksAsArray},
    SwitchField{"hooksWithoutPath"_L1, &BankFaults::hooksWithoutPath},
    SwitchField{"hooksGathered"_L1, &BankFaults::hooksGathered},
};

bool take(BankFaults &faults, const QString &key, const QJsonValue &value)
{
    for (const NumberField &field : kNumbers) {
        if (key != field.name)
            continue;
        faults.*field.member = value.toInt(-1);
        return faults.*field.member >= 0 && faults.*field.member <= field.atMost;
    }
    for (const SwitchField &field : kSwitches) {
        if (key != field.name)
            continue;
        faults.*field.member = value.toBool();
        return value.isBool();
    }
    return false;
}

} // namespace

QLatin1StringView nameOf(BankCall call)
{
    constexpr std::array<QLatin1StringView, kBankCalls> kNames{
        "token"_L1,      "put-charge"_L1, "patch-charge"_L1, "get-charge"_L1,  "list-pix"_L1, "get-pix"_L1,
        "put-return"_L1, "get-return"_L1, "put-webhook"_L1,  "get-webhook"_L1, "other"_L1};
    return kNames.at(static_cast<std::size_t>(call));
}

QJsonObject toJson(const BankFaults &faults)
{
    QJsonObject json;
    for (const NumberField &field : kNumbers)
        json.insert(field.name, faults.*field.member);
    for (const SwitchField &field : kSwitches)
        json.insert(field.name, faults.*field.member);
    return json;
}

Result<BankFaults> withChanges(const BankFaults &base, const QJsonObject &changes)
{
    BankFaults faults = base;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (!take(faults, it.key(), it.value()))
            return failure(Error::Kind::Rejected, u"no such fault, or not its value: "_s + it.key().left(64));
    }
    return faults;
}

} // namespace balcao::sandbox
