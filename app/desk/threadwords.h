// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a row of the thread says, in words: bubbles, cards, system lines, problems, and the sentence that a screen
// reader speaks. Everything is plain text.
#pragma once

#include "desk/threaditem.h"
#include "desk/wording.h"

#include <QCoreApplication>

namespace balcao::desk {

enum class ThreadAction { SendAgain, Leave, CopyDetails, Discard, TakeBack };

class ThreadWords
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::ThreadWords)

public:
    explicit ThreadWords(const Wording &wording) : m_wording(wording) {}

    /// Whose thread it is: stands in quotes and sentences.
    void setCustomer(const QString &name) { m_customer = name; }

    /// What was written, as much of it as is shown.
    [[nodiscard]] QString text(const ThreadItem &item) const;
    [[nodiscard]] QString lead(const ThreadItem &item) const;
    [[nodiscard]] static QString more(const ThreadItem &item);
    [[nodiscard]] QString time(const ThreadItem &item) const;
    [[nodiscard]] QString icon(const ThreadItem &item) const;
    [[nodiscard]] QString cardTitle(const ThreadItem &item) const;
    [[nodiscard]] QString cardDetail(const ThreadItem &item) const;
    [[nodiscard]] QString quote(const ThreadItem &item) const;
    [[nodiscard]] QString quoteAuthor(const ThreadItem &item) const;
    [[nodiscard]] static QString problem(const ThreadItem &item);
    /// Of what the shop sent: how far it came, or its problem; empty for all else.
    [[nodiscard]] static QString stateWord(const ThreadItem &item);
    [[nodiscard]] QString author(const ThreadItem &item) const;
    [[nodiscard]] static QList<ThreadAction> actions(const ThreadItem &item);
    [[nodiscard]] static QString actionWord(ThreadAction action, const ThreadItem &item);

    /// In one line: card and text.
    [[nodiscard]] QString line(const ThreadItem &item) const;
    /// For screen readers: author, kind, text, time, state.
    [[nodiscard]] QString sentence(const ThreadItem &item) const;
    /// For the clipboard: the words alone, or with who and when.
    [[nodiscard]] QString copied(const ThreadItem &item, bool withAuthor) const;
    /// For whoever can help: the code and Meta's words, never the message.
    [[nodiscard]] QString details(const ThreadItem &item) const;

private:
    [[nodiscard]] QString systemText(const store::ThreadRow &row) const;
    [[nodiscard]] QString orderText(const store::ThreadRow &row) const;
    [[nodiscard]] QString kindOf(const ThreadItem &item) const;
    [[nodiscard]] static QList<ThreadAction> moneyActions(const ThreadItem &item);
    [[nodiscard]] static bool goesAgain(const ThreadItem &item);
    [[nodiscard]] static QString doubt(const store::ThreadRow &row);

    const Wording &m_wording;
    QString m_customer;
};

} // namespace balcao::desk
