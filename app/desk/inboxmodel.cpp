// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/inboxmodel.h"

#include "core/servicewindow.h"
#include "core/text.h"
#include "desk/chargewords.h"
#include "desk/roles.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

QString initialsOf(const QString &name)
{
    QString letters;
    const auto words = QStringView(name).split(u' ', Qt::SkipEmptyParts);
    for (const QStringView word : words) {
        if (word.front().isLetter() && letters.size() < 2)
            letters += word.front().toUpper();
    }
    return letters.isEmpty() ? u"?"_s : letters;
}

QString displayName(const store::ConversationRow &row)
{
    constexpr qsizetype kLongestName = 200;
    if (const QString name = previewText(row.name, kLongestName); !name.isEmpty())
        return name;
    if (!row.username.isEmpty())
        return u'@' + row.username;
    return row.maskedPhone.isEmpty() ? InboxModel::tr("Customer without a name") : row.maskedPhone;
}

InboxModel::InboxModel(const Wording &wording, const Clock &clock, QObject *parent)
    : RowModel(parent), m_wording(wording), m_clock(clock)
{
}

void InboxModel::show(const QList<store::ConversationRow> &rows, const std::optional<InboxGroups> &groups, qint64 total)
{
    const bool regrouped = m_groups != groups;
    m_groups = groups;
    m_total = qMax<qint64>(rows.size(), total);
    update(rows, [](const store::ConversationRow &row) { return row.id; });
    if (regrouped && rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {InboxGroupRole, InboxGroupCountRole});
}

void InboxModel::setShowsWait(bool wait)
{
    if (std::exchange(m_showsWait, wait) != wait)
        refreshTimes();
}

void InboxModel::setOffline(bool offline)
{
    if (std::exchange(m_isOffline, offline) != offline)
        refreshTimes();
}

QString InboxModel::time(const store::ConversationRow &row) const
{
    const qint64 at = m_showsWait && row.waitingSince > 0 ? row.waitingSince : row.lastAt;
    return at > 0 ? m_wording.shortDay(at, m_clock.nowMs()) : QString();
}

QString InboxModel::group(int row) const
{
    if (!m_groups)
        return {};
    if (row == 0 && m_groups->pinned)
        return tr("Serving now");
    if (row != (m_groups->pinned ? 1 : 0))
        return {};
    return m_groups->queue ? tr("In the queue") : tr("Other open ones");
}

QString InboxModel::groupCount(int row) const
{
    return m_groups && row == (m_groups->pinned ? 1 : 0) ? QString::number(m_groups->others) : QString();
}

void InboxModel::refreshTimes()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1),
                           {InboxTimeRole, InboxChipRole, InboxChipKindRole, InboxChipIconRole});
}

int InboxModel::rowOf(ConversationId conversation) const
{
    for (qsizetype i = 0; i < rows().size(); ++i) {
        if (rows()[i].id == conversation)
            return static_cast<int>(i);
    }
    return -1;
}

QString InboxModel::preview(const store::ConversationRow &row) const
{
    const QString words = previewed(row);
    if (!row.previewOutbound)
        return words;
    return row.previewAuthor.isEmpty() ? tr("You: %1").arg(words)
                                       : tr("%1: %2").arg(isolated(row.previewAuthor), words);
}

QString InboxModel::previewed(const store::ConversationRow &row)
{
    constexpr qsizetype kLongestAbout = 40;
    const bool isMoney = row.previewType == ContentType::Pix || row.previewType == ContentType::PixCode;
    if (isMoney && !row.preview.isEmpty())
        return tr("Pix charge · %1").arg(row.preview);
    const QString about = previewText(row.previewAbout, kLongestAbout);
    if (row.previewType == ContentType::Reaction && !row.preview.isEmpty() && !about.isEmpty())
        return tr("%1 reacted to “%2”").arg(row.preview, isolated(about)); // an emoji, and words
    const QString kind = Wording::kindWord(row.previewType);
    return row.preview.isEmpty() ? kind : kind.isEmpty() ? row.preview : kind + u" · "_s + row.preview;
}

namespace {

ChipKind chipKind(ChargeTone tone)
{
    switch (tone) {
    case ChargeTone::Waiting:
        return ChipKind::Time;
    case ChargeTone::Paid:
        return ChipKind::Paid;
    case ChargeTone::Wrong:
        return ChipKind::Danger;
    case ChargeTone::Plain:
    case ChargeTone::ByHand:
        break;
    }
    return ChipKind::Plain;
}

} // namespace

InboxModel::Chip InboxModel::chip(const store::ConversationRow &row) const
{
    if (row.previewOutbound && row.lastOutState == MessageState::Failed)
        return {tr("not sent"), static_cast<int>(ChipKind::Danger), u"failed"_s};
    if (row.previewOutbound && row.lastOutState == MessageState::Uncertain && !row.lastOutDismissed)
        return {tr("may not have arrived"), static_cast<int>(ChipKind::Time), u"failed"_s};
    if (m_isOffline && row.toSend > 0)
        return {tr("%n to send", nullptr, row.toSend), static_cast<int>(ChipKind::Plain), u"clock"_s};
    const qint64 now = m_clock.nowMs();
    if (const ChargeShort money = row.chip ? ChargeWords::inList(*row.chip, now) : ChargeShort(); !money.text.isEmpty())
        return {money.text, static_cast<int>(chipKind(money.tone)), u"pix"_s};
    if (row.state == ConversationState::Snoozed)
        return {tr("back %1").arg(m_wording.moment(row.snoozedUntil, now)), static_cast<int>(ChipKind::Plain),
                u"snoozed"_s};
    if (row.windowUntil > now && row.windowUntil - now <= kExpiringMs)
        return {tr("expires in %1").arg(Wording::span(row.windowUntil - now)), static_cast<int>(ChipKind::Time),
                u"expiring"_s};
    if (row.windowUntil > now)
        return {tr("expires in %1").arg(Wording::span(row.windowUntil - now)), static_cast<int>(ChipKind::Plain),
                u"expiring"_s};
    if (row.windowUntil > 0 && row.state == ConversationState::Open)
        return {tr("window closed"), static_cast<int>(ChipKind::Plain), u"lock"_s};
    return {};
}

QString InboxModel::sentence(const store::ConversationRow &row) const
{
    // All that the row shows, as one sentence: for screen readers.
    QStringList parts{displayName(row)};
    if (row.unread > 0)
        parts.append(tr("%n unread", nullptr, row.unread));
    parts.append(preview(row));
    const QString state = chip(row).text;
    if (!state.isEmpty())
        parts.append(state);
    for (const store::TagRow &tag : row.tags)
        parts.append(tr("tag %1").arg(tag.name));
    if (!row.assigneeName.isEmpty())
        parts.append(tr("with %1").arg(row.assigneeName));
    return parts.join(u", "_s);
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::ConversationRow &row = rows()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case InboxNameRole:
        return displayName(row);
    case Qt::AccessibleTextRole:
        return sentence(row);
    case Qt::AccessibleDescriptionRole:
        return tr("%1 of %2").arg(index.row() + 1).arg(m_total);
    case InboxIdRole:
        return row.id.uuid();
    case InboxPreviewRole:
        return preview(row);
    case InboxTimeRole:
        return time(row);
    case InboxUnreadRole:
        return row.unread;
    case InboxInitialsRole:
        return initialsOf(displayName(row));
    case InboxSeedRole:
        return static_cast<uint>(row.customer.uuid().data1);
    case InboxChipRole:
        return chip(row).text;
    case InboxChipKindRole:
        return chip(row).kind;
    case InboxChipIconRole:
        return chip(row).icon;
    case InboxGroupRole:
        return group(index.row());
    case InboxGroupCountRole:
        return groupCount(index.row());
    case InboxAssigneeRole:
        return row.assigneeName.isEmpty() ? QString() : initialsOf(row.assigneeName);
    case InboxDotsRole: {
        QStringList colours;
        for (const store::TagRow &tag : row.tags)
            colours.append(tag.colour);
        return colours;
    }
    case InboxIconRole:
        return Wording::kindIcon(row.previewType);
    case InboxOutStateRole:
        return row.previewOutbound ? static_cast<int>(row.lastOutState) : -1;
    default:
        return {};
    }
}

} // namespace balcao::desk
