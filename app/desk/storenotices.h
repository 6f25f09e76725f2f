// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// NoticeSource over the store. GUI thread.
#pragma once

#include "desk/noticepresenter.h"
#include "store/store.h"

#include <QObject>

namespace balcao::desk {

class StoreNotices final : public QObject, public NoticeSource
{
    Q_OBJECT

public:
    explicit StoreNotices(store::Store &store) : m_store(store) {}

    void notices(std::function<void(const QList<store::NoticeRow> &)> done) override;
    void drop(store::Notice notice) override;

private:
    store::Store &m_store;
};

} // namespace balcao::desk
