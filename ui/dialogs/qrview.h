// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A QR symbol: whole pixels of the screen a module, four light modules around, black on white in every colour scheme,
// for cameras do not read the others.
#pragma once

#include "core/qrsymbol.h"

#include <QWidget>

namespace balcao::ui {

class QrView final : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget *parent);

    /// Empty: nothing but `instead`, words for what will stand there.
    void setCode(const QString &code, const QString &instead = {});
    [[nodiscard]] bool hasCode() const { return m_symbol.has_value(); }
    [[nodiscard]] QSize sizeHint() const override { return {159, 159}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<QrSymbol> m_symbol;
    QString m_code;
    QString m_instead;
};

} // namespace balcao::ui
