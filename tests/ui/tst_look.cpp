// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "paintedtext.h"
#include "support/testmain.h"
#include "ui/delegates/bubbletext.h"
#include "ui/delegates/messagedelegate.h"
#include "ui/style/fonts.h"
#include "walk.h"

#include <QFontInfo>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTranslator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using ui::Theme;

namespace {

constexpr QSize kSmall(1366, 768);
constexpr QSize kLarge(1920, 1080);

/// One chat, open, and one that waits and has an hour left; both of a tag.
struct Look : Window
{
    Chat rosa;
    Chat dita;
    TagId tag = TagId::create();

    explicit Look(QSize size = kSmall)
    {
        window.resize(size);
        wire::Subject of;
        of.tag = tag;
        log.add(wire::TagDefined{u"Encomenda"_s, u"#b4531a"_s}, of);
        rosa = log.open(u"Rosa Limeira"_s);
        dita = log.open(u"Dita Prado"_s);
        for (const Chat &chat : {rosa, dita}) {
            log.add(wire::CustomerTagged{tag}, chat.subject());
            log.receive(chat, u"Bom dia"_s);
        }
        show(rosa);
        clock.setMs(log.events.last().at + 23 * kHourMs);
        inbox.reload();
        [this] { QTRY_COMPARE(inbox.model().rowCount(), 2); }();
        settle();
    }
    [[nodiscard]] QListView *list() const { return find<QListView>("conversations"); }
    [[nodiscard]] QRect row(int at) const { return list()->visualRect(list()->model()->index(at, 0)); }
    [[nodiscard]] QImage picture(QWidget *of) const
    {
        return of->grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
};

/// Where a colour stands in a column of the picture: first and last y; -1 where it does not.
QPair<int, int> spanOf(const QImage &image, int x, QRgb colour)
{
    QPair<int, int> span(-1, -1);
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixel(x, y) != colour)
            continue;
        span = {span.first < 0 ? y : span.first, y};
    }
    return span;
}

} // namespace

// What the drawings say in px, measured in the window.
class tst_look : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_font = std::make_unique<DesignFont>(); }
    void cleanup() { m_font.reset(); }
    void nothingIsSmallerThanElevenPixels_data();
    void nothingIsSmallerThanElevenPixels();
    void openSansIsTakenWhereNobodyChose();
    void chipsAreEighteenHighAndOnOneLine();
    void bothHeadsAreEquallyHigh();
    void panelHasItsHairline();
    void wideWindowsHaveAWiderListAndPanel();
    void railIsAsWideAsDrawn();
    void panelEndsWithTheShop();
    void placeholdersAreReadable();
    void standardTagsHaveTheirPairInTheDark();
    void iconsAreDrawnInTheirSize_data();
    void iconsAreDrawnInTheirSize();
    void wordsStandEightPixelsFromTheirIcon();
    void linesOfABubbleHaveRoom();
    void lastBubbleDoesNotTouchTheComposer();
    void composerSaysForWhomInBold();
    void windowStateHasItsIcon();
    void panelLinksAreNotLargerThanHeads();
    void facesOfASelectedRowStandOut();
    void hairlinesAreOnePixel();
    void buttonsAreSmallAndBold();
    void keysAreAsWideAsTheirWords();
    void toolsStandBelowTheEditor();
    void wideThreadsHaveWiderEdges();
    void searchStandsInTheMiddle();
    void onlyKeysBringARing();

private:
    std::unique_ptr<DesignFont> m_font;
};

void tst_look::nothingIsSmallerThanElevenPixels_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<int>("points");
    QTest::newRow("a Linux without a desktop") << u"Sans Serif"_s << 9;
    QTest::newRow("Windows' size") << u"DejaVu Sans"_s << 9;
    QTest::newRow("tiny") << u"DejaVu Sans"_s << 7;
}

void tst_look::nothingIsSmallerThanElevenPixels()
{
    QFETCH(const QString, family);
    QFETCH(const int, points);
    QApplication::setFont(QFont(family, points));
    const Look w;
    constexpr int kLeast = 11;
    const auto widgets = w.window.findChildren<QWidget *>();
    for (const QWidget *one : widgets) {
        const int size = QFontInfo(one->font()).pixelSize();
        QVERIFY2(size >= kLeast, qPrintable(u"%1 %2: %3"_s.arg(QString::fromLatin1(one->metaObject()->className()),
                                                               one->objectName(), QString::number(size))));
    }
    QVERIFY(QFontInfo(ui::captionFont(w.window.font())).pixelSize() >= kLeast);
    QVERIFY(QFontInfo(ui::smallFont(w.window.font())).pixelSize() >= kLeast);
}

void tst_look::openSansIsTakenWhereNobodyChose()
{
    QApplication::setFont(QFont(u"Sans Serif"_s, 9));
    {
        const ui::Appearance none(*qApp, ui::ColourScheme::Light);
        QCOMPARE(QApplication::font().family(), u"Open Sans"_s);
        QCOMPARE(QFontInfo(QApplication::font()).pixelSize(), 13);
    }
    QApplication::setFont(QFont(u"DejaVu Serif"_s, 12)); // somebody did
    const ui::Appearance own(*qApp, ui::ColourScheme::Light);
    QCOMPARE(QApplication::font().family(), u"DejaVu Serif"_s);
    QCOMPARE(QApplication::font().pointSizeF(), 12.0);
}

void tst_look::chipsAreEighteenHighAndOnOneLine()
{
    const Look w;
    const QImage image = w.picture(w.list()->viewport());
    const QRect row = w.row(1);
    const int lines = row.bottom() - 72 + 1; // below the group's head
    const auto [top, bottom] =
        spanOf(image.copy(0, lines, image.width(), 72), 58 + 8, w.appearance.theme().timeBg.rgb());
    QVERIFY(top > 0);
    QCOMPARE(bottom - top + 1, 18);
    const QRgb dot = ui::tagColour(w.appearance.theme(), u"#b4531a"_s).rgb();
    const auto [first, last] = spanOf(image.copy(0, lines, image.width(), 72), row.right() - 12 - 3, dot);
    QVERIFY(first > 0);
    QVERIFY2(qAbs((first + last) - (top + bottom)) <= 1,
             qPrintable(u"dot %1, chip %2"_s.arg(first + last).arg(top + bottom)));
}

void tst_look::bothHeadsAreEquallyHigh()
{
    for (const int percent : {100, 150}) {
        Look w;
        w.appearance.setTextPercent(percent);
        settle();
        const auto *head = w.find<QWidget>("threadHead");
        const int below = head->mapTo(&w.window, QPoint(0, head->height())).y();
        const int list = w.list()->mapTo(&w.window, QPoint()).y();
        if (percent == 100)
            QCOMPARE(head->height(), 48);
        QCOMPARE(list, below + 1); // a hairline between them
        w.appearance.setTextPercent(100);
    }
}

void tst_look::panelHasItsHairline()
{
    const Look w;
    auto *panel = w.find<QWidget>("customerPanel");
    QVERIFY(panel->isVisible());
    const QImage image = w.picture(panel);
    for (const int y : {4, panel->height() / 2, panel->height() - 4})
        QCOMPARE(image.pixelColor(0, y), w.appearance.theme().border);
    QCOMPARE(image.pixelColor(1, 4), w.appearance.theme().list);
}

void tst_look::wideWindowsHaveAWiderListAndPanel()
{
    Look w;
    const auto widthOf = [&w](const char *name) { return w.find<QWidget>(name)->width(); };
    QCOMPARE(widthOf("listHead"), 300);
    QCOMPARE(widthOf("customerPanel"), 262);
    w.window.resize(kLarge);
    settle();
    QCOMPARE(widthOf("listHead"), 360);
    QCOMPARE(widthOf("customerPanel"), 320);
    w.window.resize(kSmall);
    settle();
    QCOMPARE(widthOf("listHead"), 300);
    QCOMPARE(widthOf("customerPanel"), 262);
}

void tst_look::railIsAsWideAsDrawn()
{
    QTranslator words;
    QVERIFY(words.load(u"balcao_pt_BR"_s, placeOf("words"_L1)));
    QCoreApplication::installTranslator(&words);
    Look w;
    w.rail.reload();
    QTRY_VERIFY(w.rail.model().rowCount() > 6); // with its tag
    settle();
    constexpr int kHairline = 1;
    auto *rail = w.find<QWidget>("rail");
    QCOMPARE(rail->width() + kHairline, 148);
    QStringList said;
    for (const PaintedPiece &piece : paintedBy(*rail))
        said.append(piece.text);
    for (const QString &whole : {u"Esperando"_s, u"Expirando"_s, u"Resolvidas"_s, u"Encomenda"_s, u"Ajustes"_s})
        QVERIFY2(said.contains(whole), qPrintable(said.join(u'|'))); // and none with an ellipsis
    w.window.resize(kLarge);
    settle();
    QCOMPARE(rail->width() + kHairline, 176);
}

void tst_look::panelEndsWithTheShop()
{
    Look w;
    auto *foot = w.find<QWidget>("shopFoot");
    QVERIFY(!foot->isVisible()); // of no shop nothing is said
    w.shop.setShop(u"Padaria Lua"_s, {{u"106540352242922"_s, u"(19) 3555-0142"_s, {}, false}});
    settle();
    QVERIFY(foot->isVisible());
    auto *panel = w.find<QWidget>("customerPanel");
    QCOMPARE(foot->mapTo(panel, foot->rect().bottomLeft()).y(), panel->height() - 1);
    QVERIFY(foot->height() <= 56);
    QCOMPARE(w.find<QLabel>("shopName")->text(), u"Padaria Lua"_s);
    QCOMPARE(w.find<QLabel>("shopNumber")->text(), u"(19) 3555-0142"_s);
    w.shop.setShop(u"Padaria Lua"_s, {{u"106540352242922"_s, {}, {}, false}});
    QVERIFY(w.find<QLabel>("shopNumber")->isHidden());
    w.shop.setShop(u"Padaria Lua"_s, {{u"106540352242922"_s, {}, {}, true}});
    QVERIFY(w.find<QLabel>("shopNumber")->isVisible());
    QCOMPARE(w.find<QLabel>("shopNumber")->property("role").toString(), u"danger"_s);
}

void tst_look::placeholdersAreReadable()
{
    for (const auto scheme : {ui::ColourScheme::Light, ui::ColourScheme::Dark}) {
        Look w;
        w.appearance.apply(scheme);
        const auto fields = w.window.findChildren<QPlainTextEdit *>();
        for (const QPlainTextEdit *field : fields)
            QCOMPARE(field->palette().color(QPalette::PlaceholderText), w.appearance.theme().text3);
        w.appearance.apply(ui::ColourScheme::Light);
    }
}

void tst_look::standardTagsHaveTheirPairInTheDark()
{
    const Theme &dark = Theme::darkOne();
    for (const auto &[light, pair] : {std::pair(u"#B4531A"_s, u"#F0A070"_s), std::pair(u"#1F6F78"_s, u"#6FC3CC"_s),
                                      std::pair(u"#6A46A0"_s, u"#B79AE6"_s), std::pair(u"#9C2D5A"_s, u"#F093B8"_s),
                                      std::pair(u"#3B5488"_s, u"#98B0E2"_s), std::pair(u"#5D5548"_s, u"#BDB3A2"_s)}) {
        QCOMPARE(ui::tagColour(dark, light.toLower()), QColor(pair));
        QCOMPARE(ui::tagColour(Theme::light(), light), QColor(light));
    }
    for (const QString &any : {u"#301010"_s, u"#102030"_s, u"#7a5c00"_s}) {
        for (const Theme *theme : {&Theme::light(), &dark}) {
            const QColor shown = ui::tagColour(*theme, any);
            for (const QColor &behind : {theme->list, theme->sel, theme->rail, theme->hover})
                QVERIFY2(ui::contrast(shown, behind) >= 3.0, qPrintable(any + u' ' + shown.name()));
        }
    }
}

void tst_look::iconsAreDrawnInTheirSize_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<qreal>("dpr");
    for (const int size : {14, 16, 18, 20, 30}) {
        for (const qreal dpr : {1.0, 1.5, 2.0, 3.0})
            QTest::addRow("%d at %.1f", size, dpr) << size << dpr;
    }
}

void tst_look::iconsAreDrawnInTheirSize()
{
    QFETCH(const int, size);
    QFETCH(const qreal, dpr);
    const QColor colour = Theme::light().text2;
    const QImage drawn = ui::Appearance::pixmap(u"waiting"_s, colour, size, dpr).toImage();
    const QImage mask(u":/icons/waiting-%1.png"_s.arg(qRound(size * dpr)));
    QVERIFY(!mask.isNull());
    QCOMPARE(drawn.size(), mask.size());
    int strongest = 0;
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            QCOMPARE(qAlpha(drawn.pixel(x, y)), qAlpha(mask.pixel(x, y)));
            strongest = qMax(strongest, qAlpha(drawn.pixel(x, y)));
        }
    }
    QVERIFY2(strongest > 200, qPrintable(QString::number(strongest)));
}

void tst_look::wordsStandEightPixelsFromTheirIcon()
{
    const Look w;
    for (const char *name : {"assign", "resolve", "teamNote", "hideScreen", "send"}) {
        auto *button = w.find<QPushButton>(name);
        const QImage image = w.picture(button);
        const QRgb back = image.pixel(button->width() / 2, 4);
        QList<bool> ink;
        for (int x = 5; x < image.width() - 5; ++x) {
            bool any = false;
            for (int y = 6; y < image.height() - 6 && !any; ++y)
                any = image.pixel(x, y) != back;
            ink.append(any);
        }
        // The first gap: behind the icon, which itself has no column without ink.
        const qsizetype icon = ink.indexOf(true);
        const qsizetype end = ink.indexOf(false, icon);
        const qsizetype words = ink.indexOf(true, end);
        QVERIFY2(words - end >= 8 && words - end <= 12,
                 qPrintable(u"%1: %2"_s.arg(QLatin1StringView(name)).arg(words - end)));
    }
}

void tst_look::linesOfABubbleHaveRoom()
{
    for (const char *family : {"Open Sans", "DejaVu Sans"}) {
        QFont font(QString::fromLatin1(family));
        font.setPixelSize(13);
        ui::BubbleText two;
        two.measure({{}, u"uma\nduas"_s, true}, font, 300);
        QVERIFY2(two.height() >= 36, family);
    }
}

void tst_look::lastBubbleDoesNotTouchTheComposer()
{
    const Look w;
    auto *view = w.find<QListView>("threadView");
    const QImage image = w.picture(view->viewport());
    const auto [first, last] = spanOf(image, 16 + 20, w.appearance.theme().surface.rgb());
    QVERIFY(first >= 0);
    const int below = image.height() - 1 - last;
    QVERIFY2(below >= 11 && below <= 14, qPrintable(QString::number(below)));
}

void tst_look::composerSaysForWhomInBold()
{
    const Look w;
    const auto *name = w.window.findChild<QLabel *>(u"composerToName"_s);
    QVERIFY(name);
    const QString phone = w.thread.head()->maskedPhone;
    QCOMPARE(name->text(), u"Rosa Limeira · "_s + phone.right(4));
    QCOMPARE(name->font().weight(), int(QFont::DemiBold));
    QVERIFY(!w.find<QLabel>("composerTo")->text().contains(u"Rosa"_s));
}

void tst_look::windowStateHasItsIcon()
{
    Look w;
    const auto *icon = w.window.findChild<QLabel *>(u"threadWindowIcon"_s);
    QVERIFY(icon && icon->isVisible());
    QSignalSpy read(&w.thread, &desk::ThreadPresenter::changed);
    w.thread.reload();
    QVERIFY(read.wait());
    const QImage open = icon->pixmap(Qt::ReturnByValue).toImage();
    QVERIFY(!open.isNull());
    QCOMPARE(w.find<QLabel>("threadWindow")->property("role").toByteArray(), QByteArray("time"));
    w.clock.setMs(w.thread.head()->windowUntil + 1);
    w.thread.reload();
    QTRY_VERIFY(icon->pixmap(Qt::ReturnByValue).toImage() != open);
    QCOMPARE(w.find<QLabel>("threadWindow")->property("role").toByteArray(), QByteArray("second")); // no alarm
    QCOMPARE(w.find<QLabel>("threadWindow")->text(), u"window closed"_s);
}

void tst_look::panelLinksAreNotLargerThanHeads()
{
    const Look w;
    const qreal head = ui::captionFont(w.window.font()).pointSizeF();
    for (const char *name : {"reveal", "addTag", "editNote"})
        QVERIFY2(w.find<QPushButton>(name)->font().pointSizeF() <= head, name);
}

void tst_look::facesOfASelectedRowStandOut()
{
    for (const auto scheme : {ui::ColourScheme::Light, ui::ColourScheme::Dark}) {
        Look w;
        w.appearance.apply(scheme);
        settle();
        const QImage image = w.picture(w.list()->viewport());
        const int top = w.row(0).bottom() - 72 + 1;
        const QColor sel = w.appearance.theme().sel;
        QCOMPARE(image.pixelColor(54, top + 40), sel);
        qreal most = 0;
        for (int y = top + 8; y < top + 11; ++y)
            most = qMax(most, ui::contrast(image.pixelColor(30, y), sel));
        w.appearance.apply(ui::ColourScheme::Light);
        QVERIFY2(most >= 3.0, qPrintable(QString::number(most)));
    }
}

void tst_look::hairlinesAreOnePixel()
{
    const Look w;
    const QImage image = w.picture(w.find<QListView>("threadView")->viewport());
    const Theme &theme = w.appearance.theme();
    int exact = 0;
    int unread = 0;
    int other = 0;
    for (int y = 0; y < image.height(); ++y) { // beside the bubble, where only the lines pass
        const QColor one = image.pixelColor(image.width() - 24, y);
        exact += one == theme.border ? 1 : 0;
        unread += one == theme.accent ? 1 : 0;
        other += one != theme.border && one != theme.accent && one != theme.thread ? 1 : 0;
    }
    QCOMPARE(exact, 1);
    QCOMPARE(unread, 1);
    QCOMPARE(other, 0);
}

void tst_look::buttonsAreSmallAndBold()
{
    Look w;
    for (const int percent : {100, 200}) {
        w.appearance.setTextPercent(percent);
        for (const char *name : {"assign", "snooze", "resolve", "hideScreen", "switchOperator", "sendNext"}) {
            const QFont font = w.find<QPushButton>(name)->font();
            QCOMPARE(QFontInfo(font).pixelSize(), 12 * percent / 100);
            QCOMPARE(font.weight(), int(QFont::DemiBold));
        }
        QCOMPARE(QFontInfo(w.find<QPushButton>("search")->font()).pixelSize(), 13 * percent / 100); // a field
    }
    w.appearance.setTextPercent(100);
}

void tst_look::keysAreAsWideAsTheirWords()
{
    const Look w;
    for (const char *name : {"hideScreen", "search", "quickReply", "pix"}) {
        auto *key = w.find<QPushButton>(name)->findChild<QLabel *>();
        const int more = key->width() - key->fontMetrics().horizontalAdvance(key->text());
        QVERIFY2(more >= 12 && more <= 14, qPrintable(u"%1: %2"_s.arg(QLatin1StringView(name)).arg(more)));
        QCOMPARE(key->height(), 18);
        QCOMPARE(w.picture(key).pixelColor(3, 3), w.appearance.theme().surface);
    }
}

void tst_look::toolsStandBelowTheEditor()
{
    const Look w;
    auto *composer = w.find<QWidget>("composer");
    auto *tool = w.find<QPushButton>("quickReply");
    const QImage image = w.picture(composer);
    const int left = tool->mapTo(composer, QPoint()).x();
    const int top = tool->mapTo(composer, QPoint()).y();
    int first = image.width();
    for (int y = top + 4; y < top + tool->height() - 4; ++y) {
        for (int x = left; x < first; ++x)
            first = image.pixelColor(x, y) == w.appearance.theme().list ? first : x;
    }
    const int editor = w.find<QWidget>("editor")->mapTo(composer, QPoint()).x();
    QVERIFY2(first - editor >= 0 && first - editor <= 6, qPrintable(QString::number(first - editor)));
    QVERIFY(tool->width() >= 28 && tool->height() >= 28);
}

void tst_look::wideThreadsHaveWiderEdges()
{
    Look w;
    w.log.accept(w.rosa, u"Bom dia, Rosa"_s);
    w.take();
    w.thread.reload();
    auto *view = w.find<QListView>("threadView");
    QTRY_COMPARE(view->model()->rowCount(), 2);
    const auto *delegate = qobject_cast<ui::MessageDelegate *>(view->itemDelegate());
    const auto bubble = [&](int row) {
        QStyleOptionViewItem option;
        option.widget = view;
        option.font = view->font();
        return delegate->layoutOf(option, view->model()->index(row, 0))->bubble();
    };
    settle();
    QCOMPARE(bubble(0).left(), 16);
    QCOMPARE(view->viewport()->width() - bubble(1).right() - 1, 16);
    const QRect own = bubble(1).translated(0, view->visualRect(view->model()->index(1, 0)).top());
    const QImage image = w.picture(view->viewport());
    QCOMPARE(image.pixelColor(own.center().x(), own.top()), w.appearance.theme().out); // and nothing half of it
    QCOMPARE(image.pixelColor(own.center().x(), own.bottom()), w.appearance.theme().out);
    const int near = bubble(1).top();
    w.window.resize(kLarge);
    settle();
    QCOMPARE(bubble(0).left(), 32);
    QCOMPARE(view->viewport()->width() - bubble(1).right() - 1, 32);
    QCOMPARE(bubble(1).top() - near, 5); // another one speaks
}

void tst_look::searchStandsInTheMiddle()
{
    Look w;
    for (const QSize &size : {kSmall, kLarge}) {
        w.window.resize(size);
        settle();
        const auto *search = w.find<QWidget>("search");
        const int left = search->mapTo(&w.window, QPoint()).x();
        QCOMPARE(search->width(), 400);
        QVERIFY(qAbs(left - (w.window.width() - left - search->width())) <= 1);
    }
}

void tst_look::onlyKeysBringARing()
{
    Look w;
    w.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&w.window));
    QListView *list = w.list();
    list->setFocus(Qt::TabFocusReason);
    const auto hasRing = [&] { // above the face, where else only the row's colour is
        const QRect row = w.row(0);
        return w.picture(list->viewport()).pixel(row.center().x(), row.bottom() - 72 + 1 + 2) ==
               w.appearance.theme().accent.rgb();
    };
    QVERIFY(hasRing());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, w.row(0).center());
    QVERIFY(list->hasFocus() && !hasRing());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Up);
    QVERIFY(hasRing());
}

BALCAO_TEST(tst_look)
#include "tst_look.moc"
