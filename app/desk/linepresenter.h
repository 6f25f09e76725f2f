// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Settings, "Connection and number": the way that a message goes, the shop's numbers and its server, as far as this desk
// knows them, and no further: what only Meta could say is not there. GUI thread.
#pragma once

#include "desk/connectionpresenter.h"
#include "desk/meterpresenter.h"
#include "sync/checkupanswer.h"

#include <functional>

namespace balcao::desk {

/// What it asks of the world; sync's checkup stands behind it.
class LineCheck
{
public:
    LineCheck() = default;
    virtual ~LineCheck() = default;
    Q_DISABLE_COPY_MOVE(LineCheck)

    virtual void ask(std::function<void(const sync::CheckupAnswer &)> done) = 0;
};

class LinePresenter final : public QObject
{
    Q_OBJECT

public:
    enum class Level { Unknown, Good, Trouble };
    /// One that a message comes by.
    struct Station
    {
        QString name;
        QString detail;
        Level level = Level::Unknown;

        friend bool operator==(const Station &, const Station &) = default;
    };
    struct Fact
    {
        QString caption;
        QString value;

        friend bool operator==(const Fact &, const Fact &) = default;
    };
    struct Shop
    {
        QString address; ///< of its server, as it was typed
        QString device;  ///< what this computer is called there
        QStringList desks;
        QList<store::ChannelRow> channels;
        QList<store::PausedChannelRow> paused;
    };

    LinePresenter(LineCheck &check, const ConnectionPresenter &connection, const MeterPresenter &meter,
                  const Wording &wording, const Clock &clock, const Clock &relayClock);

    void setShop(const Shop &shop);

    [[nodiscard]] QList<Station> stations() const;
    /// Of the way: what came last, what waits.
    [[nodiscard]] QList<Fact> facts() const;
    /// Of each number.
    [[nodiscard]] QList<QList<Fact>> numbers() const;
    /// In place of them, while nothing is known of any.
    [[nodiscard]] QString noNumberText() const;
    [[nodiscard]] QList<Fact> server() const;
    /// When it was tested, or that it is being; empty: not yet.
    [[nodiscard]] QString testText() const;
    [[nodiscard]] bool isTesting() const { return m_isTesting; }
    void test();

Q_SIGNALS:
    void changed();
    /// The server has answered, whatever was thought of the connection.
    void reached();

private:
    void heard(const sync::CheckupAnswer &answer);
    [[nodiscard]] Station here() const;
    [[nodiscard]] Station atServer() const;
    [[nodiscard]] Station atWhatsApp() const;
    [[nodiscard]] bool isTestFresh() const;
    [[nodiscard]] QString ago(const Clock &clock, qint64 atMs) const;

    LineCheck &m_check;
    const ConnectionPresenter &m_connection;
    const MeterPresenter &m_meter;
    const Wording &m_wording;
    const Clock &m_clock;
    const Clock &m_relayClock;
    Shop m_shop;
    sync::CheckupAnswer m_answer; ///< of the last test
    qint64 m_testedAt = 0;        ///< relay time; 0: not yet
    bool m_isTesting = false;
};

} // namespace balcao::desk
