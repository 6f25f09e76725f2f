// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// "Close the day" (picture day-close): sums, what is wrong and what to do about it, the day's charges, the way out onto
// paper, and the closing. In place of the conversations, beside the rail. Binds to TillPresenter.
#pragma once

#include "desk/chargepresenter.h"
#include "desk/tillpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QAbstractButton;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace balcao::ui {

class FoldButton;
class KeyButton;
class TillPreview;
class TillPrinting;
class TillTable;
class TillTiles;
class TillWrong;

class TillPage final : public QFrame
{
    Q_OBJECT

public:
    TillPage(desk::TillPresenter &presenter, desk::ChargePresenter &charges, desk::UndoPresenter &undo,
             const Appearance &appearance, QWidget *parent = nullptr);

    /// Where work begins: at what closes the day, else at its charges.
    void focusStart();
    /// The next of its parts; false: it was the last.
    bool movePane(int by);
    [[nodiscard]] TillPrinting &printing() { return *m_printing; }
    void print();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildBody();
    QWidget *buildFoot();
    QWidget *buildSide();
    void refresh();
    void refreshPeople();
    void refreshFoot();
    void chooseDay();
    void chooseWhose();
    void openRowMenu(int row, const QPoint &globalPlace);
    [[nodiscard]] bool isInFoot() const;
    void retint();
    void arrange();

    desk::TillPresenter &m_presenter;
    desk::ChargePresenter &m_charges;
    const Appearance &m_appearance;
    TillPrinting *m_printing;
    QLabel *m_about;
    FoldButton *m_day;
    FoldButton *m_whose;
    FoldButton *m_sheet;
    FoldButton *m_pdf;
    KeyButton *m_print;
    QScrollArea *m_scroll;
    TillTiles *m_tiles;
    QLabel *m_people;
    QLabel *m_later;
    TillWrong *m_wrong;
    TillTable *m_table;
    QLabel *m_empty;
    QLabel *m_lock;
    QLabel *m_footText;
    QPushButton *m_close;
    QLineEdit *m_pin;
    QPushButton *m_back;
    QPushButton *m_confirm;
    QWidget *m_side;
    TillPreview *m_preview;
    QList<QPushButton *> m_outs; ///< roll and sheet
    bool m_wasAsking = false;
    bool m_isArriving = false; ///< the focus goes to where work begins once that is known
};

} // namespace balcao::ui
