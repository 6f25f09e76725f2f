// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/shoppresenter.h"

#include <algorithm>
#include <utility>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

ShopPresenter::ShopPresenter(const ThreadPresenter &thread, const Wording &wording, const Clock &clock, QObject *parent)
    : QObject(parent), m_thread(thread), m_wording(wording), m_clock(clock)
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

NumberWords::Standing ShopPresenter::standing() const
{
    return words().standing(number());
}

QString ShopPresenter::doubtText() const
{
    return words().doubt(number());
}

QString ShopPresenter::numberText() const
{
    const store::ChannelRow row = number();
    QStringList parts;
    if (row.paused)
        parts.append(tr("Messages do not leave"));
    const auto isNews = [this](const QString &said) { return said.compare(m_name, Qt::CaseInsensitive) != 0; };
    if (standing() == NumberWords::Standing::VouchedFor)
        parts.append(tr("Verified number"));
    else if (standing() == NumberWords::Standing::Doubtful)
        parts.append(tr("Number not verified"));
    parts.append(isNews(row.label) && !row.label.isEmpty() ? row.label : row.number);
    if (!row.verifiedName.isEmpty() && isNews(row.verifiedName))
        parts.append(tr("on WhatsApp: %1").arg(row.verifiedName));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace balcao::desk
