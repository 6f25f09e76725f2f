// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "bigstore.h"

#include "store/store.h"
#include "support/testmain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Changes with the size, with what writes the shop, and with what the store makes of it.
QString nameOf(const ShopSize &size)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(u"%1 %2 %3"_s.arg(size.conversations).arg(size.longThread).arg(size.messagesEach).toUtf8());
    const QDir source(placeOf("source"_L1));
    const QList<QPair<QString, QStringList>> inputs{
        {u"app/store"_s, {u"apply*.cpp"_s, u"eventapplier.*"_s, u"conversationtable.*"_s, u"searchindex.*"_s}},
        {u"resources/sql"_s, {u"projection.sql"_s}},
        {u"resources/sql/local"_s, {u"*.sql"_s}},
        {u"tests/bench"_s, {u"bigshop.*"_s, u"phrases.*"_s}},
    };
    for (const auto &[folder, patterns] : inputs) {
        const QDir dir(source.filePath(folder));
        const QStringList files = dir.entryList(patterns, QDir::Files, QDir::Name);
        for (const QString &name : files) {
            QFile file(dir.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s cannot be read", qPrintable(file.fileName()));
            hash.addData(file.readAll());
        }
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

qint64 fill(const QString &folder, const ShopSize &size)
{
    store::Store store(folder, std::nullopt, BigShop::kNow);
    BigShop shop(size);
    qint64 events = 0;
    QFuture<Result<store::Applied>> before;
    // While one page is applied the next one is written.
    for (QByteArray page = shop.nextPage(); !page.isEmpty(); page = shop.nextPage()) {
        if (before.isValid() && !before.result())
            qFatal("store: %s", qPrintable(before.result().error().detail));
        before = store.write([page](store::StoreWriter &w) { return w.applyPage(page, BigShop::kNow); });
        events += BigShop::kPageEvents;
    }
    const auto last = before.result();
    if (!last || last->skipped > 0 || last->more)
        qFatal("store: the last page was not taken");
    return last->cursor;
}

} // namespace

BigStore bigStore(const QString &cache, const ShopSize &size)
{
    BigStore made;
    const QString name = nameOf(size);
    QDir().mkpath(cache);
    made.folder = QDir(cache).filePath(name);
    if (QDir(made.folder).exists())
        return made;
    const QString part = made.folder + u".part"_s;
    QDir(part).removeRecursively();
    QElapsedTimer took;
    took.start();
    made.events = fill(part, size);
    made.tookMs = took.elapsed();
    if (!QDir().rename(part, made.folder))
        qFatal("%s cannot be named", qPrintable(made.folder));
    return made;
}

} // namespace balcao::test
