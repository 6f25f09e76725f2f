// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Words of which the first are bold, in as many lines as they need: what it is, then what that means. Plain text.
#pragma once

#include <QLabel>

class QTextLayout;

namespace balcao::ui {

class LeadLabel final : public QLabel
{
    Q_OBJECT

public:
    LeadLabel(const char *role, QWidget *parent);

    /// `brief`: shown in place of `rest` where that needs two lines and this does not.
    void setWords(const QString &lead, const QString &rest, const QString &brief = {});
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Its height; the layout's own lines are then in place.
    int layOut(QTextLayout &layout, int width) const;
    int layOut(QTextLayout &layout, const QString &words, int width) const;

    qsizetype m_lead = 0; ///< letters
    QString m_brief;
};

} // namespace balcao::ui
