// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/amountedit.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>

namespace balcao::ui {

namespace {

constexpr int kShownKeys = 9; ///< as many as the largest amount has digits
constexpr int kPad = 14;
constexpr int kGap = 6;

} // namespace

AmountField::AmountField(desk::PixPresenter &presenter, QWidget *parent) : QLineEdit(parent), m_presenter(presenter)
{
    setObjectName(QStringLiteral("pixAmount"));
    setFrame(false);
    setFont(semibold(scaledFont(font(), 34)));
    setPlaceholderText(QStringLiteral("0,00"));
    setAccessibleName(tr("Amount in reais"));
    setAccessibleDescription(tr("Type digits only: they move in from the right"));
    setContextMenuPolicy(Qt::NoContextMenu);
    setAcceptDrops(false);
    setInputMethodHints(Qt::ImhDigitsOnly);
    // Whatever else writes into it (an input method, a middle click) is read as a whole amount, or not at all.
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_presenter.paste(text);
        refresh();
    });
    connect(&presenter, &desk::PixPresenter::changed, this, &AmountField::refresh);
    refresh();
}

void AmountField::refresh()
{
    const Money amount = m_presenter.amount();
    const QString shown = amount.centavos > 0 ? moneyShown(amount) : QString();
    if (text() != shown) {
        const QSignalBlocker quiet(this);
        setText(shown);
    }
    setReadOnly(!m_presenter.isTyping());
    end(false);
}

void AmountField::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && typed.size() == 1 && typed[0] >= u'0' && typed[0] <= u'9')
        return m_presenter.pushDigit(typed[0].digitValue());
    if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)
        return m_presenter.removeDigit();
    if (event->key() == Qt::Key_Down) // the scroll area around would take it
        return m_presenter.takeOffer();
    if (event->matches(QKeySequence::Paste)) {
        m_presenter.paste(QGuiApplication::clipboard()->text());
        return;
    }
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::SelectAll))
        return QLineEdit::keyPressEvent(event);
    // Letters, commas and dots do nothing; whatever else is the dialog's.
    const bool isText = plain && !typed.isEmpty() && typed[0].isPrint();
    event->setAccepted(isText);
}

void AmountField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    deselect(); // Tab selects all: nothing of it is replaced by typing
    Q_EMIT focusChanged(true);
}

void AmountField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    Q_EMIT focusChanged(false);
}

AmountEdit::AmountEdit(desk::PixPresenter &presenter, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_field(new AmountField(presenter, this)),
      m_sign(plainLabel(QStringLiteral("R$"), "second", this)),
      m_side(new QWidget(this))
{
    setObjectName(QStringLiteral("amountBox"));
    setFrameShape(QFrame::StyledPanel);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kPad, 6, kPad, 6);
    row->setSpacing(kGap);
    m_sign->setFont(scaledFont(m_sign->font(), 20));
    m_sign->setWordWrap(false);
    row->addWidget(m_sign);
    row->addWidget(m_field, 1);
    row->addWidget(m_side);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(4);
    auto *hint = plainLabel(tr("Type only the digits"), "caption", m_side);
    hint->setFont(captionFont(hint->font()));
    hint->setWordWrap(false);
    side->addStretch();
    side->addWidget(hint, 0, Qt::AlignRight);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(3);
    keys->addStretch();
    for (int i = 0; i < kShownKeys; ++i) {
        QLabel *key = keyCap({}, m_side);
        key->hide();
        m_keys.append(key);
        keys->addWidget(key);
    }
    side->addLayout(keys);
    side->addStretch();
    connect(m_field, &AmountField::focusChanged, this, [this](bool in) {
        setProperty("typing", in);
        restyle(this);
    });
    connect(&presenter, &desk::PixPresenter::changed, this, &AmountEdit::refresh);
    refresh();
}

int AmountEdit::needs(const QString &amount) const
{
    return 2 * kPad + m_sign->sizeHint().width() + m_field->fontMetrics().horizontalAdvance(amount) + 4 * kGap;
}

QSize AmountEdit::minimumSizeHint() const
{
    return {needs(moneyShown(desk::kMostCharged)), QFrame::minimumSizeHint().height()};
}

void AmountEdit::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeSide();
}

// The amount is never cut; the keys are only to look at.
void AmountEdit::placeSide()
{
    m_side->setVisible(width() >= needs(moneyShown(m_presenter.amount())) + m_side->sizeHint().width());
    layout()->activate(); // what is typed next must not be painted in the old room
}

void AmountEdit::refresh()
{
    const qint64 centavos = m_presenter.amount().centavos;
    const QString digits = centavos > 0 ? QString::number(centavos) : QString();
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        m_keys[i]->setText(digits.mid(i, 1));
        m_keys[i]->setVisible(i < digits.size());
    }
    m_side->layout()->activate();
    placeSide();
}

} // namespace balcao::ui
