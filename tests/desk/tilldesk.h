// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The day's report over a real store, closed by a signer that writes down what it was asked.
#pragma once

#include "desk/storetill.h"
#include "desk/tillpresenter.h"
#include "fakepix.h"
#include "shop.h"

namespace balcao::test {

inline const QTimeZone kZone("America/Sao_Paulo");

struct TillDesk : Shop
{
    desk::StoreTill tillSource{store};
    FakePix signer;
    desk::TillPresenter till{tillSource, signer, signer, undo, wording, clock};

    TillDesk()
    {
        till.setOperator(ana);
        till.setOffline(false);
        till.setShop(QStringLiteral("Padaria Lua"));
    }
    ChargeId charge(qint64 centavos, OperatorId by = {}, std::optional<qint64> until = {})
    {
        const Charged made = log.charge(rosa, {centavos}, QStringLiteral("Bolo"), until, by.isNull() ? ana : by);
        return made.charge;
    }
    void show()
    {
        take();
        till.setShown(true);
        read();
    }
    void read()
    {
        QSignalSpy changed(&till, &desk::TillPresenter::changed);
        till.reload();
        QTRY_VERIFY(!changed.isEmpty() && till.isKnown());
    }
    [[nodiscard]] QString today() const { return dayOf(clock.nowMs(), kZone); }
    /// As the relay does.
    void closeToday(qint64 number, const TillFigures &figures)
    {
        const DayBounds bounds = dayBounds(*dayFrom(today()), kZone);
        log.add(wire::TillClosed{number, today(), bounds.startsAt, bounds.endsAt, figures}, {}).actor =
            wire::Actor::person(bruno);
        take();
    }
    [[nodiscard]] QString tile(desk::TillPresenter::Group group) const
    {
        for (const desk::TillPresenter::Tile &one : till.tiles()) {
            if (one.group == group)
                return QStringLiteral("%1: %2, %3").arg(one.name, one.amount, one.detail);
        }
        return {};
    }
    [[nodiscard]] QStringList slip() const
    {
        QStringList lines;
        for (const desk::PrintedTillLine &line : till.printed().slip) {
            if (line.kind != desk::PrintedTillLine::Kind::Rule)
                lines.append(line.left + line.behind +
                             (line.right.isEmpty() ? QString() : QStringLiteral(" = ") + line.right));
        }
        return lines;
    }
};

} // namespace balcao::test
