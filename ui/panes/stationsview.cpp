// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/stationsview.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QGridLayout>
#include <QPainter>

namespace balcao::ui {

using Level = desk::LinePresenter::Level;

namespace {

constexpr int kDisc = 26;
constexpr int kSign = 14;
constexpr int kAround = 14; ///< above the discs and below the words
constexpr int kBeside = 10; ///< between a disc and the words at its right
constexpr int kLineGap = 6; ///< between a disc and its line
constexpr int kLine = 2;

} // namespace

StationsView::StationsView(const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_grid(new QGridLayout(this))
{
    m_grid->setSizeConstraint(QLayout::SetNoConstraint); // it may become narrower than it stands now
    m_grid->setVerticalSpacing(2);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

QLabel *StationsView::makeWords(bool isName)
{
    QLabel *label = isName ? plainLabel({}, this) : plainLabel({}, "second", this);
    label->setFont(isName ? semibold(smallFont(label->font())) : captionFont(label->font()));
    return label;
}

int StationsView::narrowest(qsizetype station) const
{
    return qMax(kDisc,
                qMax(m_names[station]->minimumSizeHint().width(), m_details[station]->minimumSizeHint().width()));
}

QSize StationsView::minimumSizeHint() const
{
    int widest = 0;
    for (qsizetype i = 0; i < m_names.size(); ++i)
        widest = qMax(widest, narrowest(i));
    return {2 * kAround + kDisc + kBeside + widest, m_grid->minimumSize().height()};
}

void StationsView::arrange()
{
    int beside = 2 * kAround;
    for (qsizetype i = 0; i < m_names.size(); ++i)
        beside += narrowest(i) + (i > 0 ? m_grid->horizontalSpacing() : 0);
    const bool isStacked = width() < beside;
    const auto count = static_cast<int>(m_names.size());
    if (isStacked == m_isStacked && m_placed == count)
        return;
    m_isStacked = isStacked;
    m_placed = count;
    for (int i = 0; i < count; ++i) {
        m_grid->addWidget(m_names[i], isStacked ? 2 * i : 0, isStacked ? 0 : i);
        m_grid->addWidget(m_details[i], isStacked ? 2 * i + 1 : 1, isStacked ? 0 : i);
        m_grid->setColumnStretch(i, isStacked && i > 0 ? 0 : 1);
        for (QLabel *label : {m_names[i], m_details[i]})
            label->setAlignment(isStacked ? Qt::AlignLeft | Qt::AlignTop : Qt::AlignHCenter | Qt::AlignTop);
    }
    if (isStacked)
        m_grid->setContentsMargins(kAround + kDisc + kBeside, kAround, kAround, kAround);
    else
        m_grid->setContentsMargins(kAround, kAround + kDisc + 4, kAround, kAround - 2);
    updateGeometry();
}

void StationsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StationsView::show(const QList<desk::LinePresenter::Station> &stations)
{
    if (stations == m_stations)
        return;
    for (qsizetype i = m_names.size(); i < stations.size(); ++i) {
        m_names.append(makeWords(true));
        m_details.append(makeWords(false));
    }
    m_stations = stations;
    for (qsizetype i = 0; i < stations.size(); ++i) {
        m_names[i]->setText(stations[i].name);
        m_details[i]->setText(stations[i].detail);
    }
    arrange();
    update();
}

QPoint StationsView::centre(qsizetype station) const
{
    const QRect name = m_names[station]->geometry();
    return m_isStacked ? QPoint(kAround + kDisc / 2, name.top() + kDisc / 2)
                       : QPoint(name.center().x(), kAround + kDisc / 2);
}

void StationsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < m_stations.size(); ++i) {
        paintDisc(painter, i);
        if (i > 0)
            paintLine(painter, i);
    }
}

void StationsView::paintLine(QPainter &painter, qsizetype to) const
{
    constexpr int kEnd = kDisc / 2 + kLineGap;
    const Theme &theme = m_appearance.theme();
    const bool isWell = m_stations[to - 1].level == Level::Good && m_stations[to].level == Level::Good;
    const QPoint first = centre(to - 1);
    const QPoint last = centre(to);
    const QRect line = m_isStacked
                           ? QRect(first.x() - kLine / 2, first.y() + kEnd, kLine, last.y() - first.y() - 2 * kEnd)
                           : QRect(first.x() + kEnd, first.y() - kLine / 2, last.x() - first.x() - 2 * kEnd, kLine);
    if (!line.isEmpty())
        painter.fillRect(line, isWell ? theme.accent : theme.borderStrong);
}

void StationsView::paintDisc(QPainter &painter, qsizetype station) const
{
    const Theme &theme = m_appearance.theme();
    const Level level = m_stations[station].level;
    const QPoint middle = centre(station);
    painter.setBrush(level == Level::Good ? theme.sel : level == Level::Trouble ? theme.timeBg : theme.surface);
    painter.setPen(level == Level::Unknown ? QPen(theme.borderStrong, 1) : QPen(Qt::NoPen));
    painter.drawEllipse(QRectF(0, 0, kDisc, kDisc).translated(middle.x() - kDisc / 2.0, middle.y() - kDisc / 2.0));
    if (level == Level::Unknown)
        return;
    const bool isGood = level == Level::Good;
    painter.drawPixmap(middle - QPoint(kSign / 2, kSign / 2),
                       Appearance::pixmap(isGood ? QStringLiteral("sent") : QStringLiteral("failed"),
                                          isGood ? theme.accent : theme.time, kSign, devicePixelRatioF()));
}

} // namespace balcao::ui
