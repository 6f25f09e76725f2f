// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/shoppresenter.h"

#include <algorithm>
#include <utility>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

ShopPresenter::ShopPresenter(const ThreadPresenter &thread, QObject *parent) : QObject(parent), m_thread(thread)
{
    connect(&m_thread, &ThreadPresenter::changed, this, [this] {
        const QString channel = m_thread.head() ? m_thread.head()->channel : QString();
        if (std::exchange(m_shown, channel) != channel)
            Q_EMIT changed();
    });
}

void ShopPresenter::setShop(const QString &name, const QList<store::ChannelRow> &channels)
{
    if (m_name == name && m_channels == channels)
        return;
    m_name = name;
    m_channels = channels;
    Q_EMIT changed();
}

store::ChannelRow ShopPresenter::number() const
{
    const QString channel = m_thread.head() ? m_thread.head()->channel : QString();
    const auto found = std::ranges::find(m_channels, channel, &store::ChannelRow::channel);
    return found == m_channels.cend() ? store::ChannelRow() : *found;
}

bool ShopPresenter::isPaused() const
{
    return number().paused;
}

QString ShopPresenter::numberText() const
{
    const store::ChannelRow row = number();
    QStringList parts;
    if (row.paused)
        parts.append(tr("Messages do not leave"));
    const auto isNews = [this](const QString &said) { return said.compare(m_name, Qt::CaseInsensitive) != 0; };
    if (isNews(row.label))
        parts.append(row.label);
    if (!row.verifiedName.isEmpty() && isNews(row.verifiedName))
        parts.append(tr("on WhatsApp: %1").arg(row.verifiedName));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace balcao::desk
