// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/idlethread.h"

#include <QJsonDocument>
#include <QThread>

#include <dlfcn.h>
#include <mutex>
#include <unistd.h>

namespace {

// Held while it is told something, for it ends on its own thread whatever the others are at.
std::mutex s_telling;
balcao::test::IdleThread *s_watching = nullptr;

/// The one that the program would have called without us.
template <class F>
F *real(const char *name)
{
    auto *found = reinterpret_cast<F *>(dlsym(RTLD_NEXT, name));
    if (found == nullptr)
        qFatal("no %s behind this one", name);
    return found;
}

} // namespace

namespace balcao::test {

IdleThread::IdleThread() : m_home(QThread::currentThreadId())
{
    sql::setWitness(this);
    const std::lock_guard lock(s_telling);
    s_watching = this;
}

IdleThread::~IdleThread()
{
    sql::setWitness(nullptr);
    const std::lock_guard lock(s_telling);
    s_watching = nullptr;
}

bool IdleThread::isHere() const
{
    return QThread::currentThreadId() == m_home;
}

void IdleThread::ran(const QString &)
{
    if (isHere())
        ++m_statements;
}

void IdleThread::sawJson(qsizetype bytes)
{
    const std::lock_guard lock(s_telling);
    if (IdleThread *one = s_watching; one && one->isHere())
        one->m_json = qMax(one->m_json, bytes);
}

void IdleThread::sawSync()
{
    const std::lock_guard lock(s_telling);
    if (IdleThread *one = s_watching; one && one->isHere())
        ++one->m_syncs;
}

} // namespace balcao::test

// What is defined in the program comes before what its libraries have.

QJsonDocument QJsonDocument::fromJson(const QByteArray &json, QJsonParseError *error)
{
    balcao::test::IdleThread::sawJson(json.size());
    static const auto next = real<QJsonDocument(const QByteArray &, QJsonParseError *)>(
        "_ZN13QJsonDocument8fromJsonERK10QByteArrayP15QJsonParseError");
    return next(json, error);
}

QByteArray QJsonDocument::toJson(JsonFormat format) const
{
    // A member takes its object as a first argument.
    static const auto next =
        real<QByteArray(const QJsonDocument *, JsonFormat)>("_ZNK13QJsonDocument6toJsonENS_10JsonFormatE");
    const QByteArray json = next(this, format);
    balcao::test::IdleThread::sawJson(json.size());
    return json;
}

extern "C" int fsync(int file)
{
    balcao::test::IdleThread::sawSync();
    static const auto next = real<int(int)>("fsync");
    return next(file);
}

extern "C" int fdatasync(int file)
{
    balcao::test::IdleThread::sawSync();
    static const auto next = real<int(int)>("fdatasync");
    return next(file);
}
