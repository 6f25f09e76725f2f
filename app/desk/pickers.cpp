// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/pickers.h"

#include "core/text.h"
#include "desk/snoozewords.h"
#include "desk/tagspresenter.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Every typed word begins a word of the text, whatever the accents.
bool matches(const QString &text, const QString &typed)
{
    const QString folded = u' ' + foldedText(text);
    const QStringList words = foldedText(typed).split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&folded](const QString &word) { return folded.contains(u' ' + word); });
}

} // namespace

QString SnoozePicker::title() const
{
    return tr("Snooze until…");
}

QString SnoozePicker::placeholder() const
{
    return tr("tomorrow 9h, monday, in 2 hours, 25/11 14:30");
}

QString SnoozePicker::emptyText() const
{
    return tr("That is not a time in the future. Try “tomorrow 9h” or “in 2 hours”.");
}

QList<PickChoice> SnoozePicker::choices(const QString &typed)
{
    QList<PickChoice> found;
    m_times.clear();
    const auto offer = [&](const QString &words, const QString &text) {
        const auto at = parseSnooze(words, m_work.now(), m_work.wording().zone());
        if (!at)
            return;
        m_times.append(*at);
        found.append({text, m_work.wording().moment(*at, m_work.now()), u"snoozed"_s, {}, false});
    };
    if (!typed.trimmed().isEmpty()) {
        offer(typed, typed.trimmed());
        return found;
    }
    offer(u"em 1 hora"_s, tr("In 1 hour"));
    offer(u"em 3 horas"_s, tr("In 3 hours"));
    offer(u"hoje 18h"_s, tr("Today at the end of the day"));
    offer(u"amanha 9h"_s, tr("Tomorrow morning"));
    offer(u"segunda 9h"_s, tr("Monday morning"));
    return found;
}

void SnoozePicker::pick(int index, const QString &)
{
    if (index >= 0 && index < m_times.size())
        m_work.snooze(m_times[index]);
}

AssignPicker::AssignPicker(WorkPresenter &work, QList<store::OperatorRow> operators)
    : m_work(work), m_operators(std::move(operators))
{
    m_operators.removeIf([](const store::OperatorRow &one) { return one.disabled; });
}

QString AssignPicker::title() const
{
    return tr("Hand over to…");
}

QString AssignPicker::placeholder() const
{
    return tr("Name of a colleague");
}

QString AssignPicker::noteCaption() const
{
    return tr("What they should know (only the team sees it)");
}

QString AssignPicker::emptyText() const
{
    return tr("Nobody of that name works here.");
}

QList<PickChoice> AssignPicker::choices(const QString &typed)
{
    QList<PickChoice> found;
    m_left.clear();
    for (const store::OperatorRow &one : std::as_const(m_operators)) {
        if (!matches(one.name, typed))
            continue;
        m_left.append(one);
        found.append({one.name, one.role == Role::Manager ? tr("manager") : QString(), u"mine"_s, {}, false});
    }
    if (typed.isEmpty()) {
        m_left.append(store::OperatorRow());
        found.append({tr("Nobody: back to the queue of all"), {}, u"all"_s, {}, false});
    }
    return found;
}

void AssignPicker::pick(int index, const QString &note)
{
    if (index >= 0 && index < m_left.size())
        m_work.assign(m_left[index].id, m_left[index].name, note.trimmed());
}

QString TagPicker::title() const
{
    return tr("Tags");
}

QString TagPicker::placeholder() const
{
    return tr("Name of a tag, or of a new one");
}

QString TagPicker::emptyText() const
{
    return tr("No tag yet. Type the name of the first one.");
}

QList<PickChoice> TagPicker::choices(const QString &typed)
{
    QList<PickChoice> found;
    m_left.clear();
    const QList<store::TagRow> worn = m_work.tags();
    bool exists = false;
    for (const store::TagCount &one : std::as_const(m_tags)) {
        exists = exists || foldedText(one.tag.name) == foldedText(typed.trimmed());
        if (!matches(one.tag.name, typed))
            continue;
        const bool on = std::ranges::any_of(worn, [&one](const store::TagRow &tag) { return tag.id == one.tag.id; });
        m_left.append(one.tag);
        found.append({one.tag.name, on ? tr("has it: Enter removes") : QString(), {}, one.tag.colour, on});
    }
    const QString name = typed.trimmed();
    if (!name.isEmpty() && !exists) {
        m_left.append({TagId(), name, TagsPresenter::leastUsed(m_tags)});
        found.append({tr("New tag “%1”").arg(name), {}, u"add"_s, {}, false});
    }
    return found;
}

void TagPicker::pick(int index, const QString &)
{
    if (index < 0 || index >= m_left.size())
        return;
    if (m_left[index].id.isNull())
        m_work.defineTag(m_left[index].name, m_left[index].colour);
    else
        m_work.toggleTag(m_left[index]);
}

QString ReplyPicker::title() const
{
    return tr("Quick reply");
}

QString ReplyPicker::placeholder() const
{
    return tr("Title or words of the reply");
}

QString ReplyPicker::emptyText() const
{
    return tr("No quick reply with these words.");
}

QList<PickChoice> ReplyPicker::choices(const QString &typed)
{
    QList<PickChoice> found;
    m_left.clear();
    for (const store::ReplyRow &one : std::as_const(m_replies)) {
        if (!matches(one.title + u' ' + one.text, typed))
            continue;
        m_left.append(one);
        found.append({one.title, previewText(one.text, 60), u"quick-reply"_s, {}, false});
    }
    if (typed.trimmed().isEmpty())
        found.append({tr("Make or change quick replies…"), {}, u"edit"_s, {}, false});
    return found;
}

void ReplyPicker::pick(int index, const QString &)
{
    if (index >= 0 && index < m_left.size())
        m_composer.insertReply(m_left[index].text);
    else if (index == m_left.size() && m_manage)
        m_manage();
}

} // namespace balcao::desk
