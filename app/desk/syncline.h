// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// LineCheck over sync. GUI thread.
#pragma once

#include "desk/linepresenter.h"
#include "sync/checkup.h"

namespace balcao::desk {

class SyncLine final : public LineCheck
{
public:
    explicit SyncLine(sync::Checkup &checkup) : m_checkup(checkup) {}

    void ask(std::function<void(const sync::CheckupAnswer &)> done) override { m_checkup.ask(std::move(done)); }

private:
    sync::Checkup &m_checkup;
};

} // namespace balcao::desk
