// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How a wire struct becomes JSON and back. A struct names its fields once:
//
//     template <class Self, class Visitor>
//     static void fields(Self &self, Visitor &visit) { visit("name", self.name); visit.maybe("note", self.note); }
//
// visit()       the key must be there (std::optional: may be absent, null counts as absent)
// visit.maybe() empty (text, list) stands for absent
//
// Encoder and Decoder are the two visitors; the property test has a third that fills structs at random.
// Included by the .cpp files of this layer and by its tests only.
#pragma once

#include "core/id.h"
#include "core/money.h"
#include "core/problem.h"
#include "wire/parsed.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>

#include <concepts>
#include <optional>
#include <span>
#include <type_traits>

namespace balcao::wire {

/// No text on the wire is longer; Meta's own limit for a text is 4,096 characters.
inline constexpr qsizetype kTextLimit = 65536;
inline constexpr qsizetype kListLimit = 2000;
/// JSON numbers are exact up to here.
inline constexpr qint64 kIntegerLimit = Q_INT64_C(1) << 53;

template <class E>
struct EnumName
{
    E value;
    QLatin1StringView name;
};

/// An enum travels by name; it declares `std::span<const EnumName<E>> wireNames(E)` beside itself. Where names may be
/// added later it also declares `E wireFallback(E)`: what a name that is not known yet is read as.
template <class E>
concept NamedEnum = std::is_enum_v<E> && requires(E e)
{
    {
        wireNames(e)
        } -> std::same_as<std::span<const EnumName<E>>>;
};

class Encoder
{
public:
    template <class T>
    void operator()(const char *key, const T &value, qsizetype = kTextLimit)
    {
        m_object.insert(QLatin1StringView(key), encoded(value));
    }
    template <class T>
    void operator()(const char *key, const std::optional<T> &value, qsizetype = kTextLimit)
    {
        if (value)
            m_object.insert(QLatin1StringView(key), encoded(*value));
    }
    template <class T>
    void maybe(const char *key, const T &value, qsizetype = kTextLimit)
    {
        if (!value.isEmpty())
            m_object.insert(QLatin1StringView(key), encoded(value));
    }

    [[nodiscard]] QJsonObject object() && { return std::move(m_object); }

private:
    static QJsonValue encoded(const QString &value) { return value; }
    static QJsonValue encoded(const QJsonObject &value) { return value; }
    static QJsonValue encoded(bool value) { return value; }
    static QJsonValue encoded(qint64 value) { return value; }
    static QJsonValue encoded(int value) { return value; }
    static QJsonValue encoded(Money value) { return value.centavos; }
    template <class Tag>
    static QJsonValue encoded(const Id<Tag> &id)
    {
        return id.text();
    }
    template <NamedEnum E>
    static QJsonValue encoded(E value)
    {
        for (const auto &entry : wireNames(value)) {
            if (entry.value == value)
                return QString(entry.name);
        }
        return {};
    }
    template <class T>
    static QJsonValue encoded(const QList<T> &list)
    {
        QJsonArray array;
        for (const T &item : list)
            array.append(encoded(item));
        return array;
    }
    template <class T>
    requires requires(const T &t, Encoder &e) { T::fields(t, e); }
    static QJsonValue encoded(const T &value)
    {
        Encoder inner;
        T::fields(value, inner);
        return std::move(inner).object();
    }

    QJsonObject m_object;
};

class Decoder
{
public:
    explicit Decoder(QJsonObject object) : m_object(std::move(object)) {}

    template <class T>
    void operator()(const char *key, T &value, qsizetype limit = kTextLimit)
    {
        if (failed())
            return;
        const QJsonValue json = m_object.value(QLatin1StringView(key));
        if (json.isUndefined() || json.isNull())
            return fail(key, "missing");
        if (const char *why = decode(json, value, limit))
            fail(key, why);
    }
    template <class T>
    void operator()(const char *key, std::optional<T> &value, qsizetype limit = kTextLimit)
    {
        const QJsonValue json = m_object.value(QLatin1StringView(key));
        if (failed() || json.isUndefined() || json.isNull())
            return;
        if (const char *why = decode(json, value.emplace(), limit))
            fail(key, why);
    }
    template <class T>
    void maybe(const char *key, T &value, qsizetype limit = kTextLimit)
    {
        const QJsonValue json = m_object.value(QLatin1StringView(key));
        if (failed() || json.isUndefined() || json.isNull())
            return;
        if (const char *why = decode(json, value, limit))
            fail(key, why);
    }

    [[nodiscard]] bool failed() const { return !m_why.isEmpty(); }
    /// "path.to.field: rule"
    [[nodiscard]] const QString &why() const { return m_why; }

private:
    void fail(const char *key, const QString &why)
    {
        const bool nested = why.startsWith(u'.') || why.startsWith(u'[');
        m_why = QLatin1StringView(key) + (nested ? why : QStringLiteral(": ") + why);
    }
    void fail(const char *key, const char *why)
    {
        fail(key, QString(QLatin1StringView(why)));
        if (!m_nested.isEmpty())
            m_why = QLatin1StringView(key) + m_nested;
        m_nested.clear();
    }

    const char *decode(const QJsonValue &json, QString &value, qsizetype limit)
    {
        if (!json.isString())
            return "not a text";
        value = json.toString();
        return value.size() > limit ? "too long" : nullptr;
    }
    const char *decode(const QJsonValue &json, QJsonObject &value, qsizetype)
    {
        if (!json.isObject())
            return "not an object";
        value = json.toObject();
        return nullptr;
    }
    const char *decode(const QJsonValue &json, bool &value, qsizetype)
    {
        if (!json.isBool())
            return "not a boolean";
        value = json.toBool();
        return nullptr;
    }
    const char *decode(const QJsonValue &json, qint64 &value, qsizetype)
    {
        if (!json.isDouble())
            return "not a number";
        const double number = json.toDouble();
        if (!(number >= -static_cast<double>(kIntegerLimit) && number <= static_cast<double>(kIntegerLimit)))
            return "out of range";
        value = static_cast<qint64>(number);
        return static_cast<double>(value) == number ? nullptr : "not a whole number";
    }
    const char *decode(const QJsonValue &json, int &value, qsizetype limit)
    {
        qint64 wide = 0;
        if (const char *why = decode(json, wide, limit))
            return why;
        if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
            return "out of range";
        value = static_cast<int>(wide);
        return nullptr;
    }
    /// Whole centavos, and no debt.
    const char *decode(const QJsonValue &json, Money &value, qsizetype limit)
    {
        if (const char *why = decode(json, value.centavos, limit))
            return why;
        return value.centavos < 0 || value > kMostMoney ? "no amount" : nullptr;
    }
    template <class Tag>
    const char *decode(const QJsonValue &json, Id<Tag> &value, qsizetype)
    {
        const auto id = json.isString() ? Id<Tag>::fromText(json.toString()) : std::nullopt;
        if (!id)
            return "not an id";
        value = *id;
        return nullptr;
    }
    template <NamedEnum E>
    const char *decode(const QJsonValue &json, E &value, qsizetype)
    {
        const QString name = json.toString();
        for (const auto &entry : wireNames(value)) {
            if (entry.name == name) {
                value = entry.value;
                return nullptr;
            }
        }
        // A name that only a newer relay knows must not hide the whole body, or stop the page.
        if constexpr (requires { wireFallback(value); }) {
            if (json.isString()) {
                value = wireFallback(value);
                return nullptr;
            }
        }
        return "not one of the known names";
    }
    template <class T>
    const char *decode(const QJsonValue &json, QList<T> &list, qsizetype limit)
    {
        if (!json.isArray())
            return "not a list";
        const QJsonArray array = json.toArray();
        if (array.size() > kListLimit)
            return "too many";
        list.clear();
        for (qsizetype i = 0; i < array.size(); ++i) {
            T item{};
            if (const char *why = decode(array.at(i), item, limit)) {
                m_nested = QStringLiteral("[%1]").arg(i) +
                           (m_nested.isEmpty() ? QStringLiteral(": ") + QLatin1StringView(why) : m_nested);
                return why;
            }
            list.append(std::move(item));
        }
        return nullptr;
    }
    template <class T>
    requires requires(T &t, Decoder &d) { T::fields(t, d); }
    const char *decode(const QJsonValue &json, T &value, qsizetype)
    {
        if (!json.isObject())
            return "not an object";
        Decoder inner(json.toObject());
        T::fields(value, inner);
        if (!inner.failed())
            return nullptr;
        m_nested = u'.' + inner.why();
        return "malformed";
    }

    QJsonObject m_object;
    QString m_why;
    QString m_nested;
};

template <class T>
QJsonObject encode(const T &value)
{
    Encoder encoder;
    T::fields(value, encoder);
    return std::move(encoder).object();
}

/// `code` names the problem when the object is malformed.
template <class T>
Parsed<T> decode(const QJsonObject &object, QLatin1StringView code)
{
    Decoder decoder(object);
    T value{};
    T::fields(value, decoder);
    if (decoder.failed())
        return Problem(code, decoder.why());
    return value;
}

/// Any JSON text to its object; nesting deeper than Qt's parser allows, and text that is not an object,
/// is the problem `code`.
Parsed<QJsonObject> parseObject(const QByteArray &json, QLatin1StringView code);

/// The one spelling of an object (keys sorted, no white space): what is hashed and stored.
QByteArray canonicalJson(const QJsonObject &object);

} // namespace balcao::wire
