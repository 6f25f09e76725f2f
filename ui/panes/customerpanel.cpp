// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/customerpanel.h"

#include "desk/inboxmodel.h"
#include "ui/panes/avatar.h"
#include "ui/panes/chargelist.h"
#include "ui/panes/consentlist.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/panes/nameedit.h"
#include "ui/panes/shopfoot.h"
#include "ui/panes/tagchips.h"
#include "ui/style/fonts.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTextCursor>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kWidth = 262;
constexpr int kRoomyWidth = 320;

QPushButton *link(const char *name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(QString::fromLatin1(name));
    made->setProperty("link", true);
    made->setFont(captionFont(made->font()));
    return made;
}

} // namespace

CustomerPanel::CustomerPanel(desk::CustomerPresenter &presenter, const desk::ShopPresenter &shop,
                             const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_avatar(new Avatar(appearance, 44, this)),
      m_name(new NameEdit(this)),
      m_phone(plainLabel({}, this)),
      m_reveal(link("reveal", tr("show"), this)),
      m_since(plainLabel({}, "second", this)),
      m_tags(new TagChips(appearance, this)),
      m_note(plainLabel({}, "second", this)),
      m_noteBy(plainLabel({}, "caption", this)),
      m_conflict(plainLabel({}, "time", this)),
      m_noteEditor(new QPlainTextEdit(this)),
      m_choice(new QWidget(this)),
      m_mine(new QPushButton(tr("Keep mine"), m_choice)),
      m_edit(link("editNote", tr("edit"), this)),
      m_problem(plainLabel({}, "danger", this)),
      m_identifiers(plainLabel({}, "caption", this)),
      m_charges(new ChargeList(appearance, this)),
      m_moreCharges(link("moreCharges", {}, this)),
      m_consents(new ConsentList(appearance, this)),
      m_history(new QVBoxLayout),
      m_body(new QWidget(this))
{
    setObjectName(QStringLiteral("customerPanel"));
    setWide(false);
    connect(&appearance, &Appearance::textResized, this, [this] { setWide(m_wide); });
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0); // the hairline
    outer->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("customerScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll, 1);
    outer->addWidget(new ShopFoot(shop, appearance, this));
    m_body->setObjectName(QStringLiteral("customerBody"));
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    column->addWidget(head());
    auto *addTag = link("addTag", tr("change (Ctrl+L)"), this);
    connect(addTag, &QPushButton::clicked, this, &CustomerPanel::tagsRequested);
    column->addWidget(section(tr("Tags"), m_tags, addTag));
    column->addWidget(section(tr("Shop notes"), noteBlock(), m_edit));
    m_chargeSection = section(tr("Pix"), m_charges, m_moreCharges);
    column->addWidget(m_chargeSection);
    connect(m_charges, &ChargeList::chosen, &presenter, &desk::CustomerPresenter::openCharge);
    connect(m_moreCharges, &QPushButton::clicked, &presenter, &desk::CustomerPresenter::showMoreCharges);
    column->addWidget(section(tr("Consent"), m_consents));
    connect(m_consents, &ConsentList::answered, &presenter, &desk::CustomerPresenter::setConsent);
    auto *history = new QWidget(m_body);
    m_history->setContentsMargins(0, 0, 0, 0);
    m_history->setSpacing(3);
    history->setLayout(m_history);
    m_historySection = section(tr("History"), history);
    column->addWidget(m_historySection);
    column->addStretch();
    scroll->setWidget(m_body);
    connect(&m_presenter, &desk::CustomerPresenter::changed, this, &CustomerPanel::refresh);
    refresh();
}

QWidget *CustomerPanel::head()
{
    auto *made = new QWidget(m_body);
    auto *row = new QHBoxLayout(made);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_avatar, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    m_name->setObjectName(QStringLiteral("customerName"));
    m_name->setAccessibleName(tr("Customer's name"));
    m_name->setMaxLength(200);
    m_name->setFont(semibold(headFont(m_name->font())));
    m_name->setProperty("inline", true);
    words->addWidget(m_name);
    auto *phone = new QHBoxLayout;
    phone->setSpacing(6);
    m_phone->setObjectName(QStringLiteral("customerPhone"));
    m_phone->setWordWrap(false);
    m_phone->setFont(smallFont(m_phone->font()));
    phone->addWidget(m_phone);
    phone->addWidget(m_reveal);
    phone->addStretch();
    words->addLayout(phone);
    m_identifiers->setObjectName(QStringLiteral("customerIdentifiers"));
    m_identifiers->setFont(captionFont(m_identifiers->font()));
    words->addWidget(m_identifiers);
    m_since->setFont(captionFont(m_since->font()));
    words->addWidget(m_since);
    row->addLayout(words, 1);
    m_name->installEventFilter(this);
    connect(m_name, &NameEdit::editingFinished, this, [this] { m_presenter.rename(m_name->text()); });
    connect(m_reveal, &QPushButton::clicked, &m_presenter, &desk::CustomerPresenter::reveal);
    return made;
}

QWidget *CustomerPanel::noteBlock()
{
    auto *made = new QWidget(m_body);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    m_note->setObjectName(QStringLiteral("customerNote"));
    m_note->setFont(smallFont(m_note->font()));
    m_noteBy->setFont(captionFont(m_noteBy->font()));
    m_noteEditor->setObjectName(QStringLiteral("noteEditor"));
    m_noteEditor->setAccessibleName(tr("Shop notes about this customer"));
    m_noteEditor->setTabChangesFocus(true);
    m_noteEditor->setFixedHeight(96);
    m_noteEditor->setVisible(false);
    m_noteEditor->installEventFilter(this);
    m_problem->setVisible(false);
    m_conflict->setObjectName(QStringLiteral("noteConflict"));
    m_conflict->setFont(captionFont(m_conflict->font()));
    column->addWidget(m_note);
    column->addWidget(m_noteBy);
    column->addWidget(m_conflict);
    column->addWidget(m_noteEditor);
    column->addWidget(noteChoice());
    column->addWidget(m_problem);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (m_presenter.isEditingNote())
            return m_presenter.keepNote();
        m_presenter.beginNote();
        m_noteEditor->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_noteEditor, &QPlainTextEdit::textChanged, &m_presenter,
            [this] { m_presenter.writeNote(m_noteEditor->toPlainText()); });
    return made;
}

// One below the other: the panel is narrow, and neither is the one that is meant.
QWidget *CustomerPanel::noteChoice()
{
    auto *column = new QVBoxLayout(m_choice);
    column->setContentsMargins(0, 3, 0, 0);
    column->setSpacing(6);
    m_mine->setObjectName(QStringLiteral("noteMine"));
    m_mine->setToolTip(tr("Puts your text in place of the one above"));
    auto *theirs = new QPushButton(tr("Keep the one above"), m_choice);
    theirs->setObjectName(QStringLiteral("noteTheirs"));
    theirs->setToolTip(tr("Leaves the text above as it is and drops yours"));
    for (QPushButton *one : {m_mine, theirs}) {
        one->setAutoDefault(true);
        column->addWidget(one);
    }
    setTabOrder(m_mine, theirs);
    m_choice->setVisible(false);
    connect(m_mine, &QPushButton::clicked, &m_presenter, &desk::CustomerPresenter::keepNote);
    connect(theirs, &QPushButton::clicked, &m_presenter, &desk::CustomerPresenter::keepTheirs);
    return m_choice;
}

QWidget *CustomerPanel::section(const QString &title, QWidget *content, QPushButton *action)
{
    auto *made = new QWidget(m_body);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(hairline(Qt::Horizontal, made));
    auto *row = new QHBoxLayout;
    QLabel *caption = plainLabel(title, "second", made);
    caption->setFont(semibold(captionFont(caption->font())));
    row->addWidget(caption);
    row->addStretch();
    if (action) {
        action->setProperty("atRight", true);
        row->addWidget(action);
    }
    column->addLayout(row);
    column->addWidget(content);
    return made;
}

void CustomerPanel::refreshHistory()
{
    const QStringList texts = m_presenter.historyTexts();
    m_historySection->setVisible(!texts.isEmpty());
    if (texts == m_shownHistory)
        return;
    m_shownHistory = texts;
    while (QLayoutItem *item = m_history->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < texts.size(); ++i) {
        QString words = texts[i];
        // A colleague's name may hold an ampersand, which a button would take for a key.
        auto *line = link("historyLine", words.replace(u'&', QStringLiteral("&&")), m_body);
        line->setAccessibleName(texts[i]);
        line->setToolTip(tr("Show it in the conversation"));
        connect(line, &QPushButton::clicked, &m_presenter, [this, i] { m_presenter.openHistory(i); });
        m_history->addWidget(line, 0, Qt::AlignLeft);
    }
}

void CustomerPanel::refresh()
{
    m_body->setVisible(m_presenter.isKnown());
    if (!m_presenter.isKnown())
        return;
    m_avatar->show(desk::initialsOf(m_presenter.name()), m_presenter.seed());
    if (!m_name->hasFocus() || !m_name->isModified())
        showName();
    m_phone->setText(m_presenter.phoneText());
    m_reveal->setVisible(m_presenter.hasPhone() && !m_presenter.isRevealed());
    const QStringList identifiers = m_presenter.identifierTexts();
    m_identifiers->setText(identifiers.join(QLatin1Char('\n')));
    m_identifiers->setVisible(!identifiers.isEmpty());
    m_since->setText(m_presenter.sinceText());
    refreshTags();
    refreshNote();
    refreshCharges();
    m_consents->show(m_presenter.consents());
    refreshHistory();
}

void CustomerPanel::refreshCharges()
{
    const QList<desk::ChargeLine> lines = m_presenter.charges();
    m_charges->show(lines);
    m_chargeSection->setVisible(!lines.isEmpty());
    m_moreCharges->setText(m_presenter.moreChargesText());
    m_moreCharges->setVisible(!m_presenter.moreChargesText().isEmpty());
}

void CustomerPanel::showName()
{
    m_name->setText(m_presenter.name());
    m_name->setCursorPosition(0); // its beginning is what one wants to read
}

void CustomerPanel::refreshTags()
{
    QStringList names;
    QStringList colours;
    const auto tags = m_presenter.tags();
    for (const auto &tag : tags) {
        names.append(tag.name);
        colours.append(tag.colour);
    }
    static_cast<TagChips *>(m_tags)->show(names, colours);
}

void CustomerPanel::refreshNote()
{
    const bool editing = m_presenter.isEditingNote();
    const bool conflict = m_presenter.isNoteInConflict();
    m_note->setText(m_presenter.note().isEmpty() ? tr("Nothing noted.") : m_presenter.note());
    m_note->setVisible(!editing || conflict);
    m_noteBy->setText(m_presenter.noteByText());
    m_noteBy->setVisible(m_note->isVisibleTo(this) && !m_presenter.noteByText().isEmpty());
    m_conflict->setText(m_presenter.conflictText());
    m_conflict->setVisible(conflict);
    if (m_noteEditor->toPlainText() != m_presenter.noteDraft()) {
        const QSignalBlocker quiet(m_noteEditor);
        m_noteEditor->setPlainText(m_presenter.noteDraft());
        m_noteEditor->moveCursor(QTextCursor::End);
    }
    m_noteEditor->setVisible(editing);
    const bool chose = m_choice->isAncestorOf(QApplication::focusWidget()) && !conflict;
    m_choice->setVisible(conflict);
    m_edit->setVisible(!conflict);
    if (chose) // the buttons are gone: on with what stands in their place
        (editing ? static_cast<QWidget *>(m_noteEditor) : m_edit)->setFocus(Qt::OtherFocusReason);
    m_edit->setText(editing ? tr("keep") : tr("edit"));
    m_problem->setText(m_presenter.problem());
    m_problem->setVisible(!m_presenter.problem().isEmpty());
}

void CustomerPanel::setWide(bool wide)
{
    m_wide = wide;
    const int least = qRound((m_roomy ? kRoomyWidth : kWidth) * textScale());
    setMinimumWidth(least);
    setMaximumWidth(wide ? QWIDGETSIZE_MAX : least);
}

void CustomerPanel::setRoomy(bool roomy)
{
    m_roomy = roomy;
    setWide(m_wide);
}

void CustomerPanel::focusFirst()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

bool CustomerPanel::eventFilter(QObject *watched, QEvent *event)
{
    // Here it means what is being edited, and not what the window does with it.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
        (watched == m_noteEditor || m_name->isModified())) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_name && key->key() == Qt::Key_Escape) {
            showName();
            return true;
        }
        if (watched == m_noteEditor && key->key() == Qt::Key_Escape) {
            m_presenter.dropNote();
            return true;
        }
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (watched == m_noteEditor && enter && (key->modifiers() & Qt::ControlModifier)) {
            // What came meanwhile is not put aside by a key that was on its way already.
            if (m_presenter.isNoteInConflict())
                m_mine->setFocus(Qt::ShortcutFocusReason);
            else
                m_presenter.keepNote();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace balcao::ui
