// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The same vault where QtKeychain cannot be had for Windows: its credential functions alone. They are local calls
// that ask nobody and take a moment, so no thread of its own waits for them.

#include "net/keychainvault.h"

#include <QObject>

#include <qt_windows.h>
#include <wincred.h>

namespace balcao::net {

using namespace Qt::Literals::StringLiterals;

namespace {

wchar_t *wide(QString &text)
{
    return reinterpret_cast<wchar_t *>(text.data());
}

// No logon session to keep anything in (a service account, say) is a system without a vault.
VaultOutcome outcomeOf(DWORD error)
{
    return error == ERROR_NOT_FOUND ? VaultOutcome::NotFound : VaultOutcome::Absent;
}

template <class Outcome>
void tell(QObject *context, std::function<void(Outcome)> done, Outcome outcome)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), outcome = std::move(outcome)] { done(outcome); }, Qt::QueuedConnection);
}

} // namespace

void KeychainVault::read(const QString &name, QObject *context, std::function<void(VaultRead)> done)
{
    QString target = keyOf(name);
    PCREDENTIALW found = nullptr;
    if (!CredReadW(wide(target), CRED_TYPE_GENERIC, 0, &found))
        return tell(context, std::move(done), VaultRead{outcomeOf(GetLastError()), {}});
    const QByteArray bytes(reinterpret_cast<const char *>(found->CredentialBlob), qsizetype(found->CredentialBlobSize));
    SecureZeroMemory(found->CredentialBlob, found->CredentialBlobSize);
    CredFree(found);
    tell(context, std::move(done), VaultRead{VaultOutcome::Ok, bytes});
}

void KeychainVault::write(const QString &name, const QByteArray &secret, QObject *context,
                          std::function<void(VaultOutcome)> done)
{
    if (secret.isEmpty() || secret.size() > kMaxSecretBytes)
        return tell(context, std::move(done), VaultOutcome::Failed);
    QString target = keyOf(name);
    QByteArray blob = secret;
    CREDENTIALW credential = {};
    credential.Type = CRED_TYPE_GENERIC;
    credential.TargetName = wide(target);
    credential.CredentialBlob = reinterpret_cast<LPBYTE>(blob.data());
    credential.CredentialBlobSize = DWORD(blob.size());
    // A desk's token is this PC's: it does not travel with a domain's profile.
    credential.Persist = CRED_PERSIST_LOCAL_MACHINE;
    const bool written = CredWriteW(&credential, 0);
    const VaultOutcome outcome = written ? VaultOutcome::Ok : outcomeOf(GetLastError());
    SecureZeroMemory(blob.data(), size_t(blob.size()));
    tell(context, std::move(done), outcome);
}

void KeychainVault::remove(const QString &name, QObject *context, std::function<void(VaultOutcome)> done)
{
    QString target = keyOf(name);
    const bool removed = CredDeleteW(wide(target), CRED_TYPE_GENERIC, 0);
    tell(context, std::move(done), removed ? VaultOutcome::Ok : outcomeOf(GetLastError()));
}

} // namespace balcao::net
