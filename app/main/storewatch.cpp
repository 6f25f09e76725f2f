// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "main/storewatch.h"

#include "core/clock.h"

namespace balcao {

StoreWatch::StoreWatch(store::Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_minute.setInterval(static_cast<int>(kMinuteMs));
    connect(&m_minute, &QTimer::timeout, this, &StoreWatch::look);
}

void StoreWatch::look()
{
    using Place = store::MessageSum::Place;
    m_store.read([from = m_place](store::StoreReader &reader) { return reader.sums().look(from, kAtOnce); }, this,
                 [this](const Result<Place> &reached) { m_place = reached.valueOr(Place()); });
}

} // namespace balcao
