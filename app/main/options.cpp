// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "options.h"

#include "scene.h"

#include <QCommandLineParser>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

std::optional<Options> parseOptions(const QStringList &arguments, QString &problem)
{
    QCommandLineParser parser;
    parser.addOptions(
        {{u"demo"_s, u"Open the sample shop."_s},
         {u"scene"_s, u"Set up one of the design's pictures in it: "_s + Scene::names().join(u", "_s), u"name"_s},
         {u"first-run"_s, u"Show the first-run page."_s},
         {u"quit"_s, u"Ask the running desk to end, as its own Quit does."_s},
         {u"data"_s, u"Keep everything in this folder."_s, u"folder"_s},
         {u"screenshot"_s, u"Write the window to a PNG and end."_s, u"file"_s},
         {u"size"_s, u"Size of the window."_s, u"WxH"_s},
         {u"scheme"_s, u"light or dark."_s, u"scheme"_s}});
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty()) {
        problem = parser.errorText().isEmpty() ? u"unexpected argument"_s : parser.errorText();
        return std::nullopt;
    }
    Options options;
    options.demo = parser.isSet(u"demo"_s);
    options.firstRun = parser.isSet(u"first-run"_s);
    options.quit = parser.isSet(u"quit"_s);
    options.dataFolder = parser.value(u"data"_s);
    options.screenshot = parser.value(u"screenshot"_s);
    options.scheme = parser.value(u"scheme"_s);
    const QStringList size = parser.value(u"size"_s).split(u'x');
    if (parser.isSet(u"size"_s)) {
        options.size = size.size() == 2 ? QSize(size[0].toInt(), size[1].toInt()) : QSize();
        if (options.size.width() < 320 || options.size.height() < 240) {
            problem = u"--size wants WIDTHxHEIGHT"_s;
            return std::nullopt;
        }
    }
    if (!options.screenshot.isEmpty() && !options.demo && !options.firstRun) {
        problem = u"--screenshot wants --demo or --first-run beside it"_s;
        return std::nullopt;
    }
    options.scene = parser.value(u"scene"_s);
    if (parser.isSet(u"scene"_s) && (!options.demo || !Scene::names().contains(options.scene))) {
        problem = u"--scene wants --demo beside it and one of "_s + Scene::names().join(u", "_s);
        return std::nullopt;
    }
    if (!options.scheme.isEmpty() && options.scheme != "light"_L1 && options.scheme != "dark"_L1) {
        problem = u"--scheme wants light or dark"_s;
        return std::nullopt;
    }
    return options;
}

} // namespace balcao
