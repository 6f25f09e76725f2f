// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Every key of the inbox, once: the shortcuts are bound from it, and Ctrl+K, F1 and the settings show it.
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace balcao::desk {

enum class Act {
    NextWaiting,
    PreviousWaiting,
    Send,
    NewLine,
    SendAndNext,
    QuickReply,
    TeamNote,
    Emoji,
    Spelling,
    Pix,
    Resolve,
    Snooze,
    Assign,
    Tags,
    ShopTags,
    ShopReplies,
    Customer,
    Find,
    Print,
    Undo,
    Search,
    NextPane,
    PreviousPane,
    SwitchOperator,
    Hide,
    HideQuickly,
    CloseDay,
    Settings,
    Keys,
};

enum class KeyGroup { Queue, Writing, Work, Moving, Desk };

class KeyTable
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::KeyTable)

public:
    struct Row
    {
        Act act;
        KeyGroup group;
        QString keys;            ///< portable: "Shift+F2"; empty: only by name, in Ctrl+K
        QString words;           ///< what it does
        QString icon;            ///< name of an icon; empty: not for Ctrl+K
        bool isShortcut = false; ///< of the window; else whoever has the focus takes the key
    };

    /// An act with a customer who is named, for Ctrl+K.
    struct About
    {
        QString words; ///< with %1 where the name goes; empty: it is not about a customer
        QString detail;
    };

    static QList<Row> rows();
    static About about(Act act);
    static QString keysOf(Act act);
    static QString title(KeyGroup group);
    static QList<KeyGroup> groups();
};

} // namespace balcao::desk
