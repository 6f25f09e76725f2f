// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "net/keychainvault.h"

#include <QObject>

#include <qt6keychain/keychain.h>

namespace balcao::net {

using namespace Qt::Literals::StringLiterals;

namespace {

VaultOutcome outcomeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return VaultOutcome::Ok;
    case QKeychain::EntryNotFound:
        return VaultOutcome::NotFound;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return VaultOutcome::Locked;
    case QKeychain::CouldNotDeleteEntry:
        return VaultOutcome::Failed;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // what a system without Secret Service answers
        break;
    }
    return VaultOutcome::Absent;
}

// The job deletes itself once it has finished, whoever is still there to hear it.
void start(QKeychain::Job *job, const QString &key, QObject *context, std::function<void(QKeychain::Job *)> done)
{
    job->setKey(key);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, context, std::move(done));
    job->start();
}

} // namespace

void KeychainVault::read(const QString &name, QObject *context, std::function<void(VaultRead)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(kService);
    start(job, keyOf(name), context, [job, done = std::move(done)](QKeychain::Job *) {
        const VaultOutcome outcome = outcomeOf(job->error());
        done({outcome, outcome == VaultOutcome::Ok ? job->binaryData() : QByteArray()});
    });
}

void KeychainVault::write(const QString &name, const QByteArray &secret, QObject *context,
                          std::function<void(VaultOutcome)> done)
{
    if (secret.isEmpty() || secret.size() > kMaxSecretBytes) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(VaultOutcome::Failed); }, Qt::QueuedConnection);
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(kService);
    job->setBinaryData(secret);
    start(job, keyOf(name), context,
          [done = std::move(done)](QKeychain::Job *finished) { done(outcomeOf(finished->error())); });
}

void KeychainVault::remove(const QString &name, QObject *context, std::function<void(VaultOutcome)> done)
{
    start(new QKeychain::DeletePasswordJob(kService), keyOf(name), context,
          [done = std::move(done)](QKeychain::Job *finished) { done(outcomeOf(finished->error())); });
}

} // namespace balcao::net
