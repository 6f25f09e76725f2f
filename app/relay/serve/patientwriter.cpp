// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/patientwriter.h"

#include "relay/serve/logger.h"
#include "relay/serve/writer.h"

#include <QPointer>
#include <QTimer>

namespace balcao::relay {

namespace {

constexpr int kDiskRetryMs = 1000;

/// Another time will do, the disk may have room then.
bool mayPass(const Error &error)
{
    return error.kind == Error::Kind::Storage || error.kind == Error::Kind::Timeout;
}

} // namespace

PatientWriter::PatientWriter(Writer &writer, Logger &logger, QLatin1StringView complaint)
    : m_writer(writer), m_logger(logger), m_complaint(complaint)
{
}

void PatientWriter::write(QLatin1StringView what, const Work &work, const Then &then)
{
    const QPointer<QObject> here(&m_here);
    const auto done = [this, here, what, work, then](const Result<void> &stored) {
        if (!here)
            return;
        QMetaObject::invokeMethod(
            here.data(), [this, what, work, then, stored] { heard(what, work, then, stored); }, Qt::QueuedConnection);
    };
    if (!m_writer.post(work, done))
        again(what, work, then);
}

void PatientWriter::heard(QLatin1StringView what, const Work &work, const Then &then, const Result<void> &stored)
{
    if (!m_open)
        return;
    if (!stored && mayPass(stored.error()))
        return again(what, work, then);
    using Qt::Literals::StringLiterals::operator""_L1;
    if (!stored)
        m_logger.warn(m_complaint, stored.error(), {{"step"_L1, what}});
    if (then)
        then(stored.ok());
}

void PatientWriter::again(QLatin1StringView what, const Work &work, const Then &then)
{
    if (m_open)
        QTimer::singleShot(kDiskRetryMs, &m_here, [this, what, work, then] { write(what, work, then); });
}

} // namespace balcao::relay
