// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "qtwords.h"
#include "support/testmain.h"

#include <QLocale>
#include <QTranslator>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

class tst_qtwords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void menusOfTextAreInPortuguese_data();
    void menusOfTextAreInPortuguese();
};

void tst_qtwords::menusOfTextAreInPortuguese_data()
{
    QTest::addColumn<QByteArray>("words");
    for (const char *words : {"&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"})
        QTest::newRow(words) << QByteArray(words);
}

void tst_qtwords::menusOfTextAreInPortuguese()
{
    QFETCH(const QByteArray, words);
    QTranslator translator;
    QVERIFY(loadQtWords(translator, QLocale(QLocale::Portuguese, QLocale::Brazil)));
    for (const char *context : {"QWidgetTextControl", "QLineEdit"}) {
        const QString found = translator.translate(context, words.constData());
        QVERIFY2(!found.isEmpty() && found != QString::fromLatin1(words), context);
    }
}

BALCAO_TEST(tst_qtwords)
#include "tst_qtwords.moc"
