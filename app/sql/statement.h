// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A prepared statement on loan from its Connection; goes back to the cache on destruction, so it must
// not outlive the connection. Columns count from 0. Placeholders are `?` and `?N`. Forward only.
//
//   auto rows = connection.prepare(u"SELECT id, text FROM note WHERE customer = ?"_s)
//                   .bind(customer).all([](const Statement &row) { return Note{row.id<NoteId>(0),
//                   row.text(1)}; });
#pragma once

#include "core/id.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <concepts>
#include <memory>
#include <optional>

class QVariant;

namespace balcao::sql {

class Connection;
struct Prepared;

class [[nodiscard]] Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    Q_DISABLE_COPY(Statement)
    ~Statement();

    // The n-th call is the value of the n-th `?`, or of each `?n`. After run(), or a step() without a row, filling starts over, so a
    // statement can be run in a loop; all values must be bound again each time.
    template <std::integral T>
    Statement &bind(T value)
    {
        return bindNumber(static_cast<qint64>(value));
    }
    Statement &bind(const QString &text);     ///< a null string binds as ''
    Statement &bind(const QByteArray &bytes); ///< a null array binds as x''
    Statement &bind(std::nullptr_t);
    template <class Tag>
    Statement &bind(const Id<Tag> &id)
    {
        return id.isNull() ? bind(nullptr) : bind(id.bytes());
    }
    template <class T>
    Statement &bind(const std::optional<T> &value)
    {
        return value ? bind(*value) : bind(nullptr);
    }
    Statement &bind(const char *) = delete;
    Statement &bind(double) = delete;

    /// True: there is a row to read. Mind that `if (s.step())` asks whether it worked, not for a row.
    Result<bool> step();
    /// To the end; rows, if any, are passed over.
    Result<void> run();
    /// Of the run() just done on this connection.
    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] qint64 lastInsertId() const;

    /// read(const Statement &row) -> T for the first row; nothing when there is none.
    template <class F, class T = std::invoke_result_t<F, const Statement &>>
    Result<std::optional<T>> one(F &&read);
    /// read(const Statement &row) -> T for every row.
    template <class F, class T = std::invoke_result_t<F, const Statement &>>
    Result<QList<T>> all(F &&read);

    // The row at hand. NULL reads as 0, false, a null string, a null id.
    [[nodiscard]] qint64 int64(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] bool boolean(int column) const { return int64(column) != 0; }
    template <class AnId>
    [[nodiscard]] AnId id(int column) const
    {
        return AnId::fromBytes(bytes(column));
    }

private:
    friend class Connection;

    explicit Statement(Error error);
    Statement(Connection &connection, QString sql, std::unique_ptr<Prepared> prepared);

    Statement &bindNumber(qint64 value);
    Statement &bindNext(const QVariant &value);
    Result<void> execute();
    void rewind();

    Connection *m_connection = nullptr;
    QString m_sql;
    std::unique_ptr<Prepared> m_prepared; ///< null when the text could not be prepared
    Error m_error;
    int m_bound = 0;
    bool m_running = false;
};

template <class F, class T>
Result<std::optional<T>> Statement::one(F &&read)
{
    const Result<bool> row = step();
    if (!row)
        return row.error();
    std::optional<T> found;
    if (*row)
        found = read(std::as_const(*this));
    rewind();
    return found;
}

template <class F, class T>
Result<QList<T>> Statement::all(F &&read)
{
    QList<T> found;
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return row.error();
        if (!*row)
            return found;
        found.append(read(std::as_const(*this)));
    }
}

} // namespace balcao::sql
