// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The last shared act and how to take it back, for eight seconds. Sending is never delayed for it. GUI thread.
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace balcao::desk {

class UndoPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kOfferedMs = 8000;

    explicit UndoPresenter(QObject *parent = nullptr);

    /// Empty: there is nothing to take back.
    [[nodiscard]] const QString &text() const { return m_text; }

    void offer(const QString &what, std::function<void()> undo);
    /// Words without anything to take back.
    void tell(const QString &what);
    /// The same of what nobody has asked for: it waits while something can be taken back.
    void mention(const QString &what);
    [[nodiscard]] bool canUndo() const { return m_undo != nullptr; }
    void undo();
    void dismiss();

Q_SIGNALS:
    void changed();

private:
    QString m_text;
    std::function<void()> m_undo;
    QString m_next; ///< to be told when this is over
    QTimer m_over;
};

} // namespace balcao::desk
