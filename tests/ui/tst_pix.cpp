// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "openthread.h"
#include "paintedtext.h"
#include "support/testmain.h"
#include "ui/announcer.h"
#include "ui/panes/chargelist.h"
#include "walk.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using ui::Theme;

namespace {

/// One charge, told a step at a time; row 1 of the thread.
struct Till : Thread
{
    Charged made;

    Till()
    {
        wire::Subject who;
        who.operatorId = ana;
        log.add(wire::OperatorAdded{u"Ana"_s, Role::Attendant}, who);
        log.receive(chat, u"Quanto fica?"_s);
        made = log.charge(chat, {12345}, u"Bolo de cenoura 2 kg + 50 pães de queijo"_s, log.nextAt() + kHourMs, ana);
        log.issue(chat, made.charge, log.nextAt() + kHourMs);
        std::get<wire::PixIssued>(log.events.last().body).code += QString(90, u'7');
        start();
        settle();
    }
    void pay(qint64 centavos)
    {
        log.pay(chat, made.charge, {centavos});
        reload();
        inbox.reload();
        customer.reload();
        settle();
    }
    void settleByHand()
    {
        log.ofCharge(chat, made.charge, wire::PixSettled{u"Pagou em dinheiro"_s}).actor = wire::Actor::person(ana);
        reload();
        settle();
    }
    [[nodiscard]] QRect card() const { return layout(row(1))->bubble().translated(view->visualRect(row(1)).topLeft()); }
    [[nodiscard]] QImage painted() const
    {
        return view->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
    /// How often that colour stands within the card.
    [[nodiscard]] int countOf(const QColor &colour) const
    {
        const QImage image = painted();
        const QRect within = card().intersected(image.rect());
        int found = 0;
        for (int y = within.top(); y <= within.bottom(); ++y) {
            for (int x = within.left(); x <= within.right(); ++x)
                found += image.pixelColor(x, y) == colour ? 1 : 0;
        }
        return found;
    }
};

} // namespace

// Money in the window: what is green, what is never cut, what is told.
class tst_pix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_font = std::make_unique<DesignFont>(); }
    void cleanup() { m_font.reset(); }
    void theCardIsAsWideAsDrawn();
    void onlyThePaidCardIsGreen_data();
    void onlyThePaidCardIsGreen();
    void noAmountIsCut_data();
    void noAmountIsCut();
    void highContrastHasEdges();
    void theCardsMenuActsOnWhatWaits();
    void aManagersMenuPaysBackWhatWasPaid();
    void thePaymentIsSaidAloud();
    void theListSaysPaidInGreen();
    void thePanelListsCharges();
    void aReceiptOpensTheStrip();

private:
    std::unique_ptr<DesignFont> m_font;
};

void tst_pix::theCardIsAsWideAsDrawn()
{
    Till t;
    QCOMPARE(t.card().width(), 372);
    QCOMPARE(t.card().right(), t.view->viewport()->width() - 17);
    t.window.resize(800, 768);
    settle();
    QVERIFY(t.card().left() >= 16 && t.card().right() <= t.view->viewport()->width() - 16);
}

void tst_pix::onlyThePaidCardIsGreen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void tst_pix::onlyThePaidCardIsGreen()
{
    QFETCH(const bool, dark);
    Till t;
    t.appearance.apply(dark ? ui::ColourScheme::Dark : ui::ColourScheme::Light);
    settle();
    const Theme &theme = t.appearance.theme();
    QCOMPARE(t.countOf(theme.paidBg) + t.countOf(theme.paidSolid) + t.countOf(theme.paid), 0);
    QVERIFY(t.countOf(theme.timeBg) > 100); // the chip
    QVERIFY(t.countOf(theme.surface) > 1000);
    t.settleByHand();
    QCOMPARE(t.countOf(theme.paidBg) + t.countOf(theme.paidSolid) + t.countOf(theme.paid), 0);
    QVERIFY(t.countOf(theme.note) > 1000);
    t.pay(12345);
    QVERIFY(t.countOf(theme.paidBg) > 1000);
    QVERIFY(t.countOf(theme.paid) > 100); // its chip is solid
    QVERIFY(t.countOf(theme.paidSolid) > 100);
    t.pay(13000);
    QCOMPARE(t.countOf(theme.paidBg) + t.countOf(theme.paidSolid) + t.countOf(theme.paid), 0);
    QVERIFY(t.countOf(theme.dangerBg) > 1000);
}

void tst_pix::noAmountIsCut_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<QSize>("size");
    for (const int percent : {100, 150, 200}) {
        for (const QSize &size : {QSize(1366, 768), QSize(960, 700)})
            QTest::addRow("%d %% in %d", percent, size.width()) << percent << size;
    }
}

void tst_pix::noAmountIsCut()
{
    QFETCH(const int, percent);
    QFETCH(const QSize, size);
    Till t;
    t.window.resize(size);
    t.appearance.setTextPercent(percent);
    settle();
    t.pay(13000);
    t.view->showRow(t.row(1), QAbstractItemView::PositionAtTop);
    settle();
    const auto look = t.row(1).data(desk::ThreadChargeRole).value<desk::ChargeLook>();
    int seen = 0;
    const auto pieces = paintedBy(*t.view->viewport());
    for (const PaintedPiece &piece : pieces) {
        if (piece.text != look.amount && piece.text != look.chip)
            continue;
        ++seen;
        QVERIFY2(QRectF(t.card()).contains(piece.rect), qPrintable(piece.text));
        QVERIFY2(piece.seen.contains(piece.rect.adjusted(0, 1, 0, -1)), qPrintable(piece.text));
    }
    QVERIFY(seen >= 2);
}

void tst_pix::highContrastHasEdges()
{
    const Theme plain = Theme::of(QPalette(Qt::white, Qt::black));
    QVERIFY(plain.plain);
    desk::ChargeLook look;
    look.amount = u"R$\u00a01,00"_s;
    look.chip = u"Aguardando"_s;
    look.icon = u"bank"_s;
    look.tone = desk::ChargeTone::Waiting;
    ui::BubbleFoot foot;
    ui::BubblePix pix;
    pix.measure(look, QApplication::font(), 400, foot);
    QImage image(420, 120, QImage::Format_RGB32);
    image.fill(plain.surface);
    QPainter painter(&image);
    pix.paint({painter, plain, {}, QApplication::font(), desk::BubbleKind::Outbound, MessageState::Sent, {}},
              image.rect());
    painter.end();
    // Nothing but the palette's two colours and what lies between them.
    const QColor edge = pix.colours({painter, plain, {}, {}, {}, {}, {}}).outline;
    QCOMPARE(edge, plain.text);
    int ink = 0;
    for (int x = 0; x < image.width(); ++x)
        ink += image.pixelColor(x, 17).lightness() > 200 ? 1 : 0;
    QVERIFY(ink > 4);
}

void tst_pix::theCardsMenuActsOnWhatWaits()
{
    Till t;
    const MessageId code = t.log.sendCode(t.chat, t.made.charge);
    t.reload();
    settle();
    QCOMPARE(t.thread.model().rowOf(code), 2);
    for (const int row : {1, 2}) {
        QGuiApplication::clipboard()->clear();
        Q_EMIT t.view->menuRequested(t.row(row), t.window.mapToGlobal(QPoint(10, 10)));
        auto *menu = t.window.findChild<QMenu *>(u"messageMenu"_s);
        QVERIFY(menu);
        for (const QString &name : {u"showQr"_s, u"settle"_s, u"cancelCharge"_s})
            QVERIFY2(menu->findChild<QAction *>(name), qPrintable(name));
        auto *copy = menu->findChild<QAction *>(u"copyCode"_s);
        QVERIFY(copy);
        copy->trigger();
        // Nobody has said who receives, so nobody can tell whom this code pays: it is not handed out.
        QTRY_VERIFY(!t.undo.text().isEmpty());
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
        delete menu;
    }
    t.pay(12345);
    settle();
    Q_EMIT t.view->menuRequested(t.row(1), t.window.mapToGlobal(QPoint(10, 10)));
    auto *menu = t.window.findChild<QMenu *>(u"messageMenu"_s);
    QVERIFY(menu && !menu->findChild<QAction *>(u"copyCode"_s)); // paid: nothing left to hand out
    delete menu;
}

void tst_pix::aManagersMenuPaysBackWhatWasPaid()
{
    Till t;
    t.charges.setRefunds(true);
    t.pay(12345);
    settle();
    const auto offers = [&t] {
        Q_EMIT t.view->menuRequested(t.row(1), t.window.mapToGlobal(QPoint(10, 10)));
        const std::unique_ptr<QMenu> menu(t.window.findChild<QMenu *>(u"messageMenu"_s));
        return menu && menu->findChild<QAction *>(u"refund"_s);
    };
    QVERIFY(!offers());
    t.charges.setOperator(t.ana, Role::Manager);
    QVERIFY(offers());
    const wire::PixRefundAsked asked{RefundId::create(), u"E1"_s, {2345}, u"Veio sem cobertura"_s};
    t.log.ofCharge(t.chat, t.made.charge, asked).actor = wire::Actor::person(t.ana);
    t.reload();
    settle();
    QVERIFY(!offers()); // one at a time
    QVERIFY(t.row(1).data(Qt::AccessibleTextRole).toString().contains(u"23,45"_s));
    t.log.ofCharge(t.chat, t.made.charge, wire::PixRefundEnded{asked.refund, false, u"PixDevolucaoInvalida"_s});
    t.reload();
    settle();
    QVERIFY(offers());
}

void tst_pix::thePaymentIsSaidAloud()
{
    Till t;
    QStringList said;
    connect(t.window.findChild<ui::Announcer *>(), &ui::Announcer::said, &t.window,
            [&said](const QString &text) { said.append(text); });
    t.pay(12345);
    QCOMPARE(said.size(), 1);
    QVERIFY(said.first().contains(desk::ChargeWords::tr("PAID")) && said.first().contains(u"123,45"_s));
}

void tst_pix::theListSaysPaidInGreen()
{
    Till t;
    auto *list = t.find<QListView>("conversations");
    const auto count = [&](const QColor &colour) {
        const QImage image = list->viewport()->grab(list->visualRect(list->model()->index(0, 0))).toImage();
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found += image.pixelColor(x, y) == colour ? 1 : 0;
        }
        return found;
    };
    const Theme &theme = t.appearance.theme();
    QTRY_VERIFY(count(theme.timeBg) > 500);
    QCOMPARE(count(theme.paidBg), 0);
    t.pay(12345);
    QTRY_VERIFY(count(theme.paidBg) > 500);
    QCOMPARE(count(theme.timeBg), 0);
}

void tst_pix::thePanelListsCharges()
{
    Till t;
    for (qint64 i = 1; i <= 4; ++i)
        t.log.charge(t.chat, {i * 100});
    t.pay(12345);
    const auto lines = [&t] { return t.find<ui::ChargeList>("charges")->findChildren<QAbstractButton *>(u"charge"_s); };
    QTRY_COMPARE(lines().size(), 3);
    QVERIFY(lines().first()->accessibleName().contains(u"4,00"_s));
    QVERIFY(lines().first()->height() >= 28);
    t.find<QPushButton>("moreCharges")->click();
    QTRY_COMPARE(lines().size(), 5);
    QVERIFY(!t.find<QPushButton>("moreCharges")->isVisible());
    QSignalSpy found(&t.thread, &desk::ThreadPresenter::found);
    lines().last()->click();
    QTRY_COMPARE(found.size(), 1);
}

void tst_pix::aReceiptOpensTheStrip()
{
    Till t;
    auto *strip = t.find<QWidget>("proof");
    QVERIFY(!strip->isVisible());
    wire::Content picture;
    picture.type = ContentType::Image;
    t.log.receive(t.chat, picture);
    t.reload();
    QVERIFY(strip->isVisible());
    QVERIFY(t.find<QLabel>("proofTitle")->text().contains(u"123,45"_s));
    QTest::keyClick(&t.window, Qt::Key_F4); // whose cap stands on the button
    QTRY_VERIFY(t.window.findChild<QDialog *>(u"pickDialog"_s));
    auto *list = t.window.findChild<QDialog *>(u"pickDialog"_s)->findChild<QListView *>();
    QTRY_VERIFY(list->model()->index(0, 0).data().toString().startsWith(u"Receipt"_s));
    t.window.findChild<QDialog *>(u"pickDialog"_s)->reject();
    t.find<QPushButton>("proofReply")->click();
    const QString typed = t.find<QPlainTextEdit>("editor")->toPlainText();
    QVERIFY(typed.contains(u"Rosa"_s) && typed.contains(u"123,45"_s));
    QVERIFY(t.actions.sent.isEmpty()); // a person reads it first
    t.find<QPushButton>("proofNone")->click();
    QVERIFY(!strip->isVisible());
}

BALCAO_TEST(tst_pix)
#include "tst_pix.moc"
