// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Sees every statement that is run and every row that is read, on the thread where it happens: how tests count
// what a window costs, and prove where no SQL runs. The programs have none.
#pragma once

#include <QString>

namespace balcao::sql {

class Witness
{
public:
    Witness() = default;
    virtual ~Witness() = default;
    Q_DISABLE_COPY_MOVE(Witness)

    virtual void ran(const QString &sql) = 0;
    virtual void readRow(const QString &sql) = 0;
};

/// One for the process, null for none. It must outlive its being set, and be safe to call from any thread.
void setWitness(Witness *witness);
/// Null in the programs.
Witness *witness();

} // namespace balcao::sql
