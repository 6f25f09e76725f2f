// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Strong ids: a UUID that cannot be handed in for another kind's. Text in JSON (36 lower-case
// characters, no braces), 16-byte BLOBs in SQLite.
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <optional>

namespace balcao {

/// Canonical text only: 8-4-4-4-12 lower-case hex, not the null UUID.
std::optional<QUuid> uuidFromText(QStringView text);

template <class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}

    static Id create() { return Id(QUuid::createUuid()); }
    static std::optional<Id> fromText(QStringView text)
    {
        const auto uuid = uuidFromText(text);
        return uuid ? std::optional<Id>(Id(*uuid)) : std::nullopt;
    }
    /// Null for anything that is not 16 bytes.
    static Id fromBytes(const QByteArray &bytes) { return bytes.size() == 16 ? Id(QUuid::fromRfc4122(bytes)) : Id(); }

    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] QString text() const { return m_uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] QByteArray bytes() const { return m_uuid.toRfc4122(); }
    [[nodiscard]] const QUuid &uuid() const { return m_uuid; }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using ChargeId = Id<struct ChargeTag>;
using CommandId = Id<struct CommandTag>;
using ConversationId = Id<struct ConversationTag>;
using CustomerId = Id<struct CustomerTag>;
using DeskId = Id<struct DeskTag>;
using EpisodeId = Id<struct EpisodeTag>;
using LogId = Id<struct LogTag>; ///< one incarnation of a relay's log; new after a restore
using MessageId = Id<struct MessageTag>;
using NoteId = Id<struct NoteTag>;
using OperatorId = Id<struct OperatorTag>;
using RefundId = Id<struct RefundTag>;
using QuickReplyId = Id<struct QuickReplyTag>;
using TagId = Id<struct TagTag>;

} // namespace balcao
