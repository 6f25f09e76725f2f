// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A relay's file in a temporary folder with a clock that moves when told to, worked as the writer does:
// each job in a savepoint of a transaction. A shop with a manager and an attendant stands already.
#pragma once

#include "metabody.h"
#include "relay/commands/commands.h"
#include "relay/ingest/ingest.h"
#include "relay/store/upkeep.h"

#include <QTemporaryDir>

namespace balcao::test {

class TestStore
{
public:
    TestStore();

    ManualClock clock{kWritten + 1000};
    OperatorId manager = OperatorId::create();
    OperatorId attendant = OperatorId::create();
    DeskId desk = DeskId::create();
    DeskId otherDesk = DeskId::create();

    relay::RelayData &data() { return *m_data; }
    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("relay.db")); }
    [[nodiscard]] QString file(const QString &name) const { return m_dir.filePath(name); }
    void close() { m_data.reset(); }
    /// Aborts the test run when the file does not open.
    void open(const QString &path);
    void reopen();

    /// In a savepoint inside a transaction, kept when it succeeds. Aborts on Storage errors.
    Result<void> job(const std::function<Result<void>(relay::RelayData &)> &work);
    Result<void> webhook(const QByteArray &body);
    void text(const Writer &from, const QString &wamid, const QString &text, qint64 atMs = kWritten);
    void status(const QString &wamid, const QString &status, const QJsonObject &more = {});

    /// A command by the attendant at `desk`, made now.
    wire::Command command(wire::CommandBody body);
    wire::Outcome apply(const wire::Command &command, std::optional<OperatorId> session = {});
    wire::Outcome apply(wire::CommandBody body) { return apply(command(std::move(body))); }
    wire::Outcome applyAt(DeskId at, const wire::Command &command, std::optional<OperatorId> session = {});
    wire::Outcome applyAsManager(wire::CommandBody body);

    QList<wire::Event> events(qint64 after = 0);
    qint64 head();
    /// Kinds of the events after `after`, joined by spaces.
    QString kinds(qint64 after = 0);
    template <class Body>
    QList<wire::Event> of()
    {
        QList<wire::Event> found;
        for (const wire::Event &event : events()) {
            if (std::holds_alternative<Body>(event.body))
                found.append(event);
        }
        return found;
    }
    /// The newest event of the kind; aborts the test run when there is none.
    template <class Body>
    wire::Event last()
    {
        const QList<wire::Event> found = of<Body>();
        Q_ASSERT_X(!found.isEmpty(), "TestStore::last", Body::kKind.data());
        return found.last();
    }
    template <class Body>
    Body lastBody()
    {
        return std::get<Body>(last<Body>().body);
    }
    qint64 count(const QString &table);

private:
    QTemporaryDir m_dir;
    std::unique_ptr<relay::RelayData> m_data;
};

QString problemOf(const wire::Outcome &outcome);

} // namespace balcao::test
