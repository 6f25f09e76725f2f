// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A QR symbol as the bytes of a picture that anybody's program opens: PNG, 8-bit RGB, which is what WhatsApp takes.
// Black on white with its quiet zone, each module a square of whole pixels. Pure; a millisecond or a few.
// Source: PNG (ISO/IEC 15948); Meta, business-phone-numbers/media (image/png: 8-bit RGB or RGBA, 5 MB).
#pragma once

#include "core/qrsymbol.h"

#include <QByteArray>

namespace balcao {

/// A side of about 600 pixels, and never less than eight pixels a module: a camera reads it off another phone.
QByteArray qrPicture(const QrSymbol &symbol);

} // namespace balcao
