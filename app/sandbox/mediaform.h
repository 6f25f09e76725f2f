// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the Graph API reads at POST /{version}/{phone_number_id}/media: a form in several parts, and whether WhatsApp
// takes the file in it. Pure functions.
// Source: Meta, business-phone-numbers/media (2026); RFC 7578.
#pragma once

#include "sandbox/graphreply.h"

namespace balcao::sandbox {

/// A file as it was handed over.
struct MediaAsked
{
    QString mime;
    QByteArray bytes;
};

/// One that is kept, for whoever wants to see what customers got.
struct MediaFile
{
    QString id;
    int channel = 0;
    QString mime;
    QByteArray bytes;
};

std::variant<MediaAsked, GraphFault> readMediaForm(const QByteArray &contentType, const QByteArray &body);

/// Whether messages of that type carry a file.
bool carriesMedia(const QString &type);

} // namespace balcao::sandbox
