// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// vault_probe read|write=HEX|remove|sh=COMMAND…: asks KeychainVault (or a shell) in that order and prints one line for each:
// "ok 00ff", "notfound", "locked", "absent", "failed". Test secrets only: argv is no place for others.

#include "net/keychainvault.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTimer>

#include <cstdio>

using namespace balcao::net;
using namespace Qt::Literals::StringLiterals;

namespace {

const char *word(VaultOutcome outcome)
{
    switch (outcome) {
    case VaultOutcome::Ok:
        return "ok";
    case VaultOutcome::NotFound:
        return "notfound";
    case VaultOutcome::Locked:
        return "locked";
    case VaultOutcome::Absent:
        return "absent";
    case VaultOutcome::Failed:
        break;
    }
    return "failed";
}

class Probe : public QObject
{
public:
    explicit Probe(const QStringList &steps) : m_steps(steps) {}

    void next()
    {
        if (m_steps.isEmpty())
            return QCoreApplication::quit();
        const QString step = m_steps.takeFirst();
        const auto say = [this](VaultOutcome outcome) { line(outcome, {}); };
        if (step == u"read"_s)
            m_vault.read(kName, this, [this](const VaultRead &read) { line(read.outcome, read.bytes); });
        else if (step.startsWith(u"sh="_s))
            line(QProcess::execute(u"sh"_s, {u"-c"_s, step.sliced(3)}) == 0 ? VaultOutcome::Ok : VaultOutcome::Failed,
                 {});
        else if (step.startsWith(u"write="_s))
            m_vault.write(kName, QByteArray::fromHex(step.sliced(6).toLatin1()), this, say);
        else
            m_vault.remove(kName, this, say);
    }

private:
    void line(VaultOutcome outcome, const QByteArray &bytes)
    {
        std::printf("%s%s%s\n", word(outcome), bytes.isEmpty() ? "" : " ", bytes.toHex().constData());
        std::fflush(stdout); // a shell's program may write there, too
        next();
    }

    const QString kName = u"probe"_s;
    QStringList m_steps;
    KeychainVault m_vault{u"test-shop"_s};
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Probe probe(app.arguments().sliced(1));
    QTimer::singleShot(0, &probe, &Probe::next);
    return app.exec();
}
