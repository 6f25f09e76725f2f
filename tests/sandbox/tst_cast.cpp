// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/cast.h"
#include "scene.h"
#include "support/testmain.h"

#include "core/servicewindow.h"

#include <QRegularExpression>
#include <QSet>

using namespace balcao;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNowMs = 1'795'000'000'000;

} // namespace

class tst_cast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = Cast::load();
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().detail));
        m_cast = *loaded;
    }

    void aboutFortyPeopleOfTwoTrades()
    {
        QVERIFY(m_cast.people().size() >= 38 && m_cast.people().size() <= 45);
        int hidden = 0, landlines = 0, withoutNinth = 0, parts = 0;
        QSet<QString> names;
        for (const Person &person : m_cast.people()) {
            names.insert(person.name);
            hidden += person.ids.waId.isEmpty() && !person.username.isEmpty();
            landlines += person.ids.waId.startsWith("551935"_L1);
            withoutNinth += person.ids.waId.startsWith("551960"_L1) && person.ids.waId.size() == 12;
            parts += person.channel;
        }
        QCOMPARE(names.size(), m_cast.people().size());
        QCOMPARE(hidden, 2);
        QCOMPARE(landlines, 1);
        QCOMPARE(withoutNinth, 2);
        QVERIFY(parts > 8);
        for (const QString &name :
             {u"Marlene Souza"_s, u"Jonas Pereira"_s, u"Construtora Horizonte"_s, u"Escola Pequeno Ipê"_s,
              u"Dona Cida"_s, u"Rafael Lima"_s, u"Tatiane Ramos"_s, u"Wilson Neves"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
    }

    void noPhoneOutsideTheInventedRanges()
    {
        static const QRegularExpression invented(u"^(5519960000?\\d{4}|551960000?\\d{4}|551935550\\d{3})$"_s);
        const auto check = [](const QString &phone) { return phone.isEmpty() || invented.match(phone).hasMatch(); };
        for (const Person &person : m_cast.people())
            QVERIFY2(check(person.ids.waId), qPrintable(person.name));
        // Also nowhere in the texts or cards.
        QFile file(u":/sandbox/cast.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression longNumber(u"\\d[\\d -]{9,}\\d"_s);
        auto it = longNumber.globalMatch(QString::fromUtf8(file.readAll()).remove(u"BR.33019600000000"_s));
        while (it.hasNext()) {
            const QString digits = it.next().captured().remove(QRegularExpression(u"\\D"_s));
            QVERIFY2(digits.startsWith("5519600"_L1) || digits.startsWith("55199600"_L1) ||
                         digits.startsWith("551935550"_L1) || digits.startsWith("199600"_L1),
                     qPrintable(digits));
        }
    }

    void everyBsuidIsOne()
    {
        QSet<QString> all;
        for (const Person &person : m_cast.people()) {
            QVERIFY2(isBsuid(person.ids.bsuid), qPrintable(person.name));
            all.insert(person.ids.bsuid);
        }
        QCOMPARE(all.size(), m_cast.people().size());
    }

    void everyInboundTypeIsSpoken()
    {
        QSet<QString> types;
        for (const ScriptLine &line : m_cast.script(kNowMs)) {
            if (!line.fromShop)
                types.insert(line.type);
        }
        for (const QString &type : {u"text"_s, u"image"_s, u"video"_s, u"audio"_s, u"document"_s, u"sticker"_s,
                                    u"location"_s, u"contacts"_s, u"interactive"_s, u"button"_s, u"order"_s,
                                    u"reaction"_s, u"system"_s, u"unsupported"_s, u"request_welcome"_s})
            QVERIFY2(types.contains(type), qPrintable(type));
    }

    void textsAreNotEmpty()
    {
        for (const ScriptLine &line : m_cast.script(kNowMs)) {
            if ((line.fromShop && !line.isPayment()) || line.type == "text"_L1)
                QVERIFY(!line.text.trimmed().isEmpty());
            if (line.fromShop)
                QVERIFY(line.type == "text"_L1 || line.isCharge() || line.isPayment());
        }
    }

    void whatIsPaidWasAskedFor()
    {
        QHash<std::pair<int, int>, ScriptLine> charges;
        int paid = 0;
        for (const ScriptLine &line : m_cast.script(kNowMs)) {
            if (line.isCharge() || line.isPayment())
                QVERIFY(line.amount().centavos > 0);
            if (line.isCharge()) {
                QVERIFY(!line.content["for"_L1].toString().isEmpty());
                charges.insert({line.person, line.index}, line);
            } else if (line.isPayment() && line.about >= 0) {
                QVERIFY(charges.contains({line.person, line.about}));
                ++paid;
            }
        }
        QVERIFY(paid > 0 && paid < charges.size()); // some have yet to pay
    }

    void everyLineMakesAValidEnvelope()
    {
        for (const ScriptLine &line : m_cast.script(kNowMs)) {
            if (line.fromShop)
                continue;
            Message message;
            message.from = m_cast.people().at(line.person).contact();
            message.wamid = u"wamid.AAAA"_s;
            message.atMs = line.atMs;
            message.type = line.type;
            message.text = line.text;
            message.content = line.content;
            message.aboutWamid = line.about >= 0 ? u"wamid.BBBB"_s : QString();
            const auto items = itemsOf(envelope(anAccount(), {changeOf(anAccount(), message, {})}), u"messages"_s);
            QCOMPARE(items.size(), 1);
            const QJsonObject json = items.first();
            QCOMPARE(json.value("type"_L1).toString(), line.type);
            QVERIFY(json.contains("from"_L1) || json.contains("from_user_id"_L1));
            if (line.type == "contacts"_L1)
                QVERIFY(!json.value(line.type).toArray().isEmpty());
            else if (line.type != "request_welcome"_L1)
                QVERIFY(!json.value(line.type).toObject().isEmpty());
        }
    }

    void quotesPointBackwards()
    {
        QHash<int, int> seen;
        for (const ScriptLine &line : m_cast.script(kNowMs)) {
            QCOMPARE(line.index, seen.value(line.person));
            ++seen[line.person];
            QVERIFY(line.about < line.index);
        }
    }

    void historyHoldsAtAnyHour_data()
    {
        QTest::addColumn<qint64>("nowMs");
        for (int hour = 0; hour < 24; ++hour)
            QTest::addRow("%d h", hour) << kNowMs + hour * kHourMs;
    }
    void historyHoldsAtAnyHour()
    {
        QFETCH(const qint64, nowMs);
        QHash<int, int> nextIndex;
        QHash<int, qint64> lastInboundMs;
        qint64 lastMs = 0;
        for (const ScriptLine &line : m_cast.script(nowMs)) {
            const QString name = m_cast.people().at(line.person).name;
            QVERIFY(line.atMs >= lastMs && line.atMs < nowMs && line.atMs > nowMs - 7 * kDayMs);
            lastMs = line.atMs;
            QVERIFY2(line.index == nextIndex[line.person]++, qPrintable(name));
            if (!line.fromShop)
                lastInboundMs[line.person] = line.atMs;
            else if (!line.isPayment()) // the shop never writes outside the window
                QVERIFY2(isWindowOpen(lastInboundMs.value(line.person), line.atMs), qPrintable(name));
        }
    }

    void spontaneousTalkAndAnswersAreDeterministic()
    {
        const auto draw = [this](quint32 seed) {
            QRandomGenerator random(seed);
            QStringList said;
            for (const Person &person : m_cast.people()) {
                said.append(m_cast.liveLine(person, random));
                said.append(m_cast.answerTo(u"Fica R$ 12,00, pode ser?"_s, random));
            }
            return said;
        };
        QCOMPARE(draw(3), draw(3));
        QVERIFY(draw(3) != draw(4));
        QVERIFY(!draw(3).contains(QString()));
    }

    void answersFitWhatWasSaid()
    {
        QRandomGenerator random(1);
        QVERIFY(!m_cast.answerTo(u"Combinado"_s, random).isEmpty());
        QVERIFY(!m_cast.answerTo({}, random).isEmpty());
        const QStringList sorry{u"Poxa, que pena"_s, u"Tudo bem, fica pra próxima"_s, u"E tem alguma coisa parecida?"_s,
                                u"Sem problema, obrigada por avisar"_s};
        QVERIFY(sorry.contains(m_cast.answerTo(u"Infelizmente acabou"_s, random)));
    }

    void findsByEitherSpellingOfAPhone()
    {
        const int osvaldo = m_cast.find(u"551960003344"_s);
        QVERIFY(osvaldo >= 0);
        QCOMPARE(m_cast.find(u"5519960003344"_s), osvaldo);
        QCOMPARE(m_cast.people().at(m_cast.find(u"BR.3301960000000007"_s)).username, u"bia.confeita"_s);
        QCOMPARE(m_cast.find(u"5511900000000"_s), -1);
    }

    void aBrokenFileIsAnError()
    {
        QVERIFY(!Cast::fromJson("{").ok());
        QVERIFY(!Cast::fromJson("{}").ok());
    }

private:
    Cast m_cast;
};

BALCAO_TEST(tst_cast)
#include "tst_cast.moc"
