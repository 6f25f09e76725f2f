// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A desk without a window: store, client and sync as in the program. A line of JSON on stdin is one act of
// whoever serves; a line on stdout says that it is durable. Ends when stdin does. Made to be killed.

#include "http/qthttpclient.h"
#include "net/relayclient.h"
#include "store/store.h"
#include "sync/sync.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

template <class T>
T idIn(const QJsonObject &line, QLatin1StringView key)
{
    return T::fromText(line.value(key).toString()).value_or(T());
}

class Probe : public QObject
{
    Q_OBJECT

public:
    Probe(const QString &folder, const QUrl &relay, const QByteArray &token)
        : m_relayClock(m_clock),
          m_random(QRandomGenerator::securelySeeded()),
          m_http({relay.host()}),
          m_client(m_http, relay, token),
          m_store(folder, {}, m_clock.nowMs()),
          m_sync(m_store, m_client, m_clock, m_relayClock, m_random, pace())
    {
        m_store.write([](store::StoreWriter &writer) { return writer.head(); }, this,
                      [this](const Result<store::ProjectionHead> &head) {
                          say({{u"started"_s, head.ok()}});
                          m_sync.start();
                      });
    }

    void read()
    {
        char bytes[4096];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0)
            return QCoreApplication::quit();
        m_input.append(bytes, count);
        for (qsizetype end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n')) {
            act(QJsonDocument::fromJson(m_input.left(end)).object());
            m_input.remove(0, end + 1);
        }
    }

private:
    static sync::Puller::Pace pace()
    {
        sync::Puller::Pace pace;
        pace.firstRetry = std::chrono::milliseconds(100);
        pace.lastRetry = std::chrono::milliseconds(500);
        return pace;
    }

    void act(const QJsonObject &line)
    {
        const auto conversation = idIn<ConversationId>(line, "conversation"_L1);
        const auto by = idIn<OperatorId>(line, "operator"_L1);
        const QString text = line.value("text"_L1).toString();
        const auto done = [text](bool durable) {
            if (durable)
                say({{u"durable"_s, text}});
        };
        if (line.contains("back"_L1)) {
            takeBack(conversation, by, line.value("back"_L1).toString());
        } else if (line.contains("charge"_L1)) {
            const auto command = wire::commandFromJson(line.value("charge"_L1).toObject());
            if (command)
                m_sync.outbox().charge(command->id, std::get<wire::ChargePix>(command->body), by, done);
        } else if (line.contains("act"_L1)) {
            const auto command = wire::commandFromJson(line.value("act"_L1).toObject());
            if (command)
                m_sync.outbox().act(command->body, conversation, by, line.value("based"_L1).toBool(), done);
        } else if (line.contains("resolve"_L1))
            m_sync.work().resolve(conversation, by);
        else if (line.contains("again"_L1))
            m_sync.outbox().sendAgain(conversation, idIn<MessageId>(line, "again"_L1), text, by, done);
        else
            m_sync.outbox().sendText(conversation, text, by, done);
    }

    void takeBack(ConversationId conversation, OperatorId by, const QString &text)
    {
        m_store.read([conversation](store::StoreReader &reader) { return reader.outbox().shownIn(conversation); }, this,
                     [this, conversation, by, text](const Result<QList<store::PendingRow>> &rows) {
                         for (const store::PendingRow &row : rows.valueOr({})) {
                             if (row.text == text)
                                 m_sync.outbox().takeBack(row.id, conversation, by, [](const auto &) {});
                         }
                         say({{u"looked"_s, text}});
                     });
    }

    static void say(const QJsonObject &line)
    {
        std::fputs(QJsonDocument(line).toJson(QJsonDocument::Compact).append('\n').constData(), stdout);
        std::fflush(stdout);
    }

    SystemClock m_clock;
    OffsetClock m_relayClock;
    QRandomGenerator m_random;
    http::QtHttpClient m_http;
    net::RelayClient m_client;
    store::Store m_store;
    sync::Sync m_sync;
    QByteArray m_input;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (argc != 3)
        return 2;
    Probe probe(QString::fromLocal8Bit(argv[1]), QUrl(QString::fromLocal8Bit(argv[2])), qgetenv("DESKPROBE_TOKEN"));
    const QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &probe, &Probe::read);
    return QCoreApplication::exec();
}

#include "deskprobe.moc"
