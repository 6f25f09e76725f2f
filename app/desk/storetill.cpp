// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/storetill.h"

namespace balcao::desk {

namespace {

constexpr int kReports = 1000; // some years of them, a line each

struct Found
{
    store::TillDay day;
    QList<store::TillReportRow> reports;
};

} // namespace

void StoreTill::day(const QString &day, const DayBounds &bounds, Read done)
{
    m_store.read(
        [day, bounds](store::StoreReader &reader) -> Result<Found> {
            Found found;
            BALCAO_TAKE(found.day, reader.till().day(day, bounds));
            if (!found.day.report) {
                BALCAO_TAKE(const store::PendingWork said, reader.pendingWork());
                said.applyTo(found.day.strays);
                BALCAO_TRY(reader.till().name(found.day.strays));
            }
            BALCAO_TAKE(found.reports, reader.till().reports(kReports));
            return found;
        },
        this,
        [done = std::move(done)](const Result<Found> &found) {
            if (found)
                done(found->day, found->reports);
            else
                done(found.error(), {});
        });
}

} // namespace balcao::desk
