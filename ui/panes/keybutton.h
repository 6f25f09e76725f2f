// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A button that shows its key as a chip behind its words, in a form of its own: "Hide [F12]". The key is that of
// desk's KeyTable, so that no button says another than the one that works.
#pragma once

#include "desk/keytable.h"
#include "ui/panes/foldbutton.h"

class QLabel;

namespace balcao::ui {

class KeyButton final : public FoldButton
{
    Q_OBJECT

public:
    /// Without words it needs an icon and an accessible name.
    KeyButton(const QString &text, desk::Act act, QWidget *parent);
    /// Of a dialog's own key; `role`: as in plainLabel().
    KeyButton(const QString &text, const QString &key, const char *role, QWidget *parent);

    /// Where there is no room for it, the tool tip says the key.
    void setKeyShown(bool shown);
    [[nodiscard]] bool isKeyShown() const;
    /// What it needs for its key, shown or not.
    [[nodiscard]] int keyRoom() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] QRect labelRoom() const override;

private:
    [[nodiscard]] QSize withKey(QSize size) const;
    void placeKey();

    QLabel *m_key;
};

} // namespace balcao::ui
