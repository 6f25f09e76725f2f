// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "paintedtext.h"
#include "support/testmain.h"
#include "ui/delegates/bubblepart.h"
#include "ui/dialogs/palettedialog.h"
#include "ui/panes/elidedlabel.h"
#include "ui/style/maskicon.h"
#include "walk.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTranslator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Scene : Window
{
    Chat rosa;

    explicit Scene(const QString &name = u"Rosa Limeira"_s) : rosa(log.open(name))
    {
        window.resize(1366, 768);
        wire::Subject reply;
        reply.reply = QuickReplyId::create();
        log.add(wire::ReplyDefined{u"Horário"_s, u"Abrimos às 7h."_s}, reply);
        log.receive(rosa, u"Bom dia"_s);
        show(rosa);
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no active window");
        settle();
    }
    void closeWindow()
    {
        clock.setMs(thread.head()->windowUntil + 1);
        composer.tick();
        settle();
    }
    [[nodiscard]] QList<QDialog *> dialogs() const { return window.findChildren<QDialog *>(); }
    QDialog *openPalette()
    {
        find<QPushButton>("search")->click();
        auto *dialog = window.findChild<ui::PaletteDialog *>();
        [&] { QTRY_VERIFY(dialog->isVisible()); }();
        settle();
        return dialog;
    }
};

} // namespace

// What the pictures of the scenes show, beside the inbox.
class tst_lookscenes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_font = std::make_unique<DesignFont>(); }
    void cleanup() { m_font.reset(); }
    void shutComposerLooksShutAndDoesNothing();
    void shutComposerOffersAStepToGoOn();
    void chosenFaceKeepsItsColours();
    void paletteStandsBelowTheBarBeforeADimWindow();
    void paletteIsAsHighAsItsResults();
    void paletteIsRoundAndHasABorder();
    void paletteOffersWhatCanBeDoneWithACustomer();
    void stripSaysWhatIsWrongInBoldAndDoesNotJump();
    void offlineIsSaidWhereOneWrites();
    void whatWaitsIsTakenBackBelowTheBubbles();
    void lockBarIsOneLine_data();
    void lockBarIsOneLine();
    void protectedScreenSaysTheTime();
    void protectedScreensFootHasItsIcons();
    void tilesOfPeopleAreAsDrawn();
    void chosenSectionIsMarked();
    void codeIsEightBoxesAndOneField();
    void firstRunSaysWhatBalcaoIs();

private:
    std::unique_ptr<DesignFont> m_font;
};

void tst_lookscenes::shutComposerLooksShutAndDoesNothing()
{
    Scene w;
    auto *editor = w.find<QPlainTextEdit>("editor");
    auto *replies = w.find<QPushButton>("quickReply");
    auto *emoji = w.find<QPushButton>("emoji");
    QVERIFY(replies->isEnabled() && emoji->isEnabled());
    const QString open = editor->placeholderText();
    w.closeWindow();
    w.find<QListView>("conversations")->setFocus();
    settle();
    auto *composer = w.find<QWidget>("composer");
    const auto colourAt = [composer, editor](const QPoint &place) {
        return composer->grab().toImage().pixelColor(editor->mapTo(composer, place));
    };
    const QPoint inside(editor->width() - 20, editor->height() / 2);
    QCOMPARE(colourAt(inside), w.appearance.theme().list); // no fill
    QCOMPARE(colourAt({editor->width() / 2, 0}), w.appearance.theme().border);
    QVERIFY(editor->placeholderText() != open);
    const QString closed = w.find<QLabel>("waitingClosed")->text();
    QVERIFY(w.find<QWidget>("waitingHint")->isVisible());
    QVERIFY2(closed.endsWith(w.wording.clock(w.thread.head()->windowUntil)), qPrintable(closed));
    for (const QPushButton *one : {replies, emoji}) {
        QVERIFY(!one->isEnabled());
        QVERIFY2(one->toolTip().contains(u"24 h"_s) || one->toolTip().contains(w.composer.lockText()),
                 qPrintable(one->toolTip()));
    }
    editor->setFocus();
    QTest::keyClick(&w.window, Qt::Key_F4);
    QTest::keyClick(editor, Qt::Key_Period, Qt::ControlModifier);
    QSignalSpy read(&w.thread, &desk::ThreadPresenter::changed);
    w.thread.reload();
    QVERIFY(read.wait()); // the replies would have been read before
    QCOMPARE(w.dialogs().size(), 0);
    w.composer.insertReply(u"Abrimos às 7h."_s); // chosen when it was still open
    QCOMPARE(editor->toPlainText(), QString());
    QTest::keyClick(&w.window, Qt::Key_F7);
    QVERIFY(replies->isEnabled() && emoji->isEnabled() && !editor->isReadOnly());
    w.composer.insertReply(u"Abrimos às 7h."_s);
    QCOMPARE(editor->toPlainText(), u"Abrimos às 7h."_s);
    QCOMPARE(colourAt(inside), w.appearance.theme().surface);
}

void tst_lookscenes::shutComposerOffersAStepToGoOn()
{
    Scene w;
    auto *remind = w.window.findChild<QPushButton *>(u"remind"_s);
    QVERIFY(remind && !remind->isVisible());
    w.closeWindow();
    QVERIFY(remind->isVisible() && remind->isEnabled());
    remind->click();
    QTRY_COMPARE(w.dialogs().size(), 1);
    QCOMPARE(w.dialogs().first()->objectName(), u"pickDialog"_s);
}

void tst_lookscenes::chosenFaceKeepsItsColours()
{
    Scene w;
    w.operators.setOperators(
        {{w.ana, u"Ana"_s, Role::Attendant, true}, {OperatorId::create(), u"Bruno"_s, Role::Attendant, true}});
    w.window.showProtected();
    const auto *people = w.find<QListWidget>("protectedPeople");
    for (int i = 0; i < 2; ++i) {
        const QIcon face = people->item(i)->icon();
        const auto fill = [&face](QIcon::Mode mode) {
            return face.pixmap(QSize(40, 40), mode).toImage().pixelColor(20, 5);
        };
        QCOMPARE(fill(QIcon::Selected), fill(QIcon::Normal));
    }
}

void tst_lookscenes::paletteStandsBelowTheBarBeforeADimWindow()
{
    Scene w;
    const QImage before = w.window.grab().toImage();
    QDialog *palette = w.openPalette();
    const auto *bar = w.find<QWidget>("topBar");
    const QPoint at = w.window.mapFromGlobal(palette->mapToGlobal(QPoint()));
    const int below = at.y() - bar->mapTo(&w.window, QPoint(0, bar->height())).y();
    QVERIFY2(below >= 4 && below <= 12, qPrintable(QString::number(below)));
    QCOMPARE(at.x() + palette->width() / 2, w.window.width() / 2);
    const QImage dim = w.window.grab().toImage();
    for (const QPoint &place : {QPoint(4, 400), QPoint(600, 500), QPoint(1300, 4)})
        QVERIFY(dim.pixelColor(place).lightness() < before.pixelColor(place).lightness() * 3 / 4);
    w.window.resize(1500, 800); // the whole of it, whatever its size
    settle();
    QVERIFY(w.window.grab().toImage().pixelColor(1490, 4).lightness() < before.pixelColor(1300, 4).lightness() * 3 / 4);
    palette->reject();
    w.window.resize(1366, 768);
    settle();
    QCOMPARE(w.window.grab().toImage().pixelColor(4, 400), before.pixelColor(4, 400));
}

void tst_lookscenes::paletteIsAsHighAsItsResults()
{
    Scene w;
    QDialog *palette = w.openPalette();
    auto *list = w.find<QListView>("paletteList");
    QVERIFY(palette->height() <= 518);
    w.find<QLineEdit>("paletteTyped")->setText({});
    QTest::keyClicks(w.find<QLineEdit>("paletteTyped"), u"rosa"_s);
    QTRY_VERIFY(list->model()->rowCount() > 0 && list->model()->index(0, 0).data().toString().contains(u"Rosa"_s));
    settle();
    const QRect last = list->visualRect(list->model()->index(list->model()->rowCount() - 1, 0));
    const int blank = list->viewport()->height() - 1 - last.bottom();
    QVERIFY2(blank >= 0 && blank <= 12, qPrintable(QString::number(blank)));
    palette->reject();
}

void tst_lookscenes::paletteIsRoundAndHasABorder()
{
    Scene w;
    for (const auto scheme : {ui::ColourScheme::Dark, ui::ColourScheme::Light}) {
        w.appearance.apply(scheme);
        QDialog *palette = w.openPalette();
        const ui::Theme &theme = w.appearance.theme();
        const QImage image = palette->grab().toImage();
        QCOMPARE(image.pixelColor(image.width() / 2, 0), theme.border);
        QCOMPARE(image.pixelColor(0, image.height() / 2), theme.border);
        QVERIFY(!palette->mask().isEmpty() && !palette->mask().contains(QPoint(0, 0)));
        QVERIFY(palette->windowFlags() & Qt::FramelessWindowHint);
        const QColor body = w.find<QListView>("paletteList")->viewport()->grab().toImage().pixelColor(4, 4);
        QVERIFY(body != theme.list || !theme.dark);
        delete palette;
        settle();
    }
}

void tst_lookscenes::paletteOffersWhatCanBeDoneWithACustomer()
{
    Scene w;
    const Chat dita = w.log.open(u"Dita Prado"_s);
    w.log.receive(dita, u"Oi"_s);
    w.take();
    QDialog *palette = w.openPalette();
    auto *typed = w.find<QLineEdit>("paletteTyped");
    auto *list = w.find<QListView>("paletteList");
    QTest::keyClicks(typed, u"dita"_s);
    QTRY_VERIFY(list->model()->rowCount() > 0 && list->model()->index(0, 0).data().toString().contains(u"Dita"_s));
    const auto titles = [list] {
        QStringList all;
        for (int i = 0; i < list->model()->rowCount(); ++i)
            all.append(list->model()->index(i, 0).data().toString());
        return all;
    };
    const QString snooze = u"Snooze the conversation with Dita Prado…"_s;
    const QString charge = u"Charge Dita Prado with Pix…"_s;
    QVERIFY(titles().contains(snooze) && titles().contains(charge));
    const QStringList found = titles();
    QTest::keyClick(typed, Qt::Key_Tab);
    QVERIFY(palette->isVisible() && typed->hasFocus());
    QVERIFY(titles().size() >= 3 && titles().first() == charge);
    QTest::keyClick(typed, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(titles(), found);
    QTest::keyClick(typed, Qt::Key_Tab);
    QTest::keyClick(typed, Qt::Key_Down);
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_VERIFY(w.window.findChild<QDialog *>(u"pickDialog"_s));
    QCOMPARE(w.thread.conversation(), dita.conversation); // what is asked about is open behind it
}

void tst_lookscenes::stripSaysWhatIsWrongInBoldAndDoesNotJump()
{
    Scene w;
    sync::ConnectionState state;
    state.kind = sync::ConnectionState::Kind::Offline;
    state.since = w.clock.nowMs();
    state.nextTryAt = w.clock.nowMs() + 12 * kSecondMs;
    w.connection.setState(state);
    settle();
    QWidget *strip = nullptr; // who chooses an operator has one, too
    for (QWidget *one : w.window.findChildren<QWidget *>(u"strip"_s))
        strip = one->isVisible() ? one : strip;
    QVERIFY(strip);
    const auto *action = strip->findChild<QPushButton *>(u"stripAction"_s);
    const auto *next = strip->findChild<QLabel *>(u"stripNext"_s);
    QVERIFY(next && next->isVisible());
    QVERIFY(next->text().contains(u"12"_s));
    QVERIFY(!action->property("flat").toBool() && !action->icon().isNull());
    QVERIFY(!w.find<QLabel>("health")->text().contains(u"0 s"_s));
    const QRect before = action->geometry();
    w.clock.advanceMs(9 * kSecondMs);
    Q_EMIT w.connection.changed();
    settle();
    QVERIFY(next->text().contains(u'3') && !next->text().contains(u"12"_s));
    QCOMPARE(action->geometry(), before);
    QCOMPARE(strip->findChild<QLabel *>(u"stripText"_s)->property("role").toByteArray(), QByteArray("time"));
    const QImage image = strip->grab().toImage();
    QCOMPARE(image.pixelColor(4, image.height() - 1), w.appearance.theme().border);
    QCOMPARE(image.pixelColor(4, image.height() - 2), w.appearance.theme().timeBg);
}

void tst_lookscenes::offlineIsSaidWhereOneWrites()
{
    Scene w;
    auto *send = w.find<QPushButton>("send");
    const QString now = send->text();
    auto *pix = w.find<QPushButton>("pix");
    const auto *hint = w.find<QWidget>("waitingHint");
    QVERIFY(pix->isEnabled() && !hint->isVisible());
    w.composer.setBank(true);
    w.composer.setOffline(true);
    QVERIFY(send->text() != now);
    QVERIFY(!pix->isEnabled() && hint->isVisible());
    const QString why = u"Pix waits for the connection: the bank has to register the charge."_s;
    QCOMPARE(w.find<QLabel>("waitingPix")->text(), why);
    QCOMPARE(pix->accessibleDescription(), why);
    QVERIFY(pix->toolTip().contains(why));
    QVERIFY(!w.find<QLabel>("waitingQueued")->isVisible()); // nothing waits
    w.composer.setNote(true);
    QCOMPARE(send->text(), u"Keep the note"_s);
    w.composer.setNote(false);
    w.composer.setOffline(false);
    QCOMPARE(send->text(), now);
    QVERIFY(pix->isEnabled() && !hint->isVisible());
}

void tst_lookscenes::whatWaitsIsTakenBackBelowTheBubbles()
{
    Scene w;
    const auto wait = [&w](const QString &text) {
        w.pend({CommandId::create(), u"message.send"_s, w.rosa.conversation, MessageId::create(), text, w.ana,
                w.clock.nowMs(), "{}"});
        QSignalSpy read(&w.thread, &desk::ThreadPresenter::changed);
        w.thread.reload();
        QVERIFY(read.wait());
        settle();
    };
    auto *cancel = w.find<QPushButton>("cancelSending");
    wait(u"Temos!"_s);
    QVERIFY(!cancel->isVisible()); // it leaves in a moment
    w.thread.setOfflineSince(w.clock.nowMs() - kMinuteMs);
    w.composer.setOffline(true);
    settle();
    QVERIFY(cancel->isVisible() && (cancel->focusPolicy() & Qt::TabFocus));
    QCOMPARE(cancel->text(), w.composer.takeBackText());
    const auto *hint = w.find<QWidget>("waitingHint");
    const auto *queued = w.find<QLabel>("waitingQueued");
    QVERIFY(queued->text().startsWith(w.composer.queuedText()) && queued->text().endsWith(QChar(0xb7)));
    QVERIFY(queued->geometry().right() < cancel->geometry().left());
    const int plain = cancel->geometry().right();
    QCOMPARE(plain, hint->width() - ui::BubbleSizes::side(hint->width()) - 1); // as the bubbles
    auto *view = w.find<QListView>("threadView");
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    settle();
    const int bar = view->width() - view->viewport()->width();
    QVERIFY(bar > 0);
    QCOMPARE(cancel->geometry().right(), plain - bar);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    settle();
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(w.actions.takenBack.size(), 1);
    std::exchange(w.actions.backDone, nullptr)(std::optional(u"Temos!"_s));
    auto *editor = w.find<QPlainTextEdit>("editor");
    QCOMPARE(editor->toPlainText(), u"Temos!"_s);
    QVERIFY(editor->hasFocus());
    // And by its row, with Enter, as every other thing that can be done about one.
    view->setFocus();
    view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(w.actions.takenBack.size(), 2);
}

void tst_lookscenes::lockBarIsOneLine_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("of the drawing") << u"Wilson Neves"_s;
    QTest::newRow("of the sample shop") << u"Tatiane Ramos"_s;
    QTest::newRow("long") << u"Wanderlândia Maria Moreira"_s;
    QTest::newRow("none") << QString();
}

// In the language of the counter, at the drawn size, whatever the customer is called.
void tst_lookscenes::lockBarIsOneLine()
{
    QFETCH(const QString, name);
    QTranslator words;
    QVERIFY(words.load(u"balcao_pt_BR"_s, placeOf("words"_L1)));
    QCoreApplication::installTranslator(&words);
    Scene w(name);
    w.closeWindow();
    auto *bar = w.find<QWidget>("lockBar");
    QVERIFY(bar->isVisible());
    const auto *text = w.find<QLabel>("lockText");
    QSet<qreal> lines;
    QString said;
    for (const PaintedPiece &piece : paintedBy(*bar)) {
        lines.insert(piece.rect.top());
        said += piece.text + u' ';
        QVERIFY2(piece.seen.contains(piece.rect.center()), qPrintable(piece.text));
        QVERIFY2(piece.rect.right() <= bar->width(), qPrintable(piece.text));
    }
    QVERIFY2(lines.size() == 1, qPrintable(said));
    QVERIFY(said.contains(u"modelo aprovado"_s));
    QVERIFY(bar->height() < 2 * text->fontMetrics().height() + 16);
    QVERIFY(bar->accessibleName().contains(w.composer.lockText())); // and nothing of it is lost
}

void tst_lookscenes::protectedScreenSaysTheTime()
{
    Scene w;
    w.window.showProtected();
    settle();
    const auto *clock = w.window.findChild<QLabel *>(u"protectedClock"_s);
    QVERIFY(clock && clock->isVisible());
    QCOMPARE(clock->text(), w.wording.clock(w.clock.nowMs()));
    const QRect place(clock->mapTo(&w.window, QPoint()), clock->size());
    QVERIFY(place.right() > w.window.width() - 50 && place.top() > 50 && place.top() < 90);
}

void tst_lookscenes::protectedScreensFootHasItsIcons()
{
    Scene w;
    w.rail.reload();
    QTRY_COMPARE(w.rail.waiting(), 1);
    sync::ConnectionState state;
    state.kind = sync::ConnectionState::Kind::Online;
    w.connection.setState(state);
    w.window.showProtected();
    settle();
    const auto *number = w.find<ui::ElidedLabel>("protectedWaiting");
    QCOMPARE(number->lead(), 1); // "1" is bold
    const auto isIcon = [&w](const char *name, const QString &icon) {
        const QPixmap shown = w.find<QLabel>(name)->pixmap();
        return shown.toImage() == ui::Appearance::pixmap(icon, w.appearance.theme().text2, 16, 1).toImage();
    };
    QVERIFY(isIcon("protectedWaitingIcon", u"waiting"_s));
    QVERIFY(isIcon("protectedHealthIcon", u"connected"_s));
    const auto *icon = w.find<QLabel>("protectedWaitingIcon");
    QCOMPARE(number->geometry().left() - icon->geometry().right() - 1, 6);
    state.kind = sync::ConnectionState::Kind::Offline;
    w.connection.setState(state);
    QVERIFY(isIcon("protectedHealthIcon", u"offline"_s));
}

void tst_lookscenes::tilesOfPeopleAreAsDrawn()
{
    Scene w;
    w.operators.setOperators({{w.ana, u"Ana"_s, Role::Attendant, true},
                              {OperatorId::create(), u"Bruno"_s, Role::Attendant, true},
                              {OperatorId::create(), u"Célia"_s, Role::Attendant, true}});
    w.window.showProtected();
    settle();
    const auto *people = w.find<QListWidget>("protectedPeople");
    QRect all;
    for (int i = 0; i < 3; ++i) {
        const QRect tile = people->visualItemRect(people->item(i));
        QCOMPARE(tile.size(), QSize(76, 78));
        all |= tile.translated(people->viewport()->mapTo(&w.window, QPoint()));
    }
    QVERIFY2(qAbs(all.center().x() - w.window.width() / 2) <= 3, qPrintable(QString::number(all.center().x())));
}

void tst_lookscenes::chosenSectionIsMarked()
{
    Scene w;
    w.find<QPushButton>("settings")->click();
    auto *sections = w.find<QListWidget>("settingsSections");
    sections->setCurrentRow(2);
    for (int i = 0; i < sections->count(); ++i) {
        const auto tint = ui::MaskIcon::of(sections->item(i)->icon());
        QCOMPARE(tint->colour, i == 2 ? w.appearance.theme().accent : w.appearance.theme().text2);
        QCOMPARE(sections->item(i)->font().weight(), int(i == 2 ? QFont::DemiBold : QFont::Normal));
    }
    QCOMPARE(ui::MaskIcon::of(w.find<QPushButton>("settings")->icon())->colour, w.appearance.theme().accent);
}

void tst_lookscenes::codeIsEightBoxesAndOneField()
{
    Scene w;
    w.window.showFirstRun();
    auto *code = w.find<QLineEdit>("code");
    QVERIFY(code->placeholderText().isEmpty());
    code->setFocus();
    QTest::keyClicks(code, u"k7qf29x"_s);
    QCOMPARE(code->text(), u"K7QF-29X"_s);
    QTest::keyClick(code, Qt::Key_Backspace);
    QCOMPARE(code->text(), u"K7QF-29"_s);
    code->selectAll();
    QApplication::clipboard()->setText(u" k7qf-29xm "_s);
    code->paste();
    QCOMPARE(code->text(), u"K7QF-29XM"_s);
    w.find<QLineEdit>("device")->setFocus();
    settle();
    const QImage image = code->grab().toImage().convertToFormat(QImage::Format_RGB32);
    int edges = 0;
    const QRgb outline = w.appearance.theme().borderStrong.rgb();
    for (int x = 0; x < image.width(); ++x)
        edges += image.pixel(x, image.height() / 2) == outline ? 1 : 0;
    QCOMPARE(edges, 16);
    QCOMPARE(code->accessibleName(), u"Pairing code"_s);
    QTest::mouseClick(code, Qt::LeftButton, {}, QPoint(42 * 2 + 18, 20)); // the third box
    QTest::keyClick(code, Qt::Key_Delete);
    QTRY_COMPARE(code->text().remove(u'-'), u"K7F29XM"_s);
}

void tst_lookscenes::firstRunSaysWhatBalcaoIs()
{
    Scene w;
    w.window.showFirstRun();
    settle();
    const auto *points = w.find<QWidget>("signPoints");
    QVERIFY(points->isVisible());
    QStringList said;
    for (const QLabel *label : points->findChildren<QLabel *>())
        said.append(label->text());
    QVERIFY(said.contains(u"Only the bank confirms a Pix"_s));
    QVERIFY(!w.find<QLabel>("signVersion")->isVisible()); // of no version nothing is said
    w.window.resize(1366, 560);
    QTRY_VERIFY(!points->isVisible()); // the form comes first
}

BALCAO_TEST(tst_lookscenes)
#include "tst_lookscenes.moc"
