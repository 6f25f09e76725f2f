// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/weblink.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

class tst_weblink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyRealAddressesAreLinks_data();
    void onlyRealAddressesAreLinks();
    void userInfoIsDroppedAndTheHostIsAscii();
    void thereAreAsManyAsAskedFor();
};

void tst_weblink::onlyRealAddressesAreLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const std::pair<QString, QStringList> rows[] = {
        {u"veja https://a.example/x?y=1#z agora"_s, {u"https://a.example/x?y=1#z"_s}},
        {u"HTTPS://A.EXAMPLE/"_s, {u"HTTPS://A.EXAMPLE/"_s}},
        {u"(http://a.example/b)."_s, {u"http://a.example/b"_s}},
        {u"https://a.example/Bolo_(doce)"_s, {u"https://a.example/Bolo_(doce)"_s}},
        {u"*https://a.example*"_s, {u"https://a.example"_s}},
        {u"\"https://a.example\""_s, {u"https://a.example"_s}},
        {u"https://a.example:8080/x"_s, {u"https://a.example:8080/x"_s}},
        {u"http://a.example,http://b.example"_s, {}},
        {u"https://192.0.2.7/x"_s, {u"https://192.0.2.7/x"_s}},
        {u"https://a.example/\U0001f35e"_s, {u"https://a.example/\U0001f35e"_s}},
        // Everything else stays text.
        {u"javascript:alert(1)"_s, {}},
        {u"file:///etc/passwd"_s, {}},
        {u"smb://evil.example/s"_s, {}},
        {u"ms-msdt:/id x"_s, {}},
        {u"search-ms:query=x"_s, {}},
        {u"\\\\evil.example\\s"_s, {}},
        {u"data:text/html,http"_s, {}},
        {u"ftp://a.example"_s, {}},
        {u"www.a.example"_s, {}},
        {u"a.example"_s, {}},
        {u"http:a.example"_s, {}},
        {u"http://"_s, {}},
        {u"https:///a.example"_s, {}},
        {u"https://sale"_s, {}},
        {u"https://.example"_s, {}},
        {u"https://ex\tample.com"_s, {}},
        {u"https://\u202emoc.live"_s, {}},
        {u"https://a.exam\u200bple"_s, {}},
        {u"https://a.example\\@evil.example"_s, {}},
        {u"https://[::1/x"_s, {}},
        {u"https://a.example:99999999/"_s, {}},
        {u"xhttps://a.example"_s, {}},
        {u"https://"_s + QString(3000, u'a') + u".example"_s, {}},
        {u"https://a%2eexample\u0000.b"_s, {}},
        {QString(), {}},
    };
    int row = 0;
    for (const auto &[text, found] : rows)
        QTest::addRow("%d", ++row) << text << found;
}

void tst_weblink::onlyRealAddressesAreLinks()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, found);
    QStringList links;
    const QList<WebLink> all = webLinks(text);
    for (const WebLink &link : all) {
        links.append(text.mid(link.start, link.length));
        QVERIFY(link.url.scheme() == u"http"_s || link.url.scheme() == u"https"_s);
        QVERIFY(!link.host.isEmpty());
    }
    QCOMPARE(links, found);
}

void tst_weblink::userInfoIsDroppedAndTheHostIsAscii()
{
    const QList<WebLink> bank = webLinks(u"https://banco.example:senha@evil.example/a"_s);
    QCOMPARE(bank.size(), 1);
    QCOMPARE(bank.first().host, u"evil.example"_s);
    QCOMPARE(bank.first().url, QUrl(u"https://evil.example/a"_s));
    const QList<WebLink> cyrillic = webLinks(u"https://p\u0430ypal.com"_s);
    QCOMPARE(cyrillic.size(), 1);
    QCOMPARE(cyrillic.first().host, u"xn--pypal-4ve.com"_s);
    QCOMPARE(webLinks(u"https://pão.example"_s).first().host, u"xn--po-sia.example"_s);
}

void tst_weblink::thereAreAsManyAsAskedFor()
{
    const QString many = u"https://a.example "_s.repeated(500);
    QCOMPARE(webLinks(many, 7).size(), 7);
    QCOMPARE(webLinks(many).size(), 50);
}

BALCAO_TEST(tst_weblink)
#include "tst_weblink.moc"
