// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/firstrunpage.h"

#include "ui/panes/codeedit.h"
#include "ui/panes/formparts.h"
#include "ui/panes/keybutton.h"
#include "ui/panes/keylist.h"
#include "ui/panes/signpoints.h"
#include "ui/style/fonts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace balcao::ui {

FirstRunPage::FirstRunPage(desk::FirstRunPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_address(new QLineEdit(this)),
      m_code(new CodeEdit(appearance, this)),
      m_device(new QLineEdit(this)),
      m_connect(new KeyButton(tr("Connect"), shownKeys(QStringLiteral("Enter")), "keyOn", this)),
      m_demo(new QPushButton(tr("Try it"), this)),
      m_hint(plainLabel({}, "second", this)),
      m_error(plainLabel({}, "danger", this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_points = new SignPoints(appearance, this);
    m_sign = signPanel(this, m_points);
    row->addWidget(m_sign, 1);
    auto *panel = new QFrame(this);
    panel->setObjectName(QStringLiteral("formPanel"));
    auto *outer = new QHBoxLayout(panel);
    auto *form = new QVBoxLayout;
    form->setSpacing(0);
    outer->addStretch();
    outer->addLayout(form);
    outer->addStretch();
    row->addWidget(scrolling(panel, this), 2);

    buildForm(*form);
    buildDemo(*form);
    connect(&m_presenter, &desk::FirstRunPresenter::changed, this, &FirstRunPage::refresh);
    connect(&appearance, &Appearance::changed, this, &FirstRunPage::retint);
    retint();
    refresh();
}

void FirstRunPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sign->setVisible(hasRoomForSign(width()));
    const QSize fits = SignPoints::kFits * textScale();
    m_points->setVisible(width() >= fits.width() && height() >= fits.height());
}

void FirstRunPage::buildForm(QVBoxLayout &form)
{
    form.addStretch(2);
    QLabel *title = plainLabel(tr("Connect this computer to the shop"), this);
    title->setFont(semibold(displayFont(title->font())));
    form.addWidget(title);
    form.addSpacing(4);
    form.addWidget(plainLabel(tr("Ask whoever installed the shop's server for the two of them."), "second", this));
    form.addSpacing(22);
    m_address->setObjectName(QStringLiteral("address"));
    m_address->setMinimumWidth(480);
    m_address->setProperty("example", true);
    m_address->setPlaceholderText(QStringLiteral("balcao.flordotrigo.example"));
    addField(form, tr("Address of the shop's server"), m_address, tr("Without “https://”."));
    m_code->setObjectName(QStringLiteral("code"));
    addField(form, tr("Pairing code"), m_code, tr("8 letters and digits. Works for 10 minutes and only once."));
    m_device->setObjectName(QStringLiteral("device"));
    m_device->setText(m_presenter.device());
    addField(form, tr("This computer's name"), m_device);

    auto *actions = new QHBoxLayout;
    actions->setSpacing(12);
    m_connect->setObjectName(QStringLiteral("connect"));
    m_connect->setProperty("primary", true);
    m_connect->setFont(bodyFont(m_connect->font()));
    m_connect->setDefault(true);
    m_connect->setMinimumHeight(36);
    m_hint->setFont(captionFont(m_hint->font()));
    m_hint->setObjectName(QStringLiteral("hint"));
    actions->addWidget(m_connect);
    actions->addWidget(m_hint, 1);
    form.addLayout(actions);
    form.addSpacing(8);
    m_error->setObjectName(QStringLiteral("error"));
    form.addWidget(m_error);

    connect(m_address, &QLineEdit::textEdited, &m_presenter, &desk::FirstRunPresenter::setAddress);
    connect(m_code, &QLineEdit::textEdited, &m_presenter, [this] { m_presenter.setCode(m_code->text()); });
    connect(m_device, &QLineEdit::textEdited, &m_presenter, &desk::FirstRunPresenter::setDevice);
    connect(m_connect, &QPushButton::clicked, &m_presenter, &desk::FirstRunPresenter::connectShop);
    for (QLineEdit *field : {m_address, m_code, m_device})
        connect(field, &QLineEdit::returnPressed, &m_presenter, &desk::FirstRunPresenter::connectShop);
}

void FirstRunPage::buildDemo(QVBoxLayout &form)
{
    form.addSpacing(16);
    auto *line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(hairline(Qt::Horizontal, this), 1);
    QLabel *either = plainLabel(tr("or"), "caption", this);
    either->setFont(captionFont(either->font()));
    line->addWidget(either);
    line->addWidget(hairline(Qt::Horizontal, this), 1);
    form.addLayout(line);
    form.addSpacing(20);
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("card"));
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(12);
    m_store = new QLabel(this);
    row->addWidget(m_store);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    QLabel *title = plainLabel(tr("Try it with sample data"), card);
    title->setFont(semibold(bodyFont(title->font())));
    words->addWidget(title);
    QLabel *about =
        plainLabel(tr("A made-up bakery with a simulated WhatsApp and bank. Nothing is really sent."), "second", card);
    about->setFont(smallFont(about->font()));
    words->addWidget(about);
    row->addLayout(words, 1);
    m_demo->setObjectName(QStringLiteral("demo"));
    m_demo->setFont(bodyFont(m_demo->font()));
    row->addWidget(m_demo);
    form.addWidget(card);
    form.addStretch(3);
    connect(m_demo, &QPushButton::clicked, &m_presenter, &desk::FirstRunPresenter::startDemo);
}

void FirstRunPage::retint()
{
    constexpr int kStore = 20;
    m_store->setPixmap(
        Appearance::pixmap(QStringLiteral("store"), m_appearance.theme().accent, kStore, devicePixelRatioF()));
}

void FirstRunPage::refresh()
{
    // The code is shown as people read it out; what was typed otherwise stays as it is.
    if (m_code->text().remove(u'-').toUpper() != m_presenter.code()) {
        const QSignalBlocker quiet(m_code);
        QString shown = m_presenter.code();
        if (shown.size() > 4)
            shown.insert(4, u'-');
        m_code->setText(shown);
    }
    if (m_address->text() != m_presenter.address())
        m_address->setText(m_presenter.address());
    m_connect->setEnabled(m_presenter.canConnect());
    m_demo->setEnabled(!m_presenter.isBusy());
    m_hint->setText(m_presenter.isBusy() ? tr("Connecting…") : m_presenter.hint());
    m_error->setText(m_presenter.errorText());
    m_error->setVisible(!m_presenter.errorText().isEmpty());
}

} // namespace balcao::ui
