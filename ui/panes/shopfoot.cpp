// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/shopfoot.h"

#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kIcon = 18;

} // namespace

ShopFoot::ShopFoot(const desk::ShopPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_icon(new QLabel(this)),
      m_name(new ElidedLabel(nullptr, this)),
      m_number(new ElidedLabel("second", this))
{
    setObjectName(QStringLiteral("shopFoot"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 0, 14, 9);
    column->setSpacing(9);
    column->addWidget(hairline(Qt::Horizontal, this));
    auto *row = new QHBoxLayout;
    row->setSpacing(9);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_name->setObjectName(QStringLiteral("shopName"));
    m_name->setFont(semibold(smallFont(m_name->font())));
    m_number->setObjectName(QStringLiteral("shopNumber"));
    m_number->setFont(captionFont(m_number->font()));
    words->addWidget(m_name);
    words->addWidget(m_number);
    row->addLayout(words, 1);
    column->addLayout(row);
    connect(&presenter, &desk::ShopPresenter::changed, this, &ShopFoot::refresh);
    connect(&appearance, &Appearance::changed, this, &ShopFoot::refresh);
    refresh();
}

void ShopFoot::refresh()
{
    const Theme &theme = m_appearance.theme();
    using Standing = desk::NumberWords::Standing;
    const bool paused = m_presenter.isPaused();
    const Standing standing = m_presenter.standing();
    const QString icon = paused                             ? QStringLiteral("failed")
                         : standing == Standing::VouchedFor ? QStringLiteral("verified")
                                                            : QStringLiteral("store");
    const QColor colour = paused                             ? theme.danger
                          : standing == Standing::VouchedFor ? theme.accent
                          : standing == Standing::Doubtful   ? theme.time
                                                             : theme.text2;
    m_icon->setPixmap(Appearance::pixmap(icon, colour, kIcon, devicePixelRatioF()));
    m_name->setText(m_presenter.name());
    m_number->setText(m_presenter.numberText());
    m_number->setVisible(!m_presenter.numberText().isEmpty());
    setRole(m_number, paused ? "danger" : standing == Standing::Doubtful ? "time" : "second");
    setAccessibleDescription(m_presenter.doubtText());
    setVisible(!m_presenter.name().isEmpty());
}

} // namespace balcao::ui
