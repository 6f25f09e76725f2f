// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A relay in this process, a customer who writes to it, and a desk's window with that one chat open: what the tests of
// bad days begin with.
#pragma once

#include "shopdesk.h"
#include "support/testrelay.h"
#include "support/webhooks.h"
#include "way.h"

#include <atomic>

namespace balcao::test {

/// Of a wait the desk asks for a whole second at least; all else is as short as a busy machine lets it be.
inline ShopSession::Pace quickPace()
{
    using std::chrono::milliseconds;
    return {{1, milliseconds(20), milliseconds(100)}, {milliseconds(800), milliseconds(500), milliseconds(800)}};
}

class BadDay
{
public:
    BadDay()
    {
        relay::Relay::Settings settings;
        settings.sends = false; // what it has accepted stays in the log
        settings.beforeCommit = [this] {
            return isRelayFull ? Result<void>(failure(Error::Kind::Storage, {})) : Result<void>();
        };
        relay = std::make_unique<TestRelay>(settings);
        relay->start();
        const auto ana = OperatorId::fromText(relay
                                                  ->console({QStringLiteral("operators"), QStringLiteral("add"),
                                                             QStringLiteral("Ana"), QStringLiteral("--manager")},
                                                            QStringLiteral("135792"))
                                                  .value(0));
        m_token = relay->pairedDesk();
        way = std::make_unique<Way>(relay->relay().port());
        at = {way->url(), relay->pairedDesk(QStringLiteral("other")), m_dir.filePath(QStringLiteral("shop")), *ana};
        if (!write(QStringLiteral("Oi, tem broa?")))
            qFatal("the customer cannot write");
    }
    ~BadDay() { desk.reset(); }
    Q_DISABLE_COPY_MOVE(BadDay)

    void open() { open(clock); }
    void open(const Clock &by)
    {
        desk.reset();
        desk = std::make_unique<ShopDesk>(at, by, quickPace());
        show();
        const qint64 shown = by.nowMs(); // and by a clock that only time moves
        QTRY_VERIFY(&by == &clock || by.nowMs() - shown > desk::ComposerPresenter::kGuardMs);
    }
    /// On a day on which it cannot reach its relay, or its disk.
    void openAnyhow(const Clock &by)
    {
        desk.reset();
        desk = std::make_unique<ShopDesk>(at, by, quickPace(), false);
    }
    void show()
    {
        desk->openFirst();
        clock.advanceMs(desk::ComposerPresenter::kGuardMs);
        relay->clock.setMs(clock.nowMs());
        if (!QTest::qWaitFor(
                [this] { return desk->session.composer().conversation() == desk->session.thread().conversation(); }))
            qFatal("nothing can be written");
    }
    /// By the customer, past whatever is broken.
    bool write(const QString &text) { return deliver(++m_written, text); }
    /// The same number is the same message.
    bool deliver(int number, const QString &text)
    {
        TextWebhook webhook;
        webhook.wamid = QStringLiteral("wamid.badday.%1").arg(number);
        webhook.text = text;
        webhook.atMs = relay->clock.nowMs();
        return relay->webhook(toBytes(webhook)).status == 200;
    }
    /// Typed and Enter.
    void send(const QString &text)
    {
        desk->session.composer().setText(text);
        QTRY_VERIFY(desk->session.composer().canSend());
        desk->session.composer().send();
    }
    void search()
    {
        desk::PalettePresenter &palette = desk->session.presenters().palette;
        palette.start();
        palette.type(QStringLiteral("broa"));
        QTRY_VERIFY(!palette.countText().isEmpty());
        palette.start();
    }
    /// How often the relay has taken this.
    int accepted(const QString &text)
    {
        int count = 0;
        for (const wire::Event &event : relay->events(m_token)) {
            const auto *message = std::get_if<wire::MessageAccepted>(&event.body);
            count += message && message->content.text == text ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] const QString folder() const { return at.folder; }

    std::atomic<bool> isRelayFull = false;
    std::unique_ptr<TestRelay> relay;
    std::unique_ptr<Way> way;
    ManualClock clock{1'795'000'000'000};
    ShopDesk::At at;
    std::unique_ptr<ShopDesk> desk;

private:
    QTemporaryDir m_dir;
    QByteArray m_token;
    int m_written = 0;
};

} // namespace balcao::test
