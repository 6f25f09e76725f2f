// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The relay's log: one JSON object on one line for each thing that happened. A field is a number, one of
// our own ids or a literal of the program, so that a name, a phone, a text, a token or a URL has no way
// in. Any thread.
#pragma once

#include "core/clock.h"
#include "core/id.h"
#include "core/result.h"

#include <QJsonObject>
#include <QLatin1StringView>
#include <QMutex>

#include <concepts>
#include <functional>
#include <initializer_list>

namespace balcao::relay {

class LogField
{
public:
    template <std::integral T>
    LogField(QLatin1StringView key, T value) : m_key(key), m_value(static_cast<qint64>(value))
    {
    }
    template <class Tag>
    LogField(QLatin1StringView key, const Id<Tag> &id) : m_key(key), m_value(id.text())
    {
    }
    /// A literal of this program: a state, a call's name, a problem's code.
    LogField(QLatin1StringView key, QLatin1StringView literal) : m_key(key), m_value(QString(literal)) {}

    void putInto(QJsonObject &line) const { line.insert(m_key, m_value); }

private:
    QLatin1StringView m_key;
    QJsonValue m_value;
};

class Logger
{
public:
    using Sink = std::function<void(const QByteArray &line)>; ///< called under a lock; ends with '\n'

    explicit Logger(const Clock &clock, Sink sink = standardError());
    Q_DISABLE_COPY_MOVE(Logger)

    void info(QLatin1StringView what, std::initializer_list<LogField> fields = {});
    void warn(QLatin1StringView what, std::initializer_list<LogField> fields = {});
    /// With the error's kind and its detail, which by Result's own rule holds nothing personal.
    void warn(QLatin1StringView what, const Error &error, std::initializer_list<LogField> fields = {});

    static Sink standardError();

    /// Sends Qt's own messages here while it lives, runs of digits masked, cut short. One at a time.
    class QtMessages
    {
    public:
        explicit QtMessages(Logger &logger);
        ~QtMessages();
        Q_DISABLE_COPY_MOVE(QtMessages)
    };

private:
    void write(QLatin1StringView level, QLatin1StringView what, std::initializer_list<LogField> fields,
               const Error *error);

    const Clock &m_clock;
    QMutex m_mutex;
    Sink m_sink;
};

QLatin1StringView nameOf(Error::Kind kind);

} // namespace balcao::relay
