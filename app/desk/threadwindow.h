// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The rows of a thread that are held: a window that slides over it both ways, by key, and never grows beyond what a
// view can lay out at once. A thread of 100,000 messages costs what one of 50 does. GUI thread.
#pragma once

#include "store/rows.h"

namespace balcao::desk {

/// Which rows of a thread are wanted.
struct ThreadPlace
{
    enum class Kind {
        Unread, ///< the newest page, or where what is unread begins when that is further up
        Newest,
        Around, ///< both sides of `message`
        Older,  ///< a page before `key`
        Newer,  ///< a page after `key`
        Again,  ///< what is held, as it is now: from `key` on
    };

    Kind kind = Kind::Unread;
    MessageId message;
    store::ThreadKey key;
    int limit = 0;
    bool newest = false; ///< Again: what came last rather than what stands first
    qint64 seenSeq = 0;  ///< how many came after it is counted
};

class ThreadWindow
{
public:
    static constexpr int kPage = 50; ///< a little under two screens of 1080 lines, of short messages
    static constexpr int kMost = 5 * kPage;

    [[nodiscard]] const QList<store::ThreadRow> &rows() const { return m_rows; }
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    [[nodiscard]] bool hasNewer() const { return m_hasNewer; }

    /// What to ask for. `atEnd`: the reader stands at the newest row.
    [[nodiscard]] ThreadPlace older() const;
    [[nodiscard]] ThreadPlace newer() const;
    [[nodiscard]] ThreadPlace again(bool atEnd) const;

    /// What came. Rows that are too many go at the end that nobody looks at.
    void take(const ThreadPlace &asked, const QList<store::ThreadRow> &rows, bool hasOlder, bool hasNewer);
    void clear() { *this = ThreadWindow(); }

private:
    void prepend(const QList<store::ThreadRow> &rows);
    void append(const QList<store::ThreadRow> &rows);

    QList<store::ThreadRow> m_rows; ///< oldest first
    bool m_hasOlder = false;
    bool m_hasNewer = false;
};

} // namespace balcao::desk
