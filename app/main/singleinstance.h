// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One desk for each data folder: the second start raises the first one's window, or asks it to end, and ends
// itself. A lock left by a crash is taken over.
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
    enum class Wish { Raise, Quit };
    /// Taken: another one runs, and has been told the wish. Failed: the folder cannot be written.
    Claim claim(Wish wish = Wish::Raise);

Q_SIGNALS:
    void raiseRequested();
    void quitRequested();

private:
    [[nodiscard]] bool tell(Wish wish) const;
    void hear(class QLocalSocket *caller);

    QLockFile m_lock;
    QString m_name;
    QLocalServer m_server;
};

} // namespace balcao
