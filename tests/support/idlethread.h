// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the thread of the windows may not do: ask the store, read or write JSON, wait for the disk. Counts what is done
// on the thread that made this, by SQL's witness and by standing before the functions of Qt and of libc. One at a time.
#pragma once

#include "sql/witness.h"

#include <QString>

namespace balcao::test {

class IdleThread final : public sql::Witness
{
public:
    IdleThread();
    ~IdleThread() override;

    void ran(const QString &sql) override;
    void readRow(const QString &) override {}

    [[nodiscard]] int statements() const { return m_statements; }
    /// Bytes of the longest document.
    [[nodiscard]] qsizetype json() const { return m_json; }
    [[nodiscard]] int syncs() const { return m_syncs; }

    /// From the functions themselves.
    static void sawJson(qsizetype bytes);
    static void sawSync();

private:
    [[nodiscard]] bool isHere() const;

    Qt::HANDLE m_home;
    int m_statements = 0;
    qsizetype m_json = 0;
    int m_syncs = 0;
};

} // namespace balcao::test
