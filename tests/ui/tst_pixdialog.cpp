// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/problem.h"
#include "core/txid.h"
#include "desk/syncpix.h"
#include "support/fakerelay.h"
#include "support/testmain.h"
#include "ui/dialogs/pixdialog.h"
#include "ui/dialogs/qrview.h"
#include "window.h"

#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QSignalSpy>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A window in use, and how many keys it took.
struct AtTheTill : Window
{
    Chat rosa = log.open(u"Rosa Limeira"_s);
    int keys = 0;

    AtTheTill()
    {
        log.receive(rosa, u"Oi"_s);
        show(rosa);
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("no active window");
        find<QPlainTextEdit>("editor")->setFocus();
    }
    void press(Qt::Key key)
    {
        QWidget *top = QApplication::activeWindow();
        QTest::keyClick(top->focusWidget() ? top->focusWidget() : top, key);
        ++keys;
    }
    void hold(Qt::Key key) const
    {
        QWidget *top = QApplication::activeWindow();
        QWidget *target = top->focusWidget() ? top->focusWidget() : top;
        for (int i = 0; i < 5; ++i) {
            QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, u"\r"_s, true);
            QApplication::sendEvent(target, &event);
        }
    }
    ui::PixDialog *open()
    {
        press(Qt::Key_F9);
        auto *dialog = shown();
        if (!dialog || !QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; }))
            qFatal("no dialog");
        return dialog;
    }
    [[nodiscard]] ui::PixDialog *shown() const { return window.findChild<ui::PixDialog *>(); }
    void type(const QString &digits)
    {
        for (const QChar digit : digits)
            press(static_cast<Qt::Key>(Qt::Key_0 + digit.digitValue()));
    }
    template <class T>
    T *in(QWidget *dialog, const char *name) const
    {
        T *found = dialog->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s in the dialog", name);
        return found;
    }
    [[nodiscard]] store::ChargeRow charge() const
    {
        store::ChargeRow row;
        row.id = ChargeId::create();
        row.conversation = rosa.conversation;
        row.txid = staticTxidOf(row.id);
        row.facts.amount = Money{8000};
        row.facts.hasCode = true;
        row.code = *staticCode({ChargeKind::Shop, FakePix::bakery(), row.facts.amount, row.txid}, u"Bolo"_s);
        return row;
    }
};

} // namespace

// F9 as hands use it.
class tst_pixdialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QApplication::clipboard()->clear();
        QApplication::setFont(m_font); // also of what failed with large letters
    }
    void eightKeysAreACharge();
    void heldKeyConfirmsNothing();
    void enterAfterTheLastDoesNothing();
    void doubleClickHasLookedAtNothing();
    void escapeGoesBackAStepAndThenCloses();
    void refusalStandsInTheDialog();
    void tabGoesAsRead();
    void arrowTakesTheAmountOfTheChat();
    void whatIsPastedIsRead();
    void fitsTheWindow_data();
    void fitsTheWindow();
    void qrIsWholePixelsBlackOnWhite_data();
    void qrIsWholePixelsBlackOnWhite();
    void copiedCodeIsLookedAtAgain();
    void qrOfAChargeFillsTheScreen();
    void settlingAsksReasonAndPin();
    void payingBackAsksAmountReasonAndPin();
    void withoutARecordTheWayIsShown();
    void managerProposesInTheSettings();
    void aBankThatDoesNotAnswerIsToldOnEveryDesk();
    void changeIsToldOnEveryDesk();
    void foreignKeyIsAskedAbout();

private:
    const QFont m_font = QApplication::font();
};

void tst_pixdialog::eightKeysAreACharge()
{
    AtTheTill w;
    FakeRelay relay;
    net::RelayClient client(relay, QUrl(u"https://balcao.example"_s), "token");
    QRandomGenerator random(7);
    sync::Outbox outbox(w.store, client, w.clock,
                        http::Backoff(std::chrono::milliseconds(100), std::chrono::milliseconds(400), random));
    sync::Work work(outbox);
    sync::SignedAct signedAct(client, w.clock);
    desk::SyncPix real(work, signedAct);
    w.pixWorld.real = &real;
    QObject::connect(&outbox, &sync::Outbox::chargeAnswered, &w.pix,
                     [&w](CommandId id, ConversationId, const QString &problem) { w.pix.heard(id, problem); });
    const auto waiting = [&w] {
        const auto rows = w.store.write([](store::StoreWriter &s) { return s.outbox().unsent(10); }).result();
        return rows ? *rows : QList<store::OutboxEntry>();
    };
    w.press(Qt::Key_F9);
    QVERIFY(w.shown());
    QTRY_COMPARE(QApplication::activeWindow(), w.shown());
    w.type(u"12345"_s);
    QCOMPARE(w.in<QLineEdit>(w.shown(), "pixAmount")->text(), u"123,45"_s);
    QVERIFY(waiting().isEmpty());
    w.press(Qt::Key_Return);
    QVERIFY(waiting().isEmpty());
    w.press(Qt::Key_Return);
    QCOMPARE(w.keys, 8);
    QTRY_COMPARE(waiting().size(), 1);
    const store::OutboxEntry entry = waiting().first();
    QCOMPARE(entry.kind, QString(wire::ChargePix::kKind));
    QCOMPARE(entry.conversation, w.rosa.conversation);
    const QJsonValue body = QJsonDocument::fromJson(entry.command)["body"_L1];
    QCOMPARE(body["amount"_L1].toInteger(), 12345);
    // The relay takes it: the dialog is gone, and the next words are written where they were.
    outbox.setSeen({{0, relay.log.log}, {relay.log.log, 0, 0}});
    outbox.start();
    QTRY_VERIFY(!w.shown());
    QCOMPARE(relay.commandBodies.size(), 1);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"editor"_s);
    outbox.stop();
}

void tst_pixdialog::heldKeyConfirmsNothing()
{
    AtTheTill w;
    w.open();
    w.type(u"100"_s);
    w.hold(Qt::Key_Return);
    QCOMPARE(w.pix.phase(), desk::PixPresenter::Phase::Typing);
    w.press(Qt::Key_Return);
    QCOMPARE(w.pix.phase(), desk::PixPresenter::Phase::Frozen);
    w.hold(Qt::Key_Return);
    w.hold(Qt::Key_Space);
    QVERIFY(w.pixWorld.orders.isEmpty());
    w.press(Qt::Key_Return);
    QCOMPARE(w.pixWorld.orders.size(), 1);
    // Held F9 opens one, and only one is open.
    QCOMPARE(w.window.findChildren<ui::PixDialog *>().size(), 1);
}

void tst_pixdialog::enterAfterTheLastDoesNothing()
{
    AtTheTill w;
    auto *dialog = w.open();
    w.type(u"100"_s);
    for (int i = 0; i < 6; ++i)
        w.press(Qt::Key_Return);
    QCOMPARE(w.pixWorld.orders.size(), 1);
    QVERIFY(dialog->isVisible());
    QVERIFY(w.pix.heard(w.pixWorld.orders.first().command, {}));
    QTRY_VERIFY(!w.shown());
    w.press(Qt::Key_Return);
    QVERIFY(w.actions.sent.isEmpty());
    QCOMPARE(w.pixWorld.orders.size(), 1);
}

void tst_pixdialog::doubleClickHasLookedAtNothing()
{
    AtTheTill w;
    auto *dialog = w.open();
    w.type(u"100"_s);
    auto *send = w.in<QPushButton>(dialog, "pixSend");
    QTest::mouseDClick(send, Qt::LeftButton);
    QTest::mouseClick(send, Qt::LeftButton);
    QCOMPARE(w.pix.phase(), desk::PixPresenter::Phase::Frozen);
    QVERIFY(w.pixWorld.orders.isEmpty());
    QTRY_VERIFY((QTest::mouseClick(send, Qt::LeftButton), w.pixWorld.orders.size() == 1));
    QTest::mouseClick(send, Qt::LeftButton);
    QCOMPARE(w.pixWorld.orders.size(), 1);
}

void tst_pixdialog::escapeGoesBackAStepAndThenCloses()
{
    AtTheTill w;
    const QSignalSpy hidden(&w.window, &ui::MainWindow::privacyRequested);
    auto *dialog = w.open();
    w.type(u"100"_s);
    w.press(Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"pixSend"_s);
    w.press(Qt::Key_5); // locked
    QCOMPARE(w.pix.amount(), Money{100});
    w.press(Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"pixAmount"_s);
    w.press(Qt::Key_5);
    QCOMPARE(w.pix.amount(), Money{1005});
    w.press(Qt::Key_Escape);
    QTRY_VERIFY(!w.shown());
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"editor"_s);
    QVERIFY(w.pixWorld.orders.isEmpty());
    QCOMPARE(hidden.size(), 0);
}

void tst_pixdialog::refusalStandsInTheDialog()
{
    AtTheTill w;
    auto *dialog = w.open();
    w.type(u"4200"_s);
    w.press(Qt::Key_Return);
    w.press(Qt::Key_Return);
    QVERIFY(w.pix.heard(w.pixWorld.orders.first().command, problem::kNoPixAccount));
    QVERIFY(dialog->isVisible());
    auto *note = w.in<QLabel>(dialog, "pixNote");
    QVERIFY(note->isVisible() && !note->text().isEmpty());
    QCOMPARE(note->property("role").toByteArray(), QByteArray("danger"));
    QCOMPARE(w.in<QLineEdit>(dialog, "pixAmount")->text(), u"42,00"_s);
    QTRY_VERIFY(w.in<QLineEdit>(dialog, "pixAmount")->hasFocus());
}

void tst_pixdialog::tabGoesAsRead()
{
    AtTheTill w;
    w.open();
    w.type(u"100"_s);
    QStringList order{QApplication::focusWidget()->objectName()};
    for (int i = 0; i < 4; ++i) {
        w.press(Qt::Key_Tab);
        order.append(QApplication::focusWidget()->objectName());
    }
    QCOMPARE(order, (QStringList{u"pixAmount"_s, u"pixDescription"_s, u"pixShow"_s, u"pixCopy"_s, u"pixSend"_s}));
}

void tst_pixdialog::arrowTakesTheAmountOfTheChat()
{
    AtTheTill w;
    w.log.accept(w.rosa, u"Dá R$ 54,90"_s);
    w.take();
    auto *dialog = w.open();
    auto *offer = w.in<QPushButton>(dialog, "pixOffer");
    QTRY_VERIFY(offer->isVisible());
    QVERIFY(offer->text().contains(u"54,90"_s));
    w.press(Qt::Key_Down);
    QCOMPARE(w.pix.amount(), Money{5490});
    QVERIFY(w.in<QLineEdit>(dialog, "pixAmount")->hasFocus());
}

void tst_pixdialog::whatIsPastedIsRead()
{
    AtTheTill w;
    auto *dialog = w.open();
    auto *field = w.in<QLineEdit>(dialog, "pixAmount");
    QApplication::clipboard()->setText(u"R$ 1.234,56"_s);
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(w.pix.amount(), Money{123456});
    for (const Qt::Key ignored : {Qt::Key_Comma, Qt::Key_Period, Qt::Key_A, Qt::Key_Minus, Qt::Key_Left})
        QTest::keyClick(field, ignored);
    QCOMPARE(field->text(), u"1.234,56"_s);
    QTest::keyClick(field, Qt::Key_Home);
    QTest::keyClick(field, Qt::Key_7); // always from the right
    QCOMPARE(field->text(), u"12.345,67"_s);
}

void tst_pixdialog::fitsTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200}) {
        QTest::addRow("1366 at %d", percent) << QSize(1366, 698) << percent;
        QTest::addRow("1920 at %d", percent) << QSize(1920, 1010) << percent;
        QTest::addRow("800 at %d", percent) << QSize(800, 600) << percent;
    }
}

void tst_pixdialog::fitsTheWindow()
{
    QFETCH(const QSize, size);
    QFETCH(const int, percent);
    AtTheTill w;
    w.appearance.setTextPercent(percent);
    w.window.resize(size);
    QTRY_COMPARE(w.window.size(), size);
    auto *dialog = w.open();
    w.type(u"999999999"_s);
    w.pix.setDescription(u"Bolo de cenoura com cobertura de chocolate, 50 pães de queijo, duas tortas de limão e "
                         "uma dúzia de sonhos recheados com doce de leite"_s);
    const QRect room(w.window.mapToGlobal(QPoint()), w.window.size());
    QVERIFY2(room.contains(dialog->frameGeometry()), qPrintable(u"%1x%2"_s.arg(dialog->width()).arg(dialog->height())));
    const auto buttons = dialog->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible() && !button->text().isEmpty())
            QTRY_VERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->objectName()));
    }
    const auto *area = dialog->findChild<QScrollArea *>();
    QVERIFY2(area->widget()->width() <= area->viewport()->width(), "scrolls sideways");
    const auto *amount = w.in<QLineEdit>(dialog, "pixAmount");
    QVERIFY2(amount->width() >= amount->fontMetrics().horizontalAdvance(amount->text()), "the amount is cut");
    w.appearance.setTextPercent(100);
}

void tst_pixdialog::qrIsWholePixelsBlackOnWhite_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(ui::ColourScheme::Light);
    QTest::newRow("dark") << static_cast<int>(ui::ColourScheme::Dark);
}

void tst_pixdialog::qrIsWholePixelsBlackOnWhite()
{
    QFETCH(const int, scheme);
    AtTheTill w;
    w.appearance.apply(static_cast<ui::ColourScheme>(scheme));
    auto *dialog = w.open();
    auto *view = w.in<ui::QrView>(dialog, "qrView");
    QVERIFY(!view->hasCode());
    w.type(u"12345"_s);
    QVERIFY(view->hasCode());
    const QImage image = view->grab().toImage();
    const auto symbol = qrSymbol(w.pix.preview().code.toLatin1());
    const int module = image.width() / (symbol->size + 2 * kQrQuietZone);
    QVERIFY(module >= 2);
    const int at = (image.width() - symbol->size * module) / 2;
    QVERIFY(at >= kQrQuietZone * module);
    for (int y = 0; y < symbol->size * module; ++y) {
        for (int x = 0; x < symbol->size * module; ++x) {
            const QColor pixel = image.pixelColor(at + x, at + y);
            QCOMPARE(pixel, QColor(symbol->isDark(x / module, y / module) ? Qt::black : Qt::white));
        }
    }
    for (int x = at - kQrQuietZone * module; x < image.width() - at; ++x)
        QCOMPARE(image.pixelColor(x, at - 1), QColor(Qt::white));
    w.appearance.apply(ui::ColourScheme::Light);
}

void tst_pixdialog::copiedCodeIsLookedAtAgain()
{
    AtTheTill w;
    auto *dialog = w.open();
    w.type(u"2500"_s);
    QTest::mouseClick(w.in<QPushButton>(dialog, "pixCopy"), Qt::LeftButton);
    QCOMPARE(w.pixWorld.orders.size(), 1);
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QVERIFY(w.pix.heard(w.pixWorld.orders.first().command, {}));
    const QString code = w.pix.preview().code;
    QCOMPARE(QApplication::clipboard()->text(), code);
    auto *note = w.in<QLabel>(dialog, "pixNote");
    QTRY_VERIFY(note->text().contains(u"in the clipboard"_s));
    QTest::mouseClick(w.in<QPushButton>(dialog, "pixCopy"), Qt::LeftButton);
    QApplication::clipboard()->setText(u"0002golpe"_s); // another program
    QTRY_VERIFY(note->text().contains(u"Another program"_s));
    QCOMPARE(note->property("role").toByteArray(), QByteArray("danger"));
    w.in<QPushButton>(dialog, "pixSend")->setFocus();
    w.press(Qt::Key_Return); // done
    QTRY_VERIFY(!w.shown());
    QCOMPARE(w.pixWorld.orders.size(), 1);
}

void tst_pixdialog::qrOfAChargeFillsTheScreen()
{
    AtTheTill w;
    const store::ChargeRow row = w.charge();
    w.charges.showQr(row);
    auto *screen = w.find<QDialog>("qrScreen");
    QTRY_VERIFY(screen->isVisible() && screen->isFullScreen());
    QVERIFY(w.in<QLabel>(screen, "qrAmount")->text().contains(u"80,00"_s));
    QVERIFY(w.in<ui::QrView>(screen, "qrView")->hasCode());
    QCOMPARE(screen->findChildren<QLabel *>().size(), 3); // nobody's name but the shop's
    QTest::keyClick(screen, Qt::Key_Return);
    QVERIFY(screen->isVisible());
    QTest::keyClick(screen, Qt::Key_Escape);
    QTRY_VERIFY(!w.window.findChild<QDialog *>(u"qrScreen"_s));
    w.pixWorld.row.account = FakePix::thief();
    w.charges.showQr(row);
    QVERIFY(!w.window.findChild<QDialog *>(u"qrScreen"_s));
    QVERIFY(w.undo.text().contains(u"No QR"_s));
}

void tst_pixdialog::settlingAsksReasonAndPin()
{
    AtTheTill w;
    w.charges.settling().begin(w.charge());
    auto *dialog = w.find<QDialog>("settleDialog");
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    QVERIFY(!w.in<QPushButton>(dialog, "settleDo")->isEnabled());
    QTest::keyClicks(w.in<QLineEdit>(dialog, "settleReason"), u"dinheiro"_s);
    QTest::keyClick(w.in<QLineEdit>(dialog, "settleReason"), Qt::Key_Return);
    QVERIFY(w.in<QLineEdit>(dialog, "settlePin")->hasFocus());
    QVERIFY(w.pixWorld.signedActs.isEmpty());
    QTest::keyClicks(w.in<QLineEdit>(dialog, "settlePin"), u"1234"_s);
    QTest::keyClick(w.in<QLineEdit>(dialog, "settlePin"), Qt::Key_Return);
    QCOMPARE(w.pixWorld.signedActs, QStringList{u"settle dinheiro / 1234"_s});
    QTRY_VERIFY(!w.window.findChild<QDialog *>(u"settleDialog"_s));
}

void tst_pixdialog::payingBackAsksAmountReasonAndPin()
{
    AtTheTill w;
    store::ChargeRow row = w.charge();
    row.facts.paid = row.refundable = row.facts.amount;
    w.charges.refunding().begin(row);
    auto *dialog = w.find<QDialog>("refundDialog");
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    auto *amount = w.in<QLineEdit>(dialog, "refundAmount");
    auto *help = w.in<QLabel>(dialog, "refundHelp");
    auto *act = w.in<QPushButton>(dialog, "refundDo");
    QVERIFY(amount->hasFocus() && amount->selectedText() == u"80,00"_s);
    QTest::keyClicks(amount, u"81"_s);
    QVERIFY(help->text().contains(u"80,00"_s) && !act->isEnabled());
    amount->clear();
    QTest::keyClicks(amount, u"25"_s);
    QTest::keyClick(amount, Qt::Key_Return);
    auto *reason = w.in<QLineEdit>(dialog, "refundReason");
    QVERIFY(reason->hasFocus());
    QTest::keyClicks(reason, u"quebrado"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    auto *pin = w.in<QLineEdit>(dialog, "refundPin");
    QVERIFY(pin->hasFocus());
    w.pixWorld.answer = desk::PixSigner::Answer{desk::PixSigner::Outcome::Refused, 0, QString(problem::kDeskTooNew)};
    QTest::keyClicks(pin, u"123456"_s);
    QTest::keyClick(pin, Qt::Key_Return);
    QVERIFY(w.in<QLabel>(dialog, "refundText")->text().contains(u"less than a day"_s));
    QCOMPARE(amount->text(), u"25"_s); // what was typed stays; the PIN does not
    QVERIFY(pin->text().isEmpty());
    w.pixWorld.answer = desk::PixSigner::Answer{desk::PixSigner::Outcome::Done, 0, {}};
    QTest::keyClicks(pin, u"123456"_s);
    QTest::keyClick(pin, Qt::Key_Return);
    QCOMPARE(w.pixWorld.signedActs.last(), u"refund 2500 quebrado / 123456"_s);
    QTRY_VERIFY(!w.window.findChild<QDialog *>(u"refundDialog"_s));
}

void tst_pixdialog::withoutARecordTheWayIsShown()
{
    AtTheTill w;
    w.pixWorld.row = {};
    auto *dialog = w.open();
    w.type(u"100"_s);
    QVERIFY(!w.in<QPushButton>(dialog, "pixSend")->isEnabled());
    QVERIFY(w.in<QLabel>(dialog, "pixReceiver")->text().contains(u"not said yet"_s));
    auto *way = w.in<QPushButton>(dialog, "pixSettings");
    QVERIFY(!way->isVisible()); // not for everybody
    w.pix.setOperator(w.ana, Role::Manager);
    QVERIFY(way->isVisible());
    way->click();
    QTRY_VERIFY(!w.shown());
    QTRY_VERIFY(w.find<QLabel>("receivingName")->isVisible());
}

void tst_pixdialog::managerProposesInTheSettings()
{
    AtTheTill w;
    w.pixWorld.row = {};
    w.receiving.setOperator(w.ana, Role::Manager);
    w.receiving.reload();
    w.window.inbox()->showSettings(true);
    w.find<QListWidget>("settingsSections")->setCurrentRow(7);
    auto *type = w.find<QComboBox>("receivingType");
    type->setFocus();
    while (type->currentIndex() != static_cast<int>(PixKeyType::Email))
        QTest::keyClick(type, Qt::Key_Up);
    QTest::keyClicks(w.find<QLineEdit>("receivingNewKey"), u"caixa@padaria.example"_s);
    QTest::keyClicks(w.find<QLineEdit>("receivingNewName"), u"Padaria Lua"_s);
    QTest::keyClicks(w.find<QLineEdit>("receivingNewCity"), u"Campinas"_s);
    auto *propose = w.find<QPushButton>("receivingPropose");
    QVERIFY(!propose->isEnabled());
    QTest::keyClicks(w.find<QLineEdit>("receivingPin"), u"839201"_s);
    QVERIFY(propose->isEnabled());
    propose->click();
    QCOMPARE(w.pixWorld.signedActs, QStringList{u"propose caixa@padaria.example / 839201"_s});
    QVERIFY(w.find<QLineEdit>("receivingPin")->text().isEmpty());
    QVERIFY(w.find<QLineEdit>("receivingNewKey")->text().isEmpty());
}

void tst_pixdialog::aBankThatDoesNotAnswerIsToldOnEveryDesk()
{
    AtTheTill w;
    auto *banner = w.find<QLabel>("bankBanner");
    auto *certificate = w.find<QLabel>("bankCertificate");
    QVERIFY(!banner->isVisible() && certificate->text().isEmpty());
    store::ShopRow shop;
    shop.bank = u"Banco Exemplo"_s;
    shop.bankState = BankState::Unreachable;
    shop.bankSince = w.clock.nowMs();
    shop.bankCertificateEnds = w.clock.nowMs() + 3 * kDayMs;
    w.bank.setShop(shop);
    QVERIFY(banner->isVisible() && banner->text().contains(u"Banco Exemplo"_s));
    QVERIFY(certificate->text().contains(u"3 day"_s));
    shop.bankState = BankState::Well;
    w.bank.setShop(shop);
    QVERIFY(banner->isVisible() && banner->text().contains(u"3 day"_s));
    shop.bankCertificateEnds = 0;
    w.bank.setShop(shop);
    QVERIFY(!banner->isVisible() && certificate->text().isEmpty());
}

void tst_pixdialog::changeIsToldOnEveryDesk()
{
    AtTheTill w;
    auto *banner = w.find<QLabel>("receivingBanner");
    QVERIFY(!banner->isVisible());
    w.pixWorld.row.changedAt = w.clock.nowMs();
    w.pixWorld.row.changedBy = u"Dona"_s;
    w.receiving.reload();
    QVERIFY(banner->isVisible() && banner->text().contains(u"Dona"_s));
    QTest::mouseClick(w.find<QPushButton>("receivingLook"), Qt::LeftButton);
    QVERIFY(w.find<QLabel>("receivingName")->isVisible());
    QVERIFY(banner->isVisible());
}

void tst_pixdialog::foreignKeyIsAskedAbout()
{
    AtTheTill w;
    w.composer.setOwnPix(FakePix::bakery());
    auto *editor = w.find<QPlainTextEdit>("editor");
    editor->setPlainText(u"Pix: golpe@exemplo.com"_s);
    const auto ask = [&w, editor] {
        editor->setFocus();
        w.press(Qt::Key_Return);
        QDialog *dialog = nullptr;
        if (!QTest::qWaitFor([&] {
                dialog = w.window.findChild<QDialog *>(u"foreignPixDialog"_s);
                return dialog && QApplication::activeWindow() == dialog;
            }))
            qFatal("no question");
        return dialog;
    };
    QDialog *dialog = ask();
    QVERIFY(w.in<QLabel>(dialog, "foreignPixWhat")->text().contains(u"not the shop's"_s));
    w.press(Qt::Key_Return);
    QTRY_VERIFY(!w.window.findChild<QDialog *>(u"foreignPixDialog"_s));
    QVERIFY(w.actions.sent.isEmpty());
    QCOMPARE(editor->toPlainText(), u"Pix: golpe@exemplo.com"_s);
    QTRY_COMPARE(QApplication::activeWindow(), &w.window);
    dialog = ask();
    w.in<QPushButton>(dialog, "foreignPixSend")->click();
    QCOMPARE(w.actions.sent.size(), 1);
}

BALCAO_TEST(tst_pixdialog)
#include "tst_pixdialog.moc"
