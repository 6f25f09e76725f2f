// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "walk.h"
#include "words.h"

#include <QTranslator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// Every place of the narrowest window with list and thread, in the languages that are spoken, with letters up to twice
// as large: nothing is cut, nothing stands on something else.
class tst_fits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(m_locale); }
    void everyPlace_data();
    void everyPlace();

private:
    QLocale m_locale;
};

void tst_fits::everyPlace_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    for (const char *language : {"pt_BR", "en"}) {
        for (const int percent : {100, 150, 200})
            QTest::addRow("%s, %d %%", language, percent) << QString::fromLatin1(language) << percent;
    }
}

void tst_fits::everyPlace()
{
    QFETCH(const QString, language);
    QFETCH(const int, percent);
    QTranslator words;
    QVERIFY(words.load(u"balcao_"_s + language, placeOf("words"_L1)));
    QCoreApplication::installTranslator(&words);
    QLocale::setDefault(QLocale(language));
    const DesignFont font;
    const Data data{{u"Jonas Pereira"_s, u"Construtora Horizonte e Filhos Ltda."_s, u"Dita"_s, u"Marlene Souza"_s},
                    {u"Ana"_s, u"Bruno"_s},
                    u"Queria um igual a este, de cenoura, 2 kg. E 50 pães de queijo pequenos"_s,
                    u"Encomenda"_s};
    constexpr QSize kNarrow(760, 600);
    qsizetype problems = 0;
    Window w;
    fillShop(w, data);
    w.appearance.setTextPercent(percent);
    w.window.resize(kNarrow);
    for (const Place &place : places()) {
        QWidget *shown = place.enter(w);
        QVERIFY2(shown, place.name);
        settle();
        const QStringList found = crampedIn(*shown, data.words);
        for (const QString &one : found)
            qWarning("%s: %s", place.name, qPrintable(one)); // there may be many, and a failure's message is short
        problems += found.size();
        leave(w, place);
    }
    QCOMPARE(problems, 0);
    QCOMPARE(w.window.size(), kNarrow);
}

BALCAO_TEST(tst_fits)
#include "tst_fits.moc"
