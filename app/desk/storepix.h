// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// PixSource over the store. GUI thread.
#pragma once

#include "desk/pixactions.h"
#include "store/store.h"

#include <QObject>

namespace balcao::desk {

class StorePix final : public QObject, public PixSource
{
    Q_OBJECT

public:
    explicit StorePix(store::Store &store) : m_store(store) {}

    void account(std::function<void(const store::PixAccountRow &)> done) override;

private:
    store::Store &m_store;
};

} // namespace balcao::desk
