// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "accessibletree.h"
#include "support/testmain.h"
#include "ui/panes/elidedlabel.h"
#include "window.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTranslator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A language that nobody speaks: every word of ours between brackets, with accents, and two fifths longer, as
/// translations are. What stands outside of brackets was never given to tr().
class Pseudo final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int n) const override
    {
        const QByteArrayView where(context);
        if (!where.startsWith("balcao::") && where != "SignPanel")
            return {};
        QString text = QString::fromUtf8(source);
        const qsizetype more = text.size() * 2 / 5;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'%') {
                ++i; // %1, %n
                continue;
            }
            const qsizetype at = u"aceinouACEINOU"_s.indexOf(text[i]);
            if (at >= 0)
                text[i] = u"áçéíñóúÁÇÉÍÑÓÚ"_s[at];
        }
        text.replace("%n"_L1, QString::number(n));
        return u'\u27e6' + text + QString(more, u'~') + u'\u27e7';
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// Words of ours that escaped: letters outside of brackets. Customers in this test have no letters.
QString outside(QString text)
{
    static const QRegularExpression inner(u"\u27e6[^\u27e6\u27e7]*\u27e7"_s);
    while (text.contains(inner))
        text.remove(inner);
    // The names of days and months are the system's.
    for (int i = 1; i <= 12; ++i) {
        text.remove(QLocale().monthName(i, QLocale::ShortFormat), Qt::CaseInsensitive);
        text.remove(QLocale().monthName(i), Qt::CaseInsensitive);
        text.remove(QLocale().dayName(1 + i % 7), Qt::CaseInsensitive);
        text.remove(QLocale().dayName(1 + i % 7, QLocale::ShortFormat), Qt::CaseInsensitive);
    }
    text.remove(u"Balcão"_s); // the name of the program
    static const QRegularExpression word(u"\\p{L}{2,}"_s);
    const auto match = word.match(text);
    return match.hasMatch() ? match.captured() : QString();
}

void check(QStringList &problems, const QWidget *widget, const char *what, const QString &text)
{
    const QString word = outside(text);
    if (!word.isEmpty())
        problems.append(
            u"%1 %2 says \"%3\" without tr(): %4"_s.arg(nameOf(widget), QString::fromLatin1(what), word, text));
}

/// Words that do not fit where they stand, unless they are elided on purpose.
void checkRoom(QStringList &problems, const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty() || qobject_cast<const ui::ElidedLabel *>(label))
            return;
        const QRect room = label->contentsRect();
        const int wide = label->fontMetrics().horizontalAdvance(label->text());
        const bool isCut =
            label->wordWrap() ? label->heightForWidth(label->width()) > label->height() + 1 : wide > room.width() + 1;
        if (isCut)
            problems.append(
                u"%1 is cut: \"%2\" needs %3 of %4"_s.arg(nameOf(label), label->text()).arg(wide).arg(room.width()));
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
               button && !button->text().isEmpty()) {
        if (button->sizeHint().width() > button->width() + 1 || button->sizeHint().height() > button->height() + 1)
            problems.append(u"%1 is cut: \"%2\" needs %3x%4 of %5x%6"_s.arg(nameOf(button), button->text())
                                .arg(button->sizeHint().width())
                                .arg(button->sizeHint().height())
                                .arg(button->width())
                                .arg(button->height()));
    }
}

QStringList problemsIn(QWidget *root)
{
    QStringList problems;
    QList<QWidget *> all = root->findChildren<QWidget *>();
    all.prepend(root);
    for (const QWidget *widget : std::as_const(all)) {
        if (!widget->isVisible())
            continue;
        check(problems, widget, "name", widget->accessibleName());
        check(problems, widget, "tooltip", widget->toolTip());
        if (widget->isWindow())
            check(problems, widget, "title", widget->windowTitle());
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            check(problems, widget, "text", label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            check(problems, widget, "text", button->text());
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            check(problems, widget, "placeholder", line->placeholderText());
        else if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
            check(problems, widget, "placeholder", text->placeholderText());
        else if (const auto *view = qobject_cast<const QListView *>(widget)) {
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                for (int role = 0; role < Qt::UserRole + 40; ++role) {
                    const QVariant value = view->model()->index(row, 0).data(role);
                    const QString icon = value.toString(); // icons and colours are named, not said
                    if (value.userType() != QMetaType::QString || icon.startsWith(u'#') ||
                        !ui::Appearance::pixmap(icon, Qt::black, 20, 1).isNull())
                        continue;
                    check(problems, widget, "row", icon);
                }
            }
        }
        checkRoom(problems, widget);
    }
    return problems;
}

} // namespace

// Every window in a language that does not exist, on a usual screen, a narrow one, and with letters twice as big:
// nothing stays English, nothing is cut.
class tst_pseudolocale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyWindow_data();
    void everyWindow();
    void bareWordsAndCutOnesAreSeen();

private:
    QWidget *show(Window &w, const QString &what);

    Pseudo m_pseudo;
    QFont m_font;
};

void tst_pseudolocale::initTestCase()
{
    QCoreApplication::installTranslator(&m_pseudo);
    m_font = QApplication::font();
}

void tst_pseudolocale::cleanupTestCase()
{
    QCoreApplication::removeTranslator(&m_pseudo);
    QApplication::setFont(m_font);
}

void tst_pseudolocale::everyWindow_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    for (const QString &what : {u"inbox"_s, u"first-run"_s, u"operators"_s, u"hidden"_s, u"palette"_s, u"tagsDialog"_s,
                                u"assign"_s, u"snooze"_s, u"replies"_s, u"tags"_s}) {
        QTest::newRow(qPrintable(what)) << what << QSize(1366, 768) << 100;
        QTest::newRow(qPrintable(what + u" narrow"_s)) << what << QSize(760, 600) << 100;
        QTest::newRow(qPrintable(what + u" big letters"_s)) << what << QSize(1366, 768) << 200;
    }
}

QWidget *tst_pseudolocale::show(Window &w, const QString &what)
{
    w.operators.setOperators({{w.ana, u"1"_s, Role::Manager}, {OperatorId::create(), u"2"_s, Role::Attendant}});
    if (what == "inbox"_L1)
        return &w.window;
    if (what == "first-run"_L1)
        w.window.showFirstRun();
    else if (what == "operators"_L1)
        w.window.showOperators();
    else if (what == "hidden"_L1)
        w.window.showProtected();
    else {
        if (what == "palette"_L1)
            QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
        else if (what == "tagsDialog"_L1)
            QMetaObject::invokeMethod(w.find<QWidget>("rail"), "tagsRequested");
        else if (what == "assign"_L1)
            w.pick.assign();
        else if (what == "snooze"_L1)
            w.pick.snooze();
        else if (what == "replies"_L1)
            w.pick.replies();
        else
            w.pick.tags();
        QDialog *dialog = nullptr;
        [&] { QTRY_VERIFY((dialog = w.window.findChild<QDialog *>()) && dialog->isVisible()); }();
        return dialog;
    }
    return &w.window;
}

void tst_pseudolocale::everyWindow()
{
    QFETCH(const QString, what);
    QFETCH(const QSize, size);
    QFETCH(const int, percent);
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * percent / 100);
    QApplication::setFont(font);
    Window w;
    for (int i = 0; i < 3; ++i) {
        const Chat chat = w.log.open(QString::number(1000 + i));
        const MessageId message = w.log.receive(chat, u"12,50?"_s);
        Q_UNUSED(message)
        wire::Content file = textContent({});
        file.type = ContentType::Document;
        w.log.receive(chat, file);
    }
    const Chat chat = w.log.open(u"2000"_s);
    w.log.receive(chat, u"1"_s);
    w.log.status(chat, w.log.accept(chat, u"2"_s), MessageState::Failed, wire::SendError{131047, {}});
    w.log.status(chat, w.log.accept(chat, u"3"_s), MessageState::Uncertain);
    w.log.add(wire::ConversationResolved(), chat.subject());
    w.log.add(wire::ConversationReopened(), chat.subject());
    wire::Subject tag;
    tag.tag = TagId::create();
    w.log.add(wire::TagDefined{u"7"_s, u"#3b5488"_s}, tag);
    w.log.add(wire::CustomerTagged{*tag.tag}, chat.subject());
    w.take();
    w.inbox.reload();
    w.window.showInbox(u"9"_s, u"1"_s);
    w.window.resize(size);
    w.window.show();
    w.inbox.open(chat.conversation);
    w.rail.reload();
    QTRY_VERIFY(w.thread.head() && w.thread.head()->id == chat.conversation && w.customer.isKnown());
    QWidget *shown = show(w, what);
    QVERIFY(shown);
    shown->grab(); // laid out and painted
    const QStringList problems = problemsIn(shown);
    QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    QVERIFY(w.window.width() <= qMax(size.width(), w.window.minimumSizeHint().width()));
}

void tst_pseudolocale::bareWordsAndCutOnesAreSeen()
{
    QWidget page;
    QPushButton bare(u"Save"_s, &page);
    bare.setObjectName(u"bare"_s);
    page.show();
    bare.resize(bare.sizeHint());
    QCOMPARE(problemsIn(&page).size(), 1);
    QVERIFY(problemsIn(&page).first().contains(u"\"Save\" without tr()"_s));
    bare.setText(u"\u27e6Sávé~~\u27e7"_s);
    bare.resize(bare.sizeHint());
    QVERIFY(problemsIn(&page).isEmpty());
    bare.resize(bare.sizeHint() / 2);
    QVERIFY(problemsIn(&page).first().contains(u"is cut"_s));
}

BALCAO_TEST(tst_pseudolocale)
#include "tst_pseudolocale.moc"
