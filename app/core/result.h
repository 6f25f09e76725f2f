// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Result<T>: a value or an Error. The app's one way to say that something did not work.
// `detail` is for logs: technical, never shown as it is, never with message text, phone numbers or
// secrets in it. Words for people are made in app/desk from `kind`.
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace balcao {

struct Error
{
    enum class Kind {
        NotFound,
        Conflict,
        Offline,
        Timeout,
        Unauthorized,
        RateLimited,
        Rejected,
        Corrupt,
        Storage,
        Internal,
    };

    Kind kind = Kind::Internal;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

/// Stands for "nothing to return" inside Result<void>.
struct Done
{
    friend bool operator==(Done, Done) = default;
};

template <class T>
class [[nodiscard]] Result
{
public:
    using Value = std::conditional_t<std::is_void_v<T>, Done, T>;

    Result() requires std::is_void_v<T> : m_state(Done{}) {}
    Result(Value value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    Result(Error::Kind kind, QString detail) : m_state(std::in_place_index<1>, Error{kind, std::move(detail)}) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// Only when ok().
    [[nodiscard]] const Value &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] Value &value() & { return std::get<0>(m_state); }
    [[nodiscard]] Value &&value() && { return std::get<0>(std::move(m_state)); }
    const Value *operator->() const { return &std::get<0>(m_state); }
    Value *operator->() { return &std::get<0>(m_state); }
    const Value &operator*() const & { return std::get<0>(m_state); }
    Value &&operator*() && { return std::get<0>(std::move(m_state)); }

    /// Only when !ok().
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

    [[nodiscard]] Value valueOr(Value fallback) const { return ok() ? value() : std::move(fallback); }

    /// f(value) -> Result<U>, called only when ok(); an error passes through.
    template <class F>
    auto then(F &&f) const -> std::invoke_result_t<F, const Value &>
    {
        if (!ok())
            return error();
        return std::forward<F>(f)(value());
    }

    /// f(value) -> U, called only when ok().
    template <class F>
    auto map(F &&f) const -> Result<std::invoke_result_t<F, const Value &>>
    {
        if (!ok())
            return error();
        return Result<std::invoke_result_t<F, const Value &>>(std::forward<F>(f)(value()));
    }

private:
    std::variant<Value, Error> m_state;
};

inline Error failure(Error::Kind kind, QString detail)
{
    return Error{kind, std::move(detail)};
}

} // namespace balcao

// For functions that return a Result: leave with the error, or go on. The only macros of the house; without
// them every line of storage code would be three.
#define BALCAO_JOINED_(a, b) a##b
#define BALCAO_JOINED(a, b) BALCAO_JOINED_(a, b)
#define BALCAO_TRY(expression)                                                                                         \
    do {                                                                                                               \
        if (const auto balcaoTried = (expression); !balcaoTried)                                                       \
            return balcaoTried.error();                                                                                \
    } while (false)
#define BALCAO_TAKE(declaration, expression)                                                                           \
    auto BALCAO_JOINED(balcaoTaken, __LINE__) = (expression);                                                          \
    if (!BALCAO_JOINED(balcaoTaken, __LINE__))                                                                         \
        return BALCAO_JOINED(balcaoTaken, __LINE__).error();                                                           \
    declaration = std::move(BALCAO_JOINED(balcaoTaken, __LINE__)).value()
