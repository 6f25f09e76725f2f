// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/proofstrip.h"

#include "ui/panes/formparts.h"
#include "ui/panes/keybutton.h"
#include "ui/style/fonts.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kSide = 14;
constexpr int kRoomy = 560; ///< height of the whole thread

} // namespace

ProofStrip::ProofStrip(desk::ProofPresenter &proof, desk::ComposerPresenter &composer, const Appearance &appearance,
                       QWidget *parent)
    : QFrame(parent),
      m_proof(proof),
      m_composer(composer),
      m_appearance(appearance),
      m_icon(new QLabel(this)),
      m_title(plainLabel({}, "time", this)),
      m_detail(plainLabel({}, "time", this)),
      m_parts(new QVBoxLayout),
      m_reply(new KeyButton(tr("Answer politely"), desk::Act::QuickReply, this)),
      m_none(new FoldButton(tr("It is no receipt"), this))
{
    setObjectName(QStringLiteral("proof"));
    auto *row = new QHBoxLayout(this);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(m_parts, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_title->setObjectName(QStringLiteral("proofTitle"));
    m_title->setFont(semibold(bodyFont(m_title->font())));
    m_detail->setFont(smallFont(m_detail->font()));
    words->addWidget(m_title);
    words->addWidget(m_detail);
    m_parts->addLayout(words, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_reply->setObjectName(QStringLiteral("proofReply"));
    m_none->setObjectName(QStringLiteral("proofNone"));
    m_none->setProperty("flat", true);
    for (FoldButton *one : std::initializer_list<FoldButton *>{m_reply, m_none}) {
        one->setAccessibleName(one->text());
        buttons->addWidget(one);
    }
    buttons->addStretch();
    m_parts->addLayout(buttons);
    parent->installEventFilter(this);
    connect(m_reply, &QPushButton::clicked, this, [this] { m_composer.insertReply(m_proof.reply()); });
    connect(m_none, &QPushButton::clicked, &m_proof, &desk::ProofPresenter::dismiss);
    connect(&m_proof, &desk::ProofPresenter::changed, this, &ProofStrip::refresh);
    connect(&m_composer, &desk::ComposerPresenter::changed, this, &ProofStrip::refresh);
    connect(&appearance, &Appearance::changed, this, &ProofStrip::refresh);
    connect(&appearance, &Appearance::textResized, this, &ProofStrip::arrange);
    refresh();
}

void ProofStrip::arrange()
{
    const bool scarce = parentWidget()->height() < kRoomy * textScale();
    m_detail->setVisible(!scarce);
    m_parts->setDirection(scarce ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_parts->setSpacing(scarce ? 4 : 8);
    layout()->setContentsMargins(kSide, scarce ? 4 : 10, kSide, scarce ? 4 : 10);
    m_reply->setKeyShown(!scarce);
    const int needed = m_reply->wholeWidth() + m_none->wholeWidth() + 4 * kSide;
    for (FoldButton *one : std::initializer_list<FoldButton *>{m_reply, m_none}) {
        one->setFolded(scarce || needed > parentWidget()->width());
        one->setToolTip(plainTip(one->isFolded() ? one->accessibleName() : QString()));
    }
    m_none->setIcon(m_none->isFolded() ? Appearance::icon(QStringLiteral("close"), m_appearance.theme().time)
                                       : QIcon());
    if (m_composer.isLocked())
        m_reply->setToolTip(plainTip(m_composer.lockTitle()));
}

bool ProofStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && !isHidden())
        arrange();
    return QFrame::eventFilter(watched, event);
}

void ProofStrip::refresh()
{
    const QString title = m_proof.title();
    const bool isNew = title != m_title->text() && !title.isEmpty();
    const Theme &theme = m_appearance.theme();
    m_icon->setPixmap(Appearance::pixmap(QStringLiteral("receipt"), theme.time, 18, devicePixelRatioF()));
    m_title->setText(title);
    m_detail->setText(m_proof.detail());
    m_reply->setIcon(Appearance::icon(QStringLiteral("quick-reply"), theme.text2));
    m_reply->setEnabled(!m_composer.isLocked());
    setAccessibleName(title);
    setVisible(!title.isEmpty());
    if (!title.isEmpty())
        arrange();
    if (!isNew)
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace balcao::ui
