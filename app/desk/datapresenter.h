// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Settings, "Data": what this computer keeps, where, how much it is, and what waits to be sent; and that its disk is
// nearly full, across the window. Only what is true.
// GUI thread; the folder is looked at on the store's reader thread.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

namespace balcao::desk {

struct DataFacts
{
    qint64 conversationBytes = 0;         ///< the copy of the shop's log; can be fetched anew
    qint64 ownBytes = 0;                  ///< drafts, what waits to be sent, small settings
    qint64 asideBytes = 0;                ///< copies that were replaced, kept 30 days
    std::optional<qint64> freeBytes = {}; ///< on that disk, for this user; nothing: the system does not say

    friend bool operator==(const DataFacts &, const DataFacts &) = default;
};

class DataSource
{
public:
    DataSource() = default;
    virtual ~DataSource() = default;
    Q_DISABLE_COPY_MOVE(DataSource)

    virtual void facts(std::function<void(const DataFacts &)> done) = 0;
};

class DataPresenter final : public QObject
{
    Q_OBJECT

public:
    DataPresenter(DataSource &source, QString folder, QObject *parent = nullptr);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString conversationsText() const;
    [[nodiscard]] QString ownText() const;
    /// Empty: there are none.
    [[nodiscard]] QString asideText() const;
    [[nodiscard]] QString waitingText() const;
    /// Empty: not known.
    [[nodiscard]] QString freeText() const;
    /// Empty: there is room.
    [[nodiscard]] QString bannerText() const;

    void setWaiting(int sends);
    /// Looks again, as it does each minute once it has begun.
    void reload();

Q_SIGNALS:
    void changed();

private:
    DataSource &m_source;
    QString m_folder;
    DataFacts m_facts;
    int m_waiting = 0;
    bool m_known = false;
    QTimer m_minute;
};

} // namespace balcao::desk
