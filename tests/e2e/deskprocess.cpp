// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskprocess.h"

#include "store/outboxstore.h"
#include "support/storedump.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What a charge is remembered by, whose words are its command's.
const QString kCharge = u"charge "_s;

} // namespace

DeskProcess::DeskProcess(QUrl relay, QByteArray token) : m_relay(std::move(relay)), m_token(std::move(token)) {}

DeskProcess::~DeskProcess()
{
    kill();
}

void DeskProcess::start()
{
    forgetDurable();
    m_ready = false;
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DESKPROBE_TOKEN"_s, QString::fromLatin1(m_token));
    m_process->setProcessEnvironment(environment);
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QObject::connect(m_process.get(), &QProcess::readyReadStandardOutput, m_process.get(), [this] { heard(); });
    m_process->start(placeOf("deskprobe"_L1), {m_dir.path(), m_relay.toString()});
    for (const Typed &typed : std::as_const(m_typed))
        m_process->write(typed.line);
}

void DeskProcess::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished();
    heard();
    m_process.reset();
    m_ready = false;
}

void DeskProcess::stop()
{
    if (!m_process)
        return;
    m_process->closeWriteChannel();
    if (!m_process->waitForFinished(30'000))
        qFatal("the desk does not end");
    m_process.reset();
    m_ready = false;
}

void DeskProcess::heard()
{
    while (m_process->canReadLine()) {
        const QJsonObject line = QJsonDocument::fromJson(m_process->readLine()).object();
        m_ready = m_ready || line.value("started"_L1).toBool();
        m_typed.removeIf([&](const Typed &typed) { return typed.text == line.value("durable"_L1).toString(); });
    }
}

void DeskProcess::forgetDurable()
{
    if (m_typed.isEmpty())
        return;
    const auto local = store::StoreFolder(m_dir.path()).openLocal({});
    if (!local)
        qFatal("local.db cannot be opened: %s", qPrintable(local.error().detail));
    const auto texts = (*local)
                           ->prepare(u"SELECT text, id FROM outbox WHERE message IS NOT NULL"_s)
                           .all([](const sql::Statement &row) {
                               return row.text(0).isEmpty() ? kCharge + row.id<CommandId>(1).text() : row.text(0);
                           });
    if (!texts)
        qFatal("local.db cannot be read: %s", qPrintable(texts.error().detail));
    m_typed.removeIf([&](const Typed &typed) { return texts->contains(typed.text); });
}

void DeskProcess::act(const QString &text, QJsonObject line)
{
    line.insert(u"text"_s, text);
    m_typed.append({text, QJsonDocument(line).toJson(QJsonDocument::Compact).append('\n')});
    if (m_process)
        m_process->write(m_typed.last().line);
}

void DeskProcess::send(ConversationId conversation, OperatorId by, const QString &text)
{
    act(text, {{u"conversation"_s, conversation.text()}, {u"operator"_s, by.text()}});
}

void DeskProcess::sendAgain(ConversationId conversation, OperatorId by, const QString &text, MessageId before)
{
    act(text, {{u"conversation"_s, conversation.text()}, {u"operator"_s, by.text()}, {u"again"_s, before.text()}});
}

void DeskProcess::work(const wire::CommandBody &body, ConversationId conversation, OperatorId by, bool based)
{
    act(u"act %1"_s.arg(++m_acts), {{u"act"_s, wire::toJson(wire::makeCommand(body, by, 0))},
                                    {u"based"_s, based},
                                    {u"conversation"_s, conversation.text()},
                                    {u"operator"_s, by.text()}});
}

void DeskProcess::charge(const wire::Command &command)
{
    act(kCharge + command.id.text(),
        {{u"charge"_s, wire::toJson(command)}, {u"operator"_s, command.operatorId.text()}});
}

void DeskProcess::takeBack(ConversationId conversation, OperatorId by, const QString &text)
{
    const QJsonObject line{{u"conversation"_s, conversation.text()}, {u"operator"_s, by.text()}, {u"back"_s, text}};
    m_process->write(QJsonDocument(line).toJson(QJsonDocument::Compact).append('\n'));
}

void DeskProcess::resolve(ConversationId conversation, OperatorId by)
{
    const QJsonObject line{{u"conversation"_s, conversation.text()}, {u"operator"_s, by.text()}, {u"resolve"_s, true}};
    m_process->write(QJsonDocument(line).toJson(QJsonDocument::Compact).append('\n'));
}

store::ProjectionHead DeskProcess::head() const
{
    return look(store::ProjectionHead(),
                [](sql::Connection &db) { return store::projectionHead(db).valueOr(store::ProjectionHead()); });
}

QList<store::ThreadRow> DeskProcess::messages() const
{
    return look(QList<store::ThreadRow>(), [](sql::Connection &db) {
        QList<store::ThreadRow> all;
        const auto ids = db.prepare(u"SELECT id FROM conversation"_s).all([](const sql::Statement &row) {
            return row.id<ConversationId>(0);
        });
        for (const ConversationId &id : ids.valueOr({})) {
            const auto rows = store::ThreadReader(db).newest(id, 1000).valueOr({});
            for (const store::ThreadRow &row : rows) {
                if (row.kind == store::RowKind::Message)
                    all.append(row);
            }
        }
        return all;
    });
}

QStringList DeskProcess::inboundTexts() const
{
    QStringList texts;
    for (const store::ThreadRow &row : messages()) {
        if (!row.outbound)
            texts.append(row.text);
    }
    texts.sort();
    return texts;
}

QHash<QString, ConversationId> DeskProcess::conversations() const
{
    return look(QHash<QString, ConversationId>(), [](sql::Connection &db) {
        QHash<QString, ConversationId> found;
        const auto rows =
            db.prepare(u"SELECT c.wa_id, v.id FROM conversation v JOIN customer c ON c.id = v.customer"_s)
                .all([](const sql::Statement &row) { return std::pair(row.text(0), row.id<ConversationId>(1)); });
        for (const auto &[waId, id] : rows.valueOr({}))
            found.insert(waId, id);
        return found;
    });
}

QStringList DeskProcess::dump() const
{
    return look(QStringList(), [](sql::Connection &db) { return dumped(db); });
}

QList<store::PendingRow> DeskProcess::pending(ConversationId conversation) const
{
    const auto local = store::StoreFolder(m_dir.path()).openLocal({}, true);
    return local ? store::OutboxStore(**local).shownIn(conversation).valueOr({}) : QList<store::PendingRow>();
}

QString DeskProcess::draft(ConversationId conversation, OperatorId by) const
{
    const auto local = store::StoreFolder(m_dir.path()).openLocal({}, true);
    return local ? store::DraftStore(**local).find(conversation, by).valueOr({}) : QString();
}

qint64 DeskProcess::unsettled() const
{
    const auto local = store::StoreFolder(m_dir.path()).openLocal({}, true);
    if (!local)
        return -1;
    const auto count =
        (*local)->prepare(u"SELECT count(*) FROM outbox WHERE state IN (0, 1)"_s).one([](const sql::Statement &row) {
            return row.int64(0);
        });
    return count ? count->value_or(-1) : -1;
}

} // namespace balcao::test
