// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "desk/snoozewords.h"
#include "support/testmain.h"

#include <QDateTime>

using namespace balcao;
using namespace balcao::desk;
using namespace Qt::Literals::StringLiterals;

// What people say when they put something off.
class tst_snoozewords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreMoments_data();
    void wordsAreMoments();
    void whatIsNoMomentIsNone_data();
    void whatIsNoMomentIsNone();
};

namespace {

const QTimeZone kZone("America/Sao_Paulo");
/// Tuesday, 24 November 2026, 14:30.
const QDateTime kNow(QDate(2026, 11, 24), QTime(14, 30), kZone);

} // namespace

void tst_snoozewords::wordsAreMoments_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");
    const std::pair<const char *, const char *> rows[] = {
        {"amanhã 9h", "2026-11-25 09:00"},
        {"AMANHA", "2026-11-25 09:00"},
        {"amanhã às 14:30", "2026-11-25 14:30"},
        {"18h", "2026-11-24 18:00"},
        {"9h", "2026-11-25 09:00"},
        {"hoje 17h45", "2026-11-24 17:45"},
        {"segunda", "2026-11-30 09:00"},
        {"terça", "2026-12-01 09:00"},
        {"sexta-feira 10h", "2026-11-27 10:00"},
        {"sáb 8h", "2026-11-28 08:00"},
        {"em 2 horas", "2026-11-24 16:30"},
        {"daqui a 30 min", "2026-11-24 15:00"},
        {"3 dias", "2026-11-27 14:30"},
        {"em 1 semana", "2026-12-01 14:30"},
        {"25/12", "2026-12-25 09:00"},
        {"25/11 14:30", "2026-11-25 14:30"},
        {"10/01 8h", "2027-01-10 08:00"},
        {"dia 30/11 às 7h", "2026-11-30 07:00"},
    };
    for (const auto &[words, expected] : rows)
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromLatin1(expected);
}

void tst_snoozewords::wordsAreMoments()
{
    QFETCH(const QString, words);
    QFETCH(const QString, expected);
    const auto at = parseSnooze(words, kNow.toMSecsSinceEpoch(), kZone);
    QVERIFY(at.has_value());
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(*at, kZone).toString(u"yyyy-MM-dd HH:mm"_s), expected);
}

void tst_snoozewords::whatIsNoMomentIsNone_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {"", "nunca", "hoje 9h", "25h", "9:75", "31/02", "em 0 horas", "amanhã amanhã", "99/99",
                              "em 99999 horas", "amanhã 9h 10h", "<b>9h</b>"})
        QTest::newRow(words) << QString::fromUtf8(words);
}

void tst_snoozewords::whatIsNoMomentIsNone()
{
    QFETCH(const QString, words);
    QVERIFY(!parseSnooze(words, kNow.toMSecsSinceEpoch(), kZone));
}

BALCAO_TEST(tst_snoozewords)
#include "tst_snoozewords.moc"
