// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/repliesdialog.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalBlocker>
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
    sizeDialog(*this, QSize(680, 420));
    connect(&m_presenter, &desk::RepliesPresenter::changed, this, &RepliesDialog::refresh);
    connect(m_title, &QLineEdit::textEdited, this, &RepliesDialog::type);
    connect(m_text, &QPlainTextEdit::textChanged, this, &RepliesDialog::type);
    m_presenter.clearProblem(); // of the last time
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

void RepliesDialog::refresh()
{
    const Theme &theme = m_appearance.theme();
    if (!m_isBegun && !m_presenter.rows().isEmpty() && !m_presenter.isUnsaved({}))
        m_chosen = m_presenter.rows().first().id;
    m_isBegun = m_isBegun || !m_presenter.rows().isEmpty();
    QList<Row> rows;
    int chosen = -1;
    for (const auto &one : m_presenter.rows()) {
        if (one.id == m_chosen)
            chosen = static_cast<int>(rows.size());
        rows.append(
            {Appearance::icon(QStringLiteral("quick-reply"), theme.text2), one.title, m_presenter.isUnsaved(one.id)});
    }
    rows.append(
        {Appearance::icon(QStringLiteral("add"), theme.text2), tr("New quick reply"), m_presenter.isUnsaved({})});
    if (chosen < 0 && !m_chosen.isNull()) { // it is gone
        chosen = 0;
        m_chosen = m_presenter.rows().value(0).id;
    }
    fill(rows, chosen);
    showChosen();
}

void RepliesDialog::choose(int row)
{
    m_chosen = m_presenter.rows().value(row).id;
    m_presenter.clearProblem();
    showChosen();
}

void RepliesDialog::showChosen()
{
    const store::ReplyRow shown = m_presenter.shown(m_chosen);
    if (shown != m_shown) {
        const QSignalBlocker quiet(m_text);
        if (m_title->text() != shown.title) // else who types there keeps their place
            m_title->setText(shown.title);
        if (m_text->toPlainText() != shown.text)
            m_text->setPlainText(shown.text);
        m_shown = shown;
    }
    const bool stands = m_presenter.isKnown(m_chosen);
    settle(stands, m_presenter.isUnsaved(m_chosen), stands ? tr("Keep") : tr("Make quick reply"),
           m_presenter.problem().isEmpty() ? m_presenter.conflictText(m_chosen) : m_presenter.problem());
}

void RepliesDialog::type()
{
    m_shown = {m_chosen, m_title->text(), m_text->toPlainText()};
    m_presenter.type(m_shown);
}

void RepliesDialog::keep()
{
    const auto kept = m_presenter.keep(m_chosen);
    if (!kept)
        return;
    m_chosen = *kept; // what was made stays before one's eyes
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

void RepliesDialog::drop()
{
    m_presenter.drop(m_chosen);
}

QStringList RepliesDialog::unsaved() const
{
    return m_presenter.unsavedTitles();
}

} // namespace balcao::ui
