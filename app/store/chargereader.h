// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Charges and the shop's Pix record, as presenters read them. Reader thread.
#pragma once

#include "sql/connection.h"
#include "store/pixrows.h"

#include <QList>

namespace balcao::store {

class ChargeReader
{
public:
    explicit ChargeReader(sql::Connection &projection) : m_db(projection) {}

    /// Of the customer of that conversation, whichever of theirs they were made in: newest first, `limit` of those
    /// before `seq`; 0: the newest.
    Result<QList<ChargeRow>> ofCustomer(ConversationId conversation, int limit, qint64 beforeSeq = 0);
    Result<std::optional<ChargeRow>> find(ChargeId id);
    /// Who receives, and what somebody wants instead.
    Result<PixAccountRow> account();

private:
    sql::Connection &m_db;
};

/// For readers of rows that carry one: columns of charge `h`, what they need to be joined, and the reading of them from
/// column `first` on. Nothing: there is none.
QString chargeColumns();
QString chargeJoins();
std::optional<ChargeRow> readCharge(const sql::Statement &row, int first);
QString chipColumns();
std::optional<ChargeChip> readChip(const sql::Statement &row, int first);

} // namespace balcao::store
