// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/composer.h"

#include "desk/composerpresenter.h"
#include "desk/spellingpresenter.h"
#include "ui/dialogs/emojidialog.h"
#include "ui/dialogs/foreignpixdialog.h"
#include "ui/panes/draftedit.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/panes/keybutton.h"
#include "ui/panes/lockbar.h"
#include "ui/panes/spellmenu.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QTextCursor>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kLeastHeight = 34;
constexpr int kEditorAround = 16; ///< border, padding and margins of what is written
constexpr int kMostHeight = 160;
constexpr int kLeastWidth = 400;
constexpr int kWordGap = 4;
constexpr int kSide = 12;
constexpr int kAboveTools = 6;
constexpr int kToolEdge = 5; ///< of one without words, around its icon; so that the first icon stands below the editor
constexpr int kTool = 18;

void setFlag(QWidget *widget, const char *name, bool on)
{
    if (widget->property(name).toBool() == on)
        return;
    widget->setProperty(name, on);
    restyle(widget);
}

} // namespace

Composer::Composer(desk::ComposerPresenter &presenter, desk::SpellingPresenter &spelling, const Appearance &appearance,
                   QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_to(new ElidedLabel("second", this)),
      m_toName(new ElidedLabel(nullptr, this)),
      m_lock(new LockBar(appearance, this)),
      m_window(plainLabel({}, "caption", this)),
      m_note(new ElidedLabel("caption", this)),
      m_editor(new DraftEdit(this)),
      m_replies(new KeyButton({}, desk::Act::QuickReply, this)),
      m_emoji(new QPushButton(this)),
      m_teamNote(new KeyButton(tr("Note"), desk::Act::TeamNote, this)),
      m_pix(new KeyButton(tr("Pix"), desk::Act::Pix, this)),
      m_remind(new FoldButton(tr("Remind me to call"), this)),
      m_sendNext(new QPushButton(tr("Send and next"), this)),
      m_send(new FoldButton(tr("Send"), this))
{
    setObjectName(QStringLiteral("composer"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_lock);
    auto *column = new QVBoxLayout;
    outer->addLayout(column);
    column->setContentsMargins(kSide, 6, kSide, kAboveTools);
    column->setSpacing(6);
    buildHead(*column);
    m_editor->setObjectName(QStringLiteral("editor"));
    m_editor->setAccessibleName(tr("Reply"));
    m_editor->setPlaceholderText(tr("Write a reply"));
    m_editor->setTabChangesFocus(true);
    m_editor->document()->setDocumentMargin(1);
    m_editor->document()->clearUndoRedoStacks(); // Ctrl+Z is not to take that back
    m_editor->installEventFilter(this);
    const auto offer = [this, &spelling, &appearance] { new SpellMenu(spelling, *m_editor, appearance); };
    if (spelling.isOffered())
        offer();
    else
        connect(&spelling, &desk::SpellingPresenter::offered, this, offer);
    column->addWidget(m_editor);
    m_tools = tools(appearance);
    outer->addWidget(m_tools);

    connect(m_editor, &DraftEdit::fileOffered, &presenter, &desk::ComposerPresenter::tellNoFiles);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        m_presenter.setText(m_editor->toPlainText());
        growEditor();
    });
    connect(m_send, &QPushButton::clicked, &m_presenter, &desk::ComposerPresenter::send);
    connect(m_sendNext, &QPushButton::clicked, &m_presenter, &desk::ComposerPresenter::sendAndNext);
    connect(m_teamNote, &QPushButton::toggled, &m_presenter, &desk::ComposerPresenter::setNote);
    connect(&m_presenter, &desk::ComposerPresenter::changed, this, &Composer::refresh);
    connect(&m_presenter, &desk::ComposerPresenter::fieldWanted, this, [this] { nextField(0); });
    connect(&m_presenter, &desk::ComposerPresenter::foreignPixFound, this, &Composer::askForeignPix);
    connect(&m_presenter, &desk::ComposerPresenter::inserted, this, &Composer::insert);
    connect(&m_presenter, &desk::ComposerPresenter::tookBack, this, [this] {
        refresh();
        focusEditor();
    });
    refresh();
    growEditor();
}

void Composer::buildHead(QVBoxLayout &column)
{
    auto *head = new QHBoxLayout;
    auto *whom = new QHBoxLayout;
    whom->setSpacing(kWordGap);
    m_to->setObjectName(QStringLiteral("composerTo"));
    m_toName->setObjectName(QStringLiteral("composerToName"));
    m_note->setObjectName(QStringLiteral("composerNote"));
    m_window->setObjectName(QStringLiteral("composerWindow"));
    for (QLabel *one : {m_to, m_toName, m_note, m_window})
        one->setFont(captionFont(one->font()));
    m_toName->setFont(semibold(m_toName->font()));
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_window->setWordWrap(false);
    for (QLabel *one : {m_to, m_toName}) {
        one->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); // whom it is for comes first
        whom->addWidget(one);
    }
    head->addLayout(whom);
    head->addWidget(m_note, 1);
    head->addWidget(m_window);
    column.addLayout(head);
}

QWidget *Composer::tools(const Appearance &appearance)
{
    const Theme &theme = appearance.theme();
    auto *made = new QWidget(this);
    auto *row = new QHBoxLayout(made);
    row->setContentsMargins(kSide - kToolEdge, 0, kSide, 8);
    row->setSpacing(4);
    m_replies->setObjectName(QStringLiteral("quickReply"));
    m_replies->setAccessibleName(tr("Quick reply"));
    m_replies->setIcon(Appearance::icon(QStringLiteral("quick-reply"), theme.text2, theme.disabled));
    connect(m_replies, &QPushButton::clicked, this, &Composer::repliesRequested);
    m_emoji->setObjectName(QStringLiteral("emoji"));
    m_emoji->setAccessibleName(tr("Emoji"));
    m_emoji->setIcon(Appearance::icon(QStringLiteral("emoji"), theme.text2, theme.disabled));
    connect(m_emoji, &QPushButton::clicked, this, &Composer::openEmoji);
    m_teamNote->setObjectName(QStringLiteral("teamNote"));
    m_teamNote->setCheckable(true);
    m_teamNote->setAccessibleName(tr("Team note"));
    m_teamNote->setIcon(Appearance::icon(QStringLiteral("note"), theme.text2));
    m_teamNote->setToolTip(tr("Only the team sees it (F7)"));
    m_pix->setObjectName(QStringLiteral("pix"));
    m_pix->setAccessibleName(tr("Charge with Pix"));
    m_pix->setIcon(Appearance::icon(QStringLiteral("pix"), theme.text2, theme.disabled));
    connect(m_pix, &QPushButton::clicked, this, &Composer::pixRequested);
    m_sendNext->setObjectName(QStringLiteral("sendNext"));
    m_sendNext->setToolTip(tr("Ctrl+Enter"));
    m_remind->setObjectName(QStringLiteral("remind"));
    m_remind->setAccessibleName(tr("Remind me to call"));
    m_remind->setIcon(Appearance::icon(QStringLiteral("snoozed"), theme.text2));
    m_remind->setToolTip(tr("Snooze (Ctrl+D)"));
    m_remind->hide();
    connect(m_remind, &QPushButton::clicked, this, &Composer::remindRequested);
    for (QPushButton *quiet :
         std::initializer_list<QPushButton *>{m_replies, m_emoji, m_teamNote, m_remind, m_sendNext})
        quiet->setProperty("quiet", true);
    for (QPushButton *tool : std::initializer_list<QPushButton *>{m_replies, m_emoji, m_teamNote}) {
        tool->setProperty("tool", true);
        tool->setIconSize({kTool, kTool});
    }
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setProperty("primary", true);
    m_send->setIcon(Appearance::icon(QStringLiteral("send"), theme.onAccent, theme.disabled));
    m_send->setToolTip(tr("Enter"));
    row->addWidget(m_replies);
    row->addWidget(m_emoji);
    row->addWidget(m_teamNote);
    row->addWidget(m_pix);
    row->addStretch();
    row->addWidget(m_remind);
    row->addWidget(m_sendNext);
    row->addWidget(m_send);
    return made;
}

void Composer::refresh()
{
    if (m_editor->toPlainText() != m_presenter.text()) {
        const QSignalBlocker quiet(m_editor);
        m_editor->setPlainText(m_presenter.text());
        m_editor->moveCursor(QTextCursor::End);
        growEditor();
    }
    const bool note = m_presenter.isNote();
    const bool locked = m_presenter.isLocked();
    refreshHead();
    m_lock->show(m_presenter.lockTitle(), m_presenter.lockText(), m_presenter.lockBrief());
    m_editor->setReadOnly(locked);
    m_editor->setPlaceholderText(note     ? tr("Only the team sees it")
                                 : locked ? tr("Only a note for the team can be written now (F7)")
                                          : tr("Write a reply"));
    m_editor->setAccessibleName(note ? tr("Team note") : tr("Reply"));
    m_editor->setAccessibleDescription(m_presenter.lockText());
    setFlag(m_editor, "shut", locked);
    setFlag(this, "note", note);
    refreshTools();
    fitTools();
}

void Composer::refreshHead()
{
    m_to->setText(m_presenter.toText());
    m_toName->setText(m_presenter.toName());
    m_note->setText(m_presenter.noteText());
    setRole(m_note, m_presenter.isWarning() ? "danger" : "caption");
    m_window->setText(m_presenter.countdownText());
    m_window->setVisible(!m_presenter.countdownText().isEmpty());
    setRole(m_window, m_presenter.isClosingSoon() ? "time" : "caption");
}

void Composer::refreshTools()
{
    const bool note = m_presenter.isNote();
    const bool locked = m_presenter.isLocked() && !m_presenter.lockText().isEmpty();
    const QString why = m_presenter.lockTitle() + u' ' + m_presenter.lockText();
    m_replies->setEnabled(!locked);
    if (locked)
        m_replies->setToolTip(plainTip(why));
    else
        m_replies->setToolTip(tr("Quick reply (F4)"));
    m_emoji->setEnabled(!locked);
    if (locked)
        m_emoji->setToolTip(plainTip(why));
    else
        m_emoji->setToolTip(tr("Emoji (Ctrl+.)"));
    const QString noPix = m_presenter.pixWaitsText();
    m_pix->setEnabled(noPix.isEmpty());
    m_pix->setAccessibleDescription(noPix);
    if (noPix.isEmpty())
        m_pix->setToolTip(tr("Charge with Pix (F9)"));
    else
        m_pix->setToolTip(plainTip(noPix));
    const QSignalBlocker quiet(m_teamNote);
    m_teamNote->setChecked(note);
    m_send->setWords(m_presenter.sendText());
    m_send->setEnabled(m_presenter.canSend());
    if (locked)
        m_send->setToolTip(plainTip(why));
    else
        m_send->setToolTip(tr("Enter"));
    m_sendNext->setEnabled(m_presenter.canSend());
    m_remind->setVisible(locked);
}

void Composer::growEditor()
{
    const int lines = qMax(1, static_cast<int>(m_editor->document()->size().height()));
    const int wanted = lines * m_editor->fontMetrics().lineSpacing() + kEditorAround;
    m_editor->setVerticalScrollBarPolicy(wanted > kMostHeight ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_editor->setFixedHeight(qBound(kLeastHeight, wanted, kMostHeight));
}

QSize Composer::minimumSizeHint() const
{
    return {kLeastWidth, QFrame::minimumSizeHint().height()};
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitTools();
}

/// With its words and its key, whether it shows them or not.
int Composer::wholeWidth(const QWidget &tool)
{
    const auto *folds = qobject_cast<const FoldButton *>(&tool);
    const auto *key = qobject_cast<const KeyButton *>(&tool);
    return (folds ? folds->wholeWidth() : tool.sizeHint().width()) + (key && !key->isKeyShown() ? key->keyRoom() : 0);
}

// Words go one after the other, then the keys; tool tips stay.
void Composer::fitTools()
{
    if (!m_tools)
        return;
    const QLayout &row = *m_tools->layout();
    const QMargins around = row.contentsMargins();
    int left = m_tools->width() - around.left() - around.right() - row.spacing() * (row.count() - 1);
    for (int i = 0; i < row.count(); ++i) {
        const QWidget *one = row.itemAt(i)->widget();
        if (one && one != m_sendNext && !one->isHidden())
            left -= wholeWidth(*one);
    }
    for (FoldButton *one : std::initializer_list<FoldButton *>{m_remind, m_teamNote, m_pix}) {
        const bool folds = left < 0 && !one->isHidden();
        const int whole = one->wholeWidth();
        one->setFolded(folds);
        if (folds)
            left += whole - one->sizeHint().width();
    }
    const bool keysFit = left >= 0;
    for (KeyButton *one : {m_replies, m_teamNote, m_pix})
        one->setKeyShown(keysFit);
    m_sendNext->setVisible(m_remind->isHidden() && keysFit && left >= m_sendNext->sizeHint().width());
}

void Composer::insert(const QString &text)
{
    // A question in brackets is for the person to answer: the first one is marked, so that typing replaces it.
    static const QRegularExpression question(QStringLiteral("\\[[^\\]\\n]{1,60}\\]|\\{[^{}\\n]{1,40}\\?\\}"));
    QTextCursor cursor = m_editor->textCursor();
    const int start = cursor.selectionStart();
    cursor.insertText(text);
    const auto asked = question.match(text);
    if (asked.hasMatch()) {
        cursor.setPosition(start + static_cast<int>(asked.capturedStart()));
        cursor.setPosition(start + static_cast<int>(asked.capturedEnd()), QTextCursor::KeepAnchor);
    }
    m_editor->setTextCursor(cursor);
    focusEditor();
}

bool Composer::nextField(int place)
{
    const auto field = m_presenter.fieldFrom(place);
    if (!field)
        return false;
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(field->first);
    cursor.setPosition(field->first + field->second, QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
    focusEditor();
    return true;
}

void Composer::openEmoji()
{
    if (m_editor->isReadOnly())
        return;
    m_presenter.emoji().reload();
    auto *dialog = new EmojiDialog(m_presenter.emoji(), this);
    connect(dialog, &EmojiDialog::picked, this, [this, about = m_presenter.conversation()](const QString &glyph) {
        if (m_presenter.conversation() == about)
            m_editor->textCursor().insertText(glyph);
    });
    connect(dialog, &QDialog::finished, this, [this] {
        window()->activateWindow();
        focusEditor();
    });
    dialog->setModal(true);
    dialog->open();
}

void Composer::askForeignPix(const QString &what)
{
    auto *dialog = new ForeignPixDialog(what, this);
    connect(dialog, &QDialog::accepted, &m_presenter, &desk::ComposerPresenter::sendForeignPix);
    connect(dialog, &QDialog::finished, this, [this] {
        window()->activateWindow();
        focusEditor();
    });
    dialog->setModal(true);
    dialog->open();
}

void Composer::focusEditor()
{
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

bool Composer::takeKey(const QKeyEvent &key)
{
    if (key.key() == Qt::Key_Period && (key.modifiers() & Qt::ControlModifier)) {
        openEmoji();
        return true;
    }
    if (key.key() == Qt::Key_Tab && key.modifiers() == Qt::NoModifier && !m_editor->isReadOnly())
        return nextField(m_editor->textCursor().selectionEnd());
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!enter || (key.modifiers() & Qt::ShiftModifier))
        return false;
    if (key.isAutoRepeat())
        return true;
    if (key.modifiers() & Qt::ControlModifier)
        m_presenter.sendAndNext();
    else
        m_presenter.send();
    return true;
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        return takeKey(*static_cast<QKeyEvent *>(event));
    // Ctrl+Z is the editor's while it has something to undo, else the last act's.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) && !m_editor->document()->isUndoAvailable()) {
            key->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::Resize)
        growEditor();
    return QFrame::eventFilter(watched, event);
}

} // namespace balcao::ui
