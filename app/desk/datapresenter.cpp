// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/datapresenter.h"

#include "core/clock.h"
#include "core/disk.h"

#include <QLocale>

namespace balcao::desk {

namespace {

QString sized(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

DataPresenter::DataPresenter(DataSource &source, QString folder, QObject *parent)
    : QObject(parent), m_source(source), m_folder(std::move(folder))
{
    m_minute.setInterval(static_cast<int>(kMinuteMs));
    connect(&m_minute, &QTimer::timeout, this, &DataPresenter::reload);
}

QString DataPresenter::conversationsText() const
{
    return m_known ? sized(m_facts.conversationBytes) : QString();
}

QString DataPresenter::ownText() const
{
    return m_known ? sized(m_facts.ownBytes) : QString();
}

QString DataPresenter::asideText() const
{
    return m_facts.asideBytes > 0 ? sized(m_facts.asideBytes) : QString();
}

QString DataPresenter::waitingText() const
{
    return m_waiting == 0 ? tr("Nothing waits to be sent.") : tr("%n message(s) to send", nullptr, m_waiting);
}

QString DataPresenter::freeText() const
{
    return m_facts.freeBytes ? sized(*m_facts.freeBytes) : QString();
}

QString DataPresenter::bannerText() const
{
    if (!m_facts.freeBytes || *m_facts.freeBytes >= kLittleDisk)
        return {};
    return tr("This computer's disk is nearly full. Make room on it: without any, new messages wait at the server, and "
              "nothing can be sent from here.");
}

void DataPresenter::setWaiting(int sends)
{
    m_waiting = sends;
    Q_EMIT changed();
}

void DataPresenter::reload()
{
    m_minute.start();
    m_source.facts([this](const DataFacts &facts) {
        if (m_known && facts == m_facts)
            return;
        m_facts = facts;
        m_known = true;
        Q_EMIT changed();
    });
}

} // namespace balcao::desk
