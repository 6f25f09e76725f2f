// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/emojipresenter.h"

#include "core/text.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kKey = u"emoji.recent"_s;

} // namespace

EmojiPresenter::EmojiPresenter(ConversationSource &source, QObject *parent) : QObject(parent), m_source(source) {}

QStringList EmojiPresenter::groupNames() const
{
    return {tr("Recent"), tr("Faces"), tr("People"), tr("Hearts"), tr("Food"), tr("Shop"), tr("Signs")};
}

QList<Emoji> EmojiPresenter::recent() const
{
    QList<Emoji> rows;
    for (const QString &glyph : m_recent) {
        for (const Emoji &one : allEmoji()) {
            if (one.glyph == glyph)
                rows.append(one);
        }
    }
    return rows;
}

QList<Emoji> EmojiPresenter::found(int group, const QString &typed) const
{
    const QStringList words = foldedText(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    QList<Emoji> rows = recent();
    if (words.isEmpty() && group == 0)
        return rows;
    if (words.isEmpty())
        rows.clear();
    for (const Emoji &one : allEmoji()) {
        const bool used = !words.isEmpty() && m_recent.contains(one.glyph);
        if (!used && (!words.isEmpty() || one.group == group - 1))
            rows.append(one);
    }
    rows.removeIf([&words](const Emoji &one) {
        const QString folded = u' ' + foldedText(one.words.toString());
        return !std::ranges::all_of(words, [&](const QString &word) { return folded.contains(u' ' + word); });
    });
    return rows;
}

QString EmojiPresenter::emptyText(const QString &typed) const
{
    return typed.trimmed().isEmpty() ? tr("What you use appears here.") : tr("No emoji for “%1”.").arg(typed.trimmed());
}

void EmojiPresenter::use(const QString &glyph)
{
    m_recent.removeAll(glyph);
    m_recent.prepend(glyph);
    while (m_recent.size() > kRecent)
        m_recent.removeLast();
    m_source.savePreference(kKey, m_recent.join(u' ').toUtf8());
    Q_EMIT changed();
}

void EmojiPresenter::reload()
{
    m_source.preference(kKey, [this](const Result<QByteArray> &kept) {
        const QStringList read =
            QString::fromUtf8(kept.valueOr(QByteArray())).split(u' ', Qt::SkipEmptyParts).mid(0, kRecent);
        if (read == m_recent)
            return;
        m_recent = read;
        Q_EMIT changed();
    });
}

} // namespace balcao::desk
