// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The invented customers of the sandbox: who they are, what they and the shop said over the last days, what
// they write next and what they answer. All of it stands in cast.json; nobody in it exists.
#pragma once

#include "sandbox/phonebook.h"

#include "core/money.h"
#include "core/result.h"

#include <QJsonObject>
#include <QRandomGenerator>

namespace balcao::sandbox {

struct Person
{
    int index = 0;
    QString name;
    QString username; ///< only those who hide their phone
    Identifiers ids;  ///< the BSUID always; the wa_id unless hidden
    QString likes;    ///< "bread" or "parts"
    int channel = 0;  ///< which of the shop's numbers they write to

    [[nodiscard]] Contact contact() const { return {ids, name, username, 0, false}; }
};

/// One thing said. `content` is the object that goes under `type` in the message ("cards" holds the array of
/// a contacts message, "kind" the type of an unsupported one). Of the shop alone: "pix" is a charge (`centavos`, `for`,
/// `minutes` that it stays open), "paid" what came for the one in line `about` (`centavos`), or, without one, straight
/// to the shop's key; the bank says so, and nothing is sent.
struct ScriptLine
{
    int person = 0; ///< index in Cast::people()
    int index = 0;  ///< of this line in the talk with that person
    qint64 atMs = 0;
    bool fromShop = false;
    QString type = QStringLiteral("text");
    QString text; ///< the body, or the caption
    QJsonObject content;
    int about = -1; ///< line of the talk that is quoted or reacted to
    QString phone;  ///< another number than the person's own: they changed it later
    bool forwarded = false;
    bool referral = false;                 ///< came by an advertisement
    QString upTo = QStringLiteral("read"); ///< how far a line of the shop gets: sent, delivered, read, failed

    [[nodiscard]] bool isCharge() const { return type == QLatin1StringView("pix"); }
    [[nodiscard]] bool isPayment() const { return type == QLatin1StringView("paid"); }
    [[nodiscard]] Money amount() const { return {content.value(QLatin1StringView("centavos")).toInteger()}; }
};

class Cast
{
public:
    static Result<Cast> load();
    /// For tests: another file's bytes.
    static Result<Cast> fromJson(const QByteArray &json);

    [[nodiscard]] const QList<Person> &people() const { return m_people; }
    /// So that sends find everybody from the start, whoever has written or not.
    void introduce(PhoneBook &book) const;
    /// In order of time, all of it before `nowMs`. Days are days in São Paulo.
    [[nodiscard]] QList<ScriptLine> script(qint64 nowMs) const;
    /// What `person` writes unasked.
    [[nodiscard]] QString liveLine(const Person &person, QRandomGenerator &random) const;
    /// What somebody answers to `text` of the shop.
    [[nodiscard]] QString answerTo(const QString &text, QRandomGenerator &random) const;
    /// Whoever has this wa_id (with or without the ninth digit) or BSUID; -1 when nobody.
    [[nodiscard]] int find(const QString &waIdOrBsuid) const;

private:
    struct Planned
    {
        QString at;
        ScriptLine line;
    };
    struct Answers
    {
        QStringList when; ///< one of them is in the text; empty: always
        QStringList say;
    };

    void addPerson(const QJsonObject &json);

    QList<Person> m_people;
    QList<Planned> m_lines;
    QHash<QString, QStringList> m_live;
    QList<Answers> m_answers;
};

} // namespace balcao::sandbox
