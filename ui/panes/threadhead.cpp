// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/threadhead.h"

#include "desk/inboxmodel.h"
#include "ui/panes/avatar.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kWordsFit = 560;
constexpr int kLeastWidth = 400;

} // namespace

ThreadHead::ThreadHead(desk::ThreadPresenter &thread, desk::WorkPresenter &work, const Appearance &appearance,
                       QWidget *parent)
    : QFrame(parent),
      m_thread(thread),
      m_work(work),
      m_appearance(appearance),
      m_avatar(new Avatar(appearance, 32, this)),
      m_title(new ElidedLabel(nullptr, this)),
      m_window(plainLabel({}, "second", this)),
      m_subtitle(new ElidedLabel("second", this))
{
    setObjectName(QStringLiteral("threadHead"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(10);
    row->addWidget(m_avatar);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    m_title->setFont(semibold(headFont(m_title->font())));
    m_title->setObjectName(QStringLiteral("threadTitle"));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_window->setObjectName(QStringLiteral("threadWindow"));
    m_window->setFont(captionFont(m_window->font()));
    m_window->setWordWrap(false);
    first->addWidget(m_title, 1);
    first->addWidget(m_window);
    first->addStretch();
    words->addLayout(first);
    m_subtitle->setObjectName(QStringLiteral("threadSubtitle"));
    m_subtitle->setFont(captionFont(m_subtitle->font()));
    words->addWidget(m_subtitle);
    row->addLayout(words, 1);
    m_assign = button("assign", QStringLiteral("assign"), tr("Hand over"));
    m_snooze = button("snooze", QStringLiteral("snoozed"), tr("Snooze"));
    m_resolve = button("resolve", QStringLiteral("resolved"), tr("Resolve"));
    m_resolve->setProperty("quiet", false); // the one that ends it: outlined
    for (QPushButton *one : {m_assign, m_snooze, m_resolve})
        row->addWidget(one);
    m_assign->setToolTip(tr("Hand over (Ctrl+T)"));
    m_snooze->setToolTip(tr("Snooze (Ctrl+D)"));
    m_resolve->setToolTip(tr("Resolve or reopen (Ctrl+E)"));
    connect(m_assign, &QPushButton::clicked, this, &ThreadHead::assignRequested);
    connect(m_snooze, &QPushButton::clicked, this, &ThreadHead::snoozeRequested);
    connect(m_resolve, &QPushButton::clicked, &work, &desk::WorkPresenter::toggleResolved);
    connect(&m_thread, &desk::ThreadPresenter::changed, this, &ThreadHead::refresh);
    refresh();
}

QPushButton *ThreadHead::button(const char *name, const QString &icon, const QString &text)
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(QString::fromLatin1(name));
    made->setIcon(Appearance::icon(icon, m_appearance.theme().text2, m_appearance.theme().disabled));
    made->setProperty("quiet", true);
    return made;
}

void ThreadHead::refresh()
{
    m_title->setText(m_thread.title());
    m_subtitle->setText(m_thread.subtitle());
    m_window->setText(m_thread.windowText());
    setRole(m_window, m_thread.isExpiring() ? "time" : "second");
    if (m_thread.head())
        m_avatar->show(desk::initialsOf(m_thread.title()), static_cast<uint>(m_thread.head()->customer.uuid().data1));
    for (QPushButton *one : {m_assign, m_snooze, m_resolve})
        one->setEnabled(m_work.canAct());
    label();
}

// Words where there is room for them, icons with a name where there is not.
void ThreadHead::label()
{
    const bool wide = width() >= kWordsFit;
    const std::pair<QPushButton *, QString> buttons[] = {
        {m_assign, tr("Hand over")},
        {m_snooze, tr("Snooze")},
        {m_resolve, m_work.isResolved() ? tr("Reopen") : tr("Resolve")},
    };
    for (const auto &[button, words] : buttons) {
        button->setText(wide ? words : QString());
        button->setAccessibleName(words);
    }
}

QSize ThreadHead::minimumSizeHint() const
{
    return {kLeastWidth, QFrame::minimumSizeHint().height()};
}

void ThreadHead::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    label();
}

} // namespace balcao::ui
