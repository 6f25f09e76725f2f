// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/fakebankhooks.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFirstRetryMs = 200;
constexpr std::chrono::milliseconds kHookTimeout{10000};

QByteArray bodyOf(const QJsonArray &pix, bool asArray)
{
    const QJsonDocument document = asArray ? QJsonDocument(pix) : QJsonDocument(QJsonObject{{u"pix"_s, pix}});
    return document.toJson(QJsonDocument::Compact);
}

} // namespace

FakeBankHooks::FakeBankHooks(http::HttpClient &client, quint32 seed) : m_client(client), m_random(seed)
{
    m_gathering.setSingleShot(true);
    connect(&m_gathering, &QTimer::timeout, this, &FakeBankHooks::flush);
}

void FakeBankHooks::tell(const QString &registered, const QJsonObject &pix)
{
    const auto strikes = [this](int rate) { return rate > 0 && m_random.bounded(1000) < rate; };
    if (registered.isEmpty() || strikes(m_faults.swallowHooks))
        return;
    const int times = strikes(m_faults.duplicateHooks) ? 2 : 1;
    if (m_faults.hooksGathered) {
        m_gatheredFor = registered;
        for (int i = 0; i < times; ++i)
            m_gathered.append(pix);
        if (!m_gathering.isActive())
            m_gathering.start(m_faults.hookDelayMs);
        return;
    }
    ++m_waiting;
    QTimer::singleShot(m_faults.hookDelayMs, this, [this, registered, pix, times] {
        --m_waiting;
        for (int i = 0; i < times; ++i)
            deliver(registered, {pix});
    });
}

void FakeBankHooks::flush()
{
    deliver(m_gatheredFor, std::exchange(m_gathered, {}));
}

void FakeBankHooks::deliver(const QString &registered, const QJsonArray &pix)
{
    post(addressed(registered), bodyOf(pix, m_faults.hooksAsArray), 1);
}

/// Behind the text as it was registered, a query included: that is what real banks do.
QUrl FakeBankHooks::addressed(const QString &registered) const
{
    return QUrl(m_faults.hooksWithoutPath ? registered : registered + u"/pix"_s);
}

void FakeBankHooks::post(const QUrl &url, const QByteArray &body, int tried)
{
    http::HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "application/json"}};
    request.body = body;
    request.timeout = kHookTimeout;
    const qsizetype place = m_posts.size();
    m_posts.append({url, body, -1});
    m_calls[place] = m_client.send(request, this, [this, place, url, body, tried](const http::HttpOutcome &outcome) {
        const auto call = m_calls.extract(place);
        const auto *answer = std::get_if<http::HttpAnswer>(&outcome);
        m_posts[place].status = answer ? answer->status : 0;
        if (m_posts.at(place).status == 200 || tried >= kTries)
            return;
        ++m_waiting;
        QTimer::singleShot(kFirstRetryMs << tried, this, [this, url, body, tried] {
            --m_waiting;
            post(url, body, tried + 1);
        });
    });
}

} // namespace balcao::sandbox
