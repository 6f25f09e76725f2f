// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/witness.h"

#include <atomic>

namespace balcao::sql {

namespace {

std::atomic<Witness *> g_witness = nullptr;

} // namespace

void setWitness(Witness *witness)
{
    g_witness.store(witness, std::memory_order_release);
}

Witness *witness()
{
    return g_witness.load(std::memory_order_acquire);
}

} // namespace balcao::sql
