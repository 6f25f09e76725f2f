// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/protectedpage.h"

#include "desk/inboxmodel.h"
#include "ui/panes/avatar.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace balcao::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAwning = 50;
constexpr int kStripes = 14;
constexpr int kPinWidth = 208;
constexpr int kFace = 40;
constexpr int kMostDigits = 8;
constexpr QSize kKey(64, 48);
constexpr qreal kLargeText = 1.5;
constexpr QSize kTile(76, 78);
constexpr int kTileGap = 8;
constexpr int kAcross = 6;
constexpr int kLine = 18; ///< of the drawing's letters
constexpr int kBar = 10;  ///< of scrolling
constexpr int kFootIcon = 16;
constexpr int kFootGap = 16;
constexpr int kIconGap = 6;

QPushButton *keyOf(const QString &text, const char *name, QWidget *parent)
{
    auto *key = new QPushButton(text, parent);
    key->setObjectName(QLatin1StringView(name));
    key->setMinimumSize(kKey);
    key->setFocusPolicy(Qt::TabFocus); // a click leaves the caret where it is
    return key;
}

} // namespace

ProtectedPage::ProtectedPage(const Presenters &presenters, const Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_presenters(presenters),
      m_appearance(appearance),
      m_shop(new ElidedLabel("second", this)),
      m_clock(plainLabel({}, this)),
      m_eye(new QLabel(this)),
      m_why(plainLabel({}, "second", this)),
      m_people(new QListWidget(this)),
      m_pinPart(new QWidget(this)),
      m_pin(new QLineEdit(m_pinPart)),
      m_back(new QPushButton(tr("Come back"), this)),
      m_error(plainLabel({}, "danger", this)),
      m_forgot(plainLabel(tr("Forgot it? Whoever looks after the shop's server makes another PIN."), "caption", this)),
      m_waitingIcon(new QLabel(this)),
      m_waiting(new ElidedLabel("second", this)),
      m_healthIcon(new QLabel(this)),
      m_health(plainLabel({}, "second", this))
{
    setObjectName(u"protectedPage"_s);
    setAccessibleName(tr("Screen protected"));
    auto *below = new QVBoxLayout(this);
    below->setContentsMargins(0, kAwning, 0, 0);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(32, 16, 32, 16);
    column->setSpacing(6);
    buildHead(*column);
    buildPin(*column);
    buildFoot(*column);
    below->addWidget(scrolling(content, this));
    desk::OperatorPresenter &operators = m_presenters.operators;
    connect(m_people, &QListWidget::currentRowChanged, &operators, &desk::OperatorPresenter::select);
    connect(m_pin, &QLineEdit::textEdited, &operators, &desk::OperatorPresenter::setPin);
    connect(m_pin, &QLineEdit::returnPressed, &operators, &desk::OperatorPresenter::enter);
    connect(m_back, &QPushButton::clicked, &operators, &desk::OperatorPresenter::enter);
    connect(&operators, &desk::OperatorPresenter::pinCleared, m_pin, &QLineEdit::clear);
    connect(&operators, &desk::OperatorPresenter::changed, this, &ProtectedPage::refresh);
    connect(&m_presenters.connection, &desk::ConnectionPresenter::changed, this, &ProtectedPage::refreshFoot);
    connect(&m_presenters.rail, &desk::RailPresenter::changed, this, &ProtectedPage::refreshFoot);
    connect(&appearance, &Appearance::changed, this, &ProtectedPage::retint);
    connect(&appearance, &Appearance::textResized, this, &ProtectedPage::retint);
    connect(&appearance, &Appearance::textResized, this, &ProtectedPage::sizeKeys);
    m_minute.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            refreshClock();
    });
    refresh();
    refreshFoot();
    retint();
}

void ProtectedPage::buildHead(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    auto *bell = new QLabel(this);
    bell->setPixmap(
        QPixmap(u":/icons/balcao-app-32.png"_s).scaled(20, 20, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    row->addWidget(bell);
    m_shop->setObjectName(u"protectedShop"_s);
    m_shop->setFont(semibold(bodyFont(m_shop->font())));
    row->addWidget(m_shop, 1);
    m_clock->setObjectName(u"protectedClock"_s);
    m_clock->setFont(semibold(displayFont(m_clock->font())));
    m_clock->setWordWrap(false);
    row->addWidget(m_clock);
    column.addLayout(row);
    column.addStretch(1);
    m_eye->setAlignment(Qt::AlignCenter);
    column.addWidget(m_eye);
    QLabel *title = plainLabel(tr("Screen protected"), this);
    title->setFont(semibold(displayFont(title->font())));
    title->setAlignment(Qt::AlignCenter);
    column.addWidget(title);
    m_why->setObjectName(u"protectedWhy"_s);
    m_why->setAlignment(Qt::AlignCenter);
    column.addWidget(m_why);
}

void ProtectedPage::buildPin(QVBoxLayout &column)
{
    m_people->setObjectName(u"protectedPeople"_s);
    m_people->setAccessibleName(tr("Who is serving"));
    m_people->setViewMode(QListView::IconMode);
    m_people->setMovement(QListView::Static);
    m_people->setIconSize({kFace, kFace});
    m_people->setUniformItemSizes(true);
    m_people->setFrameShape(QFrame::NoFrame);
    m_people->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_people->setProperty("faces", true);
    column.addSpacing(14);
    column.addWidget(m_people, 0, Qt::AlignHCenter);
    m_pin->setObjectName(u"protectedPin"_s);
    m_pin->setAccessibleName(tr("PIN"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(kMostDigits);
    m_pin->setAlignment(Qt::AlignCenter);
    m_pin->setFixedWidth(kPinWidth);
    m_pin->setContextMenuPolicy(Qt::NoContextMenu);
    m_pin->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    auto *part = new QVBoxLayout(m_pinPart);
    part->setContentsMargins(0, 0, 0, 0);
    part->setSpacing(8);
    part->addWidget(m_pin, 0, Qt::AlignHCenter);
    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    buildKeys(*grid);
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addLayout(grid);
    middle->addStretch();
    part->addLayout(middle);
    column.addWidget(m_pinPart);
    m_error->setObjectName(u"protectedError"_s);
    m_error->setAlignment(Qt::AlignCenter);
    column.addWidget(m_error);
    m_back->setObjectName(u"protectedBack"_s);
    m_back->setProperty("primary", true);
    m_back->setAutoDefault(true);
    m_back->setMinimumWidth(kPinWidth);
    column.addWidget(m_back, 0, Qt::AlignHCenter);
    m_forgot->setFont(captionFont(m_forgot->font()));
    m_forgot->setAlignment(Qt::AlignCenter);
    column.addWidget(m_forgot);
}

void ProtectedPage::buildKeys(QGridLayout &grid)
{
    const auto type = [this](const QString &text) {
        m_pin->setText(text.left(kMostDigits));
        m_presenters.operators.setPin(m_pin->text());
    };
    for (int digit = 0; digit <= 9; ++digit) {
        const QString text = QString::number(digit);
        QPushButton *key = keyOf(text, "pinKey", m_pinPart);
        key->setObjectName(u"pinKey"_s + text);
        connect(key, &QPushButton::clicked, this, [this, type, text] { type(m_pin->text() + text); });
        const int place = digit == 0 ? 10 : digit - 1;
        grid.addWidget(key, place / 3, place % 3);
    }
    QPushButton *clear = keyOf(tr("Clear"), "pinClear", m_pinPart);
    QPushButton *erase = keyOf(tr("Erase"), "pinErase", m_pinPart);
    for (QPushButton *quiet : {clear, erase})
        quiet->setProperty("quiet", true);
    connect(clear, &QPushButton::clicked, this, [type] { type({}); });
    connect(erase, &QPushButton::clicked, this,
            [this, type] { type(m_pin->text().chopped(m_pin->text().isEmpty() ? 0 : 1)); });
    grid.addWidget(clear, 3, 0);
    grid.addWidget(erase, 3, 2);
    sizeKeys();
}

/// Large text is large enough as it is, and all twelve keys have to fit.
void ProtectedPage::sizeKeys()
{
    const auto keys = m_pinPart->findChildren<QPushButton *>();
    for (QPushButton *key : keys) {
        if (key->objectName().startsWith(u"pinKey"_s))
            key->setFont(semibold(textScale() > kLargeText ? bodyFont(key->font()) : titleFont(key->font())));
    }
}

void ProtectedPage::buildFoot(QVBoxLayout &column)
{
    column.addStretch(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(kFootGap);
    row->addStretch();
    for (const auto &[icon, label] :
         {std::pair<QLabel *, QLabel *>(m_waitingIcon, m_waiting), {m_healthIcon, m_health}}) {
        auto *part = new QHBoxLayout;
        part->setSpacing(kIconGap);
        label->setFont(smallFont(label->font()));
        label->setWordWrap(false);
        part->addWidget(icon);
        part->addWidget(label);
        row->addLayout(part);
    }
    m_waiting->setObjectName(u"protectedWaiting"_s);
    m_waitingIcon->setObjectName(u"protectedWaitingIcon"_s);
    m_healthIcon->setObjectName(u"protectedHealthIcon"_s);
    row->addStretch();
    column.addLayout(row);
}

void ProtectedPage::setShop(const QString &name)
{
    m_shop->setText(name);
}

void ProtectedPage::arrive()
{
    m_pin->clear();
    m_presenters.operators.setPin({});
    refresh();
    (m_presenters.operators.needsPin() ? static_cast<QWidget *>(m_pin) : m_back)->setFocus(Qt::OtherFocusReason);
}

void ProtectedPage::refreshPeople()
{
    QStringList names;
    for (const desk::OperatorChoice &choice : m_presenters.operators.operators())
        names.append(choice.name);
    const QSignalBlocker quiet(m_people);
    if (names != m_names) {
        m_names = names;
        m_people->clear();
        for (const desk::OperatorChoice &choice : m_presenters.operators.operators()) {
            const uint seed = choice.id.uuid().data1;
            const auto face = [&](bool chosen) {
                return Avatar::picture(m_appearance.theme(), desk::initialsOf(choice.name), seed, kFace,
                                       devicePixelRatioF(), font(), chosen);
            };
            QIcon icon(face(false));
            icon.addPixmap(face(true), QIcon::Selected); // else the style tints the one that is chosen
            auto *item = new QListWidgetItem(icon, choice.name, m_people);
            item->setTextAlignment(Qt::AlignHCenter);
        }
    }
    const QSize tile = kTile * m_people->fontMetrics().height() / kLine;
    const QSize cell = tile + QSize(kTileGap, kTileGap);
    m_people->setGridSize(cell);
    for (int i = 0; i < m_people->count(); ++i)
        m_people->item(i)->setSizeHint(tile);
    const int count = qMax(1, static_cast<int>(m_names.size()));
    const int across = qMin(count, kAcross);
    const int rows = qMin((count + kAcross - 1) / kAcross, 2);
    const bool scrolls = count > 2 * kAcross;
    m_people->setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    m_people->setFixedSize(across * cell.width() + (scrolls ? kBar : 0) + 2, rows * cell.height() + 2);
    m_people->setCurrentRow(m_presenters.operators.selected());
}

void ProtectedPage::refresh()
{
    const desk::OperatorPresenter &operators = m_presenters.operators;
    const bool needsPin = operators.needsPin();
    refreshPeople();
    m_why->setText(needsPin ? tr("Serving goes on. Type your PIN to come back to where you were.")
                            : tr("Serving goes on. Press Enter to come back to where you were."));
    m_pinPart->setVisible(needsPin);
    m_forgot->setVisible(needsPin);
    m_error->setText(operators.errorText());
    m_error->setVisible(!operators.errorText().isEmpty());
    m_back->setEnabled(operators.canEnter());
}

void ProtectedPage::refreshClock()
{
    m_clock->setText(m_presenters.rail.timeText());
    m_clock->setAccessibleName(tr("Time: %1").arg(m_clock->text()));
    m_minute.start(m_presenters.rail.minuteLeftMs());
}

void ProtectedPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshClock();
}

void ProtectedPage::refreshFoot()
{
    const bool calm = m_presenters.connection.level() == desk::ConnectionPresenter::Level::Calm;
    const QString waiting = m_presenters.rail.waitingText();
    m_waiting->setText(waiting);
    const auto letter = std::ranges::find_if(waiting, [](QChar c) { return !c.isDigit(); });
    m_waiting->setLead(letter - waiting.begin()); // the number, where the sentence begins with it
    m_health->setText(calm ? tr("Connected") : m_presenters.connection.shortText());
    const QColor &tint = m_appearance.theme().text2;
    m_waitingIcon->setPixmap(Appearance::pixmap(u"waiting"_s, tint, kFootIcon, devicePixelRatioF()));
    m_healthIcon->setPixmap(
        Appearance::pixmap(calm ? u"connected"_s : u"offline"_s, tint, kFootIcon, devicePixelRatioF()));
}

void ProtectedPage::retint()
{
    m_eye->setPixmap(Appearance::pixmap(u"privacy"_s, m_appearance.theme().accent, 30, devicePixelRatioF()));
    m_names.clear(); // the faces are painted anew
    refreshPeople();
    refreshFoot();
    update();
}

void ProtectedPage::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.rail);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal stripe = width() / static_cast<qreal>(kStripes);
    const qreal round = qMin<qreal>(kAwning / 2.0, stripe / 2);
    for (int i = 0; i < kStripes; ++i) {
        QPainterPath cloth;
        cloth.addRoundedRect(QRectF(i * stripe, -kAwning, stripe, 2.0 * kAwning), round, round);
        painter.setBrush(i % 2 == 0 ? theme.accent : theme.dark ? theme.border : theme.list);
        painter.drawPath(cloth);
    }
}

} // namespace balcao::ui
