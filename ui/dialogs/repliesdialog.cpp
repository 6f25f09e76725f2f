// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/repliesdialog.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kLongestTitle = 64;

} // namespace

RepliesDialog::RepliesDialog(desk::RepliesPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : ListEditor(tr("The shop's quick replies"), QStringLiteral("reply"), parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_title(new QLineEdit(this)),
      m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("repliesDialog"));
    list()->setObjectName(QStringLiteral("repliesList"));
    lay(fields(), 2, 3);
    resize(680, 420);
    connect(&m_presenter, &desk::RepliesPresenter::changed, this, &RepliesDialog::refresh);
    refresh();
    m_presenter.reload();
}

QVBoxLayout *RepliesDialog::fields()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    m_title->setObjectName(QStringLiteral("replyTitle"));
    m_title->setMaxLength(kLongestTitle);
    addField(*column, tr("Title"), m_title);
    m_text->setObjectName(QStringLiteral("replyText"));
    m_text->setAccessibleName(tr("What the customer reads"));
    m_text->setTabChangesFocus(true);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QLabel *caption = plainLabel(m_text->accessibleName(), "second", this);
    caption->setFont(semibold(captionFont(caption->font())));
    column->addWidget(caption);
    column->addWidget(m_text, 1);
    QLabel *help = plainLabel(tr("Filled in by itself: {nome} {operador} {loja} {saudacao}. "
                                 "Asked before it is sent: {valor?}"),
                              "caption", this);
    help->setFont(captionFont(help->font()));
    help->setWordWrap(true);
    column->addWidget(help);
    return column;
}

bool RepliesDialog::isTyped() const
{
    return m_title->isModified() || m_text->document()->isModified();
}

void RepliesDialog::refresh()
{
    const Theme &theme = m_appearance.theme();
    QList<Row> rows;
    int chosen = -1;
    for (const auto &one : m_presenter.replies()) {
        if (one.id == m_chosen)
            chosen = static_cast<int>(rows.size());
        rows.append({Appearance::icon(QStringLiteral("quick-reply"), theme.text2), one.title});
    }
    rows.append({Appearance::icon(QStringLiteral("add"), theme.text2), tr("New quick reply")});
    const bool isGone = chosen < 0 && !m_chosen.isNull();
    const bool stays = (isTyped() || !m_presenter.problem().isEmpty()) && !isGone;
    fill(rows, stays ? chosen : qMax(0, chosen), m_presenter.problem(), stays);
}

void RepliesDialog::choose(int row)
{
    const auto &replies = m_presenter.replies();
    const bool isNew = row < 0 || row >= replies.size();
    m_chosen = isNew ? QuickReplyId() : replies[row].id;
    m_title->setText(isNew ? QString() : replies[row].title);
    m_text->setPlainText(isNew ? QString() : replies[row].text);
    settle(isNew, isNew ? tr("Make quick reply") : tr("Keep"));
}

void RepliesDialog::keep()
{
    const QString title = m_title->text().trimmed();
    const bool kept = m_chosen.isNull() ? m_presenter.make(title, m_text->toPlainText())
                                        : m_presenter.change(m_chosen, title, m_text->toPlainText());
    if (!kept)
        return;
    for (const auto &one : m_presenter.replies()) {
        if (one.title == title)
            m_chosen = one.id; // what was made stays before one's eyes
    }
    m_title->setModified(false);
    m_text->document()->setModified(false);
    refresh();
}

QString RepliesDialog::retireQuestion() const
{
    return m_presenter.retireQuestion(m_chosen);
}

void RepliesDialog::retire()
{
    m_presenter.retire(m_chosen);
}

} // namespace balcao::ui
