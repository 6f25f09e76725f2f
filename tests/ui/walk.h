// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Every place of the window, one after another, for tests that look at all of it.
#pragma once

#include "window.h"

namespace balcao::test {

/// What the shop's people and customers are called and have written; none of it is the program's.
struct Data
{
    QStringList customers;
    QStringList people;
    QString words;
    QString tag;
};

struct Place
{
    const char *name;
    /// Null: it did not come.
    std::function<QWidget *(Window &)> enter;
    std::function<void(Window &)> leave;
};

/// The size that the drawings have letters of, whatever this system has.
class DesignFont
{
public:
    DesignFont();
    ~DesignFont() { QApplication::setFont(m_before); }
    Q_DISABLE_COPY_MOVE(DesignFont)

private:
    QFont m_before = QApplication::font();
};

/// Several chats, one of them open, with every kind of line in it.
void fillShop(Window &w, const Data &data);
/// In an order that leaves each as the next one needs it.
const QList<Place> &places();
void leave(Window &w, const Place &place);
/// Until every layout stands.
void settle();

/// That of the dialog which asks about one.
inline constexpr auto kLink = "https://1.0.0.2/3";

} // namespace balcao::test
