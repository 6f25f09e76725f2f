// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/palettemodel.h"

#include "core/text.h"
#include "desk/inboxmodel.h"

#include <QPoint>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

QList<QPair<int, int>> marksIn(const QString &text, const QString &typed)
{
    // Letter by letter, because folding may change how many there are.
    QString folded;
    QList<int> from;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QString letters = foldedText(text.mid(i, 1));
        for (qsizetype k = 0; k < letters.size(); ++k)
            from.append(static_cast<int>(i));
        folded += letters;
    }
    QList<QPair<int, int>> marks;
    const QStringList words = foldedText(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        for (qsizetype at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
            if (at > 0 && folded[at - 1].isLetterOrNumber())
                continue;
            const int last = from[at + word.size() - 1];
            marks.append({from[at], last - from[at] + 1});
            break;
        }
    }
    return marks;
}

namespace {

QString spoken(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteRow &row = rows()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return spoken({row.title, row.detail, row.right, row.key});
    case DetailRole:
        return row.detail;
    case RightRole:
        return row.right;
    case RightIconRole:
        return row.rightIcon;
    case UrgentRole:
        return row.isUrgent;
    case KeyRole:
        return row.key;
    case IconRole:
        return row.icon;
    case HeadRole:
        return row.head;
    case HeadCountRole:
        return row.headCount;
    case MarksRole: {
        QVariantList marks;
        for (const auto &[start, length] : row.marks)
            marks.append(QPoint(start, length));
        return marks;
    }
    case InitialsRole:
        return row.kind == PaletteRow::Kind::Customer ? initialsOf(row.title) : QString();
    case SeedRole:
        return static_cast<uint>(row.customer.uuid().data1);
    default:
        return {};
    }
}

} // namespace balcao::desk
