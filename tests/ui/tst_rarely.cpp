// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/roles.h"
#include "paintedtext.h"
#include "support/testmain.h"
#include "ui/panes/threadview.h"
#include "walk.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTranslator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// With BALCAO_PICTURES=DIR each of them is there to be looked at.
void keep(const QWidget &shown, const QString &name)
{
    const QString folder = qEnvironmentVariable("BALCAO_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(const_cast<QWidget &>(shown).grab().save(QDir(folder).filePath(name + u".png"_s)));
}

struct Rare : Window
{
    Chat rosa = log.open(u"Marlene Souza"_s);

    explicit Rare(bool isDark)
    {
        appearance.apply(isDark ? ui::ColourScheme::Dark : ui::ColourScheme::Light);
        log.receive(rosa, u"Bom dia! O bolo já está pronto?"_s);
    }
    ~Rare() { appearance.apply(ui::ColourScheme::Light); }
    void start(const QSize &size = {1366, 738})
    {
        window.resize(size);
        show(rosa);
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        settle();
    }
    MessageId accept(const wire::Content &content)
    {
        wire::MessageAccepted accepted;
        accepted.channel = u"106540352242922"_s;
        accepted.content = content;
        wire::Subject subject = rosa.subject();
        subject.message = MessageId::create();
        log.add(accepted, subject);
        return *subject.message;
    }
    [[nodiscard]] QModelIndex last()
    {
        auto *view = find<ui::ThreadView>("threadView");
        return view->model()->index(view->model()->rowCount() - 1, 0);
    }
    /// What the reader of the thread finds in the file is no longer what was written.
    void spoil(const QString &text)
    {
        const auto file = sql::Connection::open(dir.filePath(u"projection-1.db"_s));
        QVERIFY(file);
        auto changed = (*file)->prepare(u"UPDATE message SET text = text || '!' WHERE text = ?"_s);
        QVERIFY(changed.bind(text).run().ok());
        QCOMPARE(changed.changes(), 1);
    }
};

/// All of it is there to be read, within the window.
void isWhole(Rare &w, const QLabel &label)
{
    QVERIFY(label.isVisible());
    QVERIFY2(label.height() >= label.heightForWidth(label.width()), qPrintable(label.text()));
    const QRect place(label.mapTo(&w.window, QPoint()), label.size());
    QVERIFY2(w.window.rect().contains(place), qPrintable(label.text()));
}

} // namespace

// What hardly anybody ever sees, and has to be right when they do: in the counter's language, light and dark.
class tst_rarely : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void statusOfAnOrder_data() { schemes(); }
    void statusOfAnOrder();
    void damagedRow_data() { schemes(); }
    void damagedRow();
    void stripsOfTrouble_data();
    void stripsOfTrouble();
    void keypad_data() { schemes(); }
    void keypad();

private:
    static void schemes();

    std::unique_ptr<DesignFont> m_font;
    std::unique_ptr<QTranslator> m_words;
};

void tst_rarely::init()
{
    m_font = std::make_unique<DesignFont>();
    m_words = std::make_unique<QTranslator>();
    QVERIFY(m_words->load(u"balcao_pt_BR"_s, placeOf("words"_L1)));
    QCoreApplication::installTranslator(m_words.get());
}

void tst_rarely::cleanup()
{
    m_words.reset();
    m_font.reset();
}

void tst_rarely::schemes()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

// What a customer is told of an order that went in WhatsApp's own form: words of ours, and no second card.
void tst_rarely::statusOfAnOrder()
{
    QFETCH(const bool, isDark);
    Rare w(isDark);
    const Charged charged =
        w.log.charge(w.rosa, Money{8'600}, u"Torta salgada de frango, 1,5 kg"_s, w.clock.nowMs() + kHourMs);
    w.log.issue(w.rosa, charged.charge, w.clock.nowMs() + kHourMs);
    w.log.pay(w.rosa, charged.charge, Money{8'600});
    wire::Content content;
    content.type = ContentType::PixStatus;
    content.text = u"Recebemos seu Pix de R$ 86,00. Obrigado!"_s;
    const MessageId told = w.accept(content);
    w.log.status(w.rosa, told, MessageState::Delivered);
    w.start();
    const QModelIndex row = w.last();
    QCOMPARE(row.data(desk::ThreadTextRole).toString(), content.text);
    QCOMPARE(row.data(desk::ThreadIconRole).toString(), u"pix"_s);
    QVERIFY(row.data(desk::ThreadCardRole).toString().isEmpty());
    QVERIFY(row.data(desk::ThreadActionsRole).toStringList().isEmpty());
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(content.text));
    keep(w.window, isDark ? u"order-status-dark"_s : u"order-status-light"_s);
}

// A letter that the disk has changed is not shown as the customer's.
void tst_rarely::damagedRow()
{
    QFETCH(const bool, isDark);
    Rare w(isDark);
    w.log.receive(w.rosa, u"Fica R$ 80,00?"_s);
    w.log.accept(w.rosa, u"Fica sim."_s);
    w.take();
    w.spoil(u"Fica R$ 80,00?"_s);
    w.start();
    auto *view = w.find<ui::ThreadView>("threadView");
    QStringList said;
    for (int i = 0; i < view->model()->rowCount(); ++i)
        said.append(view->model()->index(i, 0).data(desk::ThreadTextRole).toString());
    QCOMPARE(said.size(), 3);
    QVERIFY2(!said.join(u'|').contains(u"80,00"_s), qPrintable(said.join(u'|')));
    QCOMPARE(view->model()->index(1, 0).data(desk::ThreadIconRole).toString(), u"failed"_s);
    keep(w.window, isDark ? u"damaged-row-dark"_s : u"damaged-row-light"_s);
}

void tst_rarely::stripsOfTrouble_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << QSize(1366, 738);
    QTest::newRow("dark") << true << QSize(1366, 738);
    QTest::newRow("narrow") << false << QSize(760, 700);
}

// The worst morning: no disk, a damaged server and no connection, at once.
void tst_rarely::stripsOfTrouble()
{
    QFETCH(const bool, isDark);
    QFETCH(const QSize, size);
    Rare w(isDark);
    w.start(size);
    w.disk.freeBytes = Q_INT64_C(120) << 20;
    w.data.reload();
    w.befell({store::Notice::ServerDamaged, {}});
    QTRY_VERIFY(w.find<QLabel>("diskBanner")->isVisible() && w.find<QLabel>("noticeText")->isVisible());
    settle();
    isWhole(w, *w.find<QLabel>("diskBanner"));
    isWhole(w, *w.find<QLabel>("noticeText"));
    QVERIFY(w.find<QPushButton>("noticeKnown")->isVisible());
    keep(w.window, u"strips-%1-%2"_s.arg(isDark ? u"dark"_s : u"light"_s).arg(size.width()));
    sync::ConnectionState state;
    state.kind = sync::ConnectionState::Kind::DiskTrouble;
    state.since = w.clock.nowMs() - 4 * kMinuteMs;
    w.connection.setState(state);
    settle();
    keep(w.window, u"strips-disk-%1-%2"_s.arg(isDark ? u"dark"_s : u"light"_s).arg(size.width()));
    QCOMPARE(w.window.size(), size); // they do not push the window wider
}

void tst_rarely::keypad()
{
    QFETCH(const bool, isDark);
    Rare w(isDark);
    w.operators.setOperators({{w.ana, u"Ana"_s, Role::Manager, true},
                              {OperatorId::create(), u"Bruno"_s, Role::Attendant, true},
                              {OperatorId::create(), u"Sônia"_s, Role::Attendant, true}});
    w.start();
    w.window.showProtected();
    settle();
    auto *pin = w.find<QLineEdit>("protectedPin");
    QVERIFY(pin->isVisible());
    w.find<QPushButton>("pinKey1")->click();
    w.find<QPushButton>("pinKey2")->click();
    QCOMPARE(pin->text(), u"12"_s);
    // As drawn: keys of 64 by 48, 8 between them, the digits as large as a title.
    const auto *five = w.find<QPushButton>("pinKey5");
    const auto *six = w.find<QPushButton>("pinKey6");
    const auto *eight = w.find<QPushButton>("pinKey8");
    QCOMPARE(five->size(), QSize(64, 48));
    QCOMPARE(six->x() - five->geometry().right() - 1, 8);
    QCOMPARE(eight->y() - five->geometry().bottom() - 1, 8);
    QCOMPARE(QFontInfo(five->font()).pixelSize(), 18);
    QVERIFY(w.find<QLabel>("protectedWhy")->isVisible());
    for (const QPushButton *key : {five, six, eight}) {
        const QRect place(key->mapTo(&w.window, QPoint()), key->size());
        QVERIFY(w.window.rect().contains(place));
    }
    keep(w.window, isDark ? u"keypad-dark"_s : u"keypad-light"_s);
}

BALCAO_TEST(tst_rarely)
#include "tst_rarely.moc"
