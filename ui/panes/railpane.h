// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The rail at the left: the views of the inbox and the tags, below them the day's report, the settings and the month's meter. Binds to
// RailPresenter.
#pragma once

#include "desk/meterpresenter.h"
#include "desk/railpresenter.h"
#include "ui/delegates/raildelegate.h"

#include <QFrame>

class QListView;

namespace balcao::ui {

class FoldButton;
class MeterFoot;

class RailPane final : public QFrame
{
    Q_OBJECT

public:
    RailPane(desk::RailPresenter &presenter, const desk::MeterPresenter &meter, const Appearance &appearance,
             QWidget *parent = nullptr);

    void setCompact(bool compact);
    /// A wide window: a little more room.
    void setRoomy(bool roomy);
    /// Whether there are settings, and whether they are what is shown.
    void setHasSettings(bool has);
    void setSettingsShown(bool shown);
    void setTillShown(bool shown);
    void focusRail();
    [[nodiscard]] bool hasInnerFocus() const;

Q_SIGNALS:
    void tagsRequested();
    void settingsRequested();
    void tillRequested();
    /// A view was chosen, perhaps the one that was chosen already.
    void viewChosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool narrow(int row);
    bool takeMouse(const QMouseEvent &mouse);
    void refresh();
    void showMenu(const QPoint &at);
    void fitWords();
    void buildFoot();
    void markPlace();
    [[nodiscard]] int footWidth() const;

    desk::RailPresenter &m_presenter;
    const Appearance &m_appearance;
    RailDelegate *m_delegate;
    QListView *m_view;
    FoldButton *m_till;
    FoldButton *m_settings;
    MeterFoot *m_meter;
    bool m_compact = false;
    bool m_roomy = false;
    bool m_isNarrowing = false; ///< by the press that has no release yet
};

} // namespace balcao::ui
