// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/pixpreview.h"

#include "ui/dialogs/qrview.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/panes/leadlabel.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kQr = 159;               ///< as drawn; to be read by a camera there is the whole screen
constexpr qsizetype kShortAmount = 12; ///< beside the QR in the large letters

} // namespace

PixPreview::PixPreview(desk::PixPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_title(plainLabel({}, "second", this)),
      m_help(plainLabel({}, "caption", this)),
      m_show(new QPushButton(tr("Show the QR on the screen"), this)),
      m_proof(new LeadLabel("second", this))
{
    setObjectName(QStringLiteral("pixPreview"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 12);
    column->setSpacing(6);
    m_title->setFont(semibold(smallFont(m_title->font())));
    column->addWidget(m_title);
    column->addWidget(bubble(appearance));
    auto *below = new QHBoxLayout;
    m_help->setFont(captionFont(m_help->font()));
    below->addWidget(m_help, 1);
    m_show->setObjectName(QStringLiteral("pixShow"));
    m_show->setProperty("link", true);
    m_show->setAutoDefault(false);
    m_show->setFont(captionFont(m_show->font()));
    m_show->setToolTip(tr("For a customer at the counter: nothing is sent"));
    below->addWidget(m_show);
    column->addLayout(below);
    column->addSpacing(6);
    auto *proof = new QFrame(this);
    proof->setObjectName(QStringLiteral("pixProof"));
    proof->setFrameShape(QFrame::StyledPanel);
    auto *inside = new QVBoxLayout(proof);
    inside->setContentsMargins(11, 7, 11, 7);
    m_proof->setFont(smallFont(m_proof->font()));
    inside->addWidget(m_proof);
    column->addWidget(proof);
    column->addStretch();
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (m_presenter.phase() == desk::PixPresenter::Phase::Issued)
            m_presenter.handOutAgain(desk::PixPresenter::Handout::Show);
        else
            m_presenter.handOut(desk::PixPresenter::Handout::Show);
    });
    connect(&presenter, &desk::PixPresenter::changed, this, &PixPreview::refresh);
    refresh();
}

QFrame *PixPreview::bubble(const Appearance &appearance)
{
    auto *made = new QFrame(this);
    made->setObjectName(QStringLiteral("pixBubble"));
    made->setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(13, 10, 13, 11);
    column->setSpacing(7);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    m_qr = new QrView(made);
    m_qr->setFixedSize(kQr, kQr);
    top->addWidget(m_qr);
    auto *facts = new QVBoxLayout;
    facts->setSpacing(1);
    QLabel *to = plainLabel(tr("Pix to"), "second", made);
    to->setFont(captionFont(to->font()));
    facts->addWidget(to);
    m_name = plainLabel({}, made);
    m_name->setObjectName(QStringLiteral("pixPreviewName"));
    m_name->setFont(semibold(smallFont(m_name->font())));
    facts->addWidget(m_name);
    facts->addSpacing(6);
    m_amount = plainLabel({}, made);
    m_amount->setObjectName(QStringLiteral("pixPreviewAmount"));
    m_amount->setFont(semibold(titleFont(m_amount->font())));
    facts->addWidget(m_amount);
    m_until = plainLabel({}, "second", made);
    m_until->setFont(captionFont(m_until->font()));
    facts->addWidget(m_until);
    facts->addStretch();
    top->addLayout(facts, 1);
    column->addLayout(top);
    m_text = plainLabel({}, made);
    m_text->setObjectName(QStringLiteral("pixPreviewText"));
    m_text->setFont(smallFont(m_text->font()));
    column->addWidget(m_text);
    m_codeRow = new QFrame(made);
    m_codeRow->setObjectName(QStringLiteral("card"));
    m_codeRow->setFrameShape(QFrame::StyledPanel);
    auto *row = new QHBoxLayout(m_codeRow);
    row->setContentsMargins(9, 3, 9, 3);
    row->setSpacing(8);
    QLabel *sign = plainLabel({}, m_codeRow);
    sign->setPixmap(
        Appearance::pixmap(QStringLiteral("copy"), appearance.theme().text2, 14, made->devicePixelRatioF()));
    row->addWidget(sign);
    m_code = new ElidedLabel("second", m_codeRow);
    m_code->setFont(captionFont(m_code->font()));
    row->addWidget(m_code, 1);
    column->addWidget(m_codeRow);
    return made;
}

void PixPreview::refresh()
{
    const desk::PixCode shown = m_presenter.preview();
    const bool bank = m_presenter.kind() == ChargeKind::Bank;
    const bool asked = m_presenter.amount().centavos > 0;
    m_title->setText(tr("What %1 will see").arg(m_presenter.firstName()));
    m_qr->setCode(shown.code, !shown.fault.isEmpty() ? shown.fault
                              : bank                 ? tr("The bank makes the QR once you send it.")
                                                     : tr("The QR stands here once there is an amount."));
    m_name->setText(shown.name);
    const bool large = shown.amountText.size() <= kShortAmount;
    m_amount->setFont(semibold(large ? titleFont(font()) : bodyFont(font()))); // it is never cut
    m_amount->setText(asked ? shown.amountText : QString());
    m_until->setText(shown.about);
    m_until->setVisible(!shown.about.isEmpty());
    const bool whole = asked && m_presenter.hasAccount();
    m_text->setText(whole ? m_presenter.messageText() : QString());
    m_text->setVisible(whole);
    m_codeRow->setVisible(!shown.code.isEmpty());
    m_code->setText(shown.code);
    m_help->setText(tr("QR and code go together."));
    m_show->setVisible(!bank);
    m_show->setEnabled(m_presenter.phase() == desk::PixPresenter::Phase::Issued || m_presenter.canHandOut());
    if (bank)
        m_proof->setWords(tr("Only the bank confirms."),
                          tr("A receipt is no payment. The chat turns green when the money is in the account."));
    else
        m_proof->setWords(tr("Confirmed by hand."),
                          tr("A receipt is no payment. Look into the shop's account before you hand anything over."));
}

} // namespace balcao::ui
