// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// DataSource over the store's folder. GUI thread; the files are looked at on the reader thread.
#pragma once

#include "desk/datapresenter.h"
#include "store/store.h"

namespace balcao::desk {

class StoreData final : public QObject, public DataSource
{
    Q_OBJECT

public:
    explicit StoreData(store::Store &store, QObject *parent = nullptr) : QObject(parent), m_store(store) {}

    void facts(std::function<void(const DataFacts &)> done) override;

private:
    store::Store &m_store;
};

} // namespace balcao::desk
