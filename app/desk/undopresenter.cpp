// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/undopresenter.h"

#include <utility>

namespace balcao::desk {

UndoPresenter::UndoPresenter(QObject *parent) : QObject(parent)
{
    m_over.setSingleShot(true);
    m_over.setInterval(kOfferedMs);
    connect(&m_over, &QTimer::timeout, this, &UndoPresenter::dismiss);
}

void UndoPresenter::offer(const QString &what, std::function<void()> undo)
{
    m_text = what;
    m_undo = std::move(undo);
    m_over.start();
    Q_EMIT changed();
}

void UndoPresenter::tell(const QString &what)
{
    offer(what, nullptr);
}

void UndoPresenter::mention(const QString &what)
{
    if (canUndo())
        m_next = what;
    else
        tell(what);
}

void UndoPresenter::undo()
{
    const auto undo = std::exchange(m_undo, nullptr);
    dismiss();
    if (undo)
        undo();
}

void UndoPresenter::dismiss()
{
    m_over.stop();
    m_undo = nullptr;
    m_text.clear();
    if (!m_next.isEmpty())
        return tell(std::exchange(m_next, {}));
    Q_EMIT changed();
}

} // namespace balcao::desk
