// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "net/keymarker.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::net;
using namespace Qt::Literals::StringLiterals;

class tst_keymarker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatIsWrittenIsRead()
    {
        const auto marker = KeyMarker::create(ManualClock(1764000000123));
        QVERIFY(!KeyMarker::isPresent(m_dir->path()));
        QVERIFY(!KeyMarker::read(m_dir->path())->has_value());
        QVERIFY(marker.write(m_dir->path()).ok());
        QVERIFY(KeyMarker::isPresent(m_dir->path()));
        QVERIFY(KeyMarker::read(m_dir->path())->value() == marker);
        QCOMPARE(marker.createdMs, 1764000000123);
    }

    void itBelongsToItsOwner()
    {
#ifdef Q_OS_WIN
        QSKIP("modes are POSIX");
#endif
        QVERIFY(KeyMarker::create(ManualClock(1)).write(m_dir->path()).ok());
        QVERIFY(!(QFile::permissions(path()) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther)));
    }

    void eachKeyHasItsOwnId()
    {
        const ManualClock clock(5);
        QVERIFY(KeyMarker::create(clock).keyId != KeyMarker::create(clock).keyId);
    }

    void aDamagedMarkerIsStillPresent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("not a marker");
        QTest::newRow("id only") << QByteArray("5b2f5a4e-55a6-4e0e-8d0a-0c2e0f3b7a11\n");
        QTest::newRow("no number") << QByteArray("5b2f5a4e-55a6-4e0e-8d0a-0c2e0f3b7a11 soon\n");
        QTest::newRow("binary") << QByteArray(4096, '\0');
    }

    void aDamagedMarkerIsStillPresent()
    {
        QFETCH(QByteArray, content);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(KeyMarker::isPresent(m_dir->path()));
        QCOMPARE(KeyMarker::read(m_dir->path()).error().kind, Error::Kind::Corrupt);
    }

    void noFolderIsAStorageError()
    {
        const auto written = KeyMarker::create(ManualClock(1)).write(m_dir->filePath(u"none"_s));
        QCOMPARE(written.error().kind, Error::Kind::Storage);
    }

private:
    QString path() const
    {
        return m_dir->filePath(u"keyid"_s);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

BALCAO_TEST(tst_keymarker)
#include "tst_keymarker.moc"
