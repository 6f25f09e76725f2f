// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/pixform.h"

#include "ui/dialogs/amountedit.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/foldingrow.h"
#include "ui/panes/formparts.h"
#include "ui/panes/keylist.h"
#include "ui/style/fonts.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kGap = 6;
constexpr int kBetween = 14;

QLabel *head(const QString &text, QWidget *parent)
{
    QLabel *made = plainLabel(text, "second", parent);
    made->setFont(semibold(smallFont(made->font())));
    made->setWordWrap(false);
    return made;
}

QLabel *caption(const QString &text, QWidget *parent)
{
    QLabel *made = plainLabel(text, "caption", parent);
    made->setFont(captionFont(made->font()));
    return made;
}

/// refresh() says what.
QPushButton *segment(const char *name, QWidget *parent)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setAutoDefault(false);
    made->setFont(smallFont(made->font()));
    return made;
}

} // namespace

PixForm::PixForm(desk::PixPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_amount(new AmountEdit(presenter, this)),
      m_description(new QLineEdit(this)),
      m_count(caption({}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 12);
    column->setSpacing(0);
    buildAmount(*column);
    buildDescription(*column);
    buildKinds(*column);
    buildValidity(*column);
    buildReceiver(*column);
    column->addStretch();
    connect(&presenter, &desk::PixPresenter::changed, this, &PixForm::refresh);
    refresh();
}

void PixForm::buildAmount(QVBoxLayout &column)
{
    QLabel *title = head(tr("Amount"), this);
    title->setBuddy(m_amount->field());
    column.addWidget(title);
    column.addSpacing(kGap);
    column.addWidget(m_amount);
    m_offerRow = new QWidget(this);
    auto *inside = new QVBoxLayout(m_offerRow);
    inside->setContentsMargins(0, kGap, 0, 0);
    auto *row = new FoldingRow;
    inside->addLayout(row); // first, so that it knows whose its parts are
    QLabel *from = caption(tr("From the chat:"), m_offerRow);
    from->setWordWrap(false);
    row->addWidget(from);
    m_offer = new QPushButton(m_offerRow);
    m_offer->setObjectName(QStringLiteral("pixOffer"));
    m_offer->setProperty("offer", true);
    m_offer->setAutoDefault(false);
    m_offer->setFont(semibold(captionFont(m_offer->font())));
    row->addWidget(m_offer);
    auto *help = new QWidget(m_offerRow);
    auto *words = new QHBoxLayout(help);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(kGap);
    words->addWidget(keyCap(QStringLiteral("↓"), help));
    QLabel *uses = caption(tr("uses this amount"), help);
    uses->setWordWrap(false);
    words->addWidget(uses);
    row->addWidget(help);
    column.addWidget(m_offerRow);
    column.addSpacing(kBetween);
    connect(m_offer, &QPushButton::clicked, this, [this] {
        m_presenter.takeOffer();
        focusAmount();
    });
}

void PixForm::buildDescription(QVBoxLayout &column)
{
    auto *titles = new QHBoxLayout;
    titles->setSpacing(8);
    QLabel *title = head(tr("Description"), this);
    title->setBuddy(m_description);
    titles->addWidget(title);
    titles->addWidget(caption(tr("shows in the payer's bank"), this), 1);
    column.addLayout(titles);
    column.addSpacing(kGap);
    m_description->setObjectName(QStringLiteral("pixDescription"));
    m_description->setAccessibleName(tr("Description"));
    m_description->installEventFilter(this);
    m_description->setMaxLength(desk::PixPresenter::kLongestDescription);
    auto *inside = new QHBoxLayout(m_description);
    inside->setContentsMargins(0, 0, 10, 0);
    inside->addStretch();
    m_count->setWordWrap(false);
    m_count->setAttribute(Qt::WA_TransparentForMouseEvents);
    inside->addWidget(m_count);
    column.addWidget(m_description);
    column.addSpacing(kBetween);
    connect(m_description, &QLineEdit::textEdited, &m_presenter, &desk::PixPresenter::setDescription);
}

void PixForm::buildKinds(QVBoxLayout &column)
{
    column.addWidget(head(tr("Kind"), this));
    column.addSpacing(kGap);
    m_oneKind = plainLabel({}, this);
    m_oneKind->setObjectName(QStringLiteral("pixKind"));
    column.addWidget(m_oneKind);
    m_kindRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_kindRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_kinds = new QButtonGroup(this);
    QList<QPushButton *> parts;
    for (const ChargeKind kind : {ChargeKind::Bank, ChargeKind::Shop}) {
        QPushButton *made = segment(kind == ChargeKind::Bank ? "pixBank" : "pixShop", m_kindRow);
        parts.append(made);
        m_kinds->addButton(made, static_cast<int>(kind));
        row->addWidget(made, 1);
    }
    joinSegments(parts);
    column.addWidget(m_kindRow);
    column.addSpacing(kBetween);
    connect(m_kinds, &QButtonGroup::idClicked, this,
            [this](int kind) { m_presenter.setKind(static_cast<ChargeKind>(kind)); });
}

void PixForm::buildValidity(QVBoxLayout &column)
{
    m_validityPart = new QWidget(this);
    auto *part = new QVBoxLayout(m_validityPart);
    part->setContentsMargins(0, 0, 0, kBetween);
    part->setSpacing(kGap);
    part->addWidget(head(tr("Valid until"), m_validityPart));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_validities = new QButtonGroup(this);
    QList<QPushButton *> parts;
    static constexpr const char *kNames[] = {"pixHalfHour", "pixHour", "pixToday", "pixTomorrow", "pixOther"};
    for (int i = 0; i < static_cast<int>(std::size(kNames)); ++i) {
        QPushButton *made = segment(kNames[i], m_validityPart);
        parts.append(made);
        m_validities->addButton(made, i);
        row->addWidget(made, 1);
    }
    joinSegments(parts);
    part->addLayout(row);
    m_other = new QLineEdit(m_validityPart);
    m_other->setObjectName(QStringLiteral("pixOtherWords"));
    m_other->setAccessibleName(tr("Valid until"));
    m_other->setPlaceholderText(tr("tomorrow 18h, friday, 25/11 14:30"));
    part->addWidget(m_other);
    column.addWidget(m_validityPart);
    connect(m_validities, &QButtonGroup::idClicked, this,
            [this](int which) { m_presenter.setValidity(static_cast<desk::PixValidity>(which)); });
    connect(m_other, &QLineEdit::textEdited, this, [this](const QString &text) { m_presenter.setValidityWords(text); });
}

void PixForm::buildReceiver(QVBoxLayout &column)
{
    column.addWidget(head(tr("Who receives"), this));
    column.addSpacing(kGap);
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    card->setFrameShape(QFrame::StyledPanel);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(14, 8, 12, 8);
    row->setSpacing(14);
    QLabel *bank = plainLabel({}, card);
    bank->setPixmap(Appearance::pixmap(QStringLiteral("bank"), m_appearance.theme().accent, 20, devicePixelRatioF()));
    row->addWidget(bank, 0, Qt::AlignVCenter);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(1);
    m_name = plainLabel({}, card);
    m_name->setObjectName(QStringLiteral("pixReceiver"));
    m_name->setFont(semibold(m_name->font()));
    m_key = plainLabel({}, "second", card);
    m_place = plainLabel({}, "second", card);
    m_number = plainLabel({}, "second", card);
    m_number->setObjectName(QStringLiteral("pixNumber"));
    for (QLabel *one : {m_key, m_place, m_number})
        one->setFont(smallFont(one->font()));
    m_settings = new QPushButton(tr("Say to which key it is paid…"), card);
    m_settings->setObjectName(QStringLiteral("pixSettings"));
    m_settings->setProperty("link", true);
    m_settings->setAutoDefault(false);
    connect(m_settings, &QPushButton::clicked, this, &PixForm::settingsRequested);
    for (QWidget *one : std::initializer_list<QWidget *>{m_name, m_key, m_place, m_number, m_settings})
        lines->addWidget(one);
    row->addLayout(lines, 1);
    auto *side = new QVBoxLayout;
    side->setSpacing(1);
    m_ours = new QWidget(card);
    auto *ours = new QHBoxLayout(m_ours);
    ours->setContentsMargins(0, 0, 0, 0);
    ours->setSpacing(5);
    QLabel *shield = plainLabel({}, m_ours);
    shield->setPixmap(
        Appearance::pixmap(QStringLiteral("verified"), m_appearance.theme().accent, 14, devicePixelRatioF()));
    ours->addWidget(shield);
    QLabel *words = plainLabel(tr("The shop's account"), "accent", m_ours);
    words->setFont(semibold(captionFont(words->font())));
    words->setWordWrap(false);
    ours->addWidget(words);
    side->addWidget(m_ours, 0, Qt::AlignRight);
    side->addStretch();
    m_since = caption({}, card);
    m_since->setWordWrap(false);
    side->addWidget(m_since, 0, Qt::AlignRight);
    row->addLayout(side);
    column.addWidget(card);
    column.addSpacing(kGap);
    auto *lock = new QHBoxLayout;
    lock->setSpacing(kGap);
    QLabel *sign = plainLabel({}, this);
    sign->setPixmap(Appearance::pixmap(QStringLiteral("lock"), m_appearance.theme().text3, 14, devicePixelRatioF()));
    lock->addWidget(sign);
    lock->addWidget(caption(tr("Only a manager changes the key, with the PIN. Every change is written down."), this),
                    1);
    column.addLayout(lock);
}

void PixForm::refresh()
{
    const bool typing = m_presenter.isTyping();
    m_offer->setText(m_presenter.offerText());
    m_offerRow->setVisible(!m_presenter.offerText().isEmpty());
    m_offer->setAccessibleName(tr("Use %1").arg(m_presenter.offerText()));
    if (m_description->text() != m_presenter.description())
        m_description->setText(m_presenter.description());
    m_description->setReadOnly(!typing);
    m_count->setText(tr("%1/%2").arg(m_presenter.description().size()).arg(desk::PixPresenter::kLongestDescription));
    m_description->setTextMargins(0, 0, m_count->sizeHint().width() + 6, 0);
    const auto kinds = m_presenter.kinds();
    m_oneKind->setText(kinds.first().text);
    m_oneKind->setVisible(kinds.size() == 1);
    m_kindRow->setVisible(kinds.size() > 1);
    for (const auto &one : kinds)
        m_kinds->button(static_cast<int>(one.kind))->setText(one.text);
    m_kinds->button(static_cast<int>(m_presenter.kind()))->setChecked(true);
    m_kindRow->setEnabled(typing);
    const bool ends = m_presenter.kind() == ChargeKind::Bank;
    m_validityPart->setVisible(ends);
    m_validityPart->setEnabled(typing);
    const QStringList validities = m_presenter.validities();
    for (int i = 0; i < validities.size(); ++i)
        m_validities->button(i)->setText(validities[i]);
    m_validities->button(static_cast<int>(m_presenter.validity()))->setChecked(true);
    m_other->setVisible(ends && m_presenter.validity() == desk::PixValidity::Other);
    refreshReceiver();
}

void PixForm::refreshReceiver()
{
    const bool known = m_presenter.hasAccount();
    m_name->setText(known                        ? m_presenter.receiverName()
                    : m_presenter.lacksAccount() ? tr("The shop has not said yet to which key it is paid.")
                                                 : QString());
    m_key->setText(m_presenter.receiverKey());
    m_place->setText(m_presenter.receiverPlace());
    m_since->setText(m_presenter.receiverSince());
    for (QWidget *one : std::initializer_list<QWidget *>{m_key, m_place, m_ours})
        one->setVisible(known);
    m_since->setVisible(!m_presenter.receiverSince().isEmpty());
    m_number->setText(m_presenter.numberText());
    m_number->setVisible(!m_presenter.numberText().isEmpty());
    setRole(m_number, m_presenter.numberStanding() == desk::NumberWords::Standing::Doubtful ? "time" : "second");
    const bool asks = m_presenter.lacksAccount();
    m_settings->setVisible(asks && m_presenter.mayManage());
    if (asks && !m_presenter.mayManage()) {
        m_key->setText(tr("A manager does it in the settings, under “Receiving”."));
        m_key->show();
    }
}

void PixForm::focusAmount()
{
    m_amount->field()->setFocus(Qt::OtherFocusReason);
}

bool PixForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_description || event->type() != QEvent::KeyPress ||
        static_cast<QKeyEvent *>(event)->key() != Qt::Key_Down)
        return QWidget::eventFilter(watched, event);
    m_presenter.takeOffer(); // the scroll area around would take it
    return true;
}

} // namespace balcao::ui
