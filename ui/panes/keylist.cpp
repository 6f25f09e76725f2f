// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/keylist.h"

#include "desk/keytable.h"
#include "ui/panes/formparts.h"
#include "ui/panes/settingsparts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace balcao::ui {

using desk::KeyGroup;
using desk::KeyTable;

QString shownKeys(const QString &portable)
{
#ifdef Q_OS_MACOS
    return QKeySequence::fromString(portable, QKeySequence::PortableText).toString(QKeySequence::NativeText);
#else
    return portable; // the words on the keys
#endif
}

namespace {

SettingsCard *cardOf(KeyGroup group, bool spelling, QWidget *parent)
{
    auto *card = new SettingsCard(parent);
    for (const KeyTable::Row &row : KeyTable::rows()) {
        if (row.group != group || row.keys.isEmpty() || (row.act == desk::Act::Spelling && !spelling))
            continue;
        card->addRow(row.words, keyCap(shownKeys(row.keys), card));
    }
    return card;
}

} // namespace

KeyList::KeyList(int columns, bool spelling, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    QList<QVBoxLayout *> stacks;
    for (int i = 0; i < columns; ++i) {
        stacks.append(new QVBoxLayout);
        row->addLayout(stacks.last(), 1);
    }
    const QList<KeyGroup> groups = KeyTable::groups();
    for (qsizetype i = 0; i < groups.size(); ++i) {
        // As many groups at the left as at the right; the last ones are the short ones.
        QVBoxLayout *stack = stacks[i * columns / groups.size()];
        stack->addWidget(sectionHead(KeyTable::title(groups[i]), this));
        stack->addWidget(cardOf(groups[i], spelling, this));
    }
    for (QVBoxLayout *stack : std::as_const(stacks))
        stack->addStretch();
}

} // namespace balcao::ui
