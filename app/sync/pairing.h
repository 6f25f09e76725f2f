// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Makes this desk known to a shop's server: checks the address, pairs with a code, and hands over what was
// given. Repeatable: a lost answer does not eat the code. GUI thread.
#pragma once

#include "net/relayclient.h"
#include "store/rows.h"

#include <QObject>

namespace balcao::sync {

struct PairedShop
{
    QUrl relay;
    QByteArray token;
    DeskId desk;
    QString shopName;
    QString timezone;
};

enum class PairingOutcome { Paired, AddressInvalid, NotFound, NotSecure, NotBalcao, CodeWrong, TooManyTries };

class Pairing final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(PairingOutcome, const PairedShop &)>;

    explicit Pairing(QObject *parent = nullptr);
    ~Pairing() override;

    void pair(const QString &address, const QString &code, const QString &device, Done done);

private:
    void answered(const net::CallResult<wire::PairAnswer> &answer);

    std::unique_ptr<http::HttpClient> m_http;
    std::unique_ptr<net::RelayClient> m_client;
    net::Call m_call;
    QUrl m_relay;
    QString m_nonce; ///< kept while the same code is tried, so that a lost answer can be asked for again
    QString m_code;
    Done m_done;
};

} // namespace balcao::sync
