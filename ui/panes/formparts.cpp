// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/formparts.h"

#include "core/text.h"
#include "ui/style/appearance.h"
#include "ui/style/fonts.h"
#include "ui/tray.h"

#include <QApplication>
#include <QDialog>
#include <QFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>
#include <QVBoxLayout>
#include <QVariant>

namespace balcao::ui {

QString programName()
{
    return QStringLiteral("Balcão");
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

QLabel *plainLabel(const QString &text, const char *role, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setProperty("role", QLatin1StringView(role));
    return label;
}

QLabel *keyCap(const QString &key, QWidget *parent, const char *role)
{
    QLabel *cap = plainLabel(key, role, parent);
    cap->setFont(semibold(captionFont(cap->font())));
    cap->setWordWrap(false);
    cap->setIndent(0); // a frame brings one along
    return cap;
}

QString plainTip(const QString &text)
{
    constexpr qsizetype kMost = 300;
    return plainNotice(previewText(text, kMost));
}

void showPlainTip(const QPoint &globalPos, const QString &text, QWidget *of)
{
    QToolTip::showText(globalPos, plainTip(text), of);
}

void restyle(QWidget *widget)
{
    const QFont own = widget->font();
    const bool hasOwn = widget->testAttribute(Qt::WA_SetFont);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    if (hasOwn)
        widget->setFont(own);
}

void setRole(QWidget *widget, const char *role)
{
    if (widget->property("role").toByteArray() == role)
        return;
    widget->setProperty("role", QByteArray(role));
    restyle(widget);
}

void addField(QVBoxLayout &form, const QString &caption, QLineEdit *field, const QString &help)
{
    QLabel *label = plainLabel(caption, "second", field->parentWidget());
    label->setFont(semibold(smallFont(label->font())));
    label->setBuddy(field);
    field->setAccessibleName(caption);
    field->setMinimumHeight(36);
    form.addWidget(label);
    form.addSpacing(4);
    form.addWidget(field);
    if (!help.isEmpty()) {
        QLabel *below = plainLabel(help, "caption", field->parentWidget());
        below->setFont(captionFont(below->font()));
        form.addSpacing(2);
        form.addWidget(below);
        field->setAccessibleDescription(help);
    }
    form.addSpacing(14);
}

QFrame *signPanel(QWidget *parent, QWidget *below)
{
    auto *panel = new QFrame(parent);
    panel->setObjectName(QStringLiteral("sidePanel"));
    panel->setMinimumWidth(220);
    panel->setMaximumWidth(454);
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(56, 96, 48, 32);
    auto *bell = new QLabel(panel);
    QPixmap drawing(QStringLiteral(":/icons/balcao-app-128.png"));
    drawing.setDevicePixelRatio(2.0);
    bell->setPixmap(drawing);
    bell->setAccessibleName(programName());
    column->addWidget(bell);
    column->addSpacing(12);
    QLabel *name = plainLabel(programName(), panel);
    name->setFont(semibold(scaledFont(name->font(), 28)));
    column->addWidget(name);
    QLabel *line = plainLabel(QCoreApplication::translate("SignPanel", "The shop's WhatsApp, served from the counter."),
                              "second", panel);
    line->setFont(headFont(line->font()));
    column->addWidget(line);
    if (below)
        column->addWidget(below, 1);
    column->addStretch(below ? 0 : 1); // where that is hidden
    return panel;
}

bool hasRoomForSign(int width)
{
    constexpr int kBoth = 760;
    return width >= kBoth * textScale();
}

namespace {

class Scroller final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

    /// Only up and down.
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const int bar = verticalScrollBar()->sizeHint().width();
        return {widget()->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
    }
};

} // namespace

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *made = new Scroller(parent);
    made->setFrameShape(QFrame::NoFrame);
    made->setWidgetResizable(true);
    made->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    made->setFocusPolicy(Qt::NoFocus);
    made->setWidget(content);
    made->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return made;
}

void sizeDialog(QDialog &dialog, const QSize &drawn)
{
    constexpr QSize kAround(40, 60);
    const QSize most = dialog.parentWidget() ? dialog.parentWidget()->window()->size() - kAround : drawn;
    dialog.resize((drawn * textScale()).boundedTo(most.expandedTo(drawn)));
    growDialog(dialog);
}

void growDialog(QDialog &dialog)
{
    const int needed = dialog.layout()->totalHeightForWidth(dialog.width());
    if (needed > dialog.height())
        dialog.resize(dialog.width(), needed);
}

qreal textScale()
{
    constexpr qreal kDesignPoints = 9.75;
    return qMax(1.0, QApplication::font().pointSizeF() / kDesignPoints);
}

QFrame *hairline(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("hairline", true);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

void joinSegments(const QList<QPushButton *> &segments)
{
    for (QPushButton *one : segments) {
        one->setProperty("segment", true);
        const char *place = one == segments.first() ? "first" : one == segments.last() ? "last" : "middle";
        one->setProperty("place", QLatin1StringView(place));
        one->setCheckable(true);
    }
}

} // namespace balcao::ui
