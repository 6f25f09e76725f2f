// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/pinfield.h"

#include "core/pin.h"

#include <QLineEdit>

namespace balcao::ui {

QLineEdit *pinField(const char *name, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(QLatin1StringView(name));
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(kMostPin);
    field->setFixedWidth(160);
    field->setContextMenuPolicy(Qt::NoContextMenu);
    field->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    return field;
}

} // namespace balcao::ui
