// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Who knows how words are written: the system's dictionary. Asked and answering on the GUI thread; an answer comes by
// signal, never before the call returns, and a question that was asked before is answered before.
#pragma once

#include <QObject>
#include <QStringList>

namespace balcao::desk {

class Speller : public QObject
{
    Q_OBJECT

public:
    /// False until it is known that the system has one; arrived() says so then.
    [[nodiscard]] virtual bool isThere() const { return true; }
    virtual void check(const QStringList &words) = 0;
    virtual void suggest(const QString &word, int most) = 0;

Q_SIGNALS:
    void arrived();
    /// `unknown`: those of `words` that the dictionary lacks.
    void checked(const QStringList &words, const QStringList &unknown);
    /// Best first; may be none.
    void suggested(const QString &word, const QStringList &found);
};

} // namespace balcao::desk
