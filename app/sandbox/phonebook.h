// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Whom the pretended WhatsApp knows: the identifiers under which each customer may be addressed, and when each
// last wrote, which opens the 24 h window. Fed by WebhookSender, asked by FakeGraph. Any thread.
#pragma once

#include "core/identity.h"

#include <QHash>

#include <mutex>
#include <optional>

namespace balcao::sandbox {

struct Contact
{
    Identifiers ids;
    QString name;
    QString username;
    qint64 lastInboundMs = 0; ///< 0: never wrote
    bool freeEntry = false;   ///< came by an advertisement
};

class PhoneBook
{
public:
    /// Adds, or updates whoever shares an identifier. The later of the two `lastInboundMs` stays.
    void add(const Contact &contact);
    /// By wa_id, with or without the ninth digit, or by BSUID.
    [[nodiscard]] std::optional<Contact> find(const QString &waIdOrBsuid) const;

private:
    mutable std::mutex m_mutex;
    QList<Contact> m_contacts;
    QHash<QString, qsizetype> m_index; ///< match key of a phone, or BSUID -> position
};

} // namespace balcao::sandbox
