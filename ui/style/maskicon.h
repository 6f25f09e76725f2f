// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// An icon that is drawn from its mask when it is needed, and that can say from which and in what colour, so that it
// can be tinted again. GUI thread.
#pragma once

#include <QColor>
#include <QIconEngine>

#include <optional>

namespace balcao::ui {

class MaskIcon final : public QIconEngine
{
public:
    struct Tint
    {
        QString name;
        QColor colour;
        QColor disabled; ///< invalid: faded
    };

    static QIcon icon(const Tint &tint);
    /// Nothing when it is none of ours.
    static std::optional<Tint> of(const QIcon &icon);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override { return new MaskIcon(m_tint); }
    QString iconName() override;
    QString key() const override { return QStringLiteral("balcao"); }
    bool isNull() override { return false; }

private:
    explicit MaskIcon(Tint tint) : m_tint(std::move(tint)) {}

    Tint m_tint;
};

} // namespace balcao::ui
