// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Beside the thread: who the customer is, what the shop knows and noted. Binds to CustomerPresenter.
#pragma once

#include "desk/customerpresenter.h"
#include "desk/shoppresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace balcao::ui {

class Avatar;
class ChargeList;
class ConsentList;
class NameEdit;

class CustomerPanel final : public QFrame
{
    Q_OBJECT

public:
    CustomerPanel(desk::CustomerPresenter &presenter, const desk::ShopPresenter &shop, const Appearance &appearance,
                  QWidget *parent = nullptr);

    void focusFirst();
    /// It has the window to itself.
    void setWide(bool wide);
    /// There is room to spare.
    void setRoomy(bool roomy);

Q_SIGNALS:
    void tagsRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *head();
    QWidget *noteBlock();
    QWidget *noteChoice();
    QWidget *section(const QString &title, QWidget *content, QPushButton *action = nullptr);
    void refresh();
    void showName();
    void refreshTags();
    void refreshCharges();
    void refreshHistory();
    void refreshNote();

    desk::CustomerPresenter &m_presenter;
    const Appearance &m_appearance;
    Avatar *m_avatar;
    NameEdit *m_name;
    QLabel *m_phone;
    QPushButton *m_reveal;
    QLabel *m_since;
    QWidget *m_tags;
    QLabel *m_note;
    QLabel *m_noteBy;
    QLabel *m_conflict;
    QPlainTextEdit *m_noteEditor;
    QWidget *m_choice;
    QPushButton *m_mine;
    QPushButton *m_edit;
    QLabel *m_problem;
    QLabel *m_identifiers;
    ChargeList *m_charges;
    QPushButton *m_moreCharges;
    QWidget *m_chargeSection = nullptr;
    ConsentList *m_consents;
    QVBoxLayout *m_history;
    QWidget *m_historySection = nullptr;
    QStringList m_shownHistory;
    QWidget *m_body;
    bool m_wide = false;
    bool m_roomy = false;
};

} // namespace balcao::ui
