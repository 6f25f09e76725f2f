// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "core/problem.h"
#include "desk/calledby.h"
#include "desk/connectionpresenter.h"
#include "desk/wording.h"
#include "support/portuguese.h"
#include "support/testmain.h"

#include <QSet>
#include <QSignalSpy>

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using Kind = sync::ConnectionState::Kind;
using Level = ConnectionPresenter::Level;

Q_DECLARE_METATYPE(balcao::sync::ConnectionState::Kind)
Q_DECLARE_METATYPE(balcao::desk::ConnectionPresenter::Level)

// Every state and every refusal has words, and no two states the same.
class tst_words : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQueueThatIsPausedSaysSoAndWhy();
    void connectionHasWordsAndAWayOut_data();
    void connectionHasWordsAndAWayOut();
    void offlineNamesWhatWaits();
    void tryNowCountsDown();
    void refusalsHaveWords_data();
    void refusalsHaveWords();
    void failuresHaveWords();
    void spansAreShort_data();
    void spansAreShort();
    void timesAreTheShops();
    void daysAreSaidAsPeopleSayThem_data();
    void daysAreSaidAsPeopleSayThem();
    void customersAreCalledAsAtTheCounter_data();
    void customersAreCalledAsAtTheCounter();
};

void tst_words::connectionHasWordsAndAWayOut_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Level>("level");
    QTest::addColumn<bool>("canAct");
    QTest::newRow("connecting") << Kind::Connecting << Level::Calm << false;
    QTest::newRow("online") << Kind::Online << Level::Calm << false;
    QTest::newRow("catching up") << Kind::CatchingUp << Level::Calm << false;
    QTest::newRow("offline") << Kind::Offline << Level::Trouble << true;
    QTest::newRow("trouble") << Kind::Trouble << Level::Trouble << true;
    QTest::newRow("stranger") << Kind::Stranger << Level::Trouble << true;
    QTest::newRow("not secure") << Kind::NotSecure << Level::Broken << true;
    QTest::newRow("disk") << Kind::DiskTrouble << Level::Broken << true;
    QTest::newRow("pair again") << Kind::NeedsPairing << Level::Broken << true;
    QTest::newRow("revoked") << Kind::Revoked << Level::Broken << true;
}

void tst_words::connectionHasWordsAndAWayOut()
{
    QFETCH(const Kind, kind);
    QFETCH(const Level, level);
    QFETCH(const bool, canAct);
    ManualClock clock(1'795'000'000'000);
    ConnectionPresenter presenter(clock, clock);
    static QSet<QString> seen;
    sync::ConnectionState state;
    state.kind = kind;
    presenter.setState(state);
    QVERIFY(!presenter.text().isEmpty());
    QVERIFY(!seen.contains(presenter.text()));
    seen.insert(presenter.text());
    QVERIFY(presenter.level() == level);
    QCOMPARE(!presenter.actionText().isEmpty(), canAct);
    const QSignalSpy retry(&presenter, &ConnectionPresenter::retryRequested);
    const QSignalSpy pair(&presenter, &ConnectionPresenter::pairRequested);
    presenter.act();
    const bool pairs = kind == Kind::NeedsPairing || kind == Kind::Revoked;
    QCOMPARE(pair.size(), pairs ? 1 : 0);
    QCOMPARE(retry.size(), pairs ? 0 : 1);
}

void tst_words::offlineNamesWhatWaits()
{
    ManualClock clock(1'795'000'000'000);
    ConnectionPresenter presenter(clock, clock);
    sync::ConnectionState state;
    state.kind = Kind::Offline;
    state.since = clock.nowMs();
    presenter.setState(state);
    presenter.setWaiting(3);
    QVERIFY(presenter.shortText().contains(u'3'));
    QCOMPARE(presenter.titleText() + u' ' + presenter.detailText(), presenter.text());
    QCOMPARE(presenter.titleText(), u"No connection to the shop's server."_s);
    QVERIFY(presenter.shortText().startsWith(presenter.shortLead()));
    QCOMPARE(presenter.shortText(), u"No connection · 3 to send"_s); // it has only just begun
    clock.advanceMs(4 * kMinuteMs);
    QCOMPARE(presenter.shortText(), u"No connection for 4 min · 3 to send"_s);
}

void tst_words::tryNowCountsDown()
{
    ManualClock clock(1'795'000'000'000);
    ConnectionPresenter presenter(clock, clock);
    sync::ConnectionState state;
    state.kind = Kind::Offline;
    state.nextTryAt = clock.nowMs() + 12 * kSecondMs;
    presenter.setState(state);
    const QString action = presenter.actionText();
    QVERIFY(!action.isEmpty());
    QVERIFY(presenter.retryText().contains(u"12"_s));
    clock.advanceMs(12 * kSecondMs);
    QVERIFY(presenter.retryText().isEmpty());
    QCOMPARE(presenter.actionText(), action); // a button does not change under the hand
}

void tst_words::refusalsHaveWords_data()
{
    QTest::addColumn<QString>("type");
    for (const QLatin1StringView type : problem::kOfCommands)
        QTest::newRow(type.data()) << QString(type);
    QTest::newRow("a fault of the server's") << QString(problem::kInternal);
}

void tst_words::refusalsHaveWords()
{
    QFETCH(const QString, type);
    const QString unknown = u"not-invented-yet"_s;
    QVERIFY(!Wording::refusal(unknown).contains(unknown)); // words, also for what comes tomorrow
    for (const auto words : {&Wording::refusal, &Wording::actRefusal}) {
        QVERIFY(words(type) != words(unknown));
        QVERIFY(!words(type).contains(u'%'));
    }
    QVERIFY(Wording::refusal(type) != Wording::actRefusal(type));
}

void tst_words::failuresHaveWords()
{
    QSet<QString> seen;
    for (const int code : {131026, 131047, 131056, 130403, 131050}) {
        QVERIFY(!Wording::failure(code).contains(QString::number(code))); // words, not numbers
        seen.insert(Wording::failure(code));
    }
    QCOMPARE(seen.size(), 5);
    QVERIFY(Wording::failure(99999).contains(u"99999"_s));
}

void tst_words::spansAreShort_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("minutes") << 48 * kMinuteMs << u"48 min"_s;
    QTest::newRow("an hour") << 2 * kHourMs << u"2 h"_s;
    QTest::newRow("hours") << 23 * kHourMs + 56 * kMinuteMs << u"23 h 56"_s;
    QTest::newRow("hours and few") << 2 * kHourMs + 5 * kMinuteMs << u"2 h 05"_s;
}

void tst_words::spansAreShort()
{
    QFETCH(const qint64, ms);
    QFETCH(const QString, text);
    QCOMPARE(Wording::span(ms), text);
}

void tst_words::timesAreTheShops()
{
    // 2026-11-18T02:30:00Z: still the evening before in São Paulo, night in Noronha.
    const qint64 at = 1'795'055'400'000 - (1'795'055'400'000 % kDayMs) + 150 * kMinuteMs;
    const Wording saoPaulo(QTimeZone("America/Sao_Paulo"));
    const Wording noronha(QTimeZone("America/Noronha"));
    QCOMPARE(saoPaulo.clock(at), u"23:30"_s);
    QCOMPARE(noronha.clock(at), u"00:30"_s);
    QVERIFY(saoPaulo.sameDay(at, at - kHourMs));
    QVERIFY(!noronha.sameDay(at, at - kHourMs));
    QCOMPARE(saoPaulo.shortDay(at, at), saoPaulo.clock(at));
    QVERIFY(saoPaulo.shortDay(at, at + kDayMs) != saoPaulo.clock(at));
}

void tst_words::daysAreSaidAsPeopleSayThem_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("portuguese");
    // Seen on 2 December 2026.
    QTest::newRow("today") << QDate(2026, 12, 2) << u"Today"_s << u"Hoje"_s;
    QTest::newRow("yesterday") << QDate(2026, 12, 1) << u"Yesterday"_s << u"Ontem"_s;
    QTest::newRow("this year") << QDate(2026, 11, 23) << u"Monday, 23 November"_s << u"Segunda, 23 de novembro"_s;
    QTest::newRow("first") << QDate(2026, 8, 1) << u"Saturday, 1 August"_s << u"Sábado, 1º de agosto"_s;
    QTest::newRow("first of another year")
        << QDate(2024, 9, 1) << u"Sunday, 1 September 2024"_s << u"Domingo, 1º de setembro de 2024"_s;
    QTest::newRow("a year ago") << QDate(2025, 12, 31) << u"Wednesday, 31 December 2025"_s
                                << u"Quarta, 31 de dezembro de 2025"_s;
    QTest::newRow("a clock behind") << QDate(2026, 12, 3) << u"Thursday, 3 December"_s << u"Quinta, 3 de dezembro"_s;
}

void tst_words::daysAreSaidAsPeopleSayThem()
{
    QFETCH(const QDate, day);
    QFETCH(const QString, english);
    QFETCH(const QString, portuguese);
    const QTimeZone zone("America/Sao_Paulo");
    const Wording wording(zone);
    // Late in the evening: the next day already where time is counted from.
    const auto at = [&zone](QDate on) { return QDateTime(on, QTime(23, 30), zone).toMSecsSinceEpoch(); };
    QCOMPARE(wording.longDay(at(day), at(QDate(2026, 12, 2))), english);
    const Portuguese words(placeOf("words"_L1));
    QCOMPARE(wording.longDay(at(day), at(QDate(2026, 12, 2))), portuguese);
}

void tst_words::aQueueThatIsPausedSaysSoAndWhy()
{
    const ManualClock clock(1700000000000);
    ConnectionPresenter presenter(clock, clock);
    sync::ConnectionState state;
    state.kind = sync::ConnectionState::Kind::Online;
    presenter.setState(state);
    presenter.setPaused({{u"106"_s, u"Padaria Lua"_s, 190}});
    QVERIFY(presenter.level() == Level::Broken);
    QVERIFY(presenter.text().contains(u"Padaria Lua"_s) && presenter.text().contains(u"expired"_s));
    QCOMPARE(presenter.shortText(), u"Messages do not leave"_s);
    QVERIFY(presenter.actionText().isEmpty()); // nothing that this desk could do
    presenter.setPaused({{u"106"_s, {}, 99999}});
    QVERIFY(presenter.text().contains(u"99999"_s));
    state.kind = sync::ConnectionState::Kind::Offline; // what is nearer comes first
    presenter.setState(state);
    QVERIFY(presenter.level() == Level::Trouble);
    state.kind = sync::ConnectionState::Kind::Online;
    presenter.setState(state);
    presenter.setPaused({});
    QVERIFY(presenter.level() == Level::Calm);
}

void tst_words::customersAreCalledAsAtTheCounter_data()
{
    QTest::addColumn<QString>("called");
    for (const auto &[name, called] :
         {std::pair(u"Marlene Souza"_s, u"Marlene"_s), std::pair(u" Luan Grafias "_s, u"Luan"_s),
          std::pair(u"Construtora Horizonte"_s, u"Construtora Horizonte"_s),
          std::pair(u"Clínica Manacá"_s, u"Clínica Manacá"_s), std::pair(u"AÇOUGUE do Zé"_s, u"AÇOUGUE do Zé"_s),
          std::pair(u"Vó Lourdes"_s, u"Vó Lourdes"_s), std::pair(u"Dona Cida Prado"_s, u"Dona Cida"_s),
          std::pair(u"Souza Reis Ltda"_s, u"Souza Reis Ltda"_s), std::pair(u"Dona"_s, u"Dona"_s),
          std::pair(u"(19) 9••••-3307"_s, QString()), std::pair(QString(), QString())})
        QTest::newRow(qPrintable(u"\""_s + name + u'"')) << called;
}

void tst_words::customersAreCalledAsAtTheCounter()
{
    QFETCH(const QString, called);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    QCOMPARE(calledBy(name.mid(1, name.size() - 2)), called);
    QVERIFY(calledBy(u"Construtora de Casas e Prédios Horizonte"_s).size() <= 25);
}

BALCAO_TEST(tst_words)
#include "tst_words.moc"
