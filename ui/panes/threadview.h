// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The list of a thread's rows: a short thread stands at the bottom, next to where the answer is written.
#pragma once

#include <QListView>

namespace balcao::ui {

class ThreadView final : public QListView
{
    Q_OBJECT

public:
    using QListView::QListView;

Q_SIGNALS:
    /// Enter on a row; never a click, which would do again what should be asked for.
    void chosen(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void updateGeometries() override;
};

} // namespace balcao::ui
