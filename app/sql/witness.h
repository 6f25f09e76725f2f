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

/// One for the process, null for none, as in the programs. It is called on any thread, one call at a time, and may not
/// run SQL itself. When this returns, nobody is within the earlier one: it may be destroyed.
void setWitness(Witness *witness);

/// By the statements themselves.
void tellRan(const QString &sql);
void tellRow(const QString &sql);

} // namespace balcao::sql
