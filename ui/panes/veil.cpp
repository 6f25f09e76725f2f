// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/veil.h"

#include "ui/panes/inboxpage.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace balcao::ui {

namespace {

class VeiledPage final : public QAccessibleWidget
{
public:
    explicit VeiledPage(QWidget *page) : QAccessibleWidget(page, QAccessible::Pane) {}

    [[nodiscard]] int childCount() const override { return isShown() ? QAccessibleWidget::childCount() : 0; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return isShown() ? QAccessibleWidget::child(index) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        return isShown() ? QAccessibleWidget::childAt(x, y) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return isShown() ? QAccessibleWidget::focusChild() : nullptr;
    }

private:
    [[nodiscard]] bool isShown() const { return widget() && widget()->isVisible(); }
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *page = qobject_cast<InboxPage *>(object);
    return page ? new VeiledPage(page) : nullptr;
}

} // namespace

void veilHiddenPages()
{
    QAccessible::removeFactory(&make);
    QAccessible::installFactory(&make);
}

} // namespace balcao::ui
