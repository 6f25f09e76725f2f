// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/dbthread.h"

namespace balcao::sql {

using namespace Qt::Literals::StringLiterals;

DbThread::DbThread(const QString &name, Factory open)
    : m_open(std::move(open)), m_connection(failure(Error::Kind::Internal, u"not opened yet"_s))
{
    m_thread.setObjectName(name);
    m_worker.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(&m_worker, [this] { m_connection = m_open(); });
}

DbThread::~DbThread()
{
    QMetaObject::invokeMethod(&m_worker, [this] {
        m_open = nullptr;
        m_connection = failure(Error::Kind::Internal, u"closed"_s);
        m_thread.quit();
    });
    m_thread.wait();
}

void DbThread::post(Job job)
{
    QMetaObject::invokeMethod(
        &m_worker,
        [this, job = std::move(job)] {
            if (!m_connection && m_open)
                m_connection = m_open();
            job(m_connection ? Result<Connection *>(m_connection->get()) : m_connection.error());
        },
        Qt::QueuedConnection);
}

} // namespace balcao::sql
