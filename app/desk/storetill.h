// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// TillSource over the store. GUI thread.
#pragma once

#include "desk/tillsource.h"
#include "store/store.h"

#include <QObject>

namespace balcao::desk {

class StoreTill final : public QObject, public TillSource
{
    Q_OBJECT

public:
    explicit StoreTill(store::Store &store) : m_store(store) {}

    void day(const QString &day, const DayBounds &bounds, Read done) override;

private:
    store::Store &m_store;
};

} // namespace balcao::desk
