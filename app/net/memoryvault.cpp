// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "net/memoryvault.h"

#include <QObject>

namespace balcao::net {

namespace {

template <class Outcome>
void tell(QObject *context, std::function<void(Outcome)> done, Outcome outcome)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), outcome = std::move(outcome)] { done(outcome); }, Qt::QueuedConnection);
}

} // namespace

void MemoryVault::read(const QString &name, QObject *context, std::function<void(VaultRead)> done)
{
    const auto found = m_secrets.constFind(name);
    tell(context, std::move(done),
         found == m_secrets.cend() ? VaultRead{VaultOutcome::NotFound, {}} : VaultRead{VaultOutcome::Ok, *found});
}

void MemoryVault::write(const QString &name, const QByteArray &secret, QObject *context,
                        std::function<void(VaultOutcome)> done)
{
    const bool fits = !secret.isEmpty() && secret.size() <= kMaxSecretBytes;
    if (fits)
        m_secrets.insert(name, secret);
    tell(context, std::move(done), fits ? VaultOutcome::Ok : VaultOutcome::Failed);
}

void MemoryVault::remove(const QString &name, QObject *context, std::function<void(VaultOutcome)> done)
{
    m_secrets.remove(name);
    tell(context, std::move(done), VaultOutcome::Ok);
}

} // namespace balcao::net
