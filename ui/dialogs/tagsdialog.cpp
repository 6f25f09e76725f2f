// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/tagsdialog.h"

#include "ui/panes/formparts.h"
#include "ui/style/dot.h"
#include "ui/style/fonts.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kLongestName = 64;
constexpr int kMargin = 14;

/// In the order of TagsPresenter::colours().
constexpr const char *kColourNames[] = {
    QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Terracotta"), QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Petrol"),
    QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Purple"),     QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Plum"),
    QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Blue"),       QT_TRANSLATE_NOOP("balcao::ui::TagsDialog", "Stone"),
};

} // namespace

TagsDialog::TagsDialog(desk::TagsPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QDialog(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_list(new QListWidget(this)),
      m_name(new QLineEdit(this)),
      m_colours(new QButtonGroup(this)),
      m_problem(plainLabel({}, "danger", this)),
      m_keep(new QPushButton(this)),
      m_retire(new QPushButton(tr("Retire…"), this))
{
    setObjectName(QStringLiteral("tagsDialog"));
    setWindowTitle(tr("The shop's tags"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(10);
    QLabel *title = plainLabel(windowTitle(), this);
    title->setFont(semibold(headFont(title->font())));
    column->addWidget(title);
    auto *row = new QHBoxLayout;
    row->setSpacing(kMargin);
    m_list->setObjectName(QStringLiteral("tagsList"));
    m_list->setAccessibleName(windowTitle());
    m_list->setIconSize({18, 18});
    row->addWidget(m_list, 1);
    row->addWidget(form(), 1);
    column->addLayout(row, 1);
    resize(560, 360);
    connect(m_list, &QListWidget::currentRowChanged, this, &TagsDialog::choose);
    connect(&m_presenter, &desk::TagsPresenter::changed, this, &TagsDialog::refresh);
    refresh();
    m_presenter.reload();
    m_list->setFocus();
}

QWidget *TagsDialog::form()
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_name->setObjectName(QStringLiteral("tagName"));
    m_name->setMaxLength(kLongestName);
    addField(*column, tr("Name"), m_name);
    QLabel *caption = plainLabel(tr("Colour"), "second", made);
    caption->setFont(semibold(captionFont(caption->font())));
    column->addWidget(caption);
    column->addWidget(swatches());
    m_problem->setObjectName(QStringLiteral("tagProblem"));
    column->addWidget(m_problem);
    column->addStretch();
    auto *buttons = new QHBoxLayout;
    m_retire->setObjectName(QStringLiteral("tagRetire"));
    m_retire->setAutoDefault(false);
    m_keep->setObjectName(QStringLiteral("tagKeep"));
    m_keep->setProperty("primary", true);
    m_keep->setDefault(true);
    buttons->addWidget(m_retire);
    buttons->addStretch();
    buttons->addWidget(m_keep);
    column->addLayout(buttons);
    connect(m_keep, &QPushButton::clicked, this, &TagsDialog::keep);
    connect(m_retire, &QPushButton::clicked, this, &TagsDialog::retire);
    return made;
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
    const QSignalBlocker quiet(m_list);
    const Theme &theme = m_appearance.theme();
    m_list->clear();
    int chosen = 0;
    for (const auto &one : m_presenter.tags()) {
        auto *item = new QListWidgetItem(one.tag.name, m_list);
        item->setIcon(dotIcon(tagColour(theme, one.tag.colour)));
        if (one.tag.id == m_chosen)
            chosen = m_list->count() - 1;
    }
    auto *fresh = new QListWidgetItem(tr("New tag"), m_list);
    fresh->setIcon(Appearance::icon(QStringLiteral("add"), theme.text2));
    m_problem->setText(m_presenter.problem());
    if (!m_presenter.problem().isEmpty()) // what was typed stays
        return m_list->setCurrentRow(m_chosen.isNull() ? m_list->count() - 1 : chosen);
    m_list->setCurrentRow(chosen);
    choose(chosen);
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
    m_keep->setText(isNew ? tr("Make tag") : tr("Keep"));
    m_retire->setVisible(!isNew);
    m_retire->setText(tr("Retire…"));
    m_asked = {};
    m_problem->clear();
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

void TagsDialog::retire()
{
    // The only act of this window that cannot be taken back: it asks, in its place, and a second press does it.
    if (m_asked != m_chosen) {
        m_asked = m_chosen;
        m_problem->setText(m_presenter.retireQuestion(m_chosen));
        m_retire->setText(tr("Retire for good"));
        return;
    }
    m_presenter.retire(m_chosen);
}

} // namespace balcao::ui
