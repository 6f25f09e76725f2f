// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/phonebook.h"

#include "core/phone.h"

#include <algorithm>

namespace balcao::sandbox {

void PhoneBook::add(const Contact &contact)
{
    const std::lock_guard lock(m_mutex);
    const QString phoneKey = phoneMatchKey(contact.ids.waId);
    qsizetype at = m_index.value(contact.ids.bsuid, -1);
    if (at < 0)
        at = m_index.value(phoneKey, -1);
    if (at < 0) {
        at = m_contacts.size();
        m_contacts.append(contact);
    } else {
        Contact &known = m_contacts[at];
        const qint64 last = std::max(known.lastInboundMs, contact.lastInboundMs);
        const bool freeEntry = known.freeEntry || contact.freeEntry;
        known = contact;
        known.lastInboundMs = last;
        known.freeEntry = freeEntry;
    }
    if (!contact.ids.bsuid.isEmpty())
        m_index.insert(contact.ids.bsuid, at);
    if (!phoneKey.isEmpty())
        m_index.insert(phoneKey, at);
}

std::optional<Contact> PhoneBook::find(const QString &waIdOrBsuid) const
{
    const std::lock_guard lock(m_mutex);
    const qsizetype at = m_index.value(phoneMatchKey(waIdOrBsuid), -1);
    return at < 0 ? std::nullopt : std::optional<Contact>(m_contacts.at(at));
}

} // namespace balcao::sandbox
