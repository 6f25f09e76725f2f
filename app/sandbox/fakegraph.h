// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The Graph API that the sandbox pretends to be: sends, files, read marks and what is said of a number, over real HTTP
// on loopback, then status webhooks through the WebhookSender. Works in the thread it was made in, which needs an event
// loop; the HTTP itself runs on the edge's thread. What it is given by reference outlives it.
// Source: Meta, messages/send-messages, mark-message-as-read, business-phone-numbers/media, support/error-codes (2026).
#pragma once

#include "sandbox/faults.h"
#include "sandbox/mediaform.h"
#include "sandbox/sendrecord.h"
#include "sandbox/webhooksender.h"

#include "core/clock.h"
#include "edge/httpedge.h"

#include <QJsonObject>
#include <QUrl>

namespace balcao::sandbox {

/// When the statuses of a send follow. `atOnce`: their webhooks go out immediately and only their timestamps
/// are that far ahead, which is what seeding a history wants.
struct StatusPace
{
    qint64 sentMs = 300;
    qint64 deliveredMs = 900;
    qint64 readMs = 6000;
    bool atOnce = false;
    QString upTo = QStringLiteral("read"); ///< sent, delivered, read or failed
};

class FakeGraph : public QObject
{
    Q_OBJECT

public:
    FakeGraph(const Clock &clock, FaultBoard &faults, PhoneBook &book, WebhookSender &sender, quint32 seed = 1);
    ~FakeGraph() override;

    using Handler = std::function<edge::Response(const edge::Request &)>;
    /// Another door on the same port; the handler runs in this object's thread. Before start().
    void addRoute(const QByteArray &method, const QByteArray &path, Handler handler);
    /// Port 0: any free one.
    Result<void> start(quint16 port = 0);
    void stop();
    [[nodiscard]] quint16 port() const { return m_edge.port(); }
    /// What goes into the relay's `graph_url`.
    [[nodiscard]] QUrl url() const;

    void setPace(const StatusPace &pace) { m_pace = pace; }
    /// Every accepted send, oldest first. Any thread.
    [[nodiscard]] QList<SendRecord> sends() const;
    /// Every file that was handed over and kept, oldest first. Any thread.
    [[nodiscard]] QList<MediaFile> media() const;
    /// wamids marked as read, each time they were. Any thread.
    [[nodiscard]] QStringList reads() const;

Q_SIGNALS:
    void sendAccepted(const balcao::sandbox::SendRecord &send);

private:
    void handle(const edge::Request &request, const edge::Exchange &exchange);
    [[nodiscard]] std::optional<GraphFault> objection(const edge::Request &request, int &channel) const;
    [[nodiscard]] QJsonObject factsOf(int channel, const QByteArray &fields) const;
    void keepMedia(const edge::Request &request, int channel, const edge::Exchange &exchange);
    void send(const SendAsked &asked, int channel, const edge::Exchange &exchange);
    [[nodiscard]] bool lacksItsFile(const SendAsked &asked, int channel) const;
    [[nodiscard]] std::optional<edge::Response> turnedAway(const SendAsked &asked, int channel);
    void accept(const SendAsked &asked, int channel, const edge::Exchange &exchange);
    [[nodiscard]] Answered answerFate();
    void statusesOf(const SendRecord &record, const Contact &to);
    void statusAfter(qint64 afterMs, StatusNews news);
    void answer(const edge::Exchange &exchange, const edge::Response &response) const;
    [[nodiscard]] edge::Response refusal(const GraphFault &fault);

    const Clock &m_clock;
    FaultBoard &m_faults;
    PhoneBook &m_book;
    WebhookSender &m_sender;
    QRandomGenerator m_random;
    StatusPace m_pace;
    mutable std::mutex m_mutex; ///< m_sends, m_media, m_reads
    QList<SendRecord> m_sends;
    QList<MediaFile> m_media;
    QStringList m_reads;
    edge::HttpEdge m_edge; ///< last: its thread ends first
};

} // namespace balcao::sandbox
