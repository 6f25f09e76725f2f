// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/logger.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>

#include <cstdio>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kDetailLimit = 200;

// Qt's message handler is a plain function, so it has to find its logger here.
std::atomic<Logger *> s_qtLogger = nullptr;

/// Whatever could be a phone, an account or a card is not worth reading in a log.
QString masked(QString text)
{
    static const QRegularExpression digits(u"[0-9]{6,}"_s);
    static const QRegularExpression quoted(u"\"[^\"]*\""_s);
    return text.replace(digits, u"#"_s).replace(quoted, u"\"…\""_s).simplified().left(kDetailLimit);
}

void handleQtMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (Logger *logger = s_qtLogger)
        logger->warn(type == QtFatalMsg ? "qt-fatal"_L1 : "qt"_L1, failure(Error::Kind::Internal, text));
}

} // namespace

Logger::Logger(const Clock &clock, Sink sink) : m_clock(clock), m_sink(std::move(sink)) {}

void Logger::info(QLatin1StringView what, std::initializer_list<LogField> fields)
{
    write("info"_L1, what, fields, nullptr);
}

void Logger::warn(QLatin1StringView what, std::initializer_list<LogField> fields)
{
    write("warn"_L1, what, fields, nullptr);
}

void Logger::warn(QLatin1StringView what, const Error &error, std::initializer_list<LogField> fields)
{
    write("warn"_L1, what, fields, &error);
}

void Logger::write(QLatin1StringView level, QLatin1StringView what, std::initializer_list<LogField> fields,
                   const Error *error)
{
    QJsonObject line{{u"at"_s, QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), Qt::UTC).toString(Qt::ISODateWithMs)},
                     {u"level"_s, level},
                     {u"what"_s, what}};
    if (error) {
        line.insert(u"error"_s, nameOf(error->kind));
        line.insert(u"detail"_s, masked(error->detail));
    }
    for (const LogField &field : fields)
        field.putInto(line);
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    const QMutexLocker lock(&m_mutex);
    m_sink(bytes);
}

Logger::Sink Logger::standardError()
{
    return [](const QByteArray &line) {
        std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
        std::fflush(stderr);
    };
}

Logger::QtMessages::QtMessages(Logger &logger)
{
    s_qtLogger = &logger;
    qInstallMessageHandler(handleQtMessage);
}

Logger::QtMessages::~QtMessages()
{
    qInstallMessageHandler(nullptr);
    s_qtLogger = nullptr;
}

QLatin1StringView nameOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::NotFound:
        return "not-found"_L1;
    case Error::Kind::Conflict:
        return "conflict"_L1;
    case Error::Kind::Offline:
        return "offline"_L1;
    case Error::Kind::Timeout:
        return "timeout"_L1;
    case Error::Kind::Unauthorized:
        return "unauthorized"_L1;
    case Error::Kind::RateLimited:
        return "rate-limited"_L1;
    case Error::Kind::Rejected:
        return "rejected"_L1;
    case Error::Kind::Corrupt:
        return "corrupt"_L1;
    case Error::Kind::Storage:
        return "storage"_L1;
    case Error::Kind::Internal:
        break;
    }
    return "internal"_L1;
}

} // namespace balcao::relay
