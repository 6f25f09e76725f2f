// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/threadwords.h"

#include "core/markedtext.h"
#include "core/text.h"

#include <QLocale>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;
using store::RowKind;
using store::SystemLine;
using store::ThreadRow;

namespace {

/// The beginning of it: nobody reads one.
QString codeWords(const ThreadRow &row)
{
    constexpr qsizetype kShown = 34;
    const QString code = row.charge ? previewText(row.charge->code, kShown + 1) : QString();
    if (code.isEmpty())
        return Wording::kindWord(row.type);
    return code.size() > kShown ? code.left(kShown) + QChar(0x2026) : code;
}

bool isFile(ContentType type)
{
    return type == ContentType::Image || type == ContentType::Video || type == ContentType::Audio ||
           type == ContentType::Document || type == ContentType::Sticker;
}

QString reaisIn(const ThreadRow &row)
{
    return reaisShown({row.text.toLongLong()});
}

} // namespace

QString ThreadWords::systemText(const ThreadRow &row) const
{
    const QString who = row.author.isEmpty() ? tr("Somebody") : isolated(row.author);
    const QString at = u" · "_s + m_wording.clock(row.sortAt);
    QString text;
    switch (row.line) {
    case SystemLine::Opened:
        text = tr("Conversation opened");
        break;
    case SystemLine::Reopened:
        text = tr("Conversation reopened");
        break;
    case SystemLine::Resolved:
        text = tr("%1 resolved the conversation").arg(who);
        break;
    case SystemLine::Assigned:
        text = row.quoteAuthor.isEmpty()
                   ? tr("%1 handed the conversation over").arg(who)
                   : tr("%1 handed the conversation over to %2").arg(who, isolated(row.quoteAuthor));
        break;
    case SystemLine::Taken:
        text = tr("%1 took the conversation over").arg(who);
        break;
    case SystemLine::Released:
        text = tr("%1 gave the conversation back to the queue of all").arg(who);
        break;
    case SystemLine::Snoozed:
        text = tr("%1 snoozed the conversation").arg(who);
        break;
    case SystemLine::Woke:
        text = tr("The conversation is back in the queue");
        break;
    case SystemLine::Unreadable:
        text = tr("A message came that could not be read. It is kept at the shop's server.");
        break;
    case SystemLine::Merged:
        text = tr("Two records of this customer were joined");
        break;
    case SystemLine::Blanked:
        text = tr("A message whose content was erased");
        break;
    case SystemLine::Erased:
        text = tr("This customer's data was erased at their request");
        break;
    case SystemLine::PixLinked:
        return tr("%1: a Pix of %2 without a charge was this customer's").arg(who, reaisIn(row)) + at;
    case SystemLine::PixUnlinked:
        return tr("%1: the Pix of %2 was not this customer's after all").arg(who, reaisIn(row)) + at;
    }
    if (!row.text.isEmpty())
        text += u": "_s + isolated(row.text);
    return text + at;
}

QString ThreadWords::text(const ThreadItem &item) const
{
    const ThreadRow &row = item.row;
    if (row.kind == RowKind::System)
        return systemText(row);
    if (row.revoked)
        return tr("This message was deleted");
    if (row.type == ContentType::Reaction)
        return row.text.isEmpty() ? tr("took a reaction back") : tr("reacted %1").arg(row.text);
    if (row.type == ContentType::Location && row.text == cardTitle(item))
        return {}; // the card says it
    if (isFile(row.type) && row.text == cardTitle(item))
        return {}; // a phone that sends the file's name with it
    if (row.type == ContentType::PixCode)
        return codeWords(row);
    if (item.charge)
        return {}; // what went along is for the customer
    if (!item.expanded)
        return item.isLong() ? row.text.left(item.shownLength()) + QChar(0x2026) : row.text;
    QString all = row.text.left(ThreadItem::kMost);
    if (!row.was.isEmpty())
        all += u"\n\n"_s + tr("Before it was changed:") + u'\n' + row.was.join(u"\n—\n"_s);
    return all;
}

QString ThreadWords::lead(const ThreadItem &item) const
{
    if (item.row.kind != RowKind::Note)
        return {};
    return item.row.author.isEmpty() ? tr("Team note:") : tr("Team note · %1:").arg(isolated(item.row.author));
}

QString ThreadWords::more(const ThreadItem &item)
{
    if (item.row.kind == RowKind::System || item.row.revoked || (!item.isLong() && item.row.was.isEmpty()))
        return {};
    if (item.expanded)
        return tr("Show less");
    return item.isLong() ? tr("Show more") : tr("What it said before");
}

QString ThreadWords::time(const ThreadItem &item) const
{
    QString time = m_wording.clock(item.row.sortAt);
    if (item.row.late)
        time = tr("%1, arrived late").arg(time);
    return item.row.edited && !item.row.revoked ? tr("edited · %1").arg(time) : time;
}

QString ThreadWords::icon(const ThreadItem &item) const
{
    const ThreadRow &row = item.row;
    if (row.kind == RowKind::Note)
        return u"note"_s;
    if (row.type == ContentType::PixCode && row.kind == RowKind::Message)
        return u"copy"_s;
    if (row.kind == RowKind::Message)
        return row.revoked ? QString() : Wording::kindIcon(row.type);
    switch (row.line) {
    case SystemLine::Assigned:
    case SystemLine::Taken:
    case SystemLine::Released:
        return u"assign"_s;
    case SystemLine::Resolved:
        return u"resolved"_s;
    case SystemLine::Snoozed:
    case SystemLine::Woke:
        return u"snoozed"_s;
    case SystemLine::Unreadable:
        return u"failed"_s;
    case SystemLine::Blanked:
    case SystemLine::Erased:
        return u"erase"_s;
    case SystemLine::PixLinked:
    case SystemLine::PixUnlinked:
        return u"pix"_s;
    case SystemLine::Opened:
    case SystemLine::Reopened:
    case SystemLine::Merged:
        return {};
    }
    return {};
}

QString ThreadWords::orderText(const ThreadRow &row) const
{
    const QString pieces = tr("%n item(s)", nullptr, row.card.value(0).toInt());
    const qint64 cents = row.card.value(1).toLongLong();
    if (cents <= 0)
        return pieces;
    const QString currency = row.card.value(2) == "BRL"_L1 ? u"R$"_s : row.card.value(2);
    return pieces + u" · "_s + currency + QChar(0xa0) + QLocale().toString(static_cast<double>(cents) / 100.0, 'f', 2);
}

QString ThreadWords::cardTitle(const ThreadItem &item) const
{
    const ThreadRow &row = item.row;
    if (row.kind != RowKind::Message || row.revoked)
        return {};
    if (isFile(row.type)) {
        const QString base = safeFileName(row.fileName).base;
        return base.isEmpty() ? Wording::kindWord(row.type) : base;
    }
    switch (row.type) {
    case ContentType::Location:
    case ContentType::Contacts:
        return row.card.value(0).isEmpty() ? Wording::kindWord(row.type) : row.card.value(0);
    case ContentType::Form:
    case ContentType::Order:
    case ContentType::Welcome:
    case ContentType::Unsupported:
    case ContentType::Unknown:
        return Wording::kindWord(row.type);
    case ContentType::Pix:
        return item.charge ? item.charge->amount : Wording::kindWord(row.type);
    default:
        return {};
    }
}

QString ThreadWords::cardDetail(const ThreadItem &item) const
{
    const ThreadRow &row = item.row;
    if (item.charge && !row.revoked)
        return item.charge->description;
    if (row.kind != RowKind::Message || row.revoked || (row.card.isEmpty() && !isFile(row.type)))
        return {};
    if (isFile(row.type)) {
        // The extension stands apart: it is what a system goes by, whatever the name pretends.
        const FileName name = safeFileName(row.fileName);
        QStringList parts;
        if (!name.base.isEmpty())
            parts.append(Wording::kindWord(row.type));
        if (!name.extension.isEmpty())
            parts.append(name.extension.toUpper());
        return parts.join(u" · "_s);
    }
    if (row.type == ContentType::Location) {
        const QString at = row.card.value(2) + u", "_s + row.card.value(3);
        return row.card.value(1).isEmpty() ? at : row.card.value(1);
    }
    if (row.type == ContentType::Contacts) {
        const qsizetype others = row.card.size() / 2 - 1;
        const QString phone = row.card.value(1);
        return others > 0 ? tr("%1 and %n other(s)", nullptr, static_cast<int>(others)).arg(phone) : phone;
    }
    if (row.type == ContentType::Order)
        return orderText(row);
    return {};
}

QString ThreadWords::quote(const ThreadItem &item) const
{
    const ThreadRow &row = item.row;
    if (!row.quotes)
        return {};
    const QString kind = Wording::kindWord(row.quoteType);
    if (row.quoteText.isEmpty())
        return kind.isEmpty() ? tr("An earlier message") : kind;
    return kind.isEmpty() ? row.quoteText : kind + u" · "_s + row.quoteText;
}

QString ThreadWords::quoteAuthor(const ThreadItem &item) const
{
    const ThreadRow &row = item.row;
    if (!row.quotes || row.quoted.isNull())
        return {};
    if (!row.quoteOutbound)
        return m_customer;
    return row.quoteAuthor.isEmpty() ? tr("The shop") : row.quoteAuthor;
}

QString ThreadWords::doubt(const ThreadRow &row)
{
    constexpr qsizetype kLongestName = 24;
    const QString words = tr("We do not know whether it arrived.");
    if (!row.dismissed)
        return words;
    const QString who = previewText(row.dismissedBy, kLongestName);
    return words + u' ' + (who.isEmpty() ? tr("It was left at that.") : tr("Left by %1.").arg(isolated(who)));
}

QString ThreadWords::problem(const ThreadItem &item)
{
    if (!item.row.outbound || !item.isMessage())
        return {};
    switch (item.state()) {
    case MessageState::Rejected:
        return Wording::refusal(item.problem);
    case MessageState::Uncertain:
        return doubt(item.row);
    case MessageState::Failed:
        return Wording::failure(item.row.errorCode);
    default:
        return {};
    }
}

/// While the shop waits for the money. Whether its time is over is the relay's to say.
bool ThreadWords::goesAgain(const ThreadItem &item)
{
    return item.row.charge && isPayable(chargeState(item.row.charge->facts, 0));
}

QList<ThreadAction> ThreadWords::moneyActions(const ThreadItem &item)
{
    switch (item.state()) {
    case MessageState::Rejected:
        return {ThreadAction::Discard};
    case MessageState::Uncertain:
        if (item.row.dismissed)
            return {};
        return goesAgain(item) ? QList{ThreadAction::SendAgain, ThreadAction::Leave} : QList{ThreadAction::Leave};
    case MessageState::Failed:
        return goesAgain(item) ? QList{ThreadAction::SendAgain, ThreadAction::CopyDetails}
                               : QList{ThreadAction::CopyDetails};
    default:
        return {};
    }
}

QList<ThreadAction> ThreadWords::actions(const ThreadItem &item)
{
    if (!item.row.outbound || !item.isMessage())
        return {};
    if (item.mayTakeBack)
        return {ThreadAction::TakeBack};
    if (item.row.type == ContentType::Pix || item.row.type == ContentType::PixCode ||
        item.row.type == ContentType::PixStatus)
        return moneyActions(item);
    switch (item.state()) {
    case MessageState::Rejected:
        return {ThreadAction::SendAgain, ThreadAction::Leave};
    case MessageState::Uncertain:
        return item.row.dismissed ? QList<ThreadAction>() : QList{ThreadAction::SendAgain, ThreadAction::Leave};
    case MessageState::Failed:
        return Wording::isKnownFailure(item.row.errorCode) ? QList{ThreadAction::SendAgain}
                                                           : QList{ThreadAction::SendAgain, ThreadAction::CopyDetails};
    default:
        return {};
    }
}

QString ThreadWords::actionWord(ThreadAction action, const ThreadItem &item)
{
    switch (action) {
    case ThreadAction::Leave:
        return tr("Leave it");
    case ThreadAction::CopyDetails:
        return tr("Copy details");
    case ThreadAction::Discard:
        return tr("Discard");
    case ThreadAction::TakeBack:
        return tr("Cancel sending");
    case ThreadAction::SendAgain:
        break;
    }
    return item.state() == MessageState::Uncertain ? tr("Send again") : tr("Try again");
}

QString ThreadWords::line(const ThreadItem &item) const
{
    QStringList parts{cardTitle(item), cardDetail(item)};
    const QString said = (lead(item) + u' ' + text(item)).trimmed();
    parts.append(item.row.kind == RowKind::System ? said : withoutMarks(said));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString ThreadWords::author(const ThreadItem &item) const
{
    if (!item.row.outbound)
        return m_customer.isEmpty() ? tr("Customer") : m_customer;
    return item.row.author.isEmpty() ? tr("You") : item.row.author;
}

QString ThreadWords::kindOf(const ThreadItem &item) const
{
    const QString title = cardTitle(item);
    const QString kind = Wording::kindWord(item.row.type);
    return item.row.revoked || kind == title ? QString() : kind;
}

QString ThreadWords::stateWord(const ThreadItem &item)
{
    if (!item.row.outbound || !item.isMessage())
        return {};
    switch (item.state()) {
    case MessageState::Pending:
    case MessageState::Accepted:
        return tr("on its way");
    case MessageState::Submitted:
    case MessageState::Sent:
        return tr("sent");
    case MessageState::Delivered:
        return tr("delivered");
    case MessageState::Read:
    case MessageState::Played:
        return tr("read");
    default:
        return problem(item);
    }
}

QString ThreadWords::sentence(const ThreadItem &item) const
{
    if (item.row.kind == RowKind::System)
        return text(item);
    QStringList parts{item.unread};
    if (item.isMessage())
        parts << author(item) << kindOf(item);
    if (const QString quoted = quote(item); !quoted.isEmpty())
        parts.append(tr("answering %1").arg(quoted));
    parts << cardTitle(item) << cardDetail(item);
    if (item.charge)
        parts << item.charge->chip << item.charge->note << item.charge->foot;
    if (item.row.type == ContentType::PixCode)
        parts << time(item); // nobody wants to hear the code
    else
        parts << withoutMarks((lead(item) + u' ' + text(item)).trimmed()) << time(item);
    parts << stateWord(item) << item.mark;
    for (const QString &liked : {item.row.likedIn, item.row.likedOut}) {
        if (!liked.isEmpty())
            parts.append(tr("reaction %1").arg(liked));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString ThreadWords::copied(const ThreadItem &item, bool withAuthor) const
{
    if (item.row.type == ContentType::PixCode && item.row.charge && !withAuthor)
        return item.row.charge->code;
    ThreadItem whole = item;
    whole.expanded = true;
    whole.row.was.clear();
    QString said = text(whole);
    QStringList card{cardTitle(item), cardDetail(item)};
    card.removeAll(QString());
    if (!card.isEmpty())
        said = said.isEmpty() ? card.join(u" · "_s) : card.join(u" · "_s) + u'\n' + said;
    if (!withAuthor)
        return said;
    const QString who = item.row.kind == RowKind::Note ? tr("Team note · %1").arg(author(item)) : author(item);
    return item.row.kind == RowKind::System ? said : u"[%1] %2: "_s.arg(m_wording.stamp(item.row.sortAt), who) + said;
}

QString ThreadWords::details(const ThreadItem &item) const
{
    return tr("Code %1 · %2 · message %3 · %4")
        .arg(QString::number(item.row.errorCode), item.row.errorDetail, item.row.id.text(),
             m_wording.stamp(item.row.sortAt));
}

} // namespace balcao::desk
