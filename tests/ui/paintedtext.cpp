// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "paintedtext.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

namespace balcao::test {

namespace {

class Reader final : public QPaintEngine
{
public:
    Reader() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    [[nodiscard]] Type type() const override { return User; }

    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        QString text = item.text();
        while (text.endsWith(u' '))
            text.chop(1);
        if (text.isEmpty())
            return;
        const qreal blanks =
            static_cast<qreal>(item.text().size() - text.size()) * QFontMetricsF(item.font()).horizontalAdvance(u' ');
        const QRectF rect(at.x(), at.y() - item.ascent(), item.width() - blanks, item.ascent() + item.descent());
        const QTransform &map = painter()->deviceTransform();
        QRectF seen = systemClip().isEmpty() ? QRectF(rect) : QRectF(systemClip().boundingRect());
        if (painter()->hasClipping())
            seen &= map.mapRect(painter()->clipBoundingRect());
        pieces.append({text, map.mapRect(rect), seen});
    }

    QList<PaintedPiece> pieces;
};

class Page final : public QPaintDevice
{
public:
    explicit Page(QSize size) : m_size(size) {}

    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_reader; }
    [[nodiscard]] const QList<PaintedPiece> &pieces() const { return m_reader.pieces; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric what) const override
    {
        constexpr int kDpi = 96;
        switch (what) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return kDpi;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(what);
        }
    }

private:
    QSize m_size;
    mutable Reader m_reader;
};

} // namespace

QList<PaintedPiece> paintedBy(QWidget &widget)
{
    Page page(widget.size());
    widget.render(&page);
    return page.pieces();
}

} // namespace balcao::test
