// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/consentlist.h"

#include "ui/panes/foldbutton.h"
#include "ui/style/fonts.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace balcao::ui {

using Answer = desk::ConsentLine::Answer;

ConsentList::ConsentList(const Appearance &appearance, QWidget *parent) : QWidget(parent), m_appearance(appearance)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
}

void ConsentList::show(const QList<desk::ConsentLine> &lines)
{
    QStringList texts;
    for (const desk::ConsentLine &line : lines)
        texts.append(line.purpose + QLatin1Char('\n') + line.answerText);
    if (texts == m_shown)
        return; // whoever stands on a line with the keyboard stays there
    m_shown = texts;
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const desk::ConsentLine &line : lines)
        layout()->addWidget(lineFor(line));
}

QPushButton *ConsentList::lineFor(const desk::ConsentLine &line)
{
    const Theme &theme = m_appearance.theme();
    // A purpose may come from the log: never a mnemonic, never more than fits.
    const QString label = QString(line.label.left(40)).replace(QLatin1Char('&'), QLatin1String("&&"));
    auto *made = new FoldButton(tr("%1: %2").arg(label, line.answerText), this);
    made->setProperty("link", true);
    made->setObjectName(QStringLiteral("consent"));
    made->setFont(smallFont(made->font()));
    made->setIconSize({14, 14});
    const bool known = line.answer != Answer::Unknown;
    made->setIcon(Appearance::icon(!known                       ? QStringLiteral("add")
                                   : line.answer == Answer::Yes ? QStringLiteral("sent")
                                                                : QStringLiteral("close"),
                                   theme.text2));
    made->setToolTip(tr("Record what the customer said"));
    connect(made, &QPushButton::clicked, this, [this, made, purpose = line.purpose] {
        auto *menu = new QMenu(made);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        connect(menu->addAction(tr("The customer accepts")), &QAction::triggered, this,
                [this, purpose] { Q_EMIT answered(purpose, true); });
        connect(menu->addAction(tr("The customer does not want")), &QAction::triggered, this,
                [this, purpose] { Q_EMIT answered(purpose, false); });
        menu->popup(made->mapToGlobal(QPoint(0, made->height())));
    });
    return made;
}

} // namespace balcao::ui
