// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/tillpage.h"

#include "ui/panes/foldingrow.h"
#include "ui/panes/formparts.h"
#include "ui/panes/keybutton.h"
#include "ui/panes/pinfield.h"
#include "ui/panes/tillpreview.h"
#include "ui/panes/tilltable.h"
#include "ui/panes/tilltiles.h"
#include "ui/panes/tillwrong.h"
#include "ui/panes/undobar.h"
#include "ui/printing/tillprinting.h"
#include "ui/style/fonts.h"

#include <QApplication>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>

#include <utility>

namespace balcao::ui {

namespace {

constexpr int kSide = 290;
constexpr int kSideFits = 900; ///< of the page: narrower, only what is worked with
constexpr int kHalf = 58;      ///< of what chooses between roll and sheet
constexpr int kEdge = 20;
constexpr int kIcon = 16;
constexpr int kReportsAtOnce = 14; ///< in the menu of days

QString escaped(QString words)
{
    return words.replace(u'&', QStringLiteral("&&"));
}

QPushButton *button(const QString &words, const char *name, QWidget *parent)
{
    auto *made = new QPushButton(words, parent);
    made->setObjectName(QString::fromLatin1(name));
    made->setAutoDefault(true); // Enter presses what has the focus
    return made;
}

} // namespace

TillPage::TillPage(desk::TillPresenter &presenter, desk::ChargePresenter &charges, desk::UndoPresenter &undo,
                   const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_charges(charges),
      m_appearance(appearance),
      m_printing(new TillPrinting(presenter, *this))
{
    setObjectName(QStringLiteral("tillPage"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(hairline(Qt::Horizontal, this));
    column->addWidget(buildBody(), 1);
    column->addWidget(new UndoBar(undo, this));
    column->addWidget(hairline(Qt::Horizontal, this));
    column->addWidget(buildFoot());
    row->addLayout(column, 1);
    row->addWidget(buildSide());
    connect(&presenter, &desk::TillPresenter::changed, this, &TillPage::refresh);
    connect(&presenter, &desk::TillPresenter::footChanged, this, &TillPage::refreshFoot);
    connect(&appearance, &Appearance::changed, this, &TillPage::retint);
    connect(&appearance, &Appearance::textResized, this, [this] {
        m_table->fitColumns();
        m_tiles->arrange();
        arrange();
    });
    retint();
    refresh();
}

QWidget *TillPage::buildHead()
{
    auto *head = new QFrame(this);
    head->setObjectName(QStringLiteral("tillHead"));
    FoldingRow *row = FoldingRow::within(head, kEdge, 10);
    auto *names = new QWidget(head);
    auto *column = new QVBoxLayout(names);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QLabel *title = plainLabel(tr("Close the day"), names);
    title->setFont(semibold(titleFont(title->font())));
    m_about = plainLabel({}, "second", names);
    m_about->setObjectName(QStringLiteral("tillAbout"));
    m_about->setFont(captionFont(m_about->font()));
    m_about->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(m_about);
    row->addWidget(names, 1);
    m_day = new FoldButton({}, head);
    m_day->setObjectName(QStringLiteral("tillDay"));
    m_day->setLayoutDirection(Qt::RightToLeft); // the arrow behind the words
    m_day->setToolTip(tr("Another day, and the days that are closed"));
    m_whose = new FoldButton({}, head);
    m_whose->setObjectName(QStringLiteral("tillWhose"));
    m_whose->setLayoutDirection(Qt::RightToLeft);
    m_whose->setToolTip(tr("Whose charges are shown"));
    m_sheet = new FoldButton(tr("Spreadsheet"), head);
    m_sheet->setObjectName(QStringLiteral("tillSheet"));
    m_sheet->setToolTip(tr("Save the charges for a spreadsheet"));
    m_pdf = new FoldButton(tr("PDF"), head);
    m_pdf->setObjectName(QStringLiteral("tillPdf"));
    m_pdf->setToolTip(tr("Save the report as a PDF"));
    m_print = new KeyButton(tr("Print"), desk::Act::Print, head);
    m_print->setObjectName(QStringLiteral("tillPrint"));
    for (QPushButton *one : std::initializer_list<QPushButton *>{m_day, m_whose, m_sheet, m_pdf, m_print}) {
        one->setIconSize({kIcon, kIcon});
        one->setAutoDefault(true);
        row->addWidget(one);
    }
    connect(m_day, &QPushButton::clicked, this, &TillPage::chooseDay);
    connect(m_whose, &QPushButton::clicked, this, &TillPage::chooseWhose);
    connect(m_sheet, &QPushButton::clicked, m_printing, &TillPrinting::saveSheet);
    connect(m_pdf, &QPushButton::clicked, m_printing, &TillPrinting::savePdf);
    connect(m_print, &QPushButton::clicked, this, &TillPage::print);
    return head;
}

QWidget *TillPage::buildBody()
{
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("tillBody"));
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(kEdge, 16, kEdge, 16);
    column->setSpacing(14);
    m_tiles = new TillTiles(body);
    column->addWidget(m_tiles);
    m_people = plainLabel({}, "second", body);
    m_people->setObjectName(QStringLiteral("tillPeople"));
    m_later = plainLabel({}, "time", body);
    m_later->setObjectName(QStringLiteral("tillLater"));
    for (QLabel *label : {m_people, m_later}) {
        label->setFont(smallFont(label->font()));
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_wrong = new TillWrong(m_presenter, m_charges, m_appearance, body);
    column->addWidget(m_wrong);
    m_table = new TillTable(m_presenter.model(), m_appearance, body);
    column->addWidget(m_table, 1);
    m_empty = plainLabel({}, "second", body);
    m_empty->setObjectName(QStringLiteral("tillEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    column->addWidget(m_empty, 1);
    connect(m_table, &TillTable::openRequested, this, [this](int row) { m_presenter.open(row); });
    connect(m_table, &TillTable::menuRequested, this, &TillPage::openRowMenu);
    m_scroll = scrolling(body, this);
    m_scroll->setObjectName(QStringLiteral("tillScroll"));
    return m_scroll;
}

QWidget *TillPage::buildFoot()
{
    auto *foot = new QFrame(this);
    foot->setObjectName(QStringLiteral("tillFoot"));
    FoldingRow *row = FoldingRow::within(foot, kEdge, 9);
    auto *words = new QWidget(foot);
    auto *line = new QHBoxLayout(words);
    line->setContentsMargins(0, 0, 0, 0);
    m_lock = plainLabel({}, words);
    m_footText = plainLabel({}, "second", words);
    m_footText->setObjectName(QStringLiteral("tillFootText"));
    m_footText->setFont(smallFont(m_footText->font()));
    m_footText->setWordWrap(true);
    line->addWidget(m_lock);
    line->addWidget(m_footText, 1);
    row->addWidget(words, 1);
    auto *buttons = new QWidget(foot);
    auto *side = new QHBoxLayout(buttons);
    side->setContentsMargins(0, 0, 0, 0);
    m_pin = pinField("tillPin", buttons);
    m_pin->setAccessibleName(tr("Your PIN"));
    m_pin->setPlaceholderText(tr("Your PIN"));
    m_back = button(tr("Back"), "tillBack", buttons);
    m_close = button(tr("Close the day with PIN…"), "tillClose", buttons);
    m_confirm = button(tr("Close now"), "tillConfirm", buttons);
    for (QPushButton *one : {m_close, m_confirm}) {
        one->setProperty("primary", true);
        one->setFont(bodyFont(one->font()));
    }
    for (QWidget *one : std::initializer_list<QWidget *>{m_pin, m_back, m_close, m_confirm}) {
        side->addWidget(one);
        one->installEventFilter(this);
    }
    row->addWidget(buttons);
    connect(m_back, &QPushButton::clicked, &m_presenter, &desk::TillPresenter::unask);
    connect(m_close, &QPushButton::clicked, &m_presenter, &desk::TillPresenter::ask);
    connect(m_confirm, &QPushButton::clicked, &m_presenter, &desk::TillPresenter::close);
    connect(m_pin, &QLineEdit::returnPressed, &m_presenter, &desk::TillPresenter::close);
    connect(m_pin, &QLineEdit::textEdited, &m_presenter, &desk::TillPresenter::setPin);
    connect(&m_presenter, &desk::TillPresenter::cleared, m_pin, &QLineEdit::clear);
    return foot;
}

QWidget *TillPage::buildSide()
{
    m_side = new QFrame(this);
    m_side->setObjectName(QStringLiteral("tillSide"));
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(14, 12, 14, 12);
    auto *head = new QHBoxLayout;
    QLabel *caption = plainLabel(tr("How it will come out"), "second", m_side);
    caption->setFont(semibold(captionFont(caption->font())));
    caption->setWordWrap(true);
    head->addWidget(caption, 1);
    auto *kinds = new QButtonGroup(this);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(0);
    for (const bool sheet : {false, true}) {
        QPushButton *one = button(sheet ? tr("A4") : tr("80 mm"), sheet ? "tillOnSheet" : "tillOnRoll", m_side);
        m_outs.append(one);
        one->setFont(captionFont(one->font()));
        kinds->addButton(one);
        halves->addWidget(one);
        connect(one, &QPushButton::toggled, this, [this, sheet](bool on) {
            if (on)
                m_preview->setSheet(sheet);
        });
    }
    joinSegments(m_outs);
    head->addLayout(halves);
    column->addLayout(head);
    m_preview = new TillPreview(m_side);
    m_outs.first()->setChecked(true);
    auto *inside = new QWidget;
    inside->setObjectName(QStringLiteral("tillPaper"));
    auto *around = new QVBoxLayout(inside);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(m_preview);
    around->addStretch(1);
    column->addWidget(scrolling(inside, m_side), 1);
    return m_side;
}

void TillPage::refresh()
{
    m_about->setText(m_presenter.aboutText());
    m_day->setWords(escaped(m_presenter.dayText()));
    m_day->setAccessibleName(tr("Day: %1").arg(m_presenter.dayText()));
    m_whose->setWords(escaped(m_presenter.choiceText()));
    m_whose->setAccessibleName(tr("Whose charges: %1").arg(m_presenter.choiceText()));
    const QString empty = m_presenter.emptyText();
    const bool known = m_presenter.isKnown();
    m_empty->setText(empty);
    m_empty->setVisible(!empty.isEmpty());
    m_table->setVisible(empty.isEmpty());
    m_tiles->setVisible(known);
    if (known)
        m_tiles->show(m_presenter.tiles());
    m_later->setText(m_presenter.laterText());
    m_later->setVisible(known && !m_presenter.laterText().isEmpty());
    for (QPushButton *one : std::initializer_list<QPushButton *>{m_sheet, m_pdf, m_print})
        one->setEnabled(known);
    refreshPeople();
    m_wrong->refresh();
    if (known)
        m_preview->show(m_presenter.printed());
    refreshFoot();
}

void TillPage::refreshPeople()
{
    QStringList people;
    for (const desk::TillPresenter::Person &one : m_presenter.people())
        people.append(tr("%1: %2, %3 paid at the bank").arg(one.name, one.charges, one.paid));
    m_people->setText(people.join(QStringLiteral(" · ")));
    // The slip beside it says the same.
    m_people->setVisible(m_presenter.isKnown() && !people.isEmpty() && m_side->isHidden());
}

void TillPage::refreshFoot()
{
    const bool asking = m_presenter.isAsking();
    const bool inFoot = isInFoot();
    m_footText->setText(m_presenter.footText());
    setRole(m_footText, m_presenter.isFootWarning() ? "time" : "second");
    m_close->setVisible(!asking && !m_presenter.isClosed());
    const bool stood = window()->focusWidget() == m_close; // a dialog may still have the keys
    m_close->setEnabled(m_presenter.canClose());
    if (stood && !m_close->isEnabled())
        focusStart(); // it waits for something: whoever stood there goes on at the charges
    // Why it cannot be pressed stands beside it.
    for (QWidget *one : std::initializer_list<QWidget *>{m_close, m_pin})
        one->setAccessibleDescription(m_presenter.footText());
    for (QWidget *one : std::initializer_list<QWidget *>{m_pin, m_back, m_confirm})
        one->setVisible(asking);
    m_confirm->setEnabled(m_presenter.canConfirm());
    if (asking && !m_wasAsking)
        m_pin->setFocus(Qt::OtherFocusReason);
    else if ((m_wasAsking && !asking && (inFoot || !QApplication::focusWidget())) ||
             (m_presenter.isKnown() && std::exchange(m_isArriving, false) && m_day->hasFocus()))
        focusStart();
    m_wasAsking = asking;
}

void TillPage::chooseDay()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tillDayMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    bool inReports = false;
    int reports = 0;
    QMenu *into = menu;
    for (const desk::TillPresenter::Day &one : m_presenter.days()) {
        if (one.isClosed && !std::exchange(inReports, true))
            menu->addSeparator();
        // Older ones by their month.
        reports += one.isClosed ? 1 : 0;
        if (reports > kReportsAtOnce && one.day) {
            const QString month = one.day->toString(QStringLiteral("MM/yyyy"));
            if (into == menu || into->title() != month)
                into = menu->addMenu(month);
        }
        QAction *action = into->addAction(escaped(one.text), this, [this, day = one.day] { m_presenter.choose(day); });
        action->setCheckable(true);
        action->setChecked(one.isChosen);
    }
    menu->popup(m_day->mapToGlobal(QPoint(0, m_day->height())));
}

void TillPage::openRowMenu(int row, const QPoint &globalPlace)
{
    const auto deeds = m_presenter.deedsOf(row);
    if (deeds.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tillRowMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const desk::TillPresenter::Deed &deed : deeds)
        menu->addAction(deed.words, this, deed.act);
    menu->popup(globalPlace);
}

void TillPage::chooseWhose()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tillWhoseMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const desk::TillPresenter::Choice &one : m_presenter.choices()) {
        QAction *action = menu->addAction(escaped(one.text), this, [this, one] { m_presenter.choose(one); });
        action->setCheckable(true);
        action->setChecked(one.isChosen);
    }
    menu->popup(m_whose->mapToGlobal(QPoint(0, m_whose->height())));
}

void TillPage::print()
{
    m_printing->print();
}

void TillPage::retint()
{
    const Theme &theme = m_appearance.theme();
    for (FoldButton *one : {m_day, m_whose})
        one->setIcon(Appearance::icon(QStringLiteral("chevron-down"), theme.text2));
    m_sheet->setIcon(Appearance::icon(QStringLiteral("export"), theme.text2));
    m_pdf->setIcon(Appearance::icon(QStringLiteral("document"), theme.text2));
    m_print->setIcon(Appearance::icon(QStringLiteral("print"), theme.text2));
    m_wrong->retint();
    m_lock->setPixmap(Appearance::pixmap(QStringLiteral("lock"), theme.text2, kIcon, devicePixelRatioF()));
}

void TillPage::arrange()
{
    const qreal scale = textScale();
    m_side->setVisible(width() >= kSideFits * scale);
    refreshPeople();
    m_side->setFixedWidth(qRound(kSide * (1 + (scale - 1) / 2)));
    int half = qRound(kHalf * scale);
    for (const QPushButton *one : std::as_const(m_outs))
        half = qMax(half, one->sizeHint().width());
    for (QPushButton *one : std::as_const(m_outs))
        one->setFixedWidth(half);
}

void TillPage::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

// A held key is not a yes, and the day is closed for good.
bool TillPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool presses = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Space;
        if (key->isAutoRepeat() && presses)
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

void TillPage::focusStart()
{
    m_isArriving = !m_presenter.isKnown(); // there is nothing to close yet
    QWidget *first = m_close->isVisibleTo(this) && m_close->isEnabled() ? static_cast<QWidget *>(m_close)
                     : m_table->isVisibleTo(this)                       ? static_cast<QWidget *>(m_table)
                                                                        : static_cast<QWidget *>(m_day);
    first->setFocus(Qt::OtherFocusReason);
}

bool TillPage::isInFoot() const
{
    return m_close->hasFocus() || m_pin->hasFocus() || m_back->hasFocus() || m_confirm->hasFocus();
}

bool TillPage::movePane(int by)
{
    const bool inFoot = isInFoot();
    const bool inTable = m_table->hasFocus();
    const QWidget *focused = QApplication::focusWidget();
    const bool isInside = focused && isAncestorOf(focused);
    const int now = inTable ? 1 : inFoot ? 2 : isInside ? 0 : by > 0 ? -1 : 3;
    const int next = now + by;
    if (next < 0 || next > 2)
        return false;
    if (next == 1 && m_table->isVisibleTo(this))
        m_table->setFocus(Qt::TabFocusReason);
    else if (next == 2 && m_pin->isVisibleTo(this))
        m_pin->setFocus(Qt::TabFocusReason);
    else if (next == 2 && m_close->isVisibleTo(this) && m_close->isEnabled())
        m_close->setFocus(Qt::TabFocusReason);
    else if (next == 0)
        m_day->setFocus(Qt::TabFocusReason);
    else
        return false;
    return true;
}

} // namespace balcao::ui
