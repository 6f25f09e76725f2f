// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/tillsheet.h"

#include "core/text.h"
#include "desk/chargewords.h"
#include "desk/tillwords.h"

#include <QSaveFile>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char kMark[] = "\xef\xbb\xbf";

} // namespace

QString TillSheet::number(Money amount)
{
    const qint64 centavos = qAbs(amount.centavos);
    return u"%1%2,%3"_s.arg(amount.centavos < 0 ? u"-"_s : QString())
        .arg(centavos / 100)
        .arg(centavos % 100, 2, 10, QLatin1Char('0'));
}

QString TillSheet::cell(QString text)
{
    static constexpr QStringView kFormula(u"=+-@\t\r");
    // Also behind spaces, and in the wide letters that some programs read as the narrow ones.
    const QString seen = text.normalized(QString::NormalizationForm_KC);
    const auto first = std::find_if(seen.cbegin(), seen.cend(), [](QChar c) { return c != u' '; });
    if ((!text.isEmpty() && kFormula.contains(text.front())) || (first != seen.cend() && kFormula.contains(*first)))
        text.prepend(u'\'');
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    const bool isQuoted = text.contains(u';') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\t');
    return isQuoted ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

QByteArray TillSheet::bytes(const store::TillDay &day, const Wording &wording, qint64 nowMs)
{
    QStringList lines{QStringList{tr("Date"), tr("Time"), tr("Customer"), tr("Description"), tr("Served by"),
                                  tr("Charged"), tr("Paid at the bank"), tr("Returned"), tr("Taken back (MED)"),
                                  tr("Settled by hand"), tr("State"), tr("Paid on"), tr("Paid by"),
                                  tr("Pix code (txid or E2E)"), tr("After report no.")}
                          .join(u';')};
    for (const store::TillRow &row : day.rows) {
        const store::ChargeRow &charge = row.charge;
        const TillMark since = row.counted().since(); // what an earlier report has stands there
        const QString made = wording.stamp(charge.at);
        lines.append(QStringList{made.section(u' ', 0, 0), made.section(u' ', 1),
                                 cell(unisolated(TillWords::customer(row))), cell(charge.description),
                                 cell(charge.author), number(row.told ? Money() : charge.facts.amount),
                                 number(since.paid), number(since.returned), number(since.withdrawn),
                                 number(since.byHand), cell(ChargeWords::word(chargeState(charge.facts, nowMs))),
                                 charge.paidAt > 0 ? wording.stamp(charge.paidAt) : QString(), cell(charge.payer),
                                 cell(charge.txid), row.toldIn > 0 ? QString::number(row.toldIn) : QString()}
                         .join(u';'));
    }
    for (const store::TillStrayRow &row : day.strays) {
        const TillMark since = row.counted.since();
        const QString came = wording.stamp(row.at);
        lines.append(QStringList{came.section(u' ', 0, 0), came.section(u' ', 1),
                                 row.conversation.isNull() ? QString() : cell(unisolated(TillWords::customer(row))),
                                 cell(tr("Without a charge")), QString(), number({}), number(since.paid),
                                 number(since.returned), number(since.withdrawn), number({}), QString(), came,
                                 QString(), cell(row.endToEndId),
                                 row.toldIn > 0 ? QString::number(row.toldIn) : QString()}
                         .join(u';'));
    }
    return QByteArray(kMark) + (lines.join(u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

bool TillSheet::write(const QString &file, const QByteArray &bytes)
{
    QSaveFile saved(file);
    saved.setDirectWriteFallback(false);
    return saved.open(QIODevice::WriteOnly) && saved.write(bytes) == bytes.size() && saved.commit();
}

} // namespace balcao::desk
