// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/relayprocess.h"

#include "support/testmain.h"
#include "wire/calls.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Free now, and ours as soon as the relay takes it.
quint16 freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no free port");
    return server.serverPort();
}

} // namespace

RelayProcess::RelayProcess(const sandbox::Account &account, const QUrl &graph)
    : m_account(account), m_graph(graph), m_data(m_dir.filePath(u"data"_s)), m_port(freePort())
{
}

RelayProcess::~RelayProcess()
{
    kill();
}

QUrl RelayProcess::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

QByteArray RelayProcess::log() const
{
    return m_log;
}

void RelayProcess::writeConfig()
{
    QByteArray text = "[relay]\nlisten=127.0.0.1:" + QByteArray::number(m_port) + "\ndata=" + m_data.toUtf8() +
                      "\n[shop]\nname=Padaria\n[whatsapp]\ngraph_url=" + m_graph.toEncoded() +
                      "\ngraph_version=" + m_account.graphVersion.toUtf8() + "\nwaba_id=" + m_account.wabaId.toUtf8() +
                      "\n";
    for (qsizetype i = 0; i < m_account.channels.size(); ++i) {
        text += "[channel." + QByteArray::number(i + 1) +
                "]\nphone_number_id=" + m_account.channels[i].phoneNumberId.toUtf8() + "\n";
    }
    if (!m_bank.isEmpty())
        text += "[pix]\n" + m_bank + "webhook_url=" + url().toEncoded() + "/hooks/pix\n";
    QFile file(m_dir.filePath(u"relay.ini"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write the relay's configuration");
}

QProcessEnvironment RelayProcess::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"CREDENTIALS_DIRECTORY"_s);
    environment.insert(u"BALCAO_APP_SECRET"_s, QString::fromLatin1(m_account.appSecret));
    environment.insert(u"BALCAO_VERIFY_TOKEN"_s, u"e2e-verify-token"_s);
    environment.insert(u"BALCAO_WHATSAPP_TOKEN"_s, QString::fromLatin1(m_account.accessToken));
    if (!m_bank.isEmpty()) {
        environment.insert(u"BALCAO_PIX_CLIENT_ID"_s, QString::fromLatin1(m_bankId));
        environment.insert(u"BALCAO_PIX_CLIENT_SECRET"_s, QString::fromLatin1(m_bankSecret));
        environment.insert(u"BALCAO_PIX_HOOK_SECRET"_s, u"e2e-hook-word"_s);
    }
    return environment;
}

void RelayProcess::start()
{
    writeConfig();
    m_ready = false;
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(environment());
    QObject::connect(m_process.get(), &QProcess::readyReadStandardError, m_process.get(), [this] {
        const QByteArray lines = m_process->readAllStandardError();
        m_log += lines;
        m_ready = m_ready || lines.contains("\"started\"");
    });
    m_process->start(placeOf("relay"_L1), {u"serve"_s, u"--config"_s, m_dir.filePath(u"relay.ini"_s)});
}

void RelayProcess::startAndWait()
{
    start();
    if (!QTest::qWaitFor([this] { return m_ready; }, 30'000))
        qFatal("the relay does not start: %s", m_log.right(2000).constData());
}

void RelayProcess::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished();
    m_process.reset();
    m_ready = false;
}

void RelayProcess::stop()
{
    m_process->terminate();
    if (!m_process->waitForFinished(60'000))
        qFatal("the relay does not stop");
    m_log += m_process->readAllStandardError();
    m_process.reset();
    m_ready = false;
}

QStringList RelayProcess::console(const QStringList &args, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(placeOf("relay"_L1), QStringList(args) << u"--config"_s << m_dir.filePath(u"relay.ini"_s));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qFatal("console: %s", process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n');
}

QByteArray RelayProcess::post(const QString &path, const QByteArray &body, const QByteArray &token)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(url().toString() + path));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Content-Type", "application/json");
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
    QSignalSpy(reply.get(), &QNetworkReply::finished).wait(30'000);
    const bool good = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
    return good ? reply->readAll() : QByteArray();
}

QByteArray RelayProcess::pairedDesk()
{
    const QString code = console({u"pair"_s}).value(0);
    const wire::PairRequest body{code, u"PC"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)};
    const auto answer = wire::fromBytes<wire::PairAnswer>(post(u"/v1/pair"_s, wire::toBytes(body), {}));
    if (!answer)
        qFatal("the desk could not be paired");
    return answer->token.toLatin1();
}

} // namespace balcao::test
