// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Somebody else stands between the relay's adapter and the sandbox's bank, and judges both: whoever runs these programs
// (tests/conformance/run) reads the bank's address from them and writes where to ask instead.
#pragma once

#include <QTextStream>
#include <QUrl>

#include <cstdio>

namespace balcao::test {

/// Where to ask: an empty line means the bank itself.
inline QUrl judgeOf(const QUrl &bank)
{
    std::printf("%s\n", qPrintable(bank.toString()));
    std::fflush(stdout);
    const QString judge = QTextStream(stdin).readLine();
    return judge.isEmpty() ? bank : QUrl(judge);
}

/// What happened, step by step; what did not go as it should is said at once.
class Steps
{
public:
    explicit Steps(const char *who) : m_who(who) {}

    void step(const char *what, bool right)
    {
        ++m_steps;
        if (right)
            return;
        ++m_wrong;
        std::fprintf(stderr, "%s: not %s\n", m_who, what);
    }

    /// 0 when all went as it should.
    [[nodiscard]] int tell(qsizetype misdeeds) const
    {
        QTextStream(stdout) << m_who << ": " << m_steps << " steps, " << m_wrong << " wrong, " << misdeeds
                            << " of them against the standard\n";
        return m_wrong == 0 && misdeeds == 0 ? 0 : 1;
    }

private:
    const char *m_who;
    int m_steps = 0;
    int m_wrong = 0;
};

} // namespace balcao::test
