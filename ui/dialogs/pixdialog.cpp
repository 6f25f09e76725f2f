// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/pixdialog.h"

#include "ui/dialogs/pixform.h"
#include "ui/dialogs/pixpreview.h"
#include "ui/dialogs/qrscreen.h"
#include "ui/panes/foldingrow.h"
#include "ui/panes/formparts.h"
#include "ui/panes/keybutton.h"
#include "ui/panes/keylist.h"
#include "ui/style/clipboardcheck.h"
#include "ui/style/fonts.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace balcao::ui {

using Phase = desk::PixPresenter::Phase;
using Handout = desk::PixPresenter::Handout;

namespace {

constexpr QSize kDrawn(840, 536);
constexpr int kPreview = 382;
constexpr int kLeastBeside = 700; ///< below it form and preview stand one below the other
constexpr int kAround = 20;
constexpr int kSide = 20;

void keyHelp(QHBoxLayout &row, const QString &key, const QString &words, QWidget *parent)
{
    row.addWidget(keyCap(shownKeys(key), parent));
    QLabel *help = plainLabel(words, "second", parent);
    help->setFont(captionFont(help->font()));
    help->setWordWrap(false);
    row.addWidget(help);
}

} // namespace

PixDialog::PixDialog(desk::PixPresenter &presenter, const Appearance &appearance, QWidget &window, QWidget *parent)
    : FloatingDialog(appearance, window, parent), m_presenter(presenter)
{
    setObjectName(QStringLiteral("pixDialog"));
    setWindowTitle(tr("Charge with Pix"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1); // the border
    column->setSpacing(0);
    m_head = head();
    column->addWidget(m_head);
    column->addWidget(hairline(Qt::Horizontal, this));
    column->addWidget(scrolling(body(), this), 1);
    column->addWidget(hairline(Qt::Horizontal, this));
    m_foot = foot();
    column->addWidget(m_foot);
    m_shown = presenter.phase();
    connect(&presenter, &desk::PixPresenter::changed, this, &PixDialog::refresh);
    connect(&presenter, &desk::PixPresenter::sent, this, &QDialog::accept);
    connect(&presenter, &desk::PixPresenter::codeReady, this, &PixDialog::handOut);
    connect(this, &QDialog::finished, &presenter, &desk::PixPresenter::end);
    connect(m_form, &PixForm::settingsRequested, this, [this] {
        accept();
        Q_EMIT settingsRequested();
    });
    refresh();
    m_form->focusAmount();
}

QWidget *PixDialog::head()
{
    auto *made = new QWidget(this);
    auto *row = new QHBoxLayout(made);
    row->setContentsMargins(kSide, 8, 12, 7);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(0);
    QLabel *title = plainLabel(windowTitle(), made);
    title->setFont(semibold(headFont(title->font())));
    lines->addWidget(title);
    m_to = plainLabel({}, "second", made);
    m_to->setObjectName(QStringLiteral("pixTo"));
    m_to->setFont(captionFont(m_to->font()));
    lines->addWidget(m_to);
    row->addLayout(lines, 1);
    auto *close = new QPushButton(made);
    close->setObjectName(QStringLiteral("pixClose"));
    close->setProperty("quiet", true);
    close->setAutoDefault(false);
    close->setFocusPolicy(Qt::ClickFocus); // Esc is its key
    close->setIcon(Appearance::icon(QStringLiteral("close"), appearance().theme().text2));
    close->setAccessibleName(tr("Close without charging"));
    close->setToolTip(tr("Esc"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(close);
    return made;
}

QWidget *PixDialog::body()
{
    auto *made = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, made);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_form = new PixForm(m_presenter, appearance(), made);
    m_columns->addWidget(m_form, 1);
    auto *preview = new PixPreview(m_presenter, appearance(), made);
    m_columns->addWidget(preview);
    return made;
}

QWidget *PixDialog::foot()
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(kSide, 10, kSide, 10);
    auto *row = new FoldingRow;
    column->addLayout(row); // first, so that it knows whose its parts are
    auto *left = new QWidget(made);
    auto *words = new QHBoxLayout(left);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(0);
    m_keys = new QWidget(left);
    auto *keys = new QHBoxLayout(m_keys);
    keys->setContentsMargins(0, 0, 0, 0);
    keys->setSpacing(4);
    keyHelp(*keys, QStringLiteral("Tab"), tr("next field"), m_keys);
    keys->addSpacing(6);
    keyHelp(*keys, QStringLiteral("Esc"), tr("back without charging"), m_keys);
    keys->addStretch();
    words->addWidget(m_keys);
    m_note = plainLabel({}, "second", left);
    m_note->setObjectName(QStringLiteral("pixNote"));
    m_note->setFont(captionFont(m_note->font()));
    words->addWidget(m_note);
    row->addWidget(left, 1);
    m_copy = new QPushButton(tr("Only copy the code"), made);
    m_copy->setObjectName(QStringLiteral("pixCopy"));
    m_copy->setAutoDefault(false);
    row->addWidget(m_copy);
    m_send = new KeyButton({}, tr("Enter ×2"), "keyOn", made);
    m_send->setObjectName(QStringLiteral("pixSend"));
    m_send->setProperty("primary", true);
    m_send->setFont(bodyFont(m_send->font()));
    m_send->setAutoDefault(false);
    m_send->setIcon(
        Appearance::icon(QStringLiteral("pix"), appearance().theme().onAccent, appearance().theme().disabled));
    row->addWidget(m_send);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_presenter.phase() == Phase::Issued)
            m_presenter.handOutAgain(Handout::Copy);
        else if (!m_presenter.isAskingOfNumber() || !isTooSoon())
            m_presenter.handOut(Handout::Copy);
    });
    connect(m_send, &QPushButton::clicked, this, &PixDialog::clickSend);
    return made;
}

void PixDialog::refresh()
{
    const Phase phase = m_presenter.phase();
    const bool issued = phase == Phase::Issued;
    m_to->setText(m_presenter.toText());
    const QString note = m_presenter.noteText();
    m_keys->setVisible(note.isEmpty());
    m_note->setVisible(!note.isEmpty());
    m_note->setText(note);
    setRole(m_note, m_presenter.isWarning() ? "danger" : "second");
    m_copy->setText(issued ? tr("Copy again") : tr("Only copy the code"));
    m_copy->setEnabled(issued || m_presenter.canHandOut());
    m_copy->setVisible(m_presenter.kind() == ChargeKind::Shop);
    m_send->setWords(issued ? tr("Done") : m_presenter.sendText());
    m_send->setEnabled(issued || m_presenter.canSend());
    m_send->setKeyShown(!issued);
    fit();
    if (const bool isAsking = m_presenter.isAskingOfNumber(); std::exchange(m_isAsking, isAsking) != isAsking)
        m_shownAnew.start();
    if (std::exchange(m_shown, phase) == phase)
        return;
    if (phase == Phase::Frozen || issued)
        m_send->setFocus(Qt::OtherFocusReason);
    else if (phase == Phase::Typing)
        m_form->focusAmount();
}

void PixDialog::clickSend()
{
    if (m_presenter.phase() == Phase::Issued)
        return accept();
    if (m_presenter.phase() == Phase::Frozen && isTooSoon())
        return;
    enter();
}

// The second half of a double click has not looked at anything.
bool PixDialog::isTooSoon() const
{
    return m_shownAnew.isValid() && m_shownAnew.elapsed() < QApplication::doubleClickInterval();
}

void PixDialog::enter()
{
    if (m_presenter.phase() != Phase::Typing)
        return m_presenter.send();
    if (m_presenter.freeze())
        m_shownAnew.start();
}

void PixDialog::keyPressEvent(QKeyEvent *event)
{
    const Phase phase = m_presenter.phase();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        if (event->isAutoRepeat() || phase == Phase::Sending)
            return;
        auto *focused = qobject_cast<QPushButton *>(focusWidget());
        if (phase == Phase::Issued && (!focused || focused == m_send))
            return accept();
        if (focused && focused != m_send)
            return focused->click();
        return enter();
    }
    if (event->key() == Qt::Key_Escape) {
        event->accept();
        if (event->isAutoRepeat())
            return;
        return phase == Phase::Frozen ? m_presenter.unfreeze() : reject();
    }
    QDialog::keyPressEvent(event);
}

void PixDialog::handOut(const desk::PixCode &code, Handout how)
{
    if (how == Handout::Copy)
        return copyChecked(code.code, this, [this](bool same) { m_presenter.tellCopied(same); });
    auto *screen = new QrScreen(code, this);
    connect(screen, &QDialog::finished, this, [this] {
        activateWindow();
        m_send->setFocus(Qt::OtherFocusReason);
    });
    screen->setModal(true);
    screen->showFullScreen();
}

// As drawn, or as high as all that there is to choose; once open it does not shrink under the hand.
void PixDialog::fit()
{
    const QWidget *window = before();
    if (!window)
        return;
    const QSize room = window->size() - QSize(2 * kAround, 2 * kAround);
    QSize size = (kDrawn * textScale()).boundedTo(room);
    const bool beside = size.width() >= kLeastBeside * textScale();
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QWidget *preview = m_columns->itemAt(1)->widget();
    preview->setMinimumWidth(beside ? qMin(qRound(kPreview * textScale()), size.width() / 2) : 0);
    preview->setMaximumWidth(beside ? preview->minimumWidth() : QWIDGETSIZE_MAX);
    const int wide = size.width() - 2;
    const auto tall = [wide](const QLayout &one) {
        return one.hasHeightForWidth() ? one.heightForWidth(wide) : one.sizeHint().height();
    };
    constexpr int kLines = 4; // two hairlines and the border
    const int whole = tall(*m_head->layout()) + tall(*m_columns) + tall(*m_foot->layout()) + kLines;
    const int least = qMax(size.height(), isVisible() ? height() : 0);
    size.setHeight(qMin(qMax(whole, least), room.height()));
    resize(size);
    move(window->mapToGlobal(QPoint((window->width() - size.width()) / 2, (window->height() - size.height()) / 2)));
}

} // namespace balcao::ui
