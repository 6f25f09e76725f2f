// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What kind of thing a message is, whichever way it went.
// Source: Meta, webhooks/reference/messages/*.
#pragma once

namespace balcao {

enum class ContentType {
    Text,
    Image,
    Video,
    Audio,
    Document,
    Sticker,
    Location,
    Contacts,
    Reply, ///< a tapped button or list row; `text` is its title
    Form,  ///< a Flow's answer; kept as text
    Order,
    Reaction,
    System,      ///< WhatsApp speaks: changed number, changed id
    Welcome,     ///< request_welcome: opened the chat, wrote nothing yet
    Template,    ///< outbound only
    Unsupported, ///< Meta could not pass it on; `detail` is Meta's type or code
    Unknown,     ///< a type that this relay does not know; `detail` is its name
};

} // namespace balcao
