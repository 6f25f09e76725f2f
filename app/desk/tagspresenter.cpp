// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/tagspresenter.h"

#include "core/text.h"

#include <algorithm>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

TagsPresenter::TagsPresenter(ConversationSource &source, WorkActions &actions, UndoPresenter &undo, QObject *parent)
    : QObject(parent), m_source(source), m_actions(actions), m_undo(undo)
{
}

const QStringList &TagsPresenter::colours()
{
    static const QStringList colours{u"#b4531a"_s, u"#1f6f78"_s, u"#6a46a0"_s,
                                     u"#9c2d5a"_s, u"#3b5488"_s, u"#5d5548"_s};
    return colours;
}

QString TagsPresenter::leastUsed(const QList<store::TagCount> &tags)
{
    const auto uses = [&tags](const QString &colour) {
        return std::ranges::count_if(
            tags, [&colour](const store::TagCount &one) { return one.tag.colour.toLower() == colour; });
    };
    return *std::ranges::min_element(colours(), {}, uses);
}

void TagsPresenter::reload()
{
    m_source.lists([this](const Result<ShopLists> &lists) {
        if (lists && takeTags(*lists))
            Q_EMIT changed();
    });
}

void TagsPresenter::setOperator(OperatorId who)
{
    if (m_operator == who)
        return;
    m_operator = who;
    m_unsaved.setOperator(who);
    m_problem.clear();
    Q_EMIT changed();
}

bool TagsPresenter::takeTags(const ShopLists &lists)
{
    if (lists.tags == m_tags)
        return false;
    m_tags = lists.tags;
    followTags();
    return true;
}

void TagsPresenter::followTags()
{
    for (const store::TagCount &one : std::as_const(m_tags))
        m_unsaved.follow(one.tag);
}

const store::TagCount *TagsPresenter::find(TagId tag) const
{
    const auto found = std::ranges::find_if(m_tags, [tag](const store::TagCount &one) { return one.tag.id == tag; });
    return found == m_tags.cend() ? nullptr : &*found;
}

bool TagsPresenter::fits(const QString &name, TagId except)
{
    m_problem.clear();
    const QString folded = foldedText(name.trimmed());
    const bool taken = std::ranges::any_of(
        m_tags, [&](const store::TagCount &one) { return one.tag.id != except && foldedText(one.tag.name) == folded; });
    if (name.trimmed().isEmpty())
        m_problem = tr("Give the tag a name.");
    else if (taken)
        m_problem = tr("There is a tag of this name already.");
    if (!m_problem.isEmpty())
        Q_EMIT changed();
    return m_problem.isEmpty();
}

QList<store::TagRow> TagsPresenter::rows() const
{
    QList<store::TagRow> rows;
    for (const store::TagCount &one : m_tags)
        rows.append(one.tag);
    for (const store::TagRow &one : m_unsaved.rows()) {
        if (!one.id.isNull() && !isKnown(one.id))
            rows.append(one);
    }
    return rows;
}

store::TagRow TagsPresenter::standing(TagId tag) const
{
    const store::TagCount *found = find(tag);
    return found ? found->tag : store::TagRow{tag, {}, leastUsed(m_tags)};
}

store::TagRow TagsPresenter::shown(TagId tag) const
{
    return m_unsaved.find(tag).value_or(standing(tag));
}

QStringList TagsPresenter::unsavedNames() const
{
    QStringList names;
    for (const store::TagRow &one : m_unsaved.rows()) {
        const QString name = isKnown(one.id) ? standing(one.id).name : one.name.trimmed();
        names.append(name.isEmpty() ? tr("a new one") : name);
    }
    return names;
}

QString TagsPresenter::conflictText(TagId tag) const
{
    const auto field = isKnown(tag) ? m_unsaved.conflict(standing(tag)) : std::nullopt;
    if (!field)
        return {};
    if (*field == 1)
        return tr("Its colour was changed meanwhile. “Keep” puts yours in its place, “Discard” leaves that one.");
    return tr("It was changed meanwhile: now it is “%1”. “Keep” puts yours in its place, “Discard” leaves that one.")
        .arg(standing(tag).name);
}

void TagsPresenter::type(const store::TagRow &typed)
{
    store::TagRow stands = standing(typed.id);
    if (typed.id.isNull() && typed.name.isEmpty())
        stands = typed; // a colour alone is no tag
    const bool turned = m_unsaved.put(typed, stands);
    const bool hadProblem = !std::exchange(m_problem, {}).isEmpty();
    if (turned || hadProblem)
        Q_EMIT changed();
}

std::optional<TagId> TagsPresenter::keep(TagId tag)
{
    const store::TagRow row = shown(tag);
    const TagId under = isKnown(tag) ? tag : TagId::create();
    const bool kept = isKnown(tag) ? change(tag, row.name, row.colour) : define(under, row.name, row.colour);
    if (!kept)
        return std::nullopt;
    drop(tag);
    return under;
}

void TagsPresenter::drop(TagId tag)
{
    m_unsaved.drop(tag);
    m_problem.clear();
    Q_EMIT changed();
}

void TagsPresenter::giveBack(TagId tag, const std::optional<QString> &name, const std::optional<QString> &colour,
                             OperatorId by)
{
    // As it stands without what was refused.
    m_source.lists([this, tag, name, colour, by](const Result<ShopLists> &lists) {
        if (lists)
            takeTags(*lists);
        // Where that cannot be read, nothing that came back may be taken for what stands.
        m_unsaved.giveBack(by, tag, {name, colour}, lists ? standing(tag) : store::TagRow{tag, {}, {}});
        Q_EMIT changed();
    });
}

bool TagsPresenter::make(const QString &name, const QString &colour)
{
    return define(TagId::create(), name, colour);
}

bool TagsPresenter::define(TagId id, const QString &name, const QString &colour)
{
    if (m_operator.isNull() || !fits(name, {}))
        return false;
    const store::TagRow tag{id, name.trimmed(), colour};
    m_actions.defineTag(tag.id, tag.name, tag.colour, m_operator);
    m_tags.append({tag, 0});
    m_undo.tell(tr("Tag %1 made.").arg(tag.name));
    Q_EMIT changed();
    return true;
}

bool TagsPresenter::change(TagId tag, const QString &name, const QString &colour)
{
    const store::TagCount *before = find(tag);
    if (m_operator.isNull() || !before || !fits(name, tag))
        return false;
    if (before->tag.name == name.trimmed() && before->tag.colour == colour)
        return true;
    const store::TagRow old = before->tag;
    const store::TagRow made{tag, name.trimmed(), colour};
    m_actions.changeTag(old, made, m_operator);
    const auto show = [this](const store::TagRow &row) {
        for (store::TagCount &one : m_tags) {
            if (one.tag.id == row.id)
                one.tag = row;
        }
        followTags();
        Q_EMIT changed();
    };
    m_undo.offer(tr("Tag %1 changed.").arg(made.name), [this, old, made, show, by = m_operator] {
        m_actions.changeTag(made, old, by);
        show(old);
    });
    show(made);
    return true;
}

QString TagsPresenter::retireQuestion(TagId tag) const
{
    const store::TagCount *found = find(tag);
    if (!found)
        return {};
    return found->conversations == 0
               ? tr("Retire the tag %1? This cannot be undone.").arg(found->tag.name)
               : tr("Retire the tag %1? %n open conversation(s) will lose it. This cannot be undone.", nullptr,
                    static_cast<int>(found->conversations))
                     .arg(found->tag.name);
}

void TagsPresenter::retire(TagId tag)
{
    const store::TagCount *found = find(tag);
    if (m_operator.isNull() || !found)
        return;
    m_actions.retireTag(tag, m_operator);
    m_undo.tell(tr("Tag %1 retired.").arg(found->tag.name));
    m_problem.clear();
    m_unsaved.drop(tag);
    m_tags.removeIf([tag](const store::TagCount &one) { return one.tag.id == tag; });
    Q_EMIT changed();
}

} // namespace balcao::desk
