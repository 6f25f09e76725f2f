// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "bigwindow.h"
#include "support/figures.h"
#include "support/testmain.h"
#include "ui/dialogs/pixdialog.h"
#include "ui/dialogs/qrview.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// What a hand notices: beyond it, digits would be lost.
constexpr double kDialogMs = 50;
constexpr double kQrMs = 20;

} // namespace

// F9 until the dialog stands painted, and a digit until the QR of the new amount does: printed, not asserted.
class tst_pixdialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open();
    void digit();

private:
    static ui::PixDialog *opened(Window &w);
};

ui::PixDialog *tst_pixdialog::opened(Window &w)
{
    QTest::keyClick(&w.window, Qt::Key_F9);
    auto *dialog = w.window.findChild<ui::PixDialog *>();
    if (!dialog)
        qFatal("no dialog");
    PaintWatch paint(dialog);
    if (!waitFor([&paint] { return paint.paints > 0; }))
        qFatal("not painted");
    return dialog;
}

void tst_pixdialog::open()
{
    Window w;
    const Chat rosa = w.log.open(u"Rosa"_s);
    w.log.receive(rosa, u"Fica R$ 123,45?"_s);
    w.window.resize(1366, 698);
    w.show(rosa);
    Samples wall;
    for (int i = 0; i < 100; ++i) {
        const Stretch one;
        auto *dialog = opened(w);
        wall.add(one.wallMs());
        settle();
        dialog->reject();
        QVERIFY(waitFor([&w] { return w.window.findChild<ui::PixDialog *>() == nullptr; }));
        settle();
    }
    printTimes(u"pix.dialog.open"_s, wall, kDialogMs);
}

void tst_pixdialog::digit()
{
    Window w;
    const Chat rosa = w.log.open(u"Rosa"_s);
    w.log.receive(rosa, u"Oi"_s);
    w.window.resize(1366, 698);
    w.show(rosa);
    auto *dialog = opened(w);
    w.pix.setDescription(u"Bolo de cenoura 2 kg + 50 pães de queijo"_s);
    settle();
    PaintWatch paint(dialog->findChild<ui::QrView *>());
    Samples wall;
    for (int i = 0; i < 400; ++i) {
        paint.paints = 0;
        const Stretch one;
        if (w.pix.amount().centavos > 1'000'000)
            w.pix.paste(u"0,01"_s);
        else
            QTest::keyClick(dialog->focusWidget(), Qt::Key_5);
        QVERIFY(waitFor([&paint] { return paint.paints > 0; }));
        wall.add(one.wallMs());
        settle();
    }
    printTimes(u"pix.qr"_s, wall, kQrMs);
    dialog->reject();
}

BALCAO_TEST(tst_pixdialog)
#include "tst_pixdialog.moc"
