// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The picture that the relay draws without QtGui, read by QtGui.

#include "core/qrpicture.h"
#include "support/testmain.h"

#include <QImage>
#include <QTest>

using namespace balcao;

class tst_qrpicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPixelIsTheSymbols_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a shop's own") << QByteArray(
            "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-426655440000"
            "5204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D");
        QTest::newRow("the longest") << QByteArray(512, 'x');
        QTest::newRow("one byte") << QByteArray("0");
    }
    void everyPixelIsTheSymbols()
    {
        QFETCH(const QByteArray, text);
        const auto symbol = qrSymbol(text);
        QVERIFY(symbol);
        const QImage image = QImage::fromData(qrPicture(*symbol), "PNG");
        const int modules = symbol->size + 2 * kQrQuietZone;
        QVERIFY(!image.isNull() && image.width() == image.height() && image.width() % modules == 0);
        QVERIFY(!image.hasAlphaChannel());
        const int scale = image.width() / modules;
        QVERIFY(scale >= 8);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const int column = x / scale - kQrQuietZone;
                const int row = y / scale - kQrQuietZone;
                const bool isInside = column >= 0 && row >= 0 && column < symbol->size && row < symbol->size;
                const QRgb wanted = isInside && symbol->isDark(column, row) ? qRgb(0, 0, 0) : qRgb(255, 255, 255);
                if (image.pixel(x, y) != wanted)
                    QFAIL(qPrintable(QStringLiteral("pixel %1, %2").arg(x).arg(y)));
            }
        }
    }

    // Sums that are wrong are seen: so ours are right.
    void aWrongSumIsNoPicture_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("of the header") << QByteArray("IHDR");
        QTest::newRow("of the pixels") << QByteArray("IDAT");
    }
    void aWrongSumIsNoPicture()
    {
        QFETCH(const QByteArray, type);
        QByteArray png = qrPicture(*qrSymbol("000201"));
        const qsizetype name = png.indexOf(type);
        const qsizetype next = png.indexOf(type == "IHDR" ? "IDAT" : "IEND");
        QVERIFY(name > 0 && next > name);
        const qsizetype sum = next - 8; // before the next one's length
        png[sum] = static_cast<char>(png[sum] ^ 1);
        QVERIFY(QImage::fromData(png, "PNG").isNull());
    }
};

BALCAO_TEST(tst_qrpicture)
#include "tst_qrpicture.moc"
