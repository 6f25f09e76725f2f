// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/operatorpage.h"

#include "core/pin.h"
#include "ui/panes/connectionstrip.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace balcao::ui {

OperatorPage::OperatorPage(desk::OperatorPresenter &presenter, desk::ConnectionPresenter &connection,
                           const Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_title(plainLabel({}, this)),
      m_why(plainLabel({}, "second", this)),
      m_list(new QListWidget(this)),
      m_nameCaption(plainLabel(tr("Your name"), "second", this)),
      m_name(new QLineEdit(this)),
      m_pinForm(new QWidget(this)),
      m_pin(new QLineEdit(this)),
      m_help(plainLabel({}, "caption", this)),
      m_error(plainLabel({}, "danger", this)),
      m_enter(new QPushButton(tr("Start serving"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new ConnectionStrip(connection, appearance, this));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    column->addLayout(row, 1);
    m_sign = signPanel(this);
    row->addWidget(m_sign, 1);
    auto *panel = new QFrame(this);
    panel->setObjectName(QStringLiteral("formPanel"));
    auto *outer = new QHBoxLayout(panel);
    auto *form = new QVBoxLayout;
    outer->addStretch();
    outer->addLayout(form);
    outer->addStretch();
    row->addWidget(scrolling(panel, this), 2);

    form->addStretch(2);
    m_title->setFont(semibold(displayFont(m_title->font())));
    form->addWidget(m_title);
    form->addWidget(m_why);
    m_list->setObjectName(QStringLiteral("operators"));
    m_list->setAccessibleName(tr("Who is serving"));
    m_list->setMinimumWidth(480);
    form->addWidget(m_list, 2);
    m_nameCaption->setBuddy(m_name);
    m_name->setObjectName(QStringLiteral("operatorName"));
    m_name->setAccessibleName(tr("Your name"));
    form->addWidget(m_nameCaption);
    form->addWidget(m_name);
    auto *pinForm = new QVBoxLayout(m_pinForm);
    pinForm->setContentsMargins(0, 0, 0, 0);
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->installEventFilter(this);
    m_pin->setMaxLength(kMostPin);
    m_pin->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    addField(*pinForm, tr("PIN"), m_pin);
    form->addWidget(m_pinForm);
    form->addWidget(m_help);
    m_error->setObjectName(QStringLiteral("pinError"));
    form->addWidget(m_error);
    m_enter->setObjectName(QStringLiteral("enter"));
    m_enter->setProperty("primary", true);
    m_enter->setMinimumHeight(36);
    form->addWidget(m_enter, 0, Qt::AlignLeft);
    form->addStretch(3);

    connect(m_list, &QListWidget::currentRowChanged, &m_presenter, &desk::OperatorPresenter::select);
    connect(m_list, &QListWidget::itemActivated, m_pin, [this] { m_pin->setFocus(); });
    connect(m_name, &QLineEdit::textEdited, &m_presenter, &desk::OperatorPresenter::setName);
    connect(m_pin, &QLineEdit::textEdited, &m_presenter, &desk::OperatorPresenter::setPin);
    connect(m_pin, &QLineEdit::returnPressed, &m_presenter, &desk::OperatorPresenter::enter);
    connect(m_enter, &QPushButton::clicked, &m_presenter, &desk::OperatorPresenter::enter);
    connect(&m_presenter, &desk::OperatorPresenter::pinCleared, m_pin, &QLineEdit::clear);
    connect(&m_presenter, &desk::OperatorPresenter::changed, this, &OperatorPage::refresh);
    refresh();
}

void OperatorPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sign->setVisible(hasRoomForSign(width()));
}

// Whoever types a PIN can still say whose it is.
bool OperatorPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_pin && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            m_presenter.select(m_presenter.selected() + (key == Qt::Key_Up ? -1 : 1));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OperatorPage::arrive()
{
    m_pin->clear();
    m_presenter.setPin({});
    refresh();
    m_pin->setFocus(Qt::OtherFocusReason);
}

void OperatorPage::refreshList()
{
    QStringList names;
    for (const desk::OperatorChoice &choice : m_presenter.operators()) {
        const QString name = choice.name.simplified(); // a line each, whatever is in it
        names.append(choice.role == Role::Manager ? tr("%1 (manager)").arg(name) : name);
    }
    const QSignalBlocker quiet(m_list);
    if (names != m_names) {
        m_names = names;
        m_list->clear();
        m_list->addItems(names);
    }
    m_list->setCurrentRow(m_presenter.selected());
}

void OperatorPage::refresh()
{
    const bool first = m_presenter.isFirstManager();
    const bool known = m_presenter.isKnown();
    m_title->setText(!known ? tr("One moment") : first ? tr("Who manages the shop?") : tr("Who is serving?"));
    m_why->setText(tr("Fetching from the shop's server who serves here. It needs the connection this once."));
    m_why->setVisible(!known);
    for (QWidget *part : std::initializer_list<QWidget *>{m_pinForm, m_help, m_enter})
        part->setVisible(known);
    refreshList();
    m_list->setVisible(known && !first);
    m_name->setVisible(first);
    m_nameCaption->setVisible(first);
    m_help->setText(m_presenter.pinHelp());
    m_error->setText(m_presenter.errorText());
    m_error->setVisible(!m_presenter.errorText().isEmpty());
    m_enter->setEnabled(m_presenter.canEnter());
}

} // namespace balcao::ui
