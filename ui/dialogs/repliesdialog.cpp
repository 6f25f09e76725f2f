// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/repliesdialog.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kMargin = 14;
constexpr int kLongestTitle = 64;

} // namespace

RepliesDialog::RepliesDialog(desk::RepliesPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QDialog(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_list(new QListWidget(this)),
      m_title(new QLineEdit(this)),
      m_text(new QPlainTextEdit(this)),
      m_problem(plainLabel({}, "danger", this)),
      m_keep(new QPushButton(this)),
      m_retire(new QPushButton(tr("Retire…"), this))
{
    setObjectName(QStringLiteral("repliesDialog"));
    setWindowTitle(tr("The shop's quick replies"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(10);
    QLabel *title = plainLabel(windowTitle(), this);
    title->setFont(semibold(headFont(title->font())));
    column->addWidget(title);
    auto *row = new QHBoxLayout;
    row->setSpacing(kMargin);
    m_list->setObjectName(QStringLiteral("repliesList"));
    m_list->setAccessibleName(windowTitle());
    m_list->setIconSize({18, 18});
    row->addWidget(m_list, 2);
    row->addWidget(form(), 3);
    column->addLayout(row, 1);
    resize(680, 420);
    connect(m_list, &QListWidget::currentRowChanged, this, &RepliesDialog::choose);
    connect(&m_presenter, &desk::RepliesPresenter::changed, this, &RepliesDialog::refresh);
    refresh();
    m_presenter.reload();
    m_list->setFocus();
}

QWidget *RepliesDialog::form()
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_title->setObjectName(QStringLiteral("replyTitle"));
    m_title->setMaxLength(kLongestTitle);
    addField(*column, tr("Title"), m_title);
    m_text->setObjectName(QStringLiteral("replyText"));
    m_text->setAccessibleName(tr("What the customer reads"));
    m_text->setTabChangesFocus(true);
    QLabel *caption = plainLabel(m_text->accessibleName(), "second", made);
    caption->setFont(semibold(captionFont(caption->font())));
    column->addWidget(caption);
    column->addWidget(m_text, 1);
    QLabel *help = plainLabel(tr("Filled in by itself: {nome} {operador} {loja} {saudacao}. "
                                 "Asked before it is sent: {valor?}"),
                              "caption", made);
    help->setFont(captionFont(help->font()));
    help->setWordWrap(true);
    column->addWidget(help);
    m_problem->setObjectName(QStringLiteral("replyProblem"));
    column->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    m_retire->setObjectName(QStringLiteral("replyRetire"));
    m_retire->setAutoDefault(false);
    m_keep->setObjectName(QStringLiteral("replyKeep"));
    m_keep->setProperty("primary", true);
    m_keep->setDefault(true);
    buttons->addWidget(m_retire);
    buttons->addStretch();
    buttons->addWidget(m_keep);
    column->addLayout(buttons);
    connect(m_keep, &QPushButton::clicked, this, &RepliesDialog::keep);
    connect(m_retire, &QPushButton::clicked, this, &RepliesDialog::retire);
    return made;
}

void RepliesDialog::refresh()
{
    const QSignalBlocker quiet(m_list);
    const Theme &theme = m_appearance.theme();
    m_list->clear();
    int chosen = -1;
    for (const auto &one : m_presenter.replies()) {
        auto *item = new QListWidgetItem(one.title, m_list);
        item->setIcon(Appearance::icon(QStringLiteral("quick-reply"), theme.text2));
        if (one.id == m_chosen)
            chosen = m_list->count() - 1;
    }
    auto *fresh = new QListWidgetItem(tr("New quick reply"), m_list);
    fresh->setIcon(Appearance::icon(QStringLiteral("add"), theme.text2));
    m_problem->setText(m_presenter.problem());
    if (!m_presenter.problem().isEmpty()) // what was typed stays
        return m_list->setCurrentRow(chosen < 0 ? m_list->count() - 1 : chosen);
    m_list->setCurrentRow(qMax(0, chosen));
    choose(qMax(0, chosen));
}

void RepliesDialog::choose(int row)
{
    const auto &replies = m_presenter.replies();
    const bool isNew = row < 0 || row >= replies.size();
    m_chosen = isNew ? QuickReplyId() : replies[row].id;
    m_title->setText(isNew ? QString() : replies[row].title);
    m_text->setPlainText(isNew ? QString() : replies[row].text);
    m_keep->setText(isNew ? tr("Make quick reply") : tr("Keep"));
    m_retire->setVisible(!isNew);
    m_retire->setText(tr("Retire…"));
    m_asked = {};
    m_problem->clear();
}

void RepliesDialog::keep()
{
    if (m_chosen.isNull())
        m_presenter.make(m_title->text(), m_text->toPlainText());
    else
        m_presenter.change(m_chosen, m_title->text(), m_text->toPlainText());
}

void RepliesDialog::retire()
{
    // It cannot be taken back: it asks, in its place, and a second press does it.
    if (m_asked != m_chosen) {
        m_asked = m_chosen;
        m_problem->setText(m_presenter.retireQuestion(m_chosen));
        m_retire->setText(tr("Retire for good"));
        return;
    }
    m_presenter.retire(m_chosen);
}

} // namespace balcao::ui
