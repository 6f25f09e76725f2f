// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// `balcao-relay serve` as a process of its own, on one port for the whole test, made to be killed and started
// again. Aborts the test run when it does not start.
#pragma once

#include "sandbox/account.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace balcao::test {

class RelayProcess
{
public:
    RelayProcess(const sandbox::Account &account, const QUrl &graph);
    ~RelayProcess();
    Q_DISABLE_COPY_MOVE(RelayProcess)

    /// Does not wait; isReady() tells.
    void start();
    void startAndWait();
    void kill();
    /// As systemd does: what waits is written, and the log's last line counts it.
    void stop();
    [[nodiscard]] qint64 pid() const { return m_process ? m_process->processId() : 0; }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] QUrl url() const;
    /// What the console says; the test run aborts on an exit code.
    QStringList console(const QStringList &args, const QByteArray &input = {});
    /// A new desk's token.
    QByteArray pairedDesk();
    /// POST from that desk; empty unless it is answered with 200.
    QByteArray post(const QString &path, const QByteArray &body, const QByteArray &token);
    /// From the next start() on: lines of [pix], and who the shop is to that bank.
    void useBank(const QByteArray &lines, const QByteArray &clientId, const QByteArray &clientSecret)
    {
        m_bank = lines;
        m_bankId = clientId;
        m_bankSecret = clientSecret;
    }
    /// The next start() uses this folder.
    void useData(const QString &folder) { m_data = folder; }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    /// All lines of all runs.
    [[nodiscard]] QByteArray log() const;

private:
    void writeConfig();
    QProcessEnvironment environment() const;

    QTemporaryDir m_dir;
    sandbox::Account m_account;
    QUrl m_graph;
    QString m_data;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_bank;
    QByteArray m_bankId;
    QByteArray m_bankSecret;
    QByteArray m_log;
    bool m_ready = false;
};

} // namespace balcao::test
