// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/witness.h"

#include <atomic>
#include <mutex>

namespace balcao::sql {

namespace {

// Held during a call, so that a witness does not end while a statement of another thread is telling it something.
std::mutex g_call;
std::atomic<Witness *> g_witness = nullptr;

template <class Tell>
void tell(Tell what)
{
    // All that the programs pay.
    if (g_witness.load(std::memory_order_relaxed) == nullptr)
        return;
    const std::lock_guard lock(g_call);
    if (Witness *one = g_witness.load(std::memory_order_relaxed))
        what(*one);
}

} // namespace

void setWitness(Witness *witness)
{
    const std::lock_guard lock(g_call);
    g_witness.store(witness, std::memory_order_relaxed);
}

void tellRan(const QString &sql)
{
    tell([&](Witness &one) { one.ran(sql); });
}

void tellRow(const QString &sql)
{
    tell([&](Witness &one) { one.readRow(sql); });
}

} // namespace balcao::sql
