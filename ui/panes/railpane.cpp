// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/railpane.h"

#include "desk/keytable.h"
#include "ui/panes/foldbutton.h"
#include "ui/panes/formparts.h"
#include "ui/panes/keylist.h"
#include "ui/panes/meterfoot.h"
#include "ui/style/fonts.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace balcao::ui {

namespace {

constexpr int kLeast = 147; ///< and the hairline
constexpr int kLeastRoomy = 175;
constexpr int kMost = 200;
constexpr int kAround = 65; ///< mark, gaps and margins of a row
constexpr int kNarrow = 52;

} // namespace

RailPane::RailPane(desk::RailPresenter &presenter, const desk::MeterPresenter &meter, const Appearance &appearance,
                   QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_delegate(new RailDelegate(appearance, this)),
      m_view(new QListView(this)),
      m_till(new FoldButton(tr("Close the day"), this)),
      m_settings(new FoldButton(tr("Settings"), this)),
      m_meter(new MeterFoot(meter, appearance, this))
{
    setObjectName(QStringLiteral("rail"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 8);
    m_view->setObjectName(QStringLiteral("views"));
    m_view->setAccessibleName(tr("Views"));
    m_view->setModel(&presenter.model());
    m_view->setItemDelegate(m_delegate);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_view, 1);
    buildFoot();
    column->addWidget(m_meter);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    connect(m_view, &QListView::clicked, &presenter, [&presenter](const QModelIndex &row) {
        presenter.choose(row.row()); // also the one that is chosen: then the whole of it
    });
    connect(m_view, &QListView::clicked, this, &RailPane::viewChosen);
    connect(m_view, &QListView::activated, this, &RailPane::viewChosen);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, &presenter,
            [&presenter](const QModelIndex &current) {
                if (current.row() != presenter.current())
                    presenter.choose(current.row());
            });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_view->hasFocus())
            Q_EMIT viewChosen();
    });
    connect(&presenter, &desk::RailPresenter::changed, this, &RailPane::refresh);
    connect(&meter, &desk::MeterPresenter::changed, this, &RailPane::fitWords);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QListView::customContextMenuRequested, this, &RailPane::showMenu);
    refresh();
}

void RailPane::buildFoot()
{
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(8, 0, 8, 0);
    foot->setSpacing(2);
    for (FoldButton *one : {m_till, m_settings}) {
        one->setProperty("rail", true);
        one->setCheckable(true);
        one->setIconSize({18, 18});
        one->setFont(bodyFont(one->font()));
        foot->addWidget(one);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(foot);
    m_till->setObjectName(QStringLiteral("till"));
    m_till->setAccessibleName(tr("Close the day"));
    m_till->setToolTip(tr("The day's charges, and closing it") + QStringLiteral(", ") +
                       shownKeys(desk::KeyTable::keysOf(desk::Act::CloseDay)));
    m_settings->setObjectName(QStringLiteral("settings"));
    m_settings->setAccessibleName(tr("Settings"));
    m_settings->setToolTip(tr("Settings of this computer"));
    m_settings->hide();
    markPlace();
    connect(m_till, &QPushButton::clicked, this, &RailPane::tillRequested);
    connect(m_settings, &QPushButton::clicked, this, &RailPane::settingsRequested);
}

bool RailPane::narrow(int row)
{
    if (row < 0)
        return false;
    m_presenter.narrow(row);
    Q_EMIT viewChosen();
    return true;
}

// Ctrl adds what is pressed to what is shown; its release goes where the press went.
bool RailPane::takeMouse(const QMouseEvent &mouse)
{
    if (mouse.type() == QEvent::MouseButtonRelease)
        return std::exchange(m_isNarrowing, false);
    m_isNarrowing = mouse.button() == Qt::LeftButton && mouse.modifiers() == Qt::ControlModifier &&
                    narrow(m_view->indexAt(mouse.pos()).row());
    return m_isNarrowing;
}

bool RailPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (watched == m_view->viewport() && (isPress || event->type() == QEvent::MouseButtonRelease))
        return takeMouse(*static_cast<QMouseEvent *>(event));
    if (watched == m_view->viewport() && event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex row = m_view->indexAt(help->pos());
        showPlainTip(help->globalPos(), row.data(desk::RailModel::TipRole).toString(), m_view->viewport());
        return true;
    }
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & Qt::ControlModifier))
            return narrow(m_view->currentIndex().row());
    }
    return QFrame::eventFilter(watched, event);
}

void RailPane::refresh()
{
    fitWords();
    if (m_view->currentIndex().row() != m_presenter.current())
        m_view->setCurrentIndex(m_presenter.model().index(m_presenter.current()));
}

void RailPane::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Change the shop's tags…")), &QAction::triggered, this, &RailPane::tagsRequested);
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

// As wide as its longest line, within bounds: the thread needs the room.
void RailPane::fitWords()
{
    const QFontMetrics bold(semibold(bodyFont(m_view->font())));
    const QFontMetrics tag(semibold(smallFont(m_view->font())));
    int longest = 0;
    for (const desk::RailRow &row : m_presenter.model().rows()) {
        const QFontMetrics &metrics = row.view == store::View::Tag ? tag : bold;
        const QString count = row.count < 0 ? QString() : QString::number(row.count);
        longest = qMax(longest, metrics.horizontalAdvance(row.label) + metrics.horizontalAdvance(count));
    }
    const int most = qMax(kMost, kMost * bold.height() / 18);
    setFixedWidth(m_compact ? kNarrow
                            : qBound(m_roomy ? kLeastRoomy : kLeast, qMax(longest + kAround, footWidth()), most));
}

void RailPane::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    m_delegate->setCompact(compact);
    m_settings->setFolded(compact);
    m_till->setFolded(compact);
    m_meter->setCompact(compact);
    fitWords();
    m_view->doItemsLayout();
}

void RailPane::setRoomy(bool roomy)
{
    if (std::exchange(m_roomy, roomy) != roomy)
        fitWords();
}

void RailPane::setHasSettings(bool has)
{
    m_settings->setVisible(has);
}

int RailPane::footWidth() const
{
    constexpr int kMargins = 16;
    // Where one stands is bold.
    const QFontMetrics plain(m_till->font());
    const int bolder = QFontMetrics(semibold(m_till->font())).horizontalAdvance(m_till->accessibleName()) -
                       plain.horizontalAdvance(m_till->accessibleName());
    return qMax(m_till->wholeWidth() + qMax(0, bolder), m_meter->wordsWidth()) + kMargins + 1;
}

void RailPane::setSettingsShown(bool shown)
{
    m_settings->setChecked(shown);
    markPlace();
}

void RailPane::setTillShown(bool shown)
{
    m_till->setChecked(shown);
    markPlace();
}

// One place is marked, the one that is shown.
void RailPane::markPlace()
{
    const Theme &theme = m_appearance.theme();
    const auto tint = [&theme](FoldButton *one, const char *icon) {
        one->setIcon(Appearance::icon(QString::fromLatin1(icon), one->isChecked() ? theme.accent : theme.text2));
    };
    tint(m_settings, "settings");
    tint(m_till, "receipt");
    if (m_settings->isChecked() || m_till->isChecked())
        m_view->clearSelection();
    else
        m_view->selectionModel()->select(m_view->currentIndex(), QItemSelectionModel::ClearAndSelect);
}

void RailPane::focusRail()
{
    m_view->setFocus(Qt::TabFocusReason);
}

bool RailPane::hasInnerFocus() const
{
    return m_view->hasFocus();
}

} // namespace balcao::ui
