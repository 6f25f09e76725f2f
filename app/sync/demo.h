// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The sample shop: starts `balcao-relay sandbox` beside this program, reads its one line, and gives the
// address and the code. The child ends with us. GUI thread.
#pragma once

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <functional>

namespace balcao::sync {

class Demo final : public QObject
{
    Q_OBJECT

public:
    enum class Outcome { Ready, Missing, Failed };
    using Done = std::function<void(Outcome, const QString &address, const QString &code)>;

    /// `programFolder`: where balcao-relay stands.
    explicit Demo(QString programFolder, QObject *parent = nullptr);
    ~Demo() override;

    void start(Done done);

private:
    void readLine();
    void finish(Outcome outcome, const QString &address = {}, const QString &code = {});

    QString m_folder;
    QProcess m_process;
    QTimer m_patience;
    QByteArray m_output;
    Done m_done;
};

} // namespace balcao::sync
