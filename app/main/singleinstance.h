// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One desk for each data folder: the second start raises the first one's window and ends. A lock left by a
// crash is taken over.
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace balcao {

class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &folder);

    enum class Claim { Ours, Taken, Failed };
    /// Taken: another one runs, and has been asked to show itself. Failed: the folder cannot be written.
    Claim claim();

Q_SIGNALS:
    void raiseRequested();

private:
    QLockFile m_lock;
    QString m_name;
    QLocalServer m_server;
};

} // namespace balcao
