// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskfile.h"
#include "shopfiles.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Data
{
    QTemporaryDir dir;
    ShopFiles files{dir.path()};

    void put(const QString &path) const
    {
        QDir().mkpath(QFileInfo(dir.filePath(path)).path());
        QFile file(dir.filePath(path));
        if (!file.open(QIODevice::WriteOnly) || file.write("x") != 1)
            qFatal("not written");
    }
    [[nodiscard]] QStringList folders() const
    {
        return QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
    }
};

} // namespace

// What may happen to a shop's folder as a whole.
class tst_shopfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putAsideKeepsEverythingUnderAnotherName();
    void erasedMeansNothingIsLeft();
    void whatCouldNotBeErasedIsErasedAtTheNextStart();
    void startErasesNothingUnasked();
    void deskFileHoldsNoSecretAndIsPrivate();
};

void tst_shopfiles::putAsideKeepsEverythingUnderAnotherName()
{
    const Data d;
    QVERIFY(d.files.putAside(1)); // nothing there: nothing to do
    QVERIFY(d.folders().isEmpty());
    d.put(u"shop/local.db"_s);
    QVERIFY(d.files.putAside(42));
    QVERIFY(QFile::exists(d.dir.filePath(u"shop-aside-42/local.db"_s)));
    QVERIFY(!QFile::exists(d.files.shop()));
    d.put(u"shop/local.db"_s);
    QVERIFY(!d.files.putAside(42)); // the name is taken: neither is lost
    QVERIFY(QFile::exists(d.dir.filePath(u"shop/local.db"_s)));
}

void tst_shopfiles::erasedMeansNothingIsLeft()
{
    const Data d;
    d.put(u"shop/local.db"_s);
    d.put(u"shop-aside-42/local.db"_s);
    d.put(u"demo/local.db"_s);
    QVERIFY(d.files.erase());
    QCOMPARE(d.folders(), QStringList{u"demo"_s});
}

void tst_shopfiles::whatCouldNotBeErasedIsErasedAtTheNextStart()
{
    const Data d;
    d.put(u"shop/local.db"_s);
    d.put(u"erase-shop"_s); // as a crash in the middle leaves it
    d.files.finishErasing();
    QVERIFY(d.folders().isEmpty());
}

void tst_shopfiles::startErasesNothingUnasked()
{
    const Data d;
    d.put(u"shop/local.db"_s);
    d.files.finishErasing();
    QCOMPARE(d.folders(), QStringList{u"shop"_s});
}

void tst_shopfiles::deskFileHoldsNoSecretAndIsPrivate()
{
    const Data d;
    const DeskFile file{QUrl(u"https://loja.example"_s), u"abc"_s,  u"Padaria"_s,
                        u"America/Sao_Paulo"_s,          u"loja"_s, u"Caixa"_s};
    QVERIFY(file.write(d.dir.path()));
    const DeskFile read = DeskFile::read(d.dir.path());
    QCOMPARE(read.relay, file.relay);
    QCOMPARE(read.vaultId, file.vaultId);
    QCOMPARE(read.address, file.address);
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(d.dir.filePath(u"desk.ini"_s)) & others));
    DeskFile::remove(d.dir.path());
    QVERIFY(DeskFile::read(d.dir.path()).relay.isEmpty());
}

BALCAO_TEST(tst_shopfiles)
#include "tst_shopfiles.moc"
