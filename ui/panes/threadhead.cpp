// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/threadhead.h"

#include "desk/inboxmodel.h"
#include "ui/panes/avatar.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/foldbutton.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kLeastWidth = 400;
constexpr int kGap = 8;
constexpr int kHead = 48; ///< the list's is as high
constexpr int kIcon = 14;
constexpr int kIconGap = 4;
constexpr int kLeastLetters = 14; ///< of a name, to know whose it is

} // namespace

ThreadHead::ThreadHead(desk::ThreadPresenter &thread, desk::WorkPresenter &work, const Appearance &appearance,
                       QWidget *parent)
    : QFrame(parent),
      m_thread(thread),
      m_work(work),
      m_appearance(appearance),
      m_avatar(new Avatar(appearance, 32, this)),
      m_title(new ElidedLabel(nullptr, this)),
      m_windowIcon(new QLabel(this)),
      m_window(plainLabel({}, "second", this)),
      m_first(new QHBoxLayout),
      m_subtitle(new ElidedLabel("second", this))
{
    setObjectName(QStringLiteral("threadHead"));
    auto *row = new QHBoxLayout(this);
    setMinimumHeight(kHead);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(10);
    row->addWidget(m_avatar);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(); // they stay together in the middle
    m_first->setSpacing(kGap);
    m_title->setFont(semibold(headFont(m_title->font())));
    m_title->setObjectName(QStringLiteral("threadTitle"));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_window->setObjectName(QStringLiteral("threadWindow"));
    m_window->setFont(captionFont(m_window->font()));
    m_window->setWordWrap(false);
    m_first->addWidget(m_title, 1);
    auto *state = new QHBoxLayout;
    state->setSpacing(kIconGap);
    m_windowIcon->setObjectName(QStringLiteral("threadWindowIcon"));
    state->addWidget(m_windowIcon);
    state->addWidget(m_window);
    state->addStretch();
    m_first->addLayout(state);
    m_first->addStretch();
    words->addLayout(m_first);
    m_subtitle->setObjectName(QStringLiteral("threadSubtitle"));
    m_subtitle->setFont(captionFont(m_subtitle->font()));
    words->addWidget(m_subtitle);
    words->addStretch();
    row->addLayout(words, 1);
    m_assign = button("assign", QStringLiteral("assign"), tr("Hand over"));
    m_snooze = button("snooze", QStringLiteral("snoozed"), tr("Snooze"));
    m_resolve = button("resolve", QStringLiteral("resolved"), tr("Resolve"));
    m_resolve->setProperty("quiet", false); // the one that ends it: outlined
    for (FoldButton *one : {m_assign, m_snooze, m_resolve})
        row->addWidget(one);
    m_assign->setToolTip(tr("Hand over (Ctrl+T)"));
    m_snooze->setToolTip(tr("Snooze (Ctrl+D)"));
    m_resolve->setToolTip(tr("Resolve or reopen (Ctrl+E)"));
    connect(m_assign, &FoldButton::clicked, this, &ThreadHead::assignRequested);
    connect(m_snooze, &FoldButton::clicked, this, &ThreadHead::snoozeRequested);
    connect(m_resolve, &FoldButton::clicked, &work, &desk::WorkPresenter::toggleResolved);
    connect(&m_thread, &desk::ThreadPresenter::changed, this, &ThreadHead::refresh);
    connect(&appearance, &Appearance::changed, this, &ThreadHead::showIcon);
    refresh();
}

FoldButton *ThreadHead::button(const char *name, const QString &icon, const QString &text)
{
    auto *made = new FoldButton(text, this);
    made->setObjectName(QString::fromLatin1(name));
    made->setIcon(Appearance::icon(icon, m_appearance.theme().text2, m_appearance.theme().disabled));
    made->setProperty("quiet", true);
    made->setAccessibleName(text);
    return made;
}

void ThreadHead::refresh()
{
    m_title->setText(m_thread.title());
    m_subtitle->setText(m_thread.subtitle());
    m_window->setText(m_thread.windowText());
    setRole(m_window, m_thread.isExpiring() ? "time" : "second");
    showIcon();
    if (m_thread.head())
        m_avatar->show(desk::initialsOf(m_thread.title()), static_cast<uint>(m_thread.head()->customer.uuid().data1));
    for (FoldButton *one : {m_assign, m_snooze, m_resolve})
        one->setEnabled(m_work.canAct());
    m_resolve->setWords(m_work.isResolved() ? tr("Reopen") : tr("Resolve"));
    m_resolve->setAccessibleName(m_work.isResolved() ? tr("Reopen") : tr("Resolve"));
    fit();
}

void ThreadHead::showIcon()
{
    const QString icon = m_thread.windowIcon();
    const Theme &theme = m_appearance.theme();
    m_windowIcon->setVisible(!icon.isEmpty());
    if (!icon.isEmpty())
        m_windowIcon->setPixmap(
            Appearance::pixmap(icon, m_thread.isExpiring() ? theme.time : theme.text2, kIcon, devicePixelRatioF()));
}

// Where there is no room, buttons give up their words first; then the window's text goes below the name.
void ThreadHead::fit()
{
    const QMargins around = layout()->contentsMargins();
    const int gaps = layout()->spacing() * (layout()->count() - 1);
    int left = width() - around.left() - around.right() - gaps - m_avatar->width();
    int words = 0;
    for (const FoldButton *one : {m_assign, m_snooze, m_resolve})
        words += one->wholeWidth();
    const int name = qMin(m_title->sizeHint().width(), kLeastLetters * m_title->fontMetrics().averageCharWidth());
    const int needed = name + kGap + kIcon + kIconGap + m_window->sizeHint().width();
    const bool folded = left < words + needed;
    for (FoldButton *one : {m_assign, m_snooze, m_resolve}) {
        one->setFolded(folded);
        left -= one->sizeHint().width();
    }
    const auto direction = left < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_first->direction() == direction)
        return;
    m_first->setDirection(direction);
    m_first->setSpacing(direction == QBoxLayout::LeftToRight ? kGap : 0);
}

QSize ThreadHead::minimumSizeHint() const
{
    return {kLeastWidth, QFrame::minimumSizeHint().height()};
}

void ThreadHead::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

bool ThreadHead::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit(); // a part has another size
    return QFrame::event(event);
}

} // namespace balcao::ui
