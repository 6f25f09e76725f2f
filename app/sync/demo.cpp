// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sync/demo.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace balcao::sync {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPatienceMs = 30000;
constexpr int kGoodbyeMs = 3000;

} // namespace

Demo::Demo(QString programFolder, QObject *parent) : QObject(parent), m_folder(std::move(programFolder))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(Outcome::Failed); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &Demo::readLine);
    connect(&m_process, &QProcess::finished, this, [this] { finish(Outcome::Failed); });
    connect(&m_process, &QProcess::errorOccurred, this, [this] { finish(Outcome::Failed); });
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setStandardErrorFile(QProcess::nullDevice());
}

Demo::~Demo()
{
    m_done = {};
    m_process.disconnect(this);
    m_process.closeWriteChannel(); // its parent is gone: it stops by itself
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kGoodbyeMs)) {
        m_process.kill();
        m_process.waitForFinished(kGoodbyeMs);
    }
}

void Demo::start(Done done)
{
#ifdef Q_OS_WIN
    const QString program = m_folder + u"/balcao-relay.exe"_s;
#else
    const QString program = m_folder + u"/balcao-relay"_s;
#endif
    if (!QFileInfo(program).isExecutable())
        return done(Outcome::Missing, {}, {});
    m_done = std::move(done);
    m_output.clear();
    m_patience.start();
    m_process.start(program, {u"sandbox"_s, u"--child"_s});
}

void Demo::readLine()
{
    m_output += m_process.readAllStandardOutput();
    const qsizetype end = m_output.indexOf('\n');
    if (end < 0)
        return;
    const QJsonObject line = QJsonDocument::fromJson(m_output.left(end)).object();
    const QString url = line.value("url"_L1).toString();
    const QString code = line.value("code"_L1).toString();
    finish(url.isEmpty() || code.isEmpty() ? Outcome::Failed : Outcome::Ready, url, code);
}

void Demo::finish(Outcome outcome, const QString &address, const QString &code)
{
    m_patience.stop();
    if (const Done done = std::exchange(m_done, {}))
        done(outcome, address, code);
}

} // namespace balcao::sync
