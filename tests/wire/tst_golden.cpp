// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The contract as files: tests/fixtures/wire holds one JSON for every kind and call. Whoever changes a
// shape sees it here; a new kind without a file fails. BALCAO_WRITE_GOLDEN=1 writes missing files.
#include "core/problem.h"
#include "support/testmain.h"
#include "wire/filler.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace balcao;
using namespace balcao::wire;
using namespace Qt::Literals::StringLiterals;

class tst_golden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventKindHasItsFile()
    {
        EventBodies::any([&]<class Body>() {
            const QString name = u"event."_s + Body::kKind;
            QRandomGenerator random(static_cast<quint32>(qHash(QString(Body::kKind))));
            offer(name, [&] { return toJson(settled(filledEvent<Body>(random, kWhole))); });
            const QJsonObject json = read(name);
            const auto event = eventFromJson(json);
            check(name, event.ok() && std::holds_alternative<Body>(event->body) && toJson(*event) == json);
            return false;
        });
        QCOMPARE(m_wrong, QStringList());
        QCOMPARE(m_checked, static_cast<int>(EventBodies::kCount));
    }

    void everyCommandKindHasItsFile()
    {
        CommandBodies::any([&]<class Body>() {
            const QString name = u"command."_s + Body::kKind;
            QRandomGenerator random(static_cast<quint32>(qHash(QString(Body::kKind))));
            offer(name, [&] { return toJson(settled(filledCommand<Body>(random, kWhole))); });
            const QJsonObject json = read(name);
            const auto command = commandFromJson(json);
            check(name, command.ok() && std::holds_alternative<Body>(command->body) && toJson(*command) == json);
            return false;
        });
        QCOMPARE(m_wrong, QStringList());
        QCOMPARE(m_checked, static_cast<int>(CommandBodies::kCount));
    }

    void everyCallHasItsFile()
    {
        call<PairRequest>(u"pair.request"_s);
        call<PairAnswer>(u"pair.answer"_s);
        call<SessionRequest>(u"sessions.request"_s);
        call<SessionAnswer>(u"sessions.answer"_s);
        call<PinRequest>(u"pin.request"_s);
        call<LiveRequest>(u"live.request"_s);
        call<CommandBatch>(u"commands.request"_s);
        call<OutcomeBatch>(u"commands.answer"_s);
        call<Health>(u"health.answer"_s);
        call<WireProblem>(u"problem"_s);
        QCOMPARE(m_wrong, QStringList());
        QCOMPARE(m_checked, 10);
    }

    void pageHasItsFile()
    {
        const QString name = u"call.events.answer"_s;
        offer(name, [&] {
            QRandomGenerator random(5);
            EventPage page{LogId(id(1)),
                           1700000000000,
                           30,
                           true,
                           {},
                           filled<Live>(random),
                           RestoredFrom{LogId(id(2)), 12},
                           PageStart{10, 1699999999000}};
            page.events = {settled(filledEvent<CustomerCreated>(random)),
                           settled(filledEvent<MessageReceived>(random))};
            page.events[0].seq = 11;
            page.events[1].seq = 30;
            return parseObject(toBytes(page), problem::kBadRequest).value();
        });
        const QByteArray bytes = canonicalJson(read(name));
        const auto page = eventPageFromBytes(bytes);
        QVERIFY(page.ok());
        QCOMPARE(toBytes(*page), bytes);
    }

    void noFileIsLeftBehind()
    {
        const QStringList files = QDir(folder()).entryList({u"*.json"_s}, QDir::Files);
        for (const QString &file : files) {
            const QString kind = file.section(u'.', 1, -2);
            if (file.startsWith("event."_L1))
                QVERIFY2(isKnownEventKind(kind), qPrintable(file));
            if (file.startsWith("command."_L1))
                QVERIFY2(CommandBodies::any([&]<class Body>() { return kind == Body::kKind; }), qPrintable(file));
        }
        QVERIFY(files.size() >= static_cast<qsizetype>(EventBodies::kCount + CommandBodies::kCount));
    }

    /// Names of values and of refusals: both ends change together, so only a file can tell.
    void namesStayAsTheyAre()
    {
        const QJsonObject names{{u"actor"_s, namesOf<ActorType>()},
                                {u"content"_s, namesOf<ContentType>()},
                                {u"message_state"_s, namesOf<MessageState>()},
                                {u"name_source"_s, namesOf<NameSource>()},
                                {u"outcome"_s, namesOf<OutcomeStatus>()},
                                {u"role"_s, namesOf<Role>()},
                                {u"wake_reason"_s, namesOf<WakeReason>()},
                                {u"problem_of_requests"_s, listed(problem::kOfRequests)},
                                {u"problem_of_sessions"_s, listed(problem::kOfSessions)},
                                {u"problem_of_commands"_s, listed(problem::kOfCommands)}};
        offer(u"names"_s, [&] { return names; });
        QCOMPARE(read(u"names"_s), names);
    }

    void init()
    {
        m_wrong.clear();
        m_checked = 0;
    }

private:
    static constexpr Filler::Keys kWhole = Filler::Keys::Whole;

    template <class E>
    static QJsonArray namesOf()
    {
        QJsonArray names;
        for (const auto &entry : wireNames(E{}))
            names.append(QString(entry.name));
        return names;
    }
    template <std::size_t N>
    static QJsonArray listed(const QLatin1StringView (&codes)[N])
    {
        QJsonArray names;
        for (const QLatin1StringView code : codes)
            names.append(QString(code));
        return names;
    }
    static QString folder() { return test::placeOf("fixtures"_L1) + u"/wire"_s; }
    static QUuid id(quint32 n) { return QUuid(n, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1); }

    static Event settled(Event event)
    {
        event.cause = CommandId(id(3));
        event.desk.reset();
        return event;
    }
    static Command settled(Command command)
    {
        command.id = CommandId(id(4));
        command.operatorId = OperatorId(id(5));
        return command;
    }

    template <class T>
    void call(const QString &call)
    {
        const QString name = u"call."_s + call;
        QRandomGenerator random(static_cast<quint32>(qHash(call)));
        offer(name, [&] { return encode(filled<T>(random, kWhole)); });
        const QJsonObject json = read(name);
        const auto parsed = decode<T>(json, problem::kBadRequest);
        check(name, parsed.ok() && encode(*parsed) == json);
    }

    template <class F>
    void offer(const QString &name, F &&make)
    {
        if (!qEnvironmentVariableIsSet("BALCAO_WRITE_GOLDEN") || QFile::exists(path(name)))
            return;
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(make()).toJson());
    }

    static QString path(const QString &name) { return folder() + u'/' + name + u".json"_s; }
    static QJsonObject read(const QString &name)
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    void check(const QString &name, bool good)
    {
        ++m_checked;
        if (!good)
            m_wrong.append(name);
    }

    QStringList m_wrong;
    int m_checked = 0;
};

BALCAO_TEST(tst_golden)
#include "tst_golden.moc"
