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
    resize(560, 360);
    connect(&m_presenter, &desk::TagsPresenter::changed, this, &TagsDialog::refresh);
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
    QList<Row> rows;
    int chosen = -1;
    for (const auto &one : m_presenter.tags()) {
        if (one.tag.id == m_chosen)
            chosen = static_cast<int>(rows.size());
        rows.append({dotIcon(tagColour(theme, one.tag.colour)), one.tag.name});
    }
    rows.append({Appearance::icon(QStringLiteral("add"), theme.text2), tr("New tag")});
    const bool stays = !m_presenter.problem().isEmpty() && (chosen >= 0 || m_chosen.isNull());
    fill(rows, stays ? chosen : qMax(0, chosen), m_presenter.problem(), stays);
}

void TagsDialog::choose(int row)
{
    const auto &tags = m_presenter.tags();
    const bool isNew = row < 0 || row >= tags.size();
    m_chosen = isNew ? TagId() : tags[row].tag.id;
    m_name->setText(isNew ? QString() : tags[row].tag.name);
    const QString worn = isNew ? desk::TagsPresenter::leastUsed(tags) : tags[row].tag.colour.toLower();
    const auto at = static_cast<int>(desk::TagsPresenter::colours().indexOf(worn));
    m_colours->setExclusive(false);
    for (QAbstractButton *swatch : m_colours->buttons())
        swatch->setChecked(m_colours->id(swatch) == at);
    m_colours->setExclusive(true);
    settle(isNew, isNew ? tr("Make tag") : tr("Keep"));
}

QString TagsDialog::colour() const
{
    if (m_colours->checkedId() >= 0)
        return desk::TagsPresenter::colours()[m_colours->checkedId()];
    // A colour of another desk's making stays as it is.
    for (const auto &one : m_presenter.tags()) {
        if (one.tag.id == m_chosen)
            return one.tag.colour;
    }
    return desk::TagsPresenter::colours().constFirst();
}

void TagsDialog::keep()
{
    if (m_chosen.isNull())
        m_presenter.make(m_name->text(), colour());
    else
        m_presenter.change(m_chosen, m_name->text(), colour());
}

QString TagsDialog::retireQuestion() const
{
    return m_presenter.retireQuestion(m_chosen);
}

void TagsDialog::retire()
{
    m_presenter.retire(m_chosen);
}

} // namespace balcao::ui
