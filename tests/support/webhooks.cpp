// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/webhooks.h"

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

QString escaped(const QString &text)
{
    QString out;
    for (const QChar unit : text) {
        if (unit == u'"' || unit == u'\\')
            out += u'\\';
        if (unit.unicode() < 0x20 || unit.unicode() > 0x7e)
            out += u"\\u%1"_s.arg(unit.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += unit;
    }
    return out;
}

} // namespace

QByteArray toBytes(const TextWebhook &webhook)
{
    const QString body =
        uR"({"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":)"
        R"({"messaging_product":"whatsapp","metadata":{"display_phone_number":"551140028922",)"
        R"("phone_number_id":"%1"},"contacts":[{"profile":{"name":"%2"},"wa_id":"%3"}],)"
        R"("messages":[{"from":"%3","id":"%4","timestamp":"%5","text":{"body":"%6"},)"
        R"("type":"text"}]},"field":"messages"}]}]})"_s;
    return body
        .arg(webhook.phoneNumberId, escaped(webhook.name), webhook.waId, escaped(webhook.wamid),
             QString::number(webhook.atMs / 1000), escaped(webhook.text))
        .toLatin1();
}

} // namespace balcao::test
