// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/topbar.h"

#include "desk/inboxmodel.h"
#include "ui/panes/avatar.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/panes/keybutton.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace balcao::ui {

using Level = desk::ConnectionPresenter::Level;

namespace {

constexpr int kSearchWidth = 400;
constexpr int kFace = 26;
constexpr int kEdge = 11;
constexpr int kIconGap = 5;

} // namespace

TopBar::TopBar(desk::ConnectionPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_icon(new QLabel(this)),
      m_health(new ElidedLabel(nullptr, this)),
      m_back(new QPushButton(tr("List"), this)),
      m_search(new KeyButton(tr("Search customer, conversation, amount…"), desk::Act::Search, this)),
      m_hide(new KeyButton(tr("Hide"), desk::Act::Hide, this)),
      m_operator(new KeyButton({}, desk::Act::SwitchOperator, this))
{
    setObjectName(QStringLiteral("topBar"));
    setMinimumHeight(44);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kEdge, 0, kEdge, 0); // equal, or the search is not in the middle
    row->setSpacing(8);
    // Both sides take as much, so that the search stands in the middle.
    auto *left = new QHBoxLayout;
    left->setSpacing(kIconGap);
    auto *right = new QHBoxLayout;
    row->addLayout(left, 1);
    row->addWidget(m_search, 2);
    row->addLayout(right, 1);
    m_back->setObjectName(QStringLiteral("backToList"));
    m_back->setProperty("quiet", true);
    m_back->setToolTip(tr("Back to the list of conversations (F6)"));
    m_back->hide();
    left->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, &TopBar::backRequested);
    left->addWidget(m_icon);
    m_health->setObjectName(QStringLiteral("health"));
    m_health->setFont(smallFont(m_health->font()));
    left->addWidget(m_health, 1);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setProperty("field", true);
    m_search->setFont(bodyFont(m_search->font()));
    m_search->setAccessibleName(m_search->text());
    m_search->setToolTip(tr("%1 (Ctrl+K)").arg(m_search->text()));
    m_search->setIcon(Appearance::icon(QStringLiteral("search"), appearance.theme().text2));
    m_search->setMaximumWidth(kSearchWidth);
    m_search->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    right->addStretch(1);
    connect(m_search, &QPushButton::clicked, this, &TopBar::searchRequested);
    m_hide->setObjectName(QStringLiteral("hideScreen"));
    m_hide->setProperty("quiet", true);
    m_hide->setIcon(Appearance::icon(QStringLiteral("privacy"), appearance.theme().text2));
    m_hide->setAccessibleName(tr("Hide the screen"));
    m_hide->setToolTip(tr("Hides the conversations until the PIN is typed (F12)"));
    right->addWidget(m_hide);
    m_operator->setObjectName(QStringLiteral("switchOperator"));
    m_operator->setProperty("quiet", true);
    m_operator->setIconSize({kFace, kFace});
    right->addWidget(m_operator);
    connect(m_hide, &QPushButton::clicked, this, &TopBar::privacyRequested);
    connect(m_operator, &QPushButton::clicked, this, &TopBar::switchOperatorRequested);
    connect(&m_presenter, &desk::ConnectionPresenter::changed, this, &TopBar::refresh);
    connect(&appearance, &Appearance::changed, this, [this] {
        refresh();
        showFace();
    });
    connect(&appearance, &Appearance::textResized, this, &TopBar::showFace);
    refresh();
    setWords();
}

void TopBar::setBack(bool on)
{
    m_back->setVisible(on);
}

void TopBar::setCompact(bool compact)
{
    m_compact = compact;
    setWords();
}

void TopBar::setWords()
{
    m_operator->setWords(fontMetrics().elidedText(m_name, Qt::ElideRight, 160));
    m_hide->setFolded(m_compact);
    m_operator->setFolded(m_compact);
    for (KeyButton *one : {m_search, m_hide, m_operator})
        one->setKeyShown(!m_compact);
}

void TopBar::setOperator(const QString &name, uint seed)
{
    m_name = name;
    m_seed = seed;
    setWords();
    showFace();
    m_operator->setAccessibleName(tr("Serving: %1").arg(name));
    m_operator->setToolTip(tr("Switch operator (F11)"));
}

void TopBar::showFace()
{
    m_operator->setIcon(
        Avatar::picture(m_appearance.theme(), desk::initialsOf(m_name), m_seed, kFace, devicePixelRatioF(), font()));
}

void TopBar::refresh()
{
    const Level level = m_presenter.level();
    const Theme &theme = m_appearance.theme();
    const QColor colour = level == Level::Calm ? theme.text2 : level == Level::Trouble ? theme.time : theme.danger;
    m_icon->setPixmap(Appearance::pixmap(level == Level::Calm ? QStringLiteral("connected") : QStringLiteral("offline"),
                                         colour, 18, devicePixelRatioF()));
    m_health->setText(m_presenter.shortText());
    m_health->setLead(m_presenter.shortLead().size());
    setRole(m_health, level == Level::Calm ? "second" : level == Level::Trouble ? "time" : "danger");
}

} // namespace balcao::ui
