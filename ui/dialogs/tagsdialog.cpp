// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/tagsdialog.h"

#include "ui/panes/formparts.h"
#include "ui/style/dot.h"
#include "ui/style/fonts.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kLongestName = 64;

/// In the order of TagsPresenter::colours().
constexpr const char *kColourNames[] = {
    QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Terracotta"), QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Petrol"),
    QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Purple"),     QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Plum"),
    QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Blue"),       QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Stone"),
};

} // namespace

TagsDialog::TagsDialog(desk::TagsPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : ListEditor(tr("The shop's tags"), QStringLiteral("tag"), parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_name(new QLineEdit(this)),
      m_colours(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("tagsDialog"));
    list()->setObjectName(QStringLiteral("tagsList"));
    lay(fields(), 1, 1);
    sizeDialog(*this, QSize(560, 360));
    connect(&m_presenter, &desk::TagsPresenter::changed, this, &TagsDialog::refresh);
    connect(m_name, &QLineEdit::textEdited, this, &TagsDialog::type);
    connect(m_colours, &QButtonGroup::idClicked, this, &TagsDialog::type);
    m_presenter.clearProblem(); // of the last time
    refresh();
    m_presenter.reload();
}

QVBoxLayout *TagsDialog::fields()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    m_name->setObjectName(QStringLiteral("tagName"));
    m_name->setMaxLength(kLongestName);
    addField(*column, tr("Name"), m_name);
    QLabel *caption = plainLabel(tr("Colour"), "second", this);
    caption->setFont(semibold(captionFont(caption->font())));
    column->addWidget(caption);
    column->addWidget(swatches());
    return column;
}

QWidget *TagsDialog::swatches()
{
    auto *made = new QWidget(this);
    auto *row = new QHBoxLayout(made);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const QStringList &colours = desk::TagsPresenter::colours();
    for (int i = 0; i < colours.size(); ++i) {
        auto *swatch = new QToolButton(made);
        swatch->setIcon(dotIcon(tagColour(m_appearance.theme(), colours[i])));
        swatch->setIconSize({22, 22});
        swatch->setCheckable(true);
        swatch->setToolTip(tr(kColourNames[i]));
        swatch->setAccessibleName(tr(kColourNames[i]));
        m_colours->addButton(swatch, i);
        row->addWidget(swatch);
    }
    row->addStretch();
    return made;
}

void TagsDialog::refresh()
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
        rows.append({dotIcon(tagColour(theme, one.colour)), one.name, m_presenter.isUnsaved(one.id)});
    }
    rows.append({Appearance::icon(QStringLiteral("add"), theme.text2), tr("New tag"), m_presenter.isUnsaved({})});
    if (chosen < 0 && !m_chosen.isNull()) { // it is gone
        chosen = 0;
        m_chosen = m_presenter.rows().value(0).id;
    }
    fill(rows, chosen);
    showChosen();
}

void TagsDialog::choose(int row)
{
    m_chosen = m_presenter.rows().value(row).id;
    m_presenter.clearProblem();
    showChosen();
}

void TagsDialog::showChosen()
{
    const store::TagRow shown = m_presenter.shown(m_chosen);
    if (shown != m_shown) {
        if (m_name->text() != shown.name) // else who types there keeps their place
            m_name->setText(shown.name);
        const auto at = static_cast<int>(desk::TagsPresenter::colours().indexOf(shown.colour.toLower()));
        m_colours->setExclusive(false);
        for (QAbstractButton *swatch : m_colours->buttons())
            swatch->setChecked(m_colours->id(swatch) == at);
        m_colours->setExclusive(true);
        m_shown = shown;
    }
    const bool stands = m_presenter.isKnown(m_chosen);
    settle(stands, m_presenter.isUnsaved(m_chosen), stands ? tr("Keep") : tr("Make tag"),
           m_presenter.problem().isEmpty() ? m_presenter.conflictText(m_chosen) : m_presenter.problem());
}

void TagsDialog::type()
{
    const QString picked = desk::TagsPresenter::colours().value(m_colours->checkedId());
    // A colour of another desk's making, or in capitals, stays as it is until another one is picked.
    const bool other = !picked.isEmpty() && picked != m_shown.colour.toLower();
    m_shown = {m_chosen, m_name->text(), other ? picked : m_shown.colour};
    m_presenter.type(m_shown);
}

void TagsDialog::keep()
{
    const auto kept = m_presenter.keep(m_chosen);
    if (!kept)
        return;
    m_chosen = *kept; // what was made stays before one's eyes
    refresh();
}

QString TagsDialog::retireQuestion() const
{
    return m_presenter.retireQuestion(m_chosen);
}

void TagsDialog::retire()
{
    m_presenter.retire(m_chosen);
}

void TagsDialog::drop()
{
    m_presenter.drop(m_chosen);
}

QStringList TagsDialog::unsaved() const
{
    return m_presenter.unsavedNames();
}

} // namespace balcao::ui
