// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/cast.h"

#include "core/clock.h"
#include "core/phone.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSaoPauloSeconds = -3 * 3600;

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto &item : array)
        list.append(item.toString());
    return list;
}

/// "-35m": minutes before now. "-2 09:12": two days ago at that time. 0 when it is neither.
qint64 instant(const QString &at, qint64 nowMs)
{
    if (at.endsWith(u'm'))
        return nowMs + at.chopped(1).toLongLong() * kMinuteMs;
    const qsizetype space = at.indexOf(u' ');
    const QTime time = QTime::fromString(at.sliced(space + 1), u"HH:mm"_s);
    const int days = at.left(space).toInt();
    if (space < 0 || !time.isValid() || days >= 0)
        return 0;
    const QTimeZone zone(kSaoPauloSeconds);
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
    return QDateTime(today.addDays(days), time, zone).toMSecsSinceEpoch();
}

ScriptLine lineFrom(const QJsonObject &json)
{
    ScriptLine line;
    line.type = json.value("type"_L1).toString(u"text"_s);
    line.fromShop = json.contains("s"_L1) || line.isPayment();
    line.text = json.value(line.fromShop ? "s"_L1 : "c"_L1).toString();
    line.content = json.value("with"_L1).toObject();
    line.about = json.value(json.contains("on"_L1) ? "on"_L1 : "quote"_L1).toInt(-1);
    line.phone = json.value("phone"_L1).toString();
    line.forwarded = json.value("forwarded"_L1).toBool();
    line.referral = json.value("referral"_L1).toBool();
    line.upTo = json.value("upTo"_L1).toString(u"read"_s);
    return line;
}

QString oneOf(const QStringList &list, QRandomGenerator &random)
{
    return list.isEmpty() ? QString() : list.at(random.bounded(static_cast<int>(list.size())));
}

} // namespace

Result<Cast> Cast::load()
{
    QFile file(u":/sandbox/cast.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Internal, u"the cast is not in this program"_s);
    return fromJson(file.readAll());
}

Result<Cast> Cast::fromJson(const QByteArray &json)
{
    QJsonParseError wrong;
    const QJsonObject root = QJsonDocument::fromJson(json, &wrong).object();
    if (wrong.error != QJsonParseError::NoError)
        return failure(Error::Kind::Corrupt, u"cast: "_s + wrong.errorString());
    Cast cast;
    const QJsonArray people = root.value("people"_L1).toArray();
    for (const auto &person : people)
        cast.addPerson(person.toObject());
    const QJsonObject live = root.value("live"_L1).toObject();
    for (auto it = live.begin(); it != live.end(); ++it)
        cast.m_live.insert(it.key(), texts(it.value()));
    const QJsonArray answers = root.value("answers"_L1).toArray();
    for (const auto &value : answers) {
        const QJsonObject answer = value.toObject();
        cast.m_answers.append({texts(answer.value("when"_L1)), texts(answer.value("say"_L1))});
    }
    if (cast.m_people.isEmpty())
        return failure(Error::Kind::Corrupt, u"cast: nobody in it"_s);
    return cast;
}

void Cast::addPerson(const QJsonObject &json)
{
    Person person;
    person.index = static_cast<int>(m_people.size());
    person.name = json.value("name"_L1).toString();
    person.username = json.value("username"_L1).toString();
    person.ids.waId = json.value("phone"_L1).toString();
    person.ids.bsuid =
        json.value("bsuid"_L1).toString(u"BR.33019600000%1"_s.arg(person.index, 5, 10, QLatin1Char('0')));
    person.likes = json.value("likes"_L1).toString();
    person.channel = person.likes == "parts"_L1 ? 1 : 0;
    const QJsonArray talk = json.value("talk"_L1).toArray();
    int index = 0;
    for (const auto &value : talk) {
        const QJsonObject said = value.toObject();
        Planned planned{said.value("at"_L1).toString(), lineFrom(said)};
        planned.line.person = person.index;
        planned.line.index = index++;
        m_lines.append(planned);
    }
    m_people.append(person);
}

void Cast::introduce(PhoneBook &book) const
{
    for (const Person &person : m_people)
        book.add(person.contact());
}

QList<ScriptLine> Cast::script(qint64 nowMs) const
{
    QList<ScriptLine> lines;
    lines.reserve(m_lines.size());
    for (const Planned &planned : m_lines) {
        lines.append(planned.line);
        lines.last().atMs = instant(planned.at, nowMs);
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const ScriptLine &a, const ScriptLine &b) { return a.atMs < b.atMs; });
    return lines;
}

QString Cast::liveLine(const Person &person, QRandomGenerator &random) const
{
    return oneOf(m_live.value(person.likes), random);
}

QString Cast::answerTo(const QString &text, QRandomGenerator &random) const
{
    const QString said = text.toLower();
    const auto fits = [&said](const Answers &answers) {
        return answers.when.isEmpty() || std::any_of(answers.when.begin(), answers.when.end(),
                                                     [&said](const QString &word) { return said.contains(word); });
    };
    const auto found = std::find_if(m_answers.begin(), m_answers.end(), fits);
    return found == m_answers.end() ? QString() : oneOf(found->say, random);
}

int Cast::find(const QString &waIdOrBsuid) const
{
    const QString key = phoneMatchKey(waIdOrBsuid);
    for (const Person &person : m_people) {
        const bool samePhone = !person.ids.waId.isEmpty() && phoneMatchKey(person.ids.waId) == key;
        if (samePhone || person.ids.bsuid == waIdOrBsuid)
            return person.index;
    }
    return -1;
}

} // namespace balcao::sandbox
