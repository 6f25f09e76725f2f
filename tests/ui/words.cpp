// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "words.h"

#include "accessibletree.h"
#include "desk/palettemodel.h"
#include "desk/roles.h"
#include "desk/tillmodel.h"
#include "paintedtext.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/keybutton.h"
#include "ui/style/appearance.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTabBar>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<QWidget *> shownIn(QWidget &root)
{
    QList<QWidget *> all{&root};
    const auto below = root.findChildren<QWidget *>();
    for (QWidget *widget : below) {
        // The arrows of a row of tabs are Qt's.
        if (widget->isVisible() && widget->window() == root.window() &&
            !qobject_cast<QTabBar *>(widget->parentWidget()))
            all.append(widget);
    }
    return all;
}

QString placeholderOf(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->placeholderText();
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    return text ? text->placeholderText() : QString();
}

QStringList textsOf(const QWidget *widget)
{
    QStringList texts;
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts.append(label->text());
    else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts.append(button->text());
    else if (const auto *box = qobject_cast<const QComboBox *>(widget))
        for (int i = 0; i < box->count(); ++i)
            texts.append(box->itemText(i));
    else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
        for (int i = 0; i < tabs->count(); ++i)
            texts.append(tabs->tabText(i));
    else if (const auto *menu = qobject_cast<const QMenu *>(widget)) {
        const auto actions = menu->actions();
        for (const QAction *action : actions)
            texts.append(action->text());
    }
    return texts;
}

bool isName(const QString &text) // of an icon or a colour
{
    return text.startsWith(u'#') || !ui::Appearance::pixmap(text, Qt::black, 20, 1).isNull();
}

QStringList rowsOf(const QAbstractItemView &view)
{
    constexpr int kMostRoles = Qt::UserRole + 40;
    QStringList texts;
    for (int row = 0; view.model() && row < view.model()->rowCount(); ++row) {
        for (int cell = 0; cell < kMostRoles * view.model()->columnCount(); ++cell) {
            const QVariant value = view.model()->index(row, cell / kMostRoles).data(cell % kMostRoles);
            if (value.userType() == QMetaType::QString && !isName(value.toString()))
                texts.append(value.toString());
            else if (value.userType() == QMetaType::QStringList)
                texts.append(value.toStringList().filter(QRegularExpression(u"^[^#]"_s)));
        }
    }
    return texts;
}

/// Rows whose words the design shortens: names, what somebody wrote, quick replies among it, and how a charge of any
/// amount stands, whose row says it whole to whoever listens.
QStringList shortenedRows(const QAbstractItemView &view)
{
    if (const auto *till = qobject_cast<const desk::TillModel *>(view.model())) {
        QStringList texts;
        for (const desk::TillLine &line : till->lines())
            texts += {line.customer, line.description, line.author};
        return texts;
    }
    if (view.objectName() == "pickList"_L1)
        return rowsOf(view).filter(u"   ·   "_s);
    const bool isPalette = qobject_cast<const desk::PaletteModel *>(view.model());
    const QList<int> roles =
        isPalette ? QList<int>{Qt::DisplayRole, desk::PaletteModel::DetailRole}
                  : QList<int>{desk::InboxNameRole,    desk::InboxPreviewRole, desk::InboxChipRole,
                               desk::ThreadQuoteRole,  desk::ThreadCardRole,   desk::ThreadCardDetailRole,
                               desk::ThreadProblemRole};
    QStringList texts;
    for (int row = 0; view.model() && row < view.model()->rowCount(); ++row) {
        const QModelIndex index = view.model()->index(row, 0);
        for (const int role : roles)
            texts.append(index.data(role).toString());
    }
    return texts;
}

bool isShortenedByDesign(const QWidget *widget)
{
    if (qobject_cast<const ui::ElidedLabel *>(widget))
        return true; // it tells the whole in a tool tip
    if (qobject_cast<const QLineEdit *>(widget) && !widget->toolTip().isEmpty())
        return true;
    const auto *button = qobject_cast<const ui::KeyButton *>(widget);
    return button && button->property("field").toBool() && !button->toolTip().isEmpty();
}

void addCutWidgets(QStringList &problems, const QWidget *widget)
{
    if (isShortenedByDesign(widget))
        return;
    QSize needed;
    QString text;
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        text = label->text();
        needed = label->wordWrap() ? QSize(label->width(), label->heightForWidth(label->width())) : label->sizeHint();
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        text = button->text();
        needed = button->hasHeightForWidth() ? QSize(0, button->heightForWidth(button->width())) : button->sizeHint();
    }
    const bool isCut = needed.width() > widget->width() + 1 || needed.height() > widget->height() + 1;
    if (!text.isEmpty() && isCut)
        problems.append(u"%1 is cut: \"%2\" needs %3x%4 of %5x%6"_s.arg(nameOf(widget), text)
                            .arg(needed.width())
                            .arg(needed.height())
                            .arg(widget->width())
                            .arg(widget->height()));
}

/// What is shortened while one beside it has room and nothing to say.
void addShortenedBesideNothing(QStringList &problems, const QWidget *widget)
{
    const auto *label = qobject_cast<const ui::ElidedLabel *>(widget);
    if (!label || label->sizeHint().width() <= label->width())
        return;
    for (const QObject *child : label->parentWidget()->children()) {
        const auto *other = qobject_cast<const QLabel *>(child);
        const bool isEmpty = other && other->isVisible() && other->text().isEmpty() && other->pixmap().isNull();
        const bool isBeside =
            isEmpty && other->y() < label->geometry().bottom() && label->y() < other->geometry().bottom();
        if (isBeside && other->width() > label->fontMetrics().averageCharWidth())
            problems.append(u"%1 is shortened beside the empty %2"_s.arg(nameOf(label), nameOf(other)));
    }
}

/// Those of one parent that stand on each other's place.
void addOverlapping(QStringList &problems, const QList<QWidget *> &all)
{
    for (const QWidget *one : all) {
        for (const QWidget *other : all) {
            if (one >= other || one->isWindow() || one->parentWidget() != other->parentWidget() ||
                textsOf(one).isEmpty() || textsOf(other).isEmpty())
                continue;
            const QRect both = one->geometry() & other->geometry();
            if (both.width() > 1 && both.height() > 1)
                problems.append(u"%1 and %2 overlap: \"%3\", \"%4\""_s.arg(
                    nameOf(one), nameOf(other), textsOf(one).first(), textsOf(other).first()));
        }
    }
}

struct Endings
{
    QStringList whole;     ///< all that is said, as it is said
    QStringList shortened; ///< of it, what may be shortened

    [[nodiscard]] bool allow(const QString &piece) const
    {
        const auto ends = [&piece](const QString &text) { return text.contains(piece); };
        const QString begun = piece.chopped(1);
        const auto begins = [&begun](QString text) { return text.replace(u'\n', u' ').startsWith(begun); };
        return std::ranges::any_of(whole, ends) || std::ranges::any_of(shortened, begins);
    }
};

/// Where more than there is room for is scrolled to, and buttons that float above such a view.
QRegion scrolledParts(QWidget &root, const QList<QWidget *> &all)
{
    QRegion region;
    const auto add = [&](const QWidget &widget) { region += QRect(widget.mapTo(&root, QPoint()), widget.size()); };
    for (const QWidget *widget : all) {
        if (qobject_cast<const QTabBar *>(widget))
            add(*widget);
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        for (const QWidget *other : all) {
            if (view && other->parentWidget() == view->parentWidget() && qobject_cast<const QAbstractButton *>(other) &&
                other->geometry().intersects(view->geometry()))
                add(*other);
        }
    }
    return region;
}

void addCutPieces(QStringList &problems, QWidget &root, const Endings &endings, const QRegion &scrolled)
{
    QList<PaintedPiece> pieces = paintedBy(root);
    pieces.removeIf([&scrolled](const PaintedPiece &piece) {
        return piece.seen.isEmpty() || scrolled.intersects(piece.rect.toAlignedRect());
    });
    for (const PaintedPiece &piece : pieces) {
        const bool isCut = piece.rect.left() < piece.seen.left() - 2 || piece.rect.right() > piece.seen.right() + 2;
        const bool isShortened = piece.text.endsWith(u'…') && !endings.allow(piece.text);
        if (isCut || isShortened)
            problems.append(
                u"painted %1: \"%2\" at %3..%4 of %5..%6"_s.arg(isCut ? u"cut"_s : u"shortened"_s, piece.text)
                    .arg(piece.rect.left())
                    .arg(piece.rect.right())
                    .arg(piece.seen.left())
                    .arg(piece.seen.right()));
    }
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        for (qsizetype k = i + 1; k < pieces.size(); ++k) {
            // A stretch of a layout with a colour of its own is painted twice.
            if (pieces[i].text == pieces[k].text && pieces[i].rect == pieces[k].rect)
                continue;
            const QRectF both = pieces[i].rect & pieces[k].rect & pieces[i].seen & pieces[k].seen;
            if (both.width() > 2 && both.height() > pieces[i].rect.height() / 2)
                problems.append(u"painted over each other: \"%1\" and \"%2\""_s.arg(pieces[i].text, pieces[k].text));
        }
    }
}

} // namespace

QList<Said> saidBy(QWidget &root)
{
    QList<Said> said;
    const auto all = shownIn(root);
    for (const QWidget *widget : all) {
        if (widget->property("role").toByteArray() == "key" || widget->property("asIs").toBool())
            continue;
        const auto add = [&said, widget](const char *what, const QString &text) {
            said.append({nameOf(widget) + u' ' + QLatin1StringView(what), text});
        };
        add("name", widget->accessibleName());
        add("description", widget->accessibleDescription());
        add("tooltip", widget->toolTip());
        add("title", widget->isWindow() ? widget->windowTitle() : QString());
        add("placeholder", widget->property("example").toBool() ? QString() : placeholderOf(widget));
        const QStringList texts = textsOf(widget);
        for (const QString &text : texts)
            add("text", text);
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        const QStringList rows = view ? rowsOf(*view) : QStringList();
        for (const QString &text : rows)
            add("row", text);
    }
    return said;
}

QStringList crampedIn(QWidget &root, const QString &written)
{
    constexpr qsizetype kBegun = 20; // a list may show no more of it
    QStringList problems;
    Endings endings;
    const auto all = shownIn(root);
    for (const QWidget *widget : all) {
        addCutWidgets(problems, widget);
        addShortenedBesideNothing(problems, widget);
        const QStringList texts = textsOf(widget) + QStringList{placeholderOf(widget)};
        (isShortenedByDesign(widget) ? endings.shortened : endings.whole).append(texts);
        if (qobject_cast<const QLineEdit *>(widget))
            endings.shortened.append(widget->property("text").toString());
        if (const auto *label = qobject_cast<const ui::ElidedLabel *>(widget))
            endings.shortened.append(label->text().mid(label->lead())); // painted by itself
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
            const QStringList rows = rowsOf(*view);
            endings.whole.append(rows);
            if (!written.isEmpty())
                endings.shortened.append(rows.filter(written.left(kBegun)));
            endings.shortened.append(shortenedRows(*view));
        }
    }
    addOverlapping(problems, all);
    addCutPieces(problems, root, endings, scrolledParts(root, all));
    problems.removeDuplicates();
    return problems;
}

} // namespace balcao::test
