// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/mediaform.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMegabyte = 1024 * 1024;

struct Kind
{
    QLatin1StringView mime;
    qsizetype most;
};

constexpr std::array kKinds{
    Kind{"audio/aac"_L1, 16 * kMegabyte},        Kind{"audio/amr"_L1, 16 * kMegabyte},
    Kind{"audio/mpeg"_L1, 16 * kMegabyte},       Kind{"audio/mp4"_L1, 16 * kMegabyte},
    Kind{"audio/ogg"_L1, 16 * kMegabyte},        Kind{"text/plain"_L1, 100 * kMegabyte},
    Kind{"application/pdf"_L1, 100 * kMegabyte}, Kind{"image/jpeg"_L1, 5 * kMegabyte},
    Kind{"image/png"_L1, 5 * kMegabyte},         Kind{"image/webp"_L1, 500 * 1024},
    Kind{"video/mp4"_L1, 16 * kMegabyte},        Kind{"video/3gpp"_L1, 16 * kMegabyte},
};

constexpr std::array kWithFile{"image"_L1, "video"_L1, "audio"_L1, "document"_L1, "sticker"_L1};

struct Part
{
    QString name;
    QString fileName; ///< empty: a plain field
    QString mime;
    QByteArray data;
};

QString boundaryOf(const QByteArray &contentType)
{
    static const QRegularExpression kForm(uR"re(^multipart/form-data;\s*boundary="?([^";]{1,70})"?$)re"_s);
    return kForm.match(QString::fromLatin1(contentType)).captured(1);
}

Part headOf(const QString &head)
{
    static const QRegularExpression kName(uR"re(^Content-Disposition: form-data;.*\bname="([^"]*)")re"_s,
                                          QRegularExpression::MultilineOption);
    static const QRegularExpression kFile(uR"re(\bfilename="([^"]*)")re"_s);
    static const QRegularExpression kMime(u"^Content-Type: ([^;\\r\\n]+)"_s, QRegularExpression::MultilineOption);
    return {kName.match(head).captured(1), kFile.match(head).captured(1), kMime.match(head).captured(1), {}};
}

/// Nothing when it does not hold together.
std::optional<QList<Part>> partsOf(const QByteArray &boundary, const QByteArray &body)
{
    const QByteArray mark = "--" + boundary;
    if (!body.startsWith(mark))
        return {};
    QList<Part> parts;
    qsizetype at = mark.size();
    while (body.mid(at, 2) == "\r\n") {
        const qsizetype headEnd = body.indexOf("\r\n\r\n", at);
        const qsizetype dataEnd = headEnd < 0 ? -1 : body.indexOf("\r\n" + mark, headEnd + 4);
        if (dataEnd < 0)
            return {};
        Part part = headOf(QString::fromUtf8(body.sliced(at + 2, headEnd - at - 2)));
        part.data = body.sliced(headEnd + 4, dataEnd - headEnd - 4);
        parts.append(part);
        at = dataEnd + 2 + mark.size();
    }
    return body.mid(at, 2) == "--" ? std::optional(parts) : std::nullopt;
}

const Part *partNamed(const QList<Part> &parts, QLatin1StringView name)
{
    const auto found = std::ranges::find_if(parts, [name](const Part &part) { return part.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

bool isWhatItSays(const QString &mime, const QByteArray &bytes)
{
    if (mime == "image/jpeg"_L1)
        return bytes.startsWith("\xff\xd8\xff");
    if (mime != "image/png"_L1)
        return true;
    constexpr qsizetype kDepth = 24; // of the picture's header, which comes first
    const bool isPng = bytes.startsWith("\x89PNG\r\n\x1a\n") && bytes.size() > kDepth + 1;
    return isPng && bytes[kDepth] == 8 && (bytes[kDepth + 1] == 2 || bytes[kDepth + 1] == 6); // RGB or RGBA
}

} // namespace

std::variant<MediaAsked, GraphFault> readMediaForm(const QByteArray &contentType, const QByteArray &body)
{
    const QString boundary = boundaryOf(contentType);
    const auto parts = boundary.isEmpty() ? std::nullopt : partsOf(boundary.toLatin1(), body);
    if (!parts)
        return GraphFault{100, u"The request is no multipart/form-data that can be read"_s};
    const Part *product = partNamed(*parts, "messaging_product"_L1);
    if (!product || product->data != "whatsapp")
        return GraphFault{100, u"The parameter messaging_product is required."_s};
    const Part *file = partNamed(*parts, "file"_L1);
    if (!file || file->fileName.isEmpty())
        return GraphFault{100, u"The parameter file is required."_s};
    const Part *type = partNamed(*parts, "type"_L1);
    const auto kind = std::ranges::find(kKinds, file->mime, [](const Kind &one) { return QString(one.mime); });
    if (kind == kKinds.end() || (type && type->data != file->mime.toLatin1()))
        return GraphFault{100,
                          u"Param file must be a file with one of the types that are taken; received \"%1\"."_s.arg(
                              file->mime.left(64))};
    if (file->data.size() > kind->most || !isWhatItSays(file->mime, file->data))
        return GraphFault{131053, u"The file is too large, or is not what its type says."_s};
    return MediaAsked{file->mime, file->data};
}

bool carriesMedia(const QString &type)
{
    return std::ranges::find(kWithFile, type, [](QLatin1StringView one) { return QString(one); }) != kWithFile.end();
}

} // namespace balcao::sandbox
