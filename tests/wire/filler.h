// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The third visitor beside Encoder and Decoder: fills any wire struct at random, from a seed. What it
// makes is always valid, so that everything it makes must survive the way to JSON and back. Whole: no key
// is left out, for the golden files, which must show every one.
#pragma once

#include "wire/calls.h"

#include <QRandomGenerator>

namespace balcao::wire {

class Filler
{
public:
    enum class Keys { Some, Whole };

    explicit Filler(QRandomGenerator &random, Keys keys = Keys::Some) : m_random(random), m_isWhole(keys == Keys::Whole)
    {
    }

    template <class T>
    void operator()(const char *, T &value, qsizetype limit = kTextLimit)
    {
        fill(value, limit);
    }
    template <class T>
    void operator()(const char *, std::optional<T> &value, qsizetype limit = kTextLimit)
    {
        if (isLeftOut())
            value.reset();
        else
            fill(value.emplace(), limit);
    }
    template <class T>
    void maybe(const char *, T &value, qsizetype limit = kTextLimit)
    {
        if (isLeftOut())
            value = T();
        else
            fill(value, limit);
    }

private:
    bool isLeftOut() { return m_random.bounded(2) == 0 && !m_isWhole; }
    void fill(QString &value, qsizetype limit)
    {
        static const QString kLetters = QStringLiteral("abcXYZ 0189çãéíõü\"\\/<>&%'\n\t€\u2028漢");
        const auto size = m_random.bounded(static_cast<int>(qMin<qsizetype>(limit, 24)) + 1);
        value = QStringLiteral("");
        for (int i = 0; i < size + (m_isWhole ? 1 : 0) && i < limit; ++i)
            value += kLetters[m_random.bounded(static_cast<int>(kLetters.size()))];
        if (limit >= 64 && m_random.bounded(4) == 0)
            value += QStringLiteral("🥖👍🏽");
    }
    void fill(QJsonObject &value, qsizetype) { value = {{QStringLiteral("k"), m_random.bounded(1000)}}; }
    void fill(bool &value, qsizetype) { value = m_random.bounded(2) == 1 || m_isWhole; }
    void fill(qint64 &value, qsizetype)
    {
        value = static_cast<qint64>(m_random.generate64() >> 12) - (kIntegerLimit >> 2);
    }
    void fill(int &value, qsizetype) { value = m_random.bounded(-2000000, 2000000); }
    void fill(Money &value, qsizetype)
    {
        value.centavos = static_cast<qint64>(m_random.generate64() % static_cast<quint64>(kMostMoney.centavos));
    }
    template <class Tag>
    void fill(Id<Tag> &value, qsizetype)
    {
        QByteArray bytes(16, '\1');
        for (char &byte : bytes)
            byte = static_cast<char>(m_random.bounded(1, 256));
        value = Id<Tag>::fromBytes(bytes);
    }
    template <NamedEnum E>
    void fill(E &value, qsizetype)
    {
        const auto names = wireNames(value);
        value = names[static_cast<std::size_t>(m_random.bounded(static_cast<int>(names.size())))].value;
    }
    template <class T>
    void fill(QList<T> &list, qsizetype limit)
    {
        list.clear();
        const int size = m_random.bounded(1, 4);
        for (int i = 0; i < size; ++i) {
            T item{};
            fill(item, limit);
            list.append(std::move(item));
        }
    }
    template <class T>
    requires requires(T &t, Filler &f) { T::fields(t, f); }
    void fill(T &value, qsizetype) { T::fields(value, *this); }

    QRandomGenerator &m_random;
    bool m_isWhole;
};

template <class T>
T filled(QRandomGenerator &random, Filler::Keys keys = Filler::Keys::Some)
{
    T value{};
    Filler filler(random, keys);
    T::fields(value, filler);
    return value;
}

/// An event of the given body, envelope at random.
template <class Body>
Event filledEvent(QRandomGenerator &random, Filler::Keys keys = Filler::Keys::Some)
{
    Event event;
    event.seq = 1 + random.bounded(1000000);
    event.at = 1700000000000 + random.bounded(1000000000);
    event.kind = Body::kKind;
    event.subject = filled<Subject>(random, keys);
    event.actor = filled<Actor>(random, keys);
    if (random.bounded(2) == 1)
        event.cause = CommandId::create();
    if (random.bounded(2) == 1)
        event.desk = DeskId::create();
    event.body = filled<Body>(random, keys);
    return event;
}

template <class Body>
Command filledCommand(QRandomGenerator &random, Filler::Keys keys = Filler::Keys::Some)
{
    Command command = makeCommand(filled<Body>(random, keys), OperatorId::create(), 1700000000000);
    const bool isWhole = keys == Filler::Keys::Whole;
    if (isWhole || random.bounded(2) == 1)
        command.expect = Expect{random.bounded(1000000)};
    if (isWhole || random.bounded(2) == 1)
        command.expiresAt = 1800000000000;
    return command;
}

} // namespace balcao::wire
