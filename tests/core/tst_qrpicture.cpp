// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The file's parts, taken apart by hand; that Qt's own reader sees the symbol is tests/ui, that cameras' readers do is
// tests/conformance.

#include "core/qrpicture.h"
#include "support/testmain.h"

#include <QTest>
#include <QtEndian>

using namespace balcao;

namespace {

struct Chunk
{
    QByteArray type;
    QByteArray data;
    quint32 crc = 0;
};

quint32 number(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

QList<Chunk> chunksOf(const QByteArray &png)
{
    QList<Chunk> chunks;
    for (qsizetype at = 8; at + 12 <= png.size();) {
        const qsizetype size = number(png, at);
        chunks.append({png.mid(at + 4, 4), png.mid(at + 8, size), number(png, at + 8 + size)});
        at += 12 + size;
    }
    return chunks;
}

/// qUncompress wants to be told how much it will be; a PNG does not say.
QByteArray unpacked(const QByteArray &stream, quint32 size)
{
    QByteArray told(4, '\0');
    qToBigEndian(size, told.data());
    return qUncompress(told + stream);
}

} // namespace

class tst_qrpicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsSmallAndSaysWhatItIs()
    {
        const QByteArray png = qrPicture(*qrSymbol(QByteArray(137, 'a'))); // 49 modules, 57 with the quiet zone
        QVERIFY(png.startsWith("\x89PNG\r\n\x1a\n"));
        QVERIFY2(png.size() < 20'000, QByteArray::number(png.size()).constData());
        const QList<Chunk> chunks = chunksOf(png);
        QCOMPARE(chunks.size(), 3);
        QCOMPARE(chunks[0].type + chunks[1].type + chunks[2].type, QByteArray("IHDRIDATIEND"));
        QCOMPARE(number(chunks[0].data, 0), 570u);
        QCOMPARE(number(chunks[0].data, 4), 570u);
        QCOMPARE(chunks[0].data.sliced(8), QByteArray("\x08\x02\0\0\0", 5)); // 8 bits, RGB
        QCOMPARE(chunks[2].crc, 0xae426082u);                                // of "IEND", as every PNG ends
    }

    void modulesAreWholePixels_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<quint32>("side");
        QTest::newRow("the smallest: 21 modules") << 3 << 29u * 20;
        QTest::newRow("of a bank's: 65 modules") << 280 << 73u * 8;
        QTest::newRow("the longest Pix: 89 modules") << 512 << 97u * 8;
        QTest::newRow("the largest: 177 modules") << 2331 << 185u * 8;
    }
    void modulesAreWholePixels()
    {
        QFETCH(const int, bytes);
        QFETCH(const quint32, side);
        const QList<Chunk> chunks = chunksOf(qrPicture(*qrSymbol(QByteArray(bytes, 'a'))));
        QCOMPARE(number(chunks.value(0).data, 0), side);
        QCOMPARE(unpacked(chunks.value(1).data, side * (1 + 3 * side)).size(), qsizetype(side) * (1 + 3 * side));
    }

    void theQuietZoneIsWhite()
    {
        const QByteArray pixels =
            unpacked(chunksOf(qrPicture(*qrSymbol(QByteArray(137, 'a')))).value(1).data, 570 * (1 + 3 * 570));
        const qsizetype line = 1 + 3 * 570;
        for (const qsizetype row : {0, 39, 530, 569})
            QCOMPARE(pixels.mid(row * line, line), QByteArray(1, '\0') + QByteArray(3 * 570, '\xff'));
        // The first line of modules: white, then the finder's seven dark ones.
        const QByteArray first = pixels.mid(40 * line, line);
        QCOMPARE(first.mid(1, 120), QByteArray(120, '\xff'));
        QCOMPARE(first.mid(121, 210), QByteArray(210, '\0'));
        QCOMPARE(first.mid(331, 30), QByteArray(30, '\xff'));
    }
};

BALCAO_TEST(tst_qrpicture)
#include "tst_qrpicture.moc"
