// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/palettedialog.h"

#include "ui/delegates/palettedelegate.h"
#include "ui/panes/formparts.h"
#include "ui/panes/keylist.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kWidth = 720;
constexpr int kMostHeight = 518;
constexpr int kBelowBar = 8;
constexpr int kAround = 24; ///< of the window, at its sides and below
constexpr int kEmptyHeight = 96;
constexpr int kPageRows = 8;
constexpr int kSide = 16;
constexpr int kGlass = 18;

QLabel *help(const QString &words, QWidget *parent)
{
    QLabel *made = plainLabel(words, "second", parent);
    made->setFont(captionFont(made->font()));
    made->setWordWrap(false);
    return made;
}

} // namespace

PaletteDialog::PaletteDialog(desk::PalettePresenter &presenter, const Appearance &appearance, QWidget &bar,
                             QWidget *parent, const std::optional<desk::CustomerQuestion> &question)
    : FloatingDialog(appearance, *bar.window(), parent),
      m_presenter(presenter),
      m_bar(&bar),
      m_typed(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_empty(plainLabel({}, "second", this)),
      m_count(plainLabel({}, "second", this))
{
    presenter.start(question);
    setObjectName(QStringLiteral("palette"));
    setWindowTitle(tr("Search"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1); // the border
    column->setSpacing(0);
    m_head = head(appearance);
    column->addWidget(m_head);
    column->addWidget(hairline(Qt::Horizontal, this));
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Results"));
    m_list->setModel(&presenter.model());
    m_list->setItemDelegate(new PaletteDelegate(appearance, m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setFocusPolicy(Qt::ClickFocus);
    m_list->setMinimumHeight(1); // one row is enough
    column->addWidget(m_list, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(QStringLiteral("paletteEmpty"));
    column->addWidget(m_empty, 1);
    column->addWidget(hairline(Qt::Horizontal, this));
    m_foot = foot();
    column->addWidget(m_foot);

    connect(m_typed, &QLineEdit::textEdited, this, [this] { m_walked.reset(); });
    connect(m_typed, &QLineEdit::textEdited, &presenter, &desk::PalettePresenter::type);
    connect(m_typed, &QLineEdit::returnPressed, this, &PaletteDialog::take);
    connect(m_list, &QListView::clicked, this, &PaletteDialog::take);
    connect(&presenter, &desk::PalettePresenter::changed, this, &PaletteDialog::refresh);
    refresh();
    m_typed->setFocus();
}

QWidget *PaletteDialog::head(const Appearance &appearance)
{
    auto *made = new QWidget(this);
    made->setObjectName(QStringLiteral("paletteHead"));
    made->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(made);
    row->setContentsMargins(kSide, 0, kSide, 0);
    row->setSpacing(12);
    QLabel *glass = plainLabel({}, made);
    glass->setPixmap(
        Appearance::pixmap(QStringLiteral("search"), appearance.theme().accent, kGlass, devicePixelRatioF()));
    row->addWidget(glass);
    m_typed->setObjectName(QStringLiteral("paletteTyped"));
    m_typed->setAccessibleName(tr("Search customers, conversations and actions"));
    m_typed->setPlaceholderText(tr("Search customer, conversation, amount…"));
    if (const auto &question = m_presenter.question()) {
        m_typed->setAccessibleName(question->words);
        m_typed->setPlaceholderText(question->words);
    }
    m_typed->setToolTip(plainTip(m_typed->placeholderText()));
    m_typed->setMaxLength(200);
    m_typed->setFont(titleFont(m_typed->font()));
    m_typed->setProperty("inline", true);
    m_typed->setMinimumHeight(52);
    m_typed->installEventFilter(this);
    row->addWidget(m_typed, 1);
    m_count->setObjectName(QStringLiteral("paletteCount"));
    m_count->setFont(captionFont(m_count->font()));
    m_count->setWordWrap(false);
    row->addWidget(m_count);
    QLabel *leave = keyCap(shownKeys(QStringLiteral("Esc")), made);
    leave->setAccessibleName(tr("Esc closes"));
    row->addWidget(leave, 0, Qt::AlignVCenter);
    return made;
}

QWidget *PaletteDialog::foot()
{
    auto *made = new QWidget(this);
    made->setObjectName(QStringLiteral("paletteFoot"));
    made->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(made);
    row->setContentsMargins(kSide, 8, kSide, 8);
    row->setSpacing(4);
    row->addWidget(keyCap(QStringLiteral("↑"), made));
    row->addWidget(keyCap(QStringLiteral("↓"), made));
    row->addWidget(help(tr("choose"), made));
    row->addSpacing(12);
    row->addWidget(keyCap(shownKeys(QStringLiteral("Enter")), made));
    if (const auto &question = m_presenter.question()) {
        row->addWidget(help(question->verb, made));
        row->addStretch(1);
        return made;
    }
    row->addWidget(help(tr("open"), made));
    row->addSpacing(12);
    row->addWidget(keyCap(shownKeys(QStringLiteral("Tab")), made));
    row->addWidget(help(tr("the customer's actions"), made));
    QLabel *also = help(tr("Also finds: end of the phone · 123,45 · #tag"), made);
    also->setWordWrap(true); // large text takes a second line, and not a wider window
    also->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(also, 1);
    return made;
}

void PaletteDialog::refresh()
{
    const QString empty = m_presenter.emptyText();
    m_count->setText(m_presenter.countText());
    m_empty->setText(empty);
    m_empty->setVisible(!empty.isEmpty());
    m_list->setVisible(empty.isEmpty());
    // Whoever has moved down keeps what they stand on when more results come.
    const auto &rows = m_presenter.model().rows();
    // Who merely was asked for as much is not chosen by a key that was pressed for something else.
    int at = m_presenter.question() && m_typed->text().trimmed().isEmpty() ? -1 : 0;
    for (int i = 0; m_walked && i < rows.size(); ++i) {
        const bool same = rows[i].kind == m_walked->kind && rows[i].conversation == m_walked->conversation &&
                          rows[i].message == m_walked->message && rows[i].action == m_walked->action;
        at = same ? i : at;
    }
    m_list->setCurrentIndex(m_presenter.model().index(at));
    fit();
}

void PaletteDialog::fit()
{
    const QWidget *window = before();
    if (!window || !m_bar)
        return;
    const int width = qMin(qRound(kWidth * textScale()), window->width() - 2 * kAround);
    const int top = m_bar->mapTo(window, QPoint(0, m_bar->height())).y() + kBelowBar;
    int rows = 0;
    for (int i = 0; i < m_presenter.model().rowCount(); ++i)
        rows += m_list->sizeHintForRow(i);
    if (!m_presenter.emptyText().isEmpty())
        rows = qMax(kEmptyHeight, m_empty->heightForWidth(width));
    const auto tall = [width](const QWidget &one) {
        return one.layout()->hasHeightForWidth() ? one.layout()->heightForWidth(width - 2) : one.sizeHint().height();
    };
    constexpr int kLines = 4; // two hairlines and the border
    constexpr int kBelowRows = 6;
    const int wanted = tall(*m_head) + rows + kBelowRows + tall(*m_foot) + kLines;
    const int most = qMin(qRound(kMostHeight * textScale()), window->height() - top - kAround);
    resize(width, qMin(wanted, most));
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, top)));
}

void PaletteDialog::step(int by)
{
    const int last = m_presenter.model().rowCount() - 1;
    m_list->setCurrentIndex(m_presenter.model().index(qBound(0, m_list->currentIndex().row() + by, last)));
    if (const int row = m_list->currentIndex().row(); row >= 0)
        m_walked = m_presenter.model().rows()[row];
}

void PaletteDialog::take()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || !m_presenter.mayTake())
        return;
    accept();
    m_presenter.take(row);
}

bool PaletteDialog::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(kPageRows);
        return true;
    case Qt::Key_PageUp:
        step(-kPageRows);
        return true;
    case Qt::Key_Tab:
        m_walked.reset();
        m_presenter.showActionsOf(m_list->currentIndex().row());
        return true;
    case Qt::Key_Backtab:
        m_presenter.showFound();
        return true;
    default:
        return false;
    }
}

bool PaletteDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_typed && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        // The one that opened this is held down still.
        if ((isEnter && key->isAutoRepeat()) || takeKey(key->key()))
            return true;
    }
    return FloatingDialog::eventFilter(watched, event);
}

} // namespace balcao::ui
