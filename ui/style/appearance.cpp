// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/appearance.h"

#include "ui/style/fonts.h"
#include "ui/style/maskicon.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QPointer>
#include <QPushButton>
#include <QStyle>
#include <QStyleFactory>

namespace balcao::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QPalette paletteOf(const Theme &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText, QPalette::ToolTipBase})
        p.setColor(role, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.list);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::PlaceholderText, t.text3);
    p.setColor(QPalette::Highlight, t.sel);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::BrightText, t.danger);
    p.setColor(QPalette::ToolTipText, t.window);
    p.setColor(QPalette::Light, t.surface);
    p.setColor(QPalette::Midlight, t.hover);
    p.setColor(QPalette::Mid, t.border);
    p.setColor(QPalette::Dark, t.borderStrong);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.disabled);
    return p;
}

// Roles stand as @name and are replaced by the theme's colours. Rows and bubbles are painted, not styled.
// Fields have no colour of their own: Qt would make one for placeholders of it, and pass over the palette's.
constexpr auto kSheet = R"css(
QPushButton { background: @surface; border: 1px solid @border; border-radius: 6px; padding: 6px 14px; color: @text; font-weight: 600; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @border; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 13px; }
QPushButton:disabled { background: transparent; color: @disabled; }
QPushButton[primary="true"] { background: @accent; border-color: @accent; color: @onAccent; }
QPushButton[primary="true"]:hover { background: @accentHover; }
QPushButton[primary="true"]:pressed { background: @accentPressed; }
QPushButton[primary="true"]:focus { border-color: @text; }
QPushButton[primary="true"]:disabled { background: transparent; color: @disabled; border-color: @border; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; color: @accent; }
QPushButton[flat="true"]:focus { border-color: @accent; }
QPushButton[quiet="true"] { background: transparent; border-color: transparent; color: @text2; padding: 6px 10px; }
QPushButton[quiet="true"]:hover { background: @hover; } QPushButton[quiet="true"]:focus { border-color: @accent; padding: 5px 9px; }
QPushButton[tool="true"] { padding: 6px 4px; } QPushButton[tool="true"]:focus { padding: 5px 3px; }
QPushButton#listOrder { font-weight: 400; padding: 6px 4px; } QPushButton#listOrder:focus { padding: 5px 3px; } QPushButton#switchOperator { color: @text; }
QPushButton[quiet="true"]:disabled { color: @disabled; } QPushButton[quiet="true"]:checked { background: @note; color: @noteText; }
QPushButton[rail="true"] { background: transparent; border-color: transparent; color: @text2; text-align: left; font-weight: 400; padding: 6px 8px 6px 7px; }
QPushButton[rail="true"]:hover { background: @hover; } QPushButton[rail="true"]:checked { background: @surface; border-color: @border; color: @text; font-weight: 600; }
QPushButton[rail="true"]:focus { border: 2px solid @accent; padding: 5px 7px 5px 6px; }
QPushButton[field="true"] { border-color: @borderStrong; text-align: left; color: @text3; font-weight: 400; padding: 5px 10px; } QPushButton[field="true"]:focus { padding: 4px 9px; }
QPushButton[link="true"] { background: transparent; border: none; color: @accent; padding: 2px; font-weight: 400; text-align: left; }
QPushButton[link="true"]:focus { border: 1px solid @accent; padding: 1px; } QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton#cancelSending { font-weight: 600; }
QPushButton#consent { padding: 2px 2px 2px 0; } QPushButton#consent:focus { padding: 1px 1px 1px 0; }
QPushButton[atRight="true"] { text-align: right; padding: 2px 0 2px 4px; } QPushButton[atRight="true"]:focus { padding: 1px 0 1px 3px; }
QPushButton[chip="true"] { border-color: @border; border-radius: 11px; padding: 2px 9px; font-weight: 400; } QPushButton[chip="true"]:focus { border-color: @accent; padding: 1px 8px; }
QLineEdit, QPlainTextEdit, QComboBox { background: @surface; border: 1px solid @borderStrong; border-radius: 6px; padding: 6px 9px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid @accent; padding: 5px 8px; }
QPlainTextEdit[shut="true"] { background: transparent; border-color: @border; }
#paletteHead { background: @surface; border-top-left-radius: 9px; border-top-right-radius: 9px; }
#paletteFoot { background: @window; border-bottom-left-radius: 9px; border-bottom-right-radius: 9px; } #paletteList { background: @raised; }
QLineEdit[inline="true"] { background: transparent; border-color: transparent; padding: 1px 3px; }
QLineEdit[inline="true"]:hover { border-color: @border; } QLineEdit[inline="true"]:focus { background: @surface; padding: 0 2px; }
QListView { background: @list; border: none; outline: none; }
QListView#threadView, QFrame#waitingHint { background: @thread; } QListView#views { background: @rail; }
QListWidget::item:selected { background: @sel; color: @text; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @borderStrong; border-radius: 3px; min-height: 28px; margin: 2px; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
QSplitter::handle { background: @border; }
QFrame[hairline="true"] { background: @border; border: none; }
QFrame#topBar { background: @window; }
QFrame#composer, QFrame#threadHead, QFrame#listHead, QFrame#findBar { background: @list; }
QFrame#findBar { border-bottom: 1px solid @border; }
QFrame#sidePanel, QFrame#rail { background: @rail; } QFrame#sidePanel { border-right: 1px solid @border; }
QFrame#customerPanel, QScrollArea#customerScroll, QWidget#customerBody { background: @list; }
QFrame#customerPanel { border-left: 1px solid @border; }
QFrame#undoBar { background: @window; border-top: 1px solid @border; } QFrame#composer[note="true"] { background: @note; }
QFrame#formPanel, QFrame#emptyThread { background: @list; }
QFrame#settingsPage, QWidget#settingsBody { background: @window; } QFrame#settingsSide { background: @list; }
QFrame#tillPage, QFrame#tillHead, QFrame#tillFoot, QWidget#tillBody { background: @list; } QFrame#tillSide, QWidget#tillPaper { background: @thread; } QFrame#tillSide { border-left: 1px solid @border; }
QFrame#tillTile { background: @surface; border: 1px solid @border; border-radius: 8px; } QFrame#tillTile[tone="charged"] { border-top: 3px solid @accent; }
QFrame#tillTile[tone="paid"] { border-top: 3px solid @paidSolid; } QFrame#tillTile[tone="paid"] QLabel#tillAmount { color: @paid; }
QFrame#tillTile[tone="open"] { border-top: 3px solid @timeSolid; } QFrame#tillTile[tone="open"] QLabel#tillAmount { color: @time; }
QFrame#tillTile[tone="byHand"] { border-top: 3px solid @noteText; } QFrame#tillTile[tone="byHand"] QLabel#tillAmount { color: @noteText; }
QFrame#tillTile[tone="plain"] { border-top: 3px solid @border; }
QFrame#tillWrong { background: @surface; border: 1px solid @danger; border-radius: 8px; } QFrame#tillWrongHead { background: @dangerBg; border: none; border-top-left-radius: 7px; border-top-right-radius: 7px; }
QTableView#tillTable { background: @surface; border: 1px solid @border; border-radius: 8px; outline: none; } QTableView#tillTable QHeaderView { background: @surface; border: none; }
QListWidget#settingsSections { background: @list; } QListWidget#settingsSections::item { padding: 7px 6px; border-radius: 6px; }
QListWidget[faces="true"] { background: @rail; } QListWidget[faces="true"]::item { border: 2px solid transparent; border-radius: 8px; padding: 6px 2px; color: @text2; }
QListWidget[faces="true"]::item:selected { color: @text; border: 2px solid @accent; }
QLabel[role="key"] { background: @surface; border: 1px solid @border; border-radius: 4px; padding: 1px 5px 0; color: @text2; } QLabel[role="key"]:disabled { color: @disabled; }
QLabel[role="keyOn"] { border: 1px solid @onAccent; border-radius: 4px; padding: 1px 5px 0; color: @onAccent; } QLabel[role="keyOn"]:disabled { border-color: @border; color: @disabled; }
QFrame#amountBox { background: @surface; border: 1px solid @borderStrong; border-radius: 6px; } QFrame#amountBox[typing="true"] { border: 2px solid @accent; }
QLineEdit#pixAmount, QLineEdit#pixAmount:focus { background: transparent; border: none; padding: 0; }
QFrame#pixPreview { background: @thread; border-left: 1px solid @border; } QFrame#pixBubble { background: @out; border-radius: 10px; }
QFrame#pixProof { background: @timeBg; border: none; border-left: 3px solid @timeSolid; border-radius: 4px; }
QPushButton[segment="true"] { border-color: @borderStrong; border-left-color: @border; border-radius: 0; padding: 5px 6px; font-weight: 400; color: @text2; }
QPushButton[place="first"] { border-left-color: @borderStrong; border-top-left-radius: 6px; border-bottom-left-radius: 6px; } QPushButton[place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[place="first"], QPushButton[place="middle"] { border-right: none; padding-right: 7px; }
QPushButton[segment="true"]:checked { background: @accent; border-color: @accent; color: @onAccent; font-weight: 600; } QPushButton[segment="true"]:focus { border: 2px solid @accent; padding: 4px 5px; }
QPushButton[segment="true"]:checked:focus { border-color: @text; }
QPushButton[offer="true"] { border-color: @accent; border-radius: 4px; padding: 2px 6px; color: @accent; } QPushButton[offer="true"]:focus { border: 2px solid @accent; padding: 1px 5px; }
QFrame#card { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame#strip { border-bottom: 1px solid @border; } QFrame#strip[level="trouble"] { background: @timeBg; } QFrame#strip[level="broken"] { background: @dangerBg; }
QPushButton#proofNone { color: @time; } QFrame#notice, QFrame#proof { background: @timeBg; border-bottom: 1px solid @border; }
QLabel[role="caption"] { color: @text3; } QLabel[role="second"] { color: @text2; } QLabel[role="danger"] { color: @danger; }
QLabel[role="time"] { color: @time; } QLabel[role="accent"] { color: @accent; }
QToolTip { background: @text; color: @window; border: none; padding: 4px 6px; }
)css";

QString sheetOf(const Theme &t)
{
    QString sheet = QString::fromLatin1(kSheet);
    // Longer names first: @borderStrong before @border.
    const std::pair<QLatin1StringView, QColor> roles[] = {
        {"@accentPressed"_L1, t.accentPressed},
        {"@accentHover"_L1, t.accentHover},
        {"@borderStrong"_L1, t.borderStrong},
        {"@dangerBg"_L1, t.dangerBg},
        {"@noteText"_L1, t.noteText},
        {"@paidSolid"_L1, t.paidSolid},
        {"@paid"_L1, t.paid},
        {"@disabled"_L1, t.disabled},
        {"@timeSolid"_L1, t.timeSolid},
        {"@onAccent"_L1, t.onAccent},
        {"@surface"_L1, t.surface},
        {"@accent"_L1, t.accent},
        {"@border"_L1, t.border},
        {"@danger"_L1, t.danger},
        {"@timeBg"_L1, t.timeBg},
        {"@thread"_L1, t.thread},
        {"@window"_L1, t.window},
        {"@hover"_L1, t.hover},
        {"@note"_L1, t.note},
        {"@time"_L1, t.time},
        {"@sel"_L1, t.sel},
        {"@text3"_L1, t.text3},
        {"@text2"_L1, t.text2},
        {"@text"_L1, t.text},
        {"@raised"_L1, t.dark ? t.surface : t.list}, // what stands before the window differs from what is behind it
        {"@list"_L1, t.list},
        {"@rail"_L1, t.rail},
        {"@out"_L1, t.out},
    };
    for (const auto &[name, colour] : roles)
        sheet.replace(name, colour.name());
    return sheet;
}

} // namespace

Appearance::Appearance(QApplication &app, ColourScheme scheme) : m_app(app)
{
    const QFont font = drawnFont(m_app.font());
    m_systemPoints = font.pointSizeF();
    setTextGrowth(1);
    m_app.setFont(font);
    m_app.installEventFilter(this);
    whenSystemSchemeChanges(app, this, [this] { apply(m_scheme); });
    apply(scheme);
}

Theme Appearance::wantedTheme()
{
    if (systemHighContrast()) {
        m_app.setPalette({});
        return Theme::of(m_app.palette());
    }
    if (m_scheme == ColourScheme::System)
        m_app.setPalette({}); // ours would answer for the system's
    const bool dark = m_scheme == ColourScheme::Dark || (m_scheme == ColourScheme::System && systemPrefersDark(m_app));
    return dark ? Theme::darkOne() : Theme::light();
}

void Appearance::apply(ColourScheme scheme)
{
    m_applying = true;
    m_scheme = scheme;
    const Theme before = m_theme;
    if (m_app.style()->name() != "fusion"_L1)
        m_app.setStyle(QStyleFactory::create(u"Fusion"_s));
    m_theme = wantedTheme();
    if (!m_theme.plain)
        m_app.setPalette(paletteOf(m_theme));
    m_app.setStyleSheet(m_theme.plain ? QString() : sheetOf(m_theme));
    tintAgain(before);
    m_applying = false;
    Q_EMIT changed();
}

void Appearance::setTextPercent(int percent)
{
    QFont font = m_app.font();
    const qreal before = font.pointSizeF() > 0 ? font.pointSizeF() : m_systemPoints;
    const qreal points = m_systemPoints * percent / 100.0;
    setTextGrowth(percent / 100.0);
    if (qFuzzyCompare(before, points))
        return;
    font.setPointSizeF(points);
    // Those with a size of their own took it from the application's (fonts.h) when they were made.
    QList<std::pair<QPointer<QWidget>, QFont>> own;
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QFont grown = widget->font();
        if (!widget->testAttribute(Qt::WA_SetFont) || !(grown.resolveMask() & QFont::SizeResolved))
            continue;
        grown.setPointSizeF(grown.pointSizeF() * points / before);
        own.append({widget, grown});
    }
    // Without the sheet meanwhile: it keeps fonts of its own, and puts the old ones back when it goes and comes.
    const QString sheet = m_app.styleSheet();
    m_app.setStyleSheet({});
    m_app.setFont(font);
    m_app.setStyleSheet(sheet);
    for (const auto &[widget, grown] : std::as_const(own)) {
        if (widget)
            widget->setFont(grown);
    }
    Q_EMIT textResized();
}

void Appearance::tintAgain(const Theme &before)
{
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        auto *button = qobject_cast<QAbstractButton *>(widget);
        const auto made = button ? MaskIcon::of(button->icon()) : std::nullopt;
        if (made)
            button->setIcon(icon(made->name, m_theme.inPlaceOf(made->colour, before),
                                 made->disabled.isValid() ? m_theme.inPlaceOf(made->disabled, before) : QColor()));
    }
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    // A button's letters are smaller, unless it has its own. Not by a font for the class: a sheet passes over that.
    if (event->type() == QEvent::Polish) {
        auto *button = qobject_cast<QPushButton *>(watched);
        const bool hasOwn =
            button && button->testAttribute(Qt::WA_SetFont) && (button->font().resolveMask() & QFont::SizeResolved);
        if (button && !hasOwn)
            button->setFont(smallFont(button->font()));
    }
    // High contrast on or off, and on Qt 6.4 the scheme, too.
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !m_applying)
        QMetaObject::invokeMethod(
            this, [this] { apply(m_scheme); }, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

QPixmap Appearance::pixmap(const QString &name, const QColor &colour, int size, qreal dpr)
{
    const QString key = u"balcao/%1/%2/%3/%4"_s.arg(name, colour.name()).arg(size).arg(dpr);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int wanted = qRound(size * dpr);
    QPixmap mask(u":/icons/%1-%2.png"_s.arg(name).arg(wanted));
    if (mask.isNull())
        mask.load(u":/icons/%1-%2.png"_s.arg(name).arg(wanted <= 30 ? 60 : 90)); // no size of ours
    if (mask.isNull())
        return {};
    QPainter painter(&mask);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(mask.rect(), colour);
    painter.end();
    pixmap = mask.width() == wanted ? mask : mask.scaled(wanted, wanted, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    pixmap.setDevicePixelRatio(dpr);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon Appearance::icon(const QString &name, const QColor &colour, const QColor &disabled)
{
    return MaskIcon::icon({name, colour, disabled});
}

} // namespace balcao::ui
