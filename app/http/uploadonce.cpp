// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "http/uploadonce.h"

#include <algorithm>

namespace balcao::http {

// Unbuffered: what was taken from here went to the network code, not into a buffer of QIODevice.
UploadOnce::UploadOnce(QByteArray body, QObject *parent) : QIODevice(parent), m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 UploadOnce::bytesAvailable() const
{
    return m_body.size() - m_at + QIODevice::bytesAvailable();
}

qint64 UploadOnce::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_body.size() - m_at);
    if (size <= 0)
        return atEnd() ? -1 : 0;
    std::copy_n(m_body.cbegin() + m_at, size, data);
    m_at += size;
    m_taken = true;
    return size;
}

qint64 UploadOnce::writeData(const char *, qint64)
{
    return -1;
}

} // namespace balcao::http
