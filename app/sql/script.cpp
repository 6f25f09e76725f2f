// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/script.h"

#include "sql/connection.h"

namespace balcao::sql {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Cuts a script piece by piece: blanks, comments, quoted things, words, single characters.
class Splitter
{
public:
    explicit Splitter(const QString &script) : m_script(script) {}

    QStringList split()
    {
        while (m_at < m_script.size())
            takePiece();
        finish();
        return m_statements;
    }

private:
    void takePiece();
    void takeWord(const QString &word);
    void takeSemicolon();
    void finish();
    [[nodiscard]] qsizetype endOfPiece() const;
    [[nodiscard]] qsizetype endAfter(QStringView mark, qsizetype from) const;
    [[nodiscard]] bool startsWith(QStringView mark) const
    {
        return QStringView(m_script).sliced(m_at).startsWith(mark);
    }

    const QString &m_script;
    QStringList m_statements;
    QString m_current;
    QStringList m_firstWords; ///< at most three: enough to see CREATE [TEMP] TRIGGER
    qsizetype m_at = 0;
    bool m_afterSemicolon = false; ///< inside a trigger: the last piece was ';'
    bool m_afterEnd = false;       ///< inside a trigger: the last pieces were '; END'
};

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

bool isTrigger(const QStringList &words)
{
    if (words.value(0) != u"CREATE"_s)
        return false;
    return words.value(1) == u"TRIGGER"_s ||
           ((words.value(1) == u"TEMP"_s || words.value(1) == u"TEMPORARY"_s) && words.value(2) == u"TRIGGER"_s);
}

qsizetype Splitter::endAfter(QStringView mark, qsizetype from) const
{
    const qsizetype found = m_script.indexOf(mark, from);
    return found < 0 ? m_script.size() : found + mark.size();
}

qsizetype Splitter::endOfPiece() const
{
    const QChar c = m_script[m_at];
    if (startsWith(u"--"))
        return endAfter(u"\n", m_at);
    if (startsWith(u"/*"))
        return endAfter(u"*/", m_at + 2);
    // A doubled quote ends one piece and starts the next: the statement's text is the same.
    if (c == u'\'' || c == u'"' || c == u'`')
        return endAfter(QStringView(&c, 1), m_at + 1);
    if (c == u'[')
        return endAfter(u"]", m_at + 1);
    qsizetype end = m_at;
    while (end < m_script.size() && isWordCharacter(m_script[end]))
        ++end;
    return end == m_at ? m_at + 1 : end;
}

void Splitter::takePiece()
{
    const qsizetype end = endOfPiece();
    const QString piece = m_script.sliced(m_at, end - m_at);
    const bool silent = piece[0].isSpace() || startsWith(u"--") || startsWith(u"/*");
    m_at = end;
    if (silent) {
        if (!m_current.isEmpty())
            m_current += piece;
        return;
    }
    if (piece == u";"_s)
        takeSemicolon();
    else
        takeWord(piece);
}

void Splitter::takeWord(const QString &word)
{
    const QString upper = word.toUpper();
    if (m_firstWords.size() < 3)
        m_firstWords << upper;
    m_afterEnd = m_afterSemicolon && upper == u"END"_s;
    m_afterSemicolon = false;
    m_current += word;
}

// The rule of sqlite3_complete(): a trigger is over at "; END ;". CASE … END has no ';' before its END.
void Splitter::takeSemicolon()
{
    if (isTrigger(m_firstWords) && !m_afterEnd) {
        m_current += u';';
        m_afterSemicolon = true;
        return;
    }
    finish();
}

void Splitter::finish()
{
    if (!m_current.isEmpty())
        m_statements << m_current.trimmed();
    m_current.clear();
    m_firstWords.clear();
    m_afterSemicolon = false;
    m_afterEnd = false;
}

} // namespace

QStringList splitScript(const QString &script)
{
    return Splitter(script).split();
}

Result<void> execScript(Connection &connection, const QString &script)
{
    int number = 0;
    for (const QString &statement : splitScript(script)) {
        ++number;
        if (const auto done = connection.exec(statement); !done)
            return failure(done.error().kind, u"statement %1: %2"_s.arg(number).arg(done.error().detail));
    }
    return {};
}

} // namespace balcao::sql
