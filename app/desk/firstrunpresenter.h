// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// First run, step 1: where the shop's server is and the pairing code; or the demo. Nothing typed is lost
// when it fails. GUI thread; owned by the composition root.
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace balcao::desk {

/// What the first step needs of the world; sync's pairing stands behind it, a fake in tests.
class ShopConnector
{
public:
    enum class Outcome {
        Paired,
        AddressInvalid, ///< not a name, or not https (loopback apart)
        NotFound,       ///< no server answers there
        NotSecure,      ///< its certificate cannot be trusted
        NotBalcao,      ///< something else answers
        CodeWrong,      ///< wrong, used or older than 10 minutes
        TooManyTries,
        VaultLocked, ///< the system's vault cannot keep the key now
        DemoMissing, ///< the sandbox program is not where it should be
        DemoFailed,
        Storage,
    };

    ShopConnector() = default;
    virtual ~ShopConnector() = default;
    Q_DISABLE_COPY_MOVE(ShopConnector)

    using Done = std::function<void(Outcome)>;
    virtual void pair(const QString &address, const QString &code, const QString &device, Done done) = 0;
    virtual void startDemo(Done done) = 0;
};

class FirstRunPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kCodeLength = 8;

    explicit FirstRunPresenter(ShopConnector &connector, QObject *parent = nullptr);

    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] const QString &code() const { return m_code; }
    [[nodiscard]] const QString &device() const { return m_device; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool canConnect() const { return !m_busy && hint().isEmpty(); }
    /// Why "Connect" is not possible yet; empty when it is.
    [[nodiscard]] QString hint() const;
    [[nodiscard]] const QString &errorText() const { return m_error; }

    /// Why this page is shown again: shown where errors are.
    void setNotice(const QString &notice);
    void setAddress(const QString &address);
    /// Any spelling: lower case, dashes, O for 0, I and L for 1.
    void setCode(const QString &code);
    void setDevice(const QString &device);
    void connectShop();
    void startDemo();

Q_SIGNALS:
    void changed();
    void connected();

private:
    void finish(ShopConnector::Outcome outcome);
    static QString words(ShopConnector::Outcome outcome);

    ShopConnector &m_connector;
    QString m_address;
    QString m_code;
    QString m_device;
    QString m_error;
    bool m_busy = false;
};

} // namespace balcao::desk
