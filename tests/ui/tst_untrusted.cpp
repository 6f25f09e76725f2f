// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "ui/printing/systempaper.h"
#include "ui/printing/threadpages.h"
#include "window.h"

#include <QAccessible>
#include <QBuffer>
#include <QDesktopServices>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <sys/stat.h>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What has broken other programs: markup, links, file names, marks of formats, control characters.
QStringList hostileTexts(const QString &pipe)
{
    QStringList texts{
        u"<img src='/dev/zero'>"_s,
        u"<img src='%1'>"_s.arg(pipe),
        u"<img src='file:///etc/passwd'>"_s,
        u"<img src='//evil.example/s.png'>"_s,
        u"<img src='data:image/png;base64,iVBORw0KGgo='>"_s,
        u"<b>PAGO</b>"_s,
        u"<table><tr><td>x</td></tr></table>"_s,
        u"Oi<br>tudo bem"_s,
        u"<a href='file:///etc/passwd'>clique</a>"_s,
        u"<script>alert(1)</script>"_s,
        u"<style>*{color:red}</style>"_s,
        u"<!DOCTYPE html><html><body>"_s,
        u"&lt;b&gt; &amp; &#x3c;"_s,
        u"javascript:alert(1)"_s,
        u"file:///etc/passwd"_s,
        u"smb://evil.example/s"_s,
        u"ms-msdt:/id PCWDiagnostic"_s,
        u"search-ms:query=x"_s,
        u"\\\\evil.example\\s"_s,
        u"HTTPS://EVIL.EXAMPLE/"_s,
        u"https://p\u0430ypal.com"_s,
        u"https://bank.com@evil.example"_s,
        u"https://ex\tample.com"_s,
        u"https://\u202emoc.live"_s,
        u"nota.pdf.exe"_s,
        u"fatura\u202efdp.exe"_s,
        u"CON.txt"_s,
        u"../../../etc/passwd"_s,
        u"C:\\Windows\\System32"_s,
        u"%s%n%x %1 %2 %L1 %n"_s,
        u"%99$s"_s,
        u"{nome} {operador} {0}"_s,
        u"'; DROP TABLE message; --"_s,
        u"\" OR 1=1 --"_s,
        u"=HYPERLINK(\"http://evil.example\")"_s,
        u"+1+1"_s,
        u"@SUM(1)"_s,
        u"Balcão suporte"_s,
        u"Pix confirmado \u2705"_s,
        u"PAGO · confirmado pelo banco 14:32"_s,
        u"Ana"_s,
        u"\u202eRLO sem fim"_s,
        u"\u2066\u2067\u2068 isolados"_s,
        u"\u200b\u200b\u200b"_s,
        u"\u0000nulo"_s,
        u"\u0007\u001b[31mvermelho"_s,
        QString(QChar(0xd800)) + u" sozinho"_s,
        QString(QChar(0xdc00)),
        QString(QChar(0xfffe)) + QChar(0xffff),
        u"linha\u2028outra\u2029mais"_s,
        u"a\nb\rc\r\nd"_s,
        u"\t\t\ttab"_s,
        u" "_s,
        u"."_s,
        u"&Atalho && outro"_s,
        u"\u202aR$ 1,00\u202c → R$ 1.000,00"_s,
        u"👩‍👩‍👧‍👦👩🏽‍🚀🇧🇷"_s,
        u"עברית عربى"_s,
        QString(4096, u'W'),
        QString(65536, u'a'),
        u"palavra "_s.repeated(8000),
        u"\n"_s.repeated(5000),
        u"a"_s + QString(QChar(0x0301)).repeated(20000),
        u"🔥"_s.repeated(10000),
    };
    return texts;
}

class Recorder : public QObject
{
    Q_OBJECT

public:
    int opened = 0;

public Q_SLOTS:
    void open(const QUrl &) { ++opened; }
};

} // namespace

// Whatever a customer writes is letters, everywhere: nothing is opened, nothing interpreted, nothing grows.
class tst_untrusted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everySurfaceShowsLetters_data();
    void everySurfaceShowsLetters();
    void searchResultsAreLetters_data() { everySurfaceShowsLetters_data(); }
    void searchResultsAreLetters();
    void dialogsShowLetters_data();
    void dialogsShowLetters();
    void doorsShowLetters_data() { everySurfaceShowsLetters_data(); }
    void doorsShowLetters();
    void paperShowsLetters_data() { everySurfaceShowsLetters_data(); }
    void paperShowsLetters();

private:
    /// Every label plain, no row with a tooltip, nothing opened, nothing grown.
    void verifyLetters(QWidget *shown);

    QTemporaryDir m_dir;
    Recorder m_recorder;
    std::unique_ptr<Window> m_window;
    QList<Chat> m_chats;
    QStringList m_texts;
};

void tst_untrusted::initTestCase()
{
    const QString pipe = m_dir.filePath(u"fifo"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0); // who opens it to read hangs for ever
    for (const QString &scheme : {u"http"_s, u"https"_s, u"file"_s, u"javascript"_s, u"smb"_s})
        QDesktopServices::setUrlHandler(scheme, &m_recorder, "open");
    m_texts = hostileTexts(pipe);
    QVERIFY(m_texts.size() >= 60);
    m_window = std::make_unique<Window>();
    for (const QString &text : std::as_const(m_texts)) {
        const Chat chat = m_window->log.open(text.left(500)); // what wire takes of a name
        wire::Subject tag;
        tag.tag = TagId::create();
        m_window->log.add(wire::TagDefined{text.left(64), u"#6a46a0"_s}, tag);
        m_window->log.add(wire::CustomerTagged{*tag.tag}, chat.subject());
        m_window->log.add(wire::CustomerNoted{text.left(4096)}, chat.subject());
        wire::Subject who;
        who.operatorId = OperatorId::create();
        m_window->log.add(wire::OperatorAdded{text.left(128)}, who);
        wire::Subject reply;
        reply.reply = QuickReplyId::create();
        m_window->log.add(wire::ReplyDefined{text.left(128), text.left(4096)}, reply);
        wire::Content content = textContent(text);
        content.type = ContentType::Document;
        content.media = wire::Media();
        content.media->filename = text.left(200);
        m_window->log.receive(chat, text);
        m_window->log.receive(chat, content);
        wire::Subject note = chat.subject();
        note.note = NoteId::create();
        m_window->log.add(wire::NoteAdded{text.left(4096)}, note);
        m_chats.append(chat);
    }
    m_window->show(m_chats.first());
    m_window->rail.reload();
}

void tst_untrusted::cleanupTestCase()
{
    m_window.reset();
}

void tst_untrusted::everySurfaceShowsLetters_data()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < m_texts.size(); ++i)
        QTest::addRow("%d", static_cast<int>(i)) << static_cast<int>(i);
}

void tst_untrusted::everySurfaceShowsLetters()
{
    QFETCH(const int, index);
    Window &w = *m_window;
    const QString &text = m_texts[index];
    const QSize size = w.window.size();
    w.inbox.open(m_chats[index].conversation);
    QTRY_VERIFY(w.thread.head() && w.thread.head()->id == m_chats[index].conversation && w.customer.isKnown());
    w.work.toggleTag(w.work.tags().value(0)); // the undo bar names the tag
    w.pick.tags();
    QTRY_VERIFY(w.window.findChild<QDialog *>(u"pickDialog"_s));
    w.palette.type(text.left(30));
    w.window.grab(); // painted, all of it
    w.window.findChild<QDialog *>(u"pickDialog"_s)->grab();

    int labels = 0;
    const auto widgets = w.window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        QVERIFY2(!widget->toolTip().contains(text) || text.size() < 2, qPrintable(widget->objectName()));
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty()) {
            ++labels;
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
        }
    }
    QVERIFY(labels > 5);
    for (const char *view : {"conversations", "threadView", "views"}) {
        const auto *model = w.find<QListView>(view)->model();
        for (int row = 0; row < qMin(model->rowCount(), 5); ++row) {
            QVERIFY(model->index(row, 0).data(Qt::ToolTipRole).isNull());
            QVERIFY(model->index(row, 0).data(Qt::DecorationRole).isNull());
        }
    }
    if (text.trimmed().size() > 3)
        QVERIFY(!w.window.windowTitle().contains(text.left(20)));
    QCOMPARE(w.window.size(), size);
    QCOMPARE(m_recorder.opened, 0);
    w.window.findChild<QDialog *>(u"pickDialog"_s)->reject();
    QTRY_VERIFY(!w.window.findChild<QDialog *>(u"pickDialog"_s));
    w.undo.dismiss();
}

void tst_untrusted::verifyLetters(QWidget *shown)
{
    shown->grab();
    const auto widgets = shown->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
        const auto *view = qobject_cast<const QListView *>(widget);
        const bool isList = view && view->isVisible() && view->objectName() != u"threadView"_s; // bubbles may be tall
        for (int row = 0; isList && row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            QVERIFY(index.data(Qt::ToolTipRole).isNull());
            QVERIFY(view->visualRect(index).height() <= 200);
        }
    }
    QVERIFY(shown->width() <= m_window->window.width() && shown->height() <= m_window->window.height());
    QCOMPARE(m_recorder.opened, 0);
}

void tst_untrusted::searchResultsAreLetters()
{
    QFETCH(const int, index);
    Window &w = *m_window;
    w.inbox.open(m_chats.first().conversation); // not the one of 10,000 pictures, painted behind with every letter
    QTRY_VERIFY(w.thread.head() && w.thread.head()->id == m_chats.first().conversation);
    QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = w.window.findChild<QDialog *>(u"palette"_s);
    QVERIFY(palette);
    const QString typed = m_texts[index].left(30);
    QSignalSpy there(&w.palette, &desk::PalettePresenter::changed);
    w.palette.type(typed);
    QTRY_VERIFY(!there.isEmpty());
    const bool says = std::ranges::any_of(typed, [](QChar c) { return c.isLetterOrNumber(); });
    if (says && !typed.startsWith(u'#') && !typed.contains(QChar(0)) && typed.isValidUtf16())
        QTRY_VERIFY2(w.palette.model().rowCount() > 0, qPrintable(typed)); // itself, at least
    const int rows = qMin(w.palette.model().rowCount(), 30);
    for (int row = 0; row < rows; ++row) // one line each, however long the message
        QVERIFY(w.palette.model().index(row, 0).data().toString().size() <= 201);
    verifyLetters(palette);
    palette->reject();
    QTRY_VERIFY(!w.window.findChild<QDialog *>(u"palette"_s));
}

void tst_untrusted::dialogsShowLetters_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("tags of the customer") << 0;
    QTest::newRow("hand over") << 1;
    QTest::newRow("quick replies") << 2;
    QTest::newRow("the shop's tags") << 3;
}

void tst_untrusted::dialogsShowLetters()
{
    QFETCH(const int, which);
    Window &w = *m_window;
    if (which == 0)
        w.pick.tags();
    else if (which == 1)
        w.pick.assign();
    else if (which == 2)
        w.pick.replies();
    else
        QMetaObject::invokeMethod(w.find<QWidget>("rail"), "tagsRequested");
    const QString name = which == 3 ? u"tagsDialog"_s : u"pickDialog"_s;
    QTRY_VERIFY(w.window.findChild<QDialog *>(name));
    auto *dialog = w.window.findChild<QDialog *>(name);
    auto *list = dialog->findChild<QListView *>();
    QVERIFY(list);
    QTRY_VERIFY(list->model()->rowCount() >= 60); // all of what was named so
    verifyLetters(dialog);
    dialog->reject();
    QTRY_VERIFY(!w.window.findChild<QDialog *>(name));
}

void tst_untrusted::doorsShowLetters()
{
    QFETCH(const int, index);
    Window &w = *m_window;
    const QString &text = m_texts[index];
    w.operators.setOperators(
        {{OperatorId::create(), text.left(128), Role::Manager}, {OperatorId::create(), u"Bruno"_s, Role::Attendant}});
    const QSize size = w.window.size();
    w.window.showOperators();
    verifyLetters(&w.window);
    w.firstRun.setAddress(text.left(200));
    w.window.showFirstRun();
    verifyLetters(&w.window);
    w.window.showInbox(text.left(128), text.left(128));
    verifyLetters(w.find<QWidget>("topBar"));
    QCOMPARE(w.window.size(), size);
}

// Printed and saved: letters on white, nothing fetched for it, and no more pages than the letters need.
void tst_untrusted::paperShowsLetters()
{
    QFETCH(const int, index);
    Window &w = *m_window;
    w.inbox.open(m_chats[index].conversation);
    QTRY_VERIFY(w.thread.head() && w.thread.head()->id == m_chats[index].conversation && w.customer.isKnown());
    desk::PrintedThread thread = w.transcript.printed({{}, true});
    QVERIFY(thread.lines.size() >= 3);
    thread.shop = m_texts[index].left(128);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    QPdfWriter pdf(&buffer);
    pdf.setPageSize(QPageSize(QSizeF(80, 297), QPageSize::Millimeter));
    ui::setMargins(pdf);
    ui::ThreadPages pages(thread, pdf);
    while (pages.layOutNext()) {
    }
    constexpr int kMostPages = 40;
    QVERIFY2(pages.count() >= 1 && pages.count() <= kMostPages, qPrintable(QString::number(pages.count())));
    QPainter painter(&pdf);
    for (int page = 0; page < pages.count(); ++page) {
        QVERIFY(page == 0 || pdf.newPage());
        pages.paint(painter, page);
    }
    QVERIFY(painter.end());
    QVERIFY(bytes.startsWith("%PDF"));
    constexpr qsizetype kMostBytes = 8 * 1024 * 1024;
    QVERIFY2(bytes.size() < kMostBytes, qPrintable(QString::number(bytes.size())));
    for (const char *live : {"/URI", "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/AA", "/Link"})
        QVERIFY2(!bytes.contains(live), live);
    QCOMPARE(m_recorder.opened, 0);
    QTest::keyClick(&w.window, Qt::Key_P, Qt::ControlModifier);
    auto *dialog = w.window.findChild<QDialog *>(u"printDialog"_s);
    QVERIFY(dialog);
    verifyLetters(dialog);
    dialog->reject();
    QTRY_VERIFY(!w.window.findChild<QDialog *>(u"printDialog"_s));
}

BALCAO_TEST(tst_untrusted)
#include "tst_untrusted.moc"
