// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A request body that can be read a single time. QNetworkAccessManager sends a request again by itself
// (up to three times) when the connection closes before an answer, also a POST; with a body that does
// not rewind it has to give up instead. Also tells whether any of it was ever taken.
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace balcao::http {

class UploadOnce final : public QIODevice
{
    Q_OBJECT

public:
    UploadOnce(QByteArray body, QObject *parent);

    /// Never true for an empty body.
    [[nodiscard]] bool wasTaken() const { return m_taken; }

    [[nodiscard]] bool isEmpty() const { return m_body.isEmpty(); }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_at == m_body.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 maxSize) override;

private:
    QByteArray m_body;
    qint64 m_at = 0;
    bool m_taken = false;
};

} // namespace balcao::http
