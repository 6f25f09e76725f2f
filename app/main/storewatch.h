// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Looks through this computer's copy of the log, a little each minute, for what its disk has changed and nobody has
// opened since. What it finds the store fetches again by itself. GUI thread; reading is the reader thread's.
#pragma once

#include "store/store.h"

#include <QObject>
#include <QTimer>

namespace balcao {

class StoreWatch final : public QObject
{
    Q_OBJECT

public:
    /// A hundredth of a second; a million messages in eight hours.
    static constexpr int kAtOnce = 2000;

    explicit StoreWatch(store::Store &store, QObject *parent = nullptr);

    void start() { m_minute.start(); }
    void look();

private:
    store::Store &m_store;
    QTimer m_minute;
    store::MessageSum::Place m_place;
};

} // namespace balcao
