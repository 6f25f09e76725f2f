// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A desk on a big store as a process of its own: says when its list is painted, then opens as many chats as it is told,
// and says each time how much memory it has. Without a store: an empty window, which is the floor.
//   startprobe [STORE CHATS [stay]]   stay: until its standard input ends, so that it never outlives who started it
//   startprobe --store                where the million messages are; makes them if need be

#include "bigstore.h"
#include "bigwindow.h"
#include "support/processfacts.h"
#include "support/testmain.h"

#include <QApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

void say(const char *what)
{
    std::printf("%s %.1f\n", what, residentMb(QCoreApplication::applicationPid()));
    std::fflush(stdout);
}

int emptyWindow()
{
    QWidget window;
    window.resize(1366, 768);
    PaintWatch paint(&window);
    window.show();
    if (!waitFor([&paint] { return paint.paints > 0; }))
        return 1;
    say("painted");
    return 0;
}

int storeFolder()
{
    std::puts(qPrintable(bigStore(placeOf("big-stores"_L1), kMillion).folder));
    return 0;
}

int stay()
{
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    if (argc == 2)
        return storeFolder();
    if (argc < 3)
        return emptyWindow();
    BigWindow desk(QString::fromLocal8Bit(argv[1]));
    PaintWatch list(desk.area("conversations")->viewport());
    desk.area("conversations")->viewport()->update();
    if (!waitFor([&list] { return list.paints > 0; }))
        return 1;
    say("painted");
    PaintWatch thread(desk.area("threadView")->viewport());
    const int chats = QByteArray(argv[2]).toInt();
    for (int i = 0; i < chats; ++i) {
        if (!desk.open(i % 3 == 0 ? BigShop::longThread() : BigShop::conversation(1 + (i * 7919) % 49'999), thread))
            return 1;
        settle();
    }
    say("opened");
    return argc > 3 ? stay() : 0;
}
