// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A short list to choose from while typing: when, whom, which tag, which text. One dialog shows them all. GUI
// thread.
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace balcao::desk {

struct PickChoice
{
    QString text;
    QString detail; ///< at its right, dimmer
    QString icon;   ///< name of an icon, or empty
    QString colour; ///< of a dot, "#rrggbb", or empty
    bool on = false;

    friend bool operator==(const PickChoice &, const PickChoice &) = default;
};

class Picker
{
public:
    Picker() = default;
    virtual ~Picker() = default;
    Q_DISABLE_COPY_MOVE(Picker)

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString placeholder() const = 0;
    /// Caption of a second field, for a few words that go along; empty: there is none.
    [[nodiscard]] virtual QString noteCaption() const { return {}; }
    /// What is left of the list when this was typed.
    virtual QList<PickChoice> choices(const QString &typed) = 0;
    /// What to say when nothing is left.
    [[nodiscard]] virtual QString emptyText() const = 0;
    /// `index` into the last choices(); only while isCurrent().
    virtual void pick(int index, const QString &note) = 0;

    /// False: another conversation is open by now than when this was made, or none; what is picked would be for that one.
    [[nodiscard]] bool isCurrent() const { return !m_isCurrent || m_isCurrent(); }
    void bindTo(std::function<bool()> isCurrent) { m_isCurrent = std::move(isCurrent); }

private:
    std::function<bool()> m_isCurrent;
};

} // namespace balcao::desk
