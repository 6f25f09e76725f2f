// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "accessibletree.h"
#include "support/testmain.h"
#include "ui/announcer.h"
#include "window.h"

#include <QDialog>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// What somebody hears who does not see the window, and where the keys go.
class tst_accessible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void everyControlOfTheInboxHasAName();
    void everyControlOfADialogHasAName_data();
    void everyControlOfADialogHasAName();
    void everyControlOfTheDoorsHasAName_data();
    void everyControlOfTheDoorsHasAName();
    void aControlWithoutANameIsSeen();
    void conversationsAreItemsWithTheirSentence();
    void messagesAreItemsWithTheirSentence();
    void listsInDialogsAreItems_data();
    void listsInDialogsAreItems();
    void tabGoesFromSearchToThePanel();
    void focusIsSeenOnEveryStop();
    void closingADialogReturnsTheFocus();
    void whatComesByItselfIsSaid();

private:
    QDialog *dialog(const char *which);
    static QAccessibleInterface *interfaceOf(QWidget *widget) { return QAccessible::queryAccessibleInterface(widget); }
    static QString named(QAccessibleInterface *item) { return item->text(QAccessible::Name); }
    QList<QWidget *> tabStops();

    std::unique_ptr<Window> m_window;
    QList<Chat> m_chats;
};

void tst_accessible::init()
{
    m_window = std::make_unique<Window>();
    m_chats.clear();
    EventLog &log = m_window->log;
    wire::Subject tag;
    tag.tag = TagId::create();
    log.add(wire::TagDefined{u"Orçamento"_s, u"#3b5488"_s}, tag);
    wire::Subject who;
    who.operatorId = m_window->ana;
    log.add(wire::OperatorAdded{u"Ana"_s, Role::Manager}, who);
    wire::Subject reply;
    reply.reply = QuickReplyId::create();
    log.add(wire::ReplyDefined{u"Endereço"_s, u"Rua das Palmeiras, 12"_s}, reply);
    for (const QString &name : {u"Jonas Pereira"_s, u"Rosa Limeira"_s, u"Dita"_s}) {
        const Chat chat = log.open(name);
        log.add(wire::CustomerTagged{*tag.tag}, chat.subject());
        log.receive(chat, u"consegue um desses pra sábado?"_s);
        log.receive(chat, u"oi?"_s);
        m_chats.append(chat);
    }
    log.accept(m_chats[0], u"Consigo sim"_s);
    log.receive(m_chats[0], u"Então quero"_s);
    wire::Subject note = m_chats[0].subject();
    note.note = NoteId::create();
    log.add(wire::NoteAdded{u"paga na retirada"_s}, note);
    m_window->window.resize(1366, 768);
    m_window->show(m_chats.first());
    m_window->rail.reload();
    m_window->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window));
    QTRY_VERIFY(m_window->customer.isKnown());
}

QDialog *tst_accessible::dialog(const char *which)
{
    Window &w = *m_window;
    const QByteArray name(which);
    if (name == "palette") {
        QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
        w.palette.type(u"a"_s);
    } else if (name == "tagsDialog") {
        QMetaObject::invokeMethod(w.find<QWidget>("rail"), "tagsRequested");
    } else if (name == "assign") {
        w.pick.assign();
    } else if (name == "snooze") {
        w.pick.snooze();
    } else if (name == "replies") {
        w.pick.replies();
    } else {
        w.pick.tags();
    }
    const QString object = name == "palette" || name == "tagsDialog" ? QString::fromLatin1(name) : u"pickDialog"_s;
    QDialog *found = nullptr;
    [&] { QTRY_VERIFY((found = w.window.findChild<QDialog *>(object)) && found->isVisible()); }();
    return found;
}

void tst_accessible::everyControlOfTheInboxHasAName()
{
    const QStringList nameless = namelessBelow(&m_window->window);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    int controls = 0;
    const auto all = shownBelow(interfaceOf(&m_window->window));
    for (QAccessibleInterface *one : all)
        controls += isControl(one->role()) ? 1 : 0;
    QVERIFY(controls > 25);
}

void tst_accessible::everyControlOfADialogHasAName_data()
{
    QTest::addColumn<QByteArray>("which");
    for (const char *which : {"palette", "tagsDialog", "assign", "snooze", "replies", "tags"})
        QTest::newRow(which) << QByteArray(which);
}

void tst_accessible::everyControlOfADialogHasAName()
{
    QFETCH(const QByteArray, which);
    QDialog *open = dialog(which.constData());
    QVERIFY(open);
    const QStringList nameless = namelessBelow(open);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY(!named(interfaceOf(open)).isEmpty());
}

void tst_accessible::everyControlOfTheDoorsHasAName_data()
{
    QTest::addColumn<int>("door");
    QTest::newRow("first run") << 0;
    QTest::newRow("who is serving") << 1;
    QTest::newRow("hidden") << 2;
}

void tst_accessible::everyControlOfTheDoorsHasAName()
{
    QFETCH(const int, door);
    Window &w = *m_window;
    w.operators.setOperators({{w.ana, u"Ana"_s, Role::Manager}, {OperatorId::create(), u"Bruno"_s, Role::Attendant}});
    if (door == 0)
        w.window.showFirstRun();
    else if (door == 1)
        w.window.showOperators();
    else
        w.window.showProtected();
    const QStringList nameless = namelessBelow(&w.window);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    const auto all = shownBelow(interfaceOf(&w.window));
    for (QAccessibleInterface *one : all) // nothing of a customer is told while the screen is hidden
        QVERIFY2(!named(one).contains(u"Jonas"_s), qPrintable(named(one)));
}

void tst_accessible::aControlWithoutANameIsSeen()
{
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    auto *mute = new QPushButton(&page);
    mute->setObjectName(u"mute"_s);
    column->addWidget(mute);
    page.show();
    QCOMPARE(namelessBelow(&page).size(), 1);
    QVERIFY(namelessBelow(&page).first().contains(u"mute"_s));
    mute->setText(u"Enviar"_s);
    QVERIFY(namelessBelow(&page).isEmpty());
}

void tst_accessible::conversationsAreItemsWithTheirSentence()
{
    QAccessibleInterface *list = interfaceOf(m_window->find<QListView>("conversations"));
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 3);
    for (int i = 0; i < 3; ++i) {
        QAccessibleInterface *item = list->child(i);
        QCOMPARE(item->role(), QAccessible::ListItem);
        QCOMPARE(list->indexOfChild(item), i);
        QCOMPARE(item->text(QAccessible::Description), u"%1 of 3"_s.arg(i + 1));
    }
    // "Jonas Pereira, 3 não lidas, …, expira em 48 minutos, etiqueta Orçamento", here in the source's English.
    const QString sentence = named(list->child(1));
    QVERIFY2(QRegularExpression(u"^Rosa Limeira, 2 unread\\S*, oi\\?, expires in [^,]+, tag Orçamento$"_s)
                 .match(sentence)
                 .hasMatch(),
             qPrintable(sentence));
}

void tst_accessible::messagesAreItemsWithTheirSentence()
{
    QAccessibleInterface *list = interfaceOf(m_window->find<QWidget>("threadView"));
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), m_window->thread.model().rowCount());
    QStringList sentences;
    for (int i = 0; i < list->childCount(); ++i) {
        QCOMPARE(list->child(i)->role(), QAccessible::ListItem);
        sentences.append(named(list->child(i)));
        QVERIFY(!sentences.last().isEmpty());
    }
    const QString all = sentences.join(u'\n');
    QVERIFY2(all.contains(u"Consigo sim"_s) && all.contains(u"paga na retirada"_s), qPrintable(all));
    for (const QString &one : sentences) // when, for each
        QVERIFY2(one.contains(QRegularExpression(u"\\d\\d:\\d\\d"_s)), qPrintable(one));
}

void tst_accessible::listsInDialogsAreItems_data()
{
    QTest::addColumn<QByteArray>("which");
    QTest::addColumn<QString>("list");
    QTest::newRow("palette") << QByteArray("palette") << u"paletteList"_s;
    QTest::newRow("tags") << QByteArray("tags") << u"pickList"_s;
    QTest::newRow("snooze") << QByteArray("snooze") << u"pickList"_s;
    QTest::newRow("shop's tags") << QByteArray("tagsDialog") << u"tagsList"_s;
}

void tst_accessible::listsInDialogsAreItems()
{
    QFETCH(const QByteArray, which);
    QFETCH(const QString, list);
    QDialog *open = dialog(which.constData());
    QVERIFY(open);
    auto *view = open->findChild<QListView *>(list);
    QVERIFY(view);
    QTRY_VERIFY(view->model()->rowCount() > 0);
    QAccessibleInterface *told = interfaceOf(view);
    QCOMPARE(told->childCount(), view->model()->rowCount());
    for (int i = 0; i < told->childCount(); ++i) {
        QCOMPARE(told->child(i)->role(), QAccessible::ListItem);
        QVERIFY(!named(told->child(i)).isEmpty());
    }
}

/// What Tab visits, from the search on, once round.
QList<QWidget *> tst_accessible::tabStops()
{
    QList<QWidget *> stops;
    QWidget *at = m_window->find<QWidget>("search");
    at->setFocus(Qt::TabFocusReason);
    while (at && !stops.contains(at) && stops.size() < 60) {
        stops.append(at);
        QTest::keyClick(at, Qt::Key_Tab);
        at = m_window->window.focusWidget();
    }
    return stops;
}

void tst_accessible::tabGoesFromSearchToThePanel()
{
    QStringList visited;
    const auto stops = tabStops();
    for (const QWidget *stop : stops)
        visited.append(stop->objectName());
    qsizetype last = -1;
    // search → views → list → thread → composer → tools → panel
    for (const QString &name : {u"search"_s, u"views"_s, u"conversations"_s, u"threadView"_s, u"editor"_s,
                                u"quickReply"_s, u"customerName"_s}) {
        const qsizetype at = visited.indexOf(name);
        QVERIFY2(at > last, qPrintable(name + u" in "_s + visited.join(u' ')));
        last = at;
    }
}

void tst_accessible::focusIsSeenOnEveryStop()
{
    const auto stops = tabStops();
    QVERIFY(stops.size() > 10);
    QWidget *page = &m_window->window;
    for (QWidget *stop : stops) {
        const QRect around = QRect(stop->mapTo(page, QPoint()), stop->size()).adjusted(-3, -3, 3, 3) & page->rect();
        stop->setFocus(Qt::TabFocusReason);
        const QImage with = page->grab(around).toImage();
        QWidget *other = stop == stops.first() ? stops.last() : stops.first();
        other->setFocus(Qt::TabFocusReason);
        const QImage without = page->grab(around).toImage();
        QVERIFY2(with != without, qPrintable(nameOf(stop)));
    }
}

void tst_accessible::closingADialogReturnsTheFocus()
{
    QWidget *list = m_window->find<QWidget>("conversations");
    list->setFocus(Qt::TabFocusReason);
    QDialog *open = dialog("tags");
    QVERIFY(open);
    QTest::keyClick(open, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->window.findChild<QDialog *>(u"pickDialog"_s));
    QTRY_COMPARE(m_window->window.focusWidget(), list);
}

// A message in the open chat, the connection lost and back: said once each, and nothing behind the privacy screen.
void tst_accessible::whatComesByItselfIsSaid()
{
    Window &w = *m_window;
    QStringList said;
    connect(w.window.findChild<ui::Announcer *>(), &ui::Announcer::said, &w.window,
            [&said](const QString &text) { said.append(text); });
    const auto hear = [&w](const Chat &chat, const QString &text) {
        w.log.receive(chat, text);
        w.take();
        w.thread.reload();
        w.inbox.reload();
    };
    hear(m_chats[0], u"tem de milho?"_s);
    QTRY_COMPARE(said.size(), 1);
    QVERIFY2(said.first().contains(u"tem de milho?"_s), qPrintable(said.first()));
    hear(m_chats[1], u"isto é de outra"_s);
    sync::ConnectionState away;
    away.kind = sync::ConnectionState::Kind::Offline;
    w.connection.setState(away);
    QCOMPARE(said.size(), 2);
    w.connection.setState(away); // no news
    sync::ConnectionState back;
    back.kind = sync::ConnectionState::Kind::Online;
    w.connection.setState(back);
    QCOMPARE(said.size(), 3);
    QCOMPARE(said.last(), w.connection.text());
    w.operators.setOperators({{w.ana, u"Ana"_s, Role::Manager}});
    w.window.showProtected();
    hear(m_chats[0], u"segredo"_s);
    QTRY_VERIFY(w.thread.model().rowCount() > 0 && w.thread.head()->unread > 0);
    w.connection.setState(away);
    QCOMPARE(said.size(), 3);
}

BALCAO_TEST(tst_accessible)
#include "tst_accessible.moc"
