// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/qrview.h"

#include "ui/style/fonts.h"

#include <QPainter>

#include <cmath>

namespace balcao::ui {

namespace {

/// Runs of dark modules, in pixels of the screen.
QList<QRect> darkRuns(const QrSymbol &symbol, QPoint at, int module)
{
    QList<QRect> runs;
    for (int y = 0; y < symbol.size; ++y) {
        for (int x = 0; x < symbol.size; ++x) {
            const int begin = x;
            while (x < symbol.size && symbol.isDark(x, y))
                ++x;
            if (x > begin)
                runs.append({at.x() + begin * module, at.y() + y * module, (x - begin) * module, module});
        }
    }
    return runs;
}

} // namespace

QrView::QrView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("qrView"));
    setMinimumSize(120, 120);
}

void QrView::setCode(const QString &code, const QString &instead)
{
    if (code == m_code && instead == m_instead)
        return;
    if (code != m_code)
        m_symbol = qrSymbol(code.toLatin1());
    m_code = code;
    m_instead = instead;
    setAccessibleName(hasCode() ? tr("QR of this Pix") : instead);
    update();
}

void QrView::paintEvent(QPaintEvent *)
{
    constexpr qreal kRadius = 6;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(rect(), kRadius, kRadius);
    if (!m_symbol) {
        painter.setPen(QColor(0x66, 0x5E, 0x51)); // on white, whatever the scheme
        painter.setFont(captionFont(font()));
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_instead);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    // In pixels of the screen, and on them: half a pixel would be grey.
    const qreal dpr = devicePixelRatioF();
    const QPointF corner = painter.deviceTransform().map(QPointF(0, 0));
    painter.scale(1 / dpr, 1 / dpr);
    painter.translate(std::ceil(corner.x()) - corner.x(), std::ceil(corner.y()) - corner.y());
    const int side = static_cast<int>(std::floor(qMin(width(), height()) * dpr));
    const int modules = m_symbol->size + 2 * kQrQuietZone;
    const int module = qMax(1, side / modules);
    const int left = (static_cast<int>(width() * dpr) - m_symbol->size * module) / 2;
    const int top = (static_cast<int>(height() * dpr) - m_symbol->size * module) / 2;
    painter.setBrush(Qt::black);
    painter.drawRects(darkRuns(*m_symbol, {left, top}, module));
}

} // namespace balcao::ui
