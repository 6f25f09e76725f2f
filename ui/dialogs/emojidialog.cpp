// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/emojidialog.h"

#include "ui/panes/formparts.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr double kGlyphScale = 1.7;
constexpr int kCellPadding = 14;

} // namespace

EmojiDialog::EmojiDialog(desk::EmojiPresenter &presenter, QWidget *parent)
    : QDialog(parent),
      m_presenter(presenter),
      m_typed(new QLineEdit(this)),
      m_groups(new QTabBar(this)),
      m_grid(new QListWidget(this)),
      m_empty(plainLabel({}, "second", this))
{
    setObjectName(QStringLiteral("emojiDialog"));
    setWindowTitle(tr("Emoji"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(8);
    m_typed->setObjectName(QStringLiteral("emojiTyped"));
    m_typed->setAccessibleName(tr("Search emoji"));
    m_typed->setPlaceholderText(tr("Search: heart, cake, thank you"));
    m_typed->installEventFilter(this);
    column->addWidget(m_typed);
    m_groups->setObjectName(QStringLiteral("emojiGroups"));
    m_groups->setAccessibleName(tr("Groups of emoji"));
    m_groups->setExpanding(false);
    const QStringList names = presenter.groupNames();
    for (const QString &name : names)
        m_groups->addTab(name);
    m_groups->setCurrentIndex(presenter.firstGroup());
    column->addWidget(m_groups);
    m_grid->setObjectName(QStringLiteral("emojiGrid"));
    m_grid->setAccessibleName(windowTitle());
    m_grid->setProperty("asIs", true); // the shop's language, whatever the window's
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setResizeMode(QListView::Adjust);
    QFont large = m_grid->font();
    large.setPointSizeF(large.pointSizeF() * kGlyphScale);
    m_grid->setFont(large);
    const int cell = QFontMetrics(large).height() + kCellPadding;
    m_grid->setGridSize({cell, cell});
    column->addWidget(m_grid, 1);
    m_empty->setObjectName(QStringLiteral("emojiEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    column->addWidget(m_empty, 1);
    sizeDialog(*this, QSize(480, 360).expandedTo({m_groups->sizeHint().width() + 28, 0}));
    connect(m_typed, &QLineEdit::textChanged, this, &EmojiDialog::fill);
    connect(m_typed, &QLineEdit::returnPressed, this, &EmojiDialog::take);
    connect(m_groups, &QTabBar::currentChanged, this, &EmojiDialog::fill);
    connect(m_grid, &QListWidget::itemActivated, this, &EmojiDialog::take);
    connect(m_grid, &QListWidget::itemClicked, this, &EmojiDialog::take);
    fill();
    m_typed->setFocus();
}

void EmojiDialog::fill()
{
    m_grid->clear();
    const QList<desk::Emoji> found = m_presenter.found(m_groups->currentIndex(), m_typed->text());
    for (const desk::Emoji &one : found) {
        auto *item = new QListWidgetItem(one.glyph.toString(), m_grid);
        item->setTextAlignment(Qt::AlignCenter);
        item->setSizeHint(m_grid->gridSize());
        item->setData(Qt::AccessibleTextRole, one.words.toString());
    }
    m_grid->setCurrentRow(0);
    m_grid->setVisible(!found.isEmpty());
    m_groups->setVisible(m_typed->text().trimmed().isEmpty());
    m_empty->setText(m_presenter.emptyText(m_typed->text()));
    m_empty->setVisible(found.isEmpty());
}

void EmojiDialog::take()
{
    const QListWidgetItem *item = m_grid->currentItem();
    if (!item || !isVisible()) // where one click activates, each click comes twice
        return;
    const QString glyph = item->text();
    m_presenter.use(glyph);
    accept();
    Q_EMIT picked(glyph);
}

bool EmojiDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_typed || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool sideways = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
    const bool upDown = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
    // Left and right are the text's while there is one to move in.
    if (!upDown && !(sideways && m_typed->text().isEmpty()))
        return QDialog::eventFilter(watched, event);
    QCoreApplication::sendEvent(m_grid, event);
    return true;
}

} // namespace balcao::ui
