// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "walk.h"

#include "core/clock.h"
#include "ui/dialogs/linkdialog.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

using Enter = std::function<QWidget *(Window &)>;
using Leave = std::function<void(Window &)>;
using Kind = sync::ConnectionState::Kind;

void click(Window &w, const char *button)
{
    w.find<QAbstractButton>(button)->click();
}

/// The last one that was opened.
QDialog *dialog(Window &w)
{
    QDialog *found = nullptr;
    [&] { QTRY_VERIFY((found = w.window.findChild<QDialog *>()) && found->isVisible()); }();
    return found && found->isVisible() ? found : nullptr;
}

Place page(const char *name, std::function<void(Window &)> enter, Leave leave = {})
{
    return {name,
            [enter = std::move(enter)](Window &w) -> QWidget * {
                enter(w);
                return &w.window;
            },
            std::move(leave)};
}

Place asked(const char *name, std::function<void(Window &)> ask)
{
    return {name,
            [ask = std::move(ask)](Window &w) -> QWidget * {
                ask(w);
                return dialog(w);
            },
            {}};
}

Place connection(const char *name, Kind kind, int waiting)
{
    return page(
        name,
        [kind, waiting](Window &w) {
            sync::ConnectionState state;
            state.kind = kind;
            state.since = w.clock.nowMs() - 42 * kMinuteMs;
            state.nextTryAt = w.clock.nowMs() + 12 * kSecondMs;
            w.connection.setState(state);
            w.connection.setWaiting(waiting);
        },
        [](Window &w) {
            sync::ConnectionState state;
            state.kind = Kind::Online;
            w.connection.setWaiting(0);
            w.connection.setState(state);
        });
}

Place settings(const char *name, int section)
{
    return page(
        name,
        [section](Window &w) {
            const QSignalSpy read(&w.data, &desk::DataPresenter::changed);
            w.line.setShop({u"1"_s, u"2"_s, {u"2"_s, u"3"_s}, {{u"4"_s, u"5"_s, u"6"_s, false}}, {}});
            click(w, "settings");
            w.find<QListWidget>("settingsSections")->setCurrentRow(section);
            if (w.find<QWidget>("dataConversations")->isVisible())
                QTRY_VERIFY(!read.isEmpty());
        },
        [](Window &w) { click(w, "settings"); });
}

Place door(const char *name, std::function<void(Window &)> show)
{
    return page(name, std::move(show), [](Window &w) { w.window.showInbox(u"9"_s, u"1"_s, true); });
}

Place menu(const char *name, const char *button)
{
    return {name,
            [button](Window &w) -> QWidget * {
                click(w, button);
                return w.window.findChild<QMenu *>();
            },
            [](Window &w) { delete w.window.findChild<QMenu *>(); }};
}

int tagRow(Window &w)
{
    const QList<desk::RailRow> &rows = w.rail.model().rows();
    return static_cast<int>(std::ranges::find(rows, store::View::Tag, &desk::RailRow::view) - rows.begin());
}

/// One is being written while somebody else's comes.
void writeTwoNotes(Window &w)
{
    QTest::keyClick(&w.window, Qt::Key_I, Qt::ControlModifier);
    w.customer.beginNote();
    w.customer.writeNote(u"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15"_s);
    wire::Subject about;
    about.customer = w.thread.head()->customer;
    about.conversation = w.thread.head()->id;
    w.log.add(wire::CustomerNoted{u"16"_s}, about);
    w.take();
    w.customer.reload();
    QTRY_VERIFY(w.customer.isNoteInConflict());
}

void openTill(Window &w)
{
    click(w, "till");
    w.till.choose(std::nullopt);
    QTRY_VERIFY(w.till.isKnown() && w.till.hasRows());
}

Place till(const char *name, std::function<void(Window &)> then)
{
    return page(
        name,
        [then = std::move(then)](Window &w) {
            openTill(w);
            then(w);
        },
        [](Window &w) { click(w, "till"); });
}

/// With something that came afterwards.
void closeTill(Window &w)
{
    const QTimeZone zone("America/Sao_Paulo");
    const QString day = dayOf(w.clock.nowMs(), zone);
    const DayBounds bounds = dayBounds(*dayFrom(day), zone);
    TillFigures figures;
    figures.paid = {2, {12345}};
    figures.byHand = {1, {100}};
    figures.returned = {1, {100}};
    figures.laterPaid = {1, {100}};
    figures.operators = {{w.ana, {3, {12345}}, {2, {12345}}, {}}};
    w.log.add(wire::TillClosed{1, day, bounds.startsAt, bounds.endsAt, figures}, {}).actor = wire::Actor::person(w.ana);
    w.take();
    w.till.reload();
    QTRY_VERIFY(w.till.isClosed());
}

QList<Place> inboxPlaces()
{
    return {
        page("inbox", [](Window &) {}),
        page(
            "customer", [](Window &w) { QTest::keyClick(&w.window, Qt::Key_I, Qt::ControlModifier); },
            [](Window &w) { QTest::keyClick(&w.window, Qt::Key_I, Qt::ControlModifier); }),
        page(
            "list", [](Window &w) { QMetaObject::invokeMethod(w.find<QWidget>("topBar"), "backRequested"); },
            [](Window &w) { w.inbox.open(w.inbox.openNow()); }),
        page(
            "nothing snoozed",
            [](Window &w) {
                w.rail.choose(w.rail.model().rowOf(store::View::Snoozed, {}));
                QTRY_VERIFY(!w.inbox.emptyText().isEmpty());
            },
            [](Window &w) { w.rail.choose(w.rail.model().rowOf(store::View::Waiting, {})); }),
        page(
            "narrowed",
            [](Window &w) {
                w.rail.narrow(tagRow(w));
                QTRY_VERIFY(w.inbox.model().rowCount() > 1);
            },
            [](Window &w) { w.inbox.widen(); }),
        page(
            "a tag",
            [](Window &w) {
                w.rail.choose(tagRow(w));
                QTRY_VERIFY(w.inbox.model().rowCount() > 1);
            },
            [](Window &w) { w.rail.choose(w.rail.model().rowOf(store::View::Waiting, {})); }),
        page("two notes", writeTwoNotes,
             [](Window &w) {
                 w.customer.dropNote();
                 w.undo.dismiss();
                 QTest::keyClick(&w.window, Qt::Key_I, Qt::ControlModifier);
             }),
        page(
            "find", [](Window &w) { QTest::keyClick(&w.window, Qt::Key_F, Qt::ControlModifier); },
            [](Window &w) { click(w, "findClose"); }),
        page(
            "note", [](Window &w) { w.composer.setNote(true); }, [](Window &w) { w.composer.setNote(false); }),
        page(
            "undo", [](Window &w) { w.work.toggleResolved(); }, [](Window &w) { w.undo.dismiss(); }),
        page(
            "paused queue",
            [](Window &w) {
                w.connection.setPaused({{u"1"_s, u"(11) 4002-8922"_s, 131042}});
            },
            [](Window &w) { w.connection.setPaused({}); }),
        page(
            "notice",
            [](Window &w) {
                w.befell({store::Notice::OwnFileLost, u"1-1.1"_s});
                QTRY_VERIFY(!w.notices.text().isEmpty());
            },
            [](Window &w) { w.notices.dismiss(); }),
        connection("offline", Kind::Offline, 12),
        connection("not secure", Kind::NotSecure, 0),
        connection("damaged", Kind::StoreTrouble, 1),
        connection("catching up", Kind::CatchingUp, 0),
        menu("order", "listOrder"),
        till("till", [](Window &w) { w.till.setOffline(false); }),
        till("till, asked",
             [](Window &w) {
                 w.till.setOffline(false);
                 w.till.ask();
             }),
        till("till, offline", [](Window &w) { w.till.setOffline(true); }),
        till("till, nothing",
             [](Window &w) {
                 w.till.choose(QDate(2020, 1, 1));
                 QTRY_VERIFY(!w.till.hasRows());
             }),
        till("till, closed", closeTill),
        page(
            "till's days",
            [](Window &w) {
                openTill(w);
                click(w, "tillDay");
            },
            [](Window &w) {
                delete w.window.findChild<QMenu *>();
                click(w, "till");
            }),
    };
}

QList<Place> dialogPlaces()
{
    return {
        asked("palette", [](Window &w) { click(w, "search"); }),
        asked("palette without results",
              [](Window &w) {
                  click(w, "search");
                  QTest::keyClicks(w.find<QLineEdit>("paletteTyped"), u"99999999"_s);
              }),
        asked("assign", [](Window &w) { w.pick.assign(); }),
        asked("snooze", [](Window &w) { w.pick.snooze(); }),
        asked("replies", [](Window &w) { w.pick.replies(); }),
        asked("tags", [](Window &w) { w.pick.tags(); }),
        asked("shop's tags",
              [](Window &w) {
                  QMetaObject::invokeMethod(w.find<QWidget>("rail"), "tagsRequested");
                  QTRY_VERIFY(w.find<QListWidget>("tagsList")->count() > 1);
                  click(w, "tagRetire");
              }),
        asked("shop's replies",
              [](Window &w) {
                  Q_EMIT w.pick.shopRepliesWanted();
                  QTRY_VERIFY(w.find<QListWidget>("repliesList")->count() > 1);
                  click(w, "replyRetire");
              }),
        asked("shop's replies, typed",
              [](Window &w) {
                  Q_EMIT w.pick.shopRepliesWanted();
                  QTRY_VERIFY(w.find<QListWidget>("repliesList")->count() > 1);
                  QTest::keyClicks(w.find<QLineEdit>("replyTitle"), u"5"_s);
                  click(w, "replyDrop");
              }),
        asked("emoji", [](Window &w) { click(w, "emoji"); }),
        asked("print", [](Window &w) { QTest::keyClick(&w.window, Qt::Key_P, Qt::ControlModifier); }),
        asked("pix", [](Window &w) { click(w, "pix"); }),
        asked("settle by hand",
              [](Window &w) {
                  store::ChargeRow row;
                  row.facts.amount = Money{100};
                  w.charges.settling().begin(row);
              }),
        asked("pay back",
              [](Window &w) {
                  store::ChargeRow row;
                  row.facts.amount = row.facts.paid = row.refundable = Money{100};
                  w.charges.refunding().begin(row);
              }),
        asked("foreign pix", [](Window &w) { Q_EMIT w.composer.foreignPixFound(u"1"_s); }),
        asked("keys", [](Window &w) { QTest::keyClick(&w.window, Qt::Key_F1); }),
        asked("link",
              [](Window &w) {
                  const WebLink link{0, 0, QUrl(QString::fromLatin1(kLink)), u"1.0.0.2"_s};
                  (new ui::LinkDialog(link, &w.window))->open();
              }),
    };
}

QList<Place> doorPlaces()
{
    const auto people = [](Window &w) { return w.operators.operators(); };
    static QList<desk::OperatorChoice> kept;
    return {
        door("first run", [](Window &w) { w.window.showFirstRun(); }),
        door("who serves", [](Window &w) { w.window.showOperators(); }),
        page(
            "first manager",
            [people](Window &w) {
                kept = people(w);
                w.operators.setKnown(true);
                w.operators.setOperators({});
                w.window.showOperators();
            },
            [](Window &w) {
                w.operators.setOperators(kept);
                w.window.showInbox(u"9"_s, u"1"_s, true);
            }),
        door("hidden", [](Window &w) { w.window.showProtected(); }),
    };
}

/// `ms` after the open chat's window has closed.
void goTo(Window &w, qint64 ms)
{
    w.clock.setMs(w.thread.head()->windowUntil + ms);
    const QSignalSpy thread(&w.thread, &desk::ThreadPresenter::changed);
    const QSignalSpy inbox(&w.inbox, &desk::InboxPresenter::changed);
    w.composer.tick();
    w.thread.reload();
    w.inbox.reload();
    QTRY_VERIFY(!thread.isEmpty() && !inbox.isEmpty());
}

QList<Place> allPlaces()
{
    QList<Place> all = inboxPlaces() + dialogPlaces();
    constexpr const char *kSections[] = {"connection", "account", "appearance", "sounds",
                                         "keyboard",   "privacy", "data",       "receiving"};
    for (int i = 0; i < 8; ++i)
        all.append(settings(kSections[i], i));
    all += doorPlaces();
    // Time does not go back: last.
    all.append(page("expiring", [](Window &w) { goTo(w, -12 * kMinuteMs); }));
    all.append(page("closed", [](Window &w) { goTo(w, kMinuteMs); }));
    return all;
}

} // namespace

DesignFont::DesignFont()
{
    constexpr qreal kDesignPoints = 9.75;
    QFont font(u"Open Sans"_s);
    font.setPointSizeF(kDesignPoints);
    QApplication::setFont(font);
}

namespace {

/// One of each kind that says something of its own, and a document that may be a receipt; codes are digits.
void fillTill(EventLog &log, const Chat &chat, const Data &data, OperatorId by)
{
    const auto ask = [&](std::optional<qint64> until) {
        const Charged made = log.charge(chat, {12345}, data.words, until, by);
        std::get<wire::PixCharged>(log.events.last().body).code = until ? QString() : u"0002012658"_s;
        return made;
    };
    const Charged byHand = ask({});
    log.ofCharge(chat, byHand.charge, wire::PixSettled{data.tag}).actor = wire::Actor::person(by);
    log.pay(chat, ask({}).charge, {12345});
    log.pay(chat, ask({}).charge, {20000});
    const qint64 until = log.nextAt() + kDayMs;
    const Charged waits = ask(until);
    log.ofCharge(chat, waits.charge, wire::PixIssued{u"0002012658"_s, {}, until});
    log.sendCode(chat, waits.charge);
    wire::Content file = textContent({});
    file.type = ContentType::Document;
    log.receive(chat, file);
}

} // namespace

void fillShop(Window &w, const Data &data)
{
    // Digits and no words: what has letters is the program's.
    w.pixWorld.row.account =
        pixAccountOf(PixKeyType::Random, u"7d9f0335-8dcc-4054-9bf9-0dbd61d3e21c", u"1000", u"1001");
    w.receiving.reload();
    EventLog &log = w.log;
    wire::Subject tag;
    tag.tag = TagId::create();
    log.add(wire::TagDefined{data.tag, u"#3b5488"_s}, tag);
    wire::Subject reply;
    reply.reply = QuickReplyId::create();
    log.add(wire::ReplyDefined{data.tag, data.words}, reply);
    QList<desk::OperatorChoice> people;
    for (const QString &name : data.people) {
        wire::Subject who;
        who.operatorId = people.isEmpty() ? w.ana : OperatorId::create();
        log.add(wire::OperatorAdded{name, people.isEmpty() ? Role::Manager : Role::Attendant}, who);
        people.append({*who.operatorId, name, people.isEmpty() ? Role::Manager : Role::Attendant});
    }
    w.operators.setOperators(people);
    Chat chat;
    for (const QString &name : data.customers) {
        chat = log.open(name);
        log.add(wire::CustomerTagged{*tag.tag}, chat.subject());
        log.receive(chat, data.words);
        wire::Content file = textContent({});
        file.type = ContentType::Document;
        log.receive(chat, file);
    }
    log.status(chat, log.accept(chat, data.words), MessageState::Failed, wire::SendError{131047, {}});
    log.status(chat, log.accept(chat, data.tag), MessageState::Uncertain);
    log.add(wire::ConversationResolved(), chat.subject());
    log.add(wire::ConversationReopened(), chat.subject());
    fillTill(log, chat, data, w.ana);
    wire::Subject note = chat.subject();
    note.note = NoteId::create();
    log.add(wire::NoteAdded{data.words}, note);
    log.receive(chat, data.words);
    w.composer.setOperator(w.ana, data.people.first());
    w.account.setOperator({w.ana, data.people.first(), Role::Manager, true});
    w.firstRun.setDevice(data.tag);
    w.shop.setShop(data.tag, {{u"106540352242922"_s, u"(11) 4002-8922"_s, {}, false}});
    w.take();
    w.inbox.reload();
    w.window.showInbox(data.tag, data.people.first());
    w.window.show();
    w.inbox.open(chat.conversation);
    w.rail.reload();
    sync::ConnectionState online;
    online.kind = Kind::Online;
    online.lastMessageAt = w.clock.nowMs() - kMinuteMs;
    w.connection.setState(online);
    QTRY_VERIFY(w.thread.head() && w.thread.head()->id == chat.conversation && w.customer.isKnown());
    QTRY_VERIFY(w.inbox.model().rowCount() > 1);
}

const QList<Place> &places()
{
    static const QList<Place> all = allPlaces();
    return all;
}

void leave(Window &w, const Place &place)
{
    if (place.leave)
        place.leave(w);
    const auto dialogs = w.window.findChildren<QDialog *>();
    qDeleteAll(dialogs);
    w.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&w.window));
}

void settle()
{
    constexpr int kRounds = 4; // a layout may ask for another
    for (int i = 0; i < kRounds; ++i)
        QCoreApplication::processEvents();
}

} // namespace balcao::test
