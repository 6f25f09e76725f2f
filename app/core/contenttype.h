// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What kind of thing a message is, whichever way it went.
// Source: Meta, webhooks/reference/messages/*.
#pragma once

namespace balcao {

/// The numbers stand in databases: new ones go at the end.
enum class ContentType {
    Text = 0,
    Image = 1,
    Video = 2,
    Audio = 3,
    Document = 4,
    Sticker = 5,
    Location = 6,
    Contacts = 7,
    Reply = 8, ///< a tapped button or list row; `text` is its title
    Form = 9,  ///< a Flow's answer; kept as text
    Order = 10,
    Reaction = 11,
    System = 12,      ///< WhatsApp speaks: changed number, changed id
    Welcome = 13,     ///< request_welcome: opened the chat, wrote nothing yet
    Template = 14,    ///< outbound only
    Unsupported = 15, ///< Meta could not pass it on; `detail` is Meta's type or code
    Unknown = 16,     ///< a type that this relay does not know; `detail` is its name
    Pix = 17,         ///< outbound only: a charge, with the words that go with it
    PixCode = 18,     ///< outbound only: its "copia e cola", alone so that it can be copied; `text` stays empty
    PixStatus = 19,   ///< outbound only: what became of a charge that went in WhatsApp's own form
};

} // namespace balcao
