// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "openthread.h"
#include "support/testmain.h"
#include "ui/dialogs/printdialog.h"
#include "ui/printing/printing.h"
#include "ui/printing/printjob.h"
#include "ui/printing/systempaper.h"
#include "ui/printing/threadpages.h"
#include "walk.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRadioButton>
#include <QTranslator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using desk::PrintedLine;
using desk::PrintedThread;
using ui::PrintDialog;
using ui::ThreadPages;

namespace {

constexpr int kDpi = 100;

QImage sheet(qreal widthMm, qreal heightMm)
{
    constexpr qreal kMmPerInch = 25.4;
    QImage image(qRound(widthMm * kDpi / kMmPerInch), qRound(heightMm * kDpi / kMmPerInch), QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(kDpi / kMmPerInch * 1000));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.fill(Qt::white);
    return image;
}
QImage a4()
{
    return sheet(180, 267); // without its margins
}
QImage roll()
{
    return sheet(72, 200);
}

PrintedThread talk(int messages)
{
    PrintedThread thread{u"Padaria Lua"_s,
                         u"Rosa Limeira"_s,
                         u"(19) 9\u2022\u2022\u2022\u2022-4471"_s,
                         u"Mensagens de 23/11/2026 09:40 a 25/11/2026 14:32"_s,
                         u"Impresso em 25/11/2026 14:33"_s,
                         {}};
    for (int i = 0; i < messages; ++i) {
        const bool shop = i % 2 == 1;
        thread.lines.append(
            {i % 10 == 0 ? u"Segunda, 23 de novembro de 2026"_s : QString(),
             shop ? u"Ana · 14:20 · lida"_s : u"Rosa Limeira · 14:20"_s,
             u"Queria um igual a este, de cenoura, 2 kg. E 50 pães de queijo pequenos "_s + QString::number(i),
             i % 7 == 3 ? u"Não chegou: este número não recebe WhatsApp."_s : QString()});
    }
    return thread;
}

QList<QImage> painted(const PrintedThread &thread, QImage paper)
{
    ThreadPages pages(thread, paper);
    while (pages.layOutNext()) {
    }
    QList<QImage> images;
    for (int page = 0; page < pages.count(); ++page) {
        paper.fill(Qt::white);
        QPainter painter(&paper);
        pages.paint(painter, page);
        painter.end();
        images.append(paper.copy());
    }
    return images;
}

/// The first and the last row of dots that are not white; -1: none.
std::pair<int, int> inkOf(const QImage &image)
{
    std::pair<int, int> ink(-1, -1);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == qRgb(255, 255, 255))
                continue;
            ink = {ink.first < 0 ? y : ink.first, y};
            break;
        }
    }
    return ink;
}

/// Files of a folder of ours; a printer where one is wanted.
class FakeDoor final : public ui::PaperDoor
{
public:
    explicit FakeDoor(const QString &file) : m_file(file) {}

    bool hasPrinter() override { return printer; }
    void choosePrinter(QWidget &, Taken taken) override { give(std::move(taken), {}); }
    void chooseFile(QWidget &, const QString &name, Taken taken) override
    {
        suggested = name;
        give(std::move(taken), m_file);
    }

    void choosePath(QWidget &, const Path &, std::function<void(const QString &)>) override {}

    bool printer = true;
    bool givesUp = false;
    QString suggested;
    std::function<void()> meanwhile;

private:
    void give(Taken taken, const QString &file)
    {
        if (meanwhile)
            meanwhile();
        if (givesUp)
            return taken(nullptr, {});
        auto pdf = std::make_unique<QPdfWriter>(m_file);
        pdf->setPageSize(QPageSize(QPageSize::A4));
        ui::setMargins(*pdf);
        taken(std::move(pdf), file);
    }

    QString m_file;
};

struct Paper : Thread
{
    QTemporaryDir folder;
    QString file = folder.filePath(u"saida.pdf"_s);
    FakeDoor *door = nullptr;

    Paper()
    {
        log.receive(chat, u"Bom dia"_s);
        write(5);
        start();
        auto made = std::make_unique<FakeDoor>(file);
        door = made.get();
        window.inbox()->printing().setDoor(std::move(made));
    }
    PrintDialog *ask()
    {
        QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier);
        return window.findChild<PrintDialog *>();
    }
    void click(const char *name) const { find<QPushButton>(name)->click(); }
    [[nodiscard]] bool isWritten() const { return QFile(file).size() > 0; }
};

} // namespace

// The open conversation on paper: pages, what is asked first, and what is refused.
class tst_printing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesBreakAndLoseNothing();
    void nothingIsDrawnTwiceAtABreak();
    void aHeadStaysWithWhatItIsAbove();
    void aRollIsNarrowAndBreaksWords();
    void lettersAreBlackOnWhite();
    void aMessageLongerThanAPageGoesOn();
    void controlPAsksAndSaves();
    void marginsFitTheSheet();
    void withoutAPrinterItSaysSoAndSaves();
    void whatIsMarkedIsOffered();
    void givingUpPrintsNothing();
    void hiddenMeanwhilePrintsNothing();
    void anotherConversationMeanwhilePrintsNothing();
    void aFileThatCannotBeWrittenIsSaid();
    void protectedScreenPrintsNothing();
    void systemsDialogIsAsked();
    void systemsFileDialogIsAsked();
    void longOnesDoNotHoldTheWindow();
    void samplesForTheEye();
};

void tst_printing::pagesBreakAndLoseNothing()
{
    const QImage paper = a4();
    QList<int> counts;
    for (const int messages : {1, 20, 60, 250}) {
        const QList<QImage> pages = painted(talk(messages), paper);
        counts.append(static_cast<int>(pages.size()));
        for (const QImage &page : pages)
            QVERIFY(inkOf(page).first >= 0); // none is empty
    }
    QCOMPARE(counts.first(), 1);
    QVERIFY(counts[2] > 1 && counts[3] > counts[2]);
    // Every line of every paragraph stands on one page: as much ink as without breaks, but for the feet.
    QImage endless(paper.width(), 40000, QImage::Format_RGB32);
    endless.setDotsPerMeterX(paper.dotsPerMeterX());
    endless.setDotsPerMeterY(paper.dotsPerMeterY());
    const auto darkness = [](const QImage &image) {
        qint64 sum = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                sum += 255 - qGray(image.pixel(x, y));
        }
        return sum;
    };
    const qint64 whole = darkness(painted(talk(60), endless).first());
    qint64 parts = 0;
    const QList<QImage> pages = painted(talk(60), paper);
    const int foot = qRound(8 * kDpi / 25.4);
    for (const QImage &page : pages)
        parts += darkness(page.copy(0, 0, page.width(), page.height() - foot));
    QVERIFY2(qAbs(whole - parts) * 200 < whole, qPrintable(u"%1 and %2"_s.arg(whole).arg(parts)));
}

void tst_printing::nothingIsDrawnTwiceAtABreak()
{
    // A hundred lines of one paragraph: a line that stood on both pages would be seen as more lines.
    PrintedThread thread;
    QStringList lines;
    for (int i = 0; i < 100; ++i)
        lines.append(u"l"_s);
    thread.lines.append({{}, {}, lines.join(u'\n'), {}});
    const QList<QImage> pages = painted(thread, roll());
    QVERIFY(pages.size() > 1);
    int found = 0;
    for (const QImage &page : pages) {
        const int foot = qRound(8 * kDpi / 25.4);
        bool was = false;
        for (int y = 0; y < page.height() - foot; ++y) {
            bool ink = false;
            for (int x = 0; x < page.width(); ++x)
                ink = ink || qGray(page.pixel(x, y)) < 128;
            found += ink && !was;
            was = ink;
        }
    }
    QCOMPARE(found, 100);
}

void tst_printing::aHeadStaysWithWhatItIsAbove()
{
    // Wherever the page ends, no day and no name stands alone at its foot.
    for (int height = 60; height < 110; height += 3) {
        QImage paper = sheet(180, height);
        ThreadPages pages(talk(12), paper);
        while (pages.layOutNext()) {
        }
        for (int page = 0; page + 1 < pages.count(); ++page)
            QVERIFY2(!pages.endsWithAHead(page), qPrintable(u"%1 mm, page %2"_s.arg(height).arg(page)));
    }
}

void tst_printing::aRollIsNarrowAndBreaksWords()
{
    PrintedThread thread = talk(3);
    thread.lines.append({{}, u"Rosa · 14:20"_s, QString(400, u'W'), {}});
    QImage paper = roll();
    QVERIFY(ThreadPages(thread, paper).isNarrow());
    QImage wide = a4();
    QVERIFY(!ThreadPages(thread, wide).isNarrow());
    const QList<QImage> pages = painted(thread, paper);
    // What has no place to break is broken anyway: with a column of white to the left of nothing.
    PrintedThread one;
    one.lines.append({{}, {}, QString(400, u'W'), {}});
    const auto ink = inkOf(painted(one, paper).first());
    QVERIFY(ink.second - ink.first > 5 * kDpi / 10); // several lines
    QVERIFY(!pages.isEmpty());
}

void tst_printing::lettersAreBlackOnWhite()
{
    const QImage page = painted(talk(20), a4()).first();
    int black = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            const QColor colour(page.pixel(x, y));
            QVERIFY(colour.saturation() == 0);
            black += colour.black() > 250;
        }
    }
    QVERIFY(black > 100);
}

void tst_printing::aMessageLongerThanAPageGoesOn()
{
    PrintedThread thread = talk(0);
    thread.lines.append({{}, u"Rosa · 14:20"_s, u"palavra "_s.repeated(8000), {}});
    const QList<QImage> pages = painted(thread, a4());
    QVERIFY(pages.size() > 3);
    for (const QImage &page : pages)
        QVERIFY(inkOf(page).first < page.height() / 4); // none begins with a hole
}

void tst_printing::controlPAsksAndSaves()
{
    Paper p;
    PrintDialog *dialog = p.ask();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(p.find<QLabel>("printWhose")->text(), u"Rosa Limeira"_s);
    QVERIFY(p.find<QRadioButton>("printAll")->text().contains(u'6'));
    QVERIFY(p.find<QRadioButton>("printMarked")->isHidden());
    QVERIFY(!p.find<QCheckBox>("printTeam")->isChecked());
    QSignalSpy finished(&p.window.inbox()->printing(), &ui::Printing::finished);
    p.click("printSave");
    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().toBool(), true);
    QVERIFY(!p.door->suggested.contains(u"Rosa"_s)); // a folder is looked at by others
    QVERIFY(p.door->suggested.endsWith(u".pdf"_s));
    QVERIFY(p.isWritten());
    QVERIFY(p.undo.text().contains(u"saida.pdf"_s));
    QFile pdf(p.file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const QByteArray bytes = pdf.readAll();
    QVERIFY(bytes.startsWith("%PDF") && !bytes.contains("Rosa"));
}

void tst_printing::marginsFitTheSheet()
{
    QTemporaryDir folder;
    QPdfWriter pdf(folder.filePath(u"a"_s));
    pdf.setPageSize(QPageSize(QPageSize::A4));
    ui::setMargins(pdf);
    QCOMPARE(pdf.pageLayout().margins(QPageLayout::Millimeter).left(), 15.0);
    pdf.setPageSize(QPageSize(QSizeF(80, 297), QPageSize::Millimeter));
    ui::setMargins(pdf);
    QCOMPARE(pdf.pageLayout().margins(QPageLayout::Millimeter).left(), 3.0);
}

void tst_printing::withoutAPrinterItSaysSoAndSaves()
{
    Paper p;
    p.door->printer = false;
    QVERIFY(p.ask());
    QVERIFY(p.find<QLabel>("printNone")->isVisible());
    QVERIFY(p.find<QPushButton>("print")->isHidden());
    QVERIFY(p.find<QPushButton>("printSave")->isDefault());
    QSignalSpy finished(&p.window.inbox()->printing(), &ui::Printing::finished);
    QTest::keyClick(p.window.findChild<PrintDialog *>(), Qt::Key_Return);
    QVERIFY(finished.wait());
    QVERIFY(p.isWritten());
}

void tst_printing::whatIsMarkedIsOffered()
{
    Paper p;
    p.view->setCurrentIndex(p.row(1));
    p.view->selectionModel()->select(QItemSelection(p.row(1), p.row(3)), QItemSelectionModel::ClearAndSelect);
    PrintDialog *dialog = p.ask();
    QVERIFY(dialog);
    auto *marked = p.find<QRadioButton>("printMarked");
    QVERIFY(marked->isVisible() && marked->isChecked());
    QVERIFY(marked->text().contains(u'3'));
    QCOMPARE(dialog->choice().only.size(), 3);
    p.find<QRadioButton>("printAll")->click();
    QVERIFY(dialog->choice().only.isEmpty());
    p.click("printCancel");
}

void tst_printing::givingUpPrintsNothing()
{
    Paper p;
    p.door->givesUp = true;
    QVERIFY(p.ask());
    p.click("print");
    QVERIFY(p.undo.text().isEmpty());
    QVERIFY(!p.isWritten());
}

// Idle time ran out while the system's dialog stood open.
void tst_printing::hiddenMeanwhilePrintsNothing()
{
    Paper p;
    p.operators.setOperators({{p.ana, u"Ana"_s, Role::Attendant, true}});
    p.door->meanwhile = [&p] { p.window.showProtected(); };
    QVERIFY(p.ask());
    p.click("print");
    QVERIFY(!p.undo.text().isEmpty());
    QVERIFY(!p.isWritten());
    QVERIFY(!p.window.inbox()->printing().findChild<ui::PrintJob *>());
}

void tst_printing::anotherConversationMeanwhilePrintsNothing()
{
    Paper p;
    const Chat dita = p.log.open(u"Dita"_s);
    p.log.receive(dita, u"Oi"_s);
    p.take();
    p.door->meanwhile = [&p, dita] { p.inbox.open(dita.conversation); };
    QVERIFY(p.ask());
    p.click("print");
    QVERIFY(!p.undo.text().isEmpty());
    QVERIFY(!p.isWritten());
}

void tst_printing::aFileThatCannotBeWrittenIsSaid()
{
    Paper p;
    auto nowhere = std::make_unique<FakeDoor>(p.folder.filePath(u"none/saida.pdf"_s));
    p.window.inbox()->printing().setDoor(std::move(nowhere));
    QVERIFY(p.ask());
    QSignalSpy finished(&p.window.inbox()->printing(), &ui::Printing::finished);
    p.click("printSave");
    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().toBool(), false);
    QVERIFY(!p.undo.text().isEmpty());
}

void tst_printing::protectedScreenPrintsNothing()
{
    Paper p;
    p.operators.setOperators({{p.ana, u"Ana"_s, Role::Attendant, true}});
    p.window.showProtected();
    QTest::keyClick(&p.window, Qt::Key_P, Qt::ControlModifier);
    QVERIFY(!p.window.findChild<PrintDialog *>());
}

// The real one, as far as it goes without a printer.
void tst_printing::systemsDialogIsAsked()
{
    const QTemporaryDir folder;
    QWidget over;
    ui::SystemPaper system;
    for (const bool accepts : {false, true}) {
        int asked = 0;
        std::unique_ptr<QPagedPaintDevice> given;
        system.choosePrinter(over, [&](std::unique_ptr<QPagedPaintDevice> paper, const QString &) {
            ++asked;
            given = std::move(paper);
        });
        auto *dialog = over.findChild<QPrintDialog *>(u"systemPrintDialog"_s);
        QVERIFY(dialog && dialog->isVisible() && asked == 0);
        dialog->printer()->setOutputFileName(folder.filePath(u"a.pdf"_s));
        dialog->done(accepts ? QDialog::Accepted : QDialog::Rejected);
        QCOMPARE(asked, 1);
        QCOMPARE(given != nullptr, accepts);
        QTRY_VERIFY(!over.findChild<QPrintDialog *>());
        if (!accepts)
            continue;
        auto *job = new ui::PrintJob(std::move(given), talk(60), this);
        const QSignalSpy finished(job, &ui::PrintJob::finished);
        job->start();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(finished.first().first().toBool());
        QVERIFY(QFile(folder.filePath(u"a.pdf"_s)).size() > 1000);
    }
}

void tst_printing::systemsFileDialogIsAsked()
{
    const QTemporaryDir folder;
    QWidget over;
    ui::SystemPaper system;
    QString into;
    system.chooseFile(over, u"conversa.pdf"_s, [&](std::unique_ptr<QPagedPaintDevice> paper, const QString &file) {
        into = paper ? file : QString();
    });
    auto *dialog = over.findChild<QFileDialog *>(u"savePdfDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->selectedFiles().value(0).endsWith(u"conversa.pdf"_s));
    dialog->setDirectory(folder.path());
    dialog->selectFile(u"outra"_s); // its ending is added
    static_cast<QDialog *>(dialog)->done(QDialog::Accepted);
    QCOMPARE(into, folder.filePath(u"outra.pdf"_s));
}

// All that can be loaded, of the longest that is shown: the window goes on in between.
void tst_printing::longOnesDoNotHoldTheWindow()
{
    constexpr int kRows = 250;
    PrintedThread thread = talk(0);
    for (int i = 0; i < kRows; ++i)
        thread.lines.append({{}, u"Rosa · 14:20"_s, u"palavra "_s.repeated(desk::ThreadItem::kShown / 8), {}});
    QTemporaryDir folder;
    auto pdf = std::make_unique<QPdfWriter>(folder.filePath(u"a.pdf"_s));
    ui::setMargins(*pdf);
    auto *job = new ui::PrintJob(std::move(pdf), thread, this);
    QSignalSpy finished(job, &ui::PrintJob::finished);
    QTimer other; // what else the window has to do
    QElapsedTimer since;
    qint64 longest = 0;
    int turns = 0;
    connect(&other, &QTimer::timeout, this, [&] {
        longest = qMax(longest, since.restart());
        ++turns;
    });
    QElapsedTimer whole;
    whole.start();
    since.start();
    other.start(0);
    job->start();
    QVERIFY(finished.wait(60'000));
    QVERIFY(finished.first().first().toBool());
    qInfo("%d rows in %lld ms, the window waited %lld ms at most, in %d turns", kRows, whole.elapsed(), longest, turns);
    QVERIFY(turns > 20); // and not in one go
}

// Only when somebody wants to look: BALCAO_PRINT_SAMPLES names a folder.
void tst_printing::samplesForTheEye()
{
    const DesignFont font;
    const QByteArray to = qgetenv("BALCAO_PRINT_SAMPLES");
    if (to.isEmpty())
        return;
    const QDir folder(QFile::decodeName(to));
    PrintedThread thread = talk(40);
    thread.lines.insert(3, {{}, u"Nota da equipe · Ana · 14:27"_s, u"cozinha confirmou para quinta às 16h"_s, {}});
    thread.lines.insert(5, {{}, {}, u"Bruno passou a conversa para Ana · 14:18"_s, {}});
    thread.lines.insert(6, {{}, u"Rosa Limeira · 14:20"_s, u"👍🏽 obrigada! עברית\nmais uma linha"_s, {}});
    const auto save = [&folder](const QString &name, const QList<QImage> &pages) {
        for (qsizetype i = 0; i < pages.size(); ++i)
            pages[i].save(folder.filePath(u"%1-%2.png"_s.arg(name).arg(i + 1)));
    };
    save(u"a4"_s, painted(thread, a4()));
    save(u"roll"_s, painted(thread, roll()));
    QTranslator words;
    QVERIFY(words.load(u"balcao_pt_BR"_s, placeOf("words"_L1)));
    QCoreApplication::installTranslator(&words);
    for (const bool printer : {true, false}) {
        Paper p;
        p.door->printer = printer;
        p.view->setCurrentIndex(p.row(1));
        if (printer)
            p.view->selectionModel()->select(QItemSelection(p.row(1), p.row(3)), QItemSelectionModel::ClearAndSelect);
        QVERIFY(p.ask());
        p.ask()->grab().save(folder.filePath(printer ? u"dialog.png"_s : u"dialog-none.png"_s));
    }
}

BALCAO_TEST(tst_printing)
#include "tst_printing.moc"
