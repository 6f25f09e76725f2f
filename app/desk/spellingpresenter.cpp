// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/spellingpresenter.h"

#include <utility>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kKey = u"spelling.words"_s;
// More than the words of the longest message.
constexpr int kMostKnown = 4096;

/// What every shop writes and the dictionaries lack, which are older than it.
bool isOfOurTime(const QString &folded)
{
    static const QSet<QString> words{u"app"_s, u"delivery"_s, u"email"_s,   u"instagram"_s,
                                     u"ok"_s,  u"pix"_s,      u"whatsapp"_s};
    return words.contains(folded);
}

} // namespace

SpellingPresenter::SpellingPresenter(ConversationSource &source, const ThreadPresenter &thread,
                                     PreferencesPresenter &preferences, UndoPresenter &undo, Speller *speller,
                                     QObject *parent)
    : QObject(parent),
      m_source(source),
      m_thread(thread),
      m_preferences(preferences),
      m_undo(undo),
      m_speller(speller),
      m_known(kMostKnown),
      m_wasOn(isOn())
{
    if (!m_speller)
        return;
    connect(m_speller, &Speller::arrived, this, [this] {
        m_wasOn = isOn();
        Q_EMIT offered();
        Q_EMIT changed();
    });
    connect(m_speller, &Speller::checked, this, &SpellingPresenter::hear);
    connect(m_speller, &Speller::suggested, this, &SpellingPresenter::suggested);
    connect(&m_thread, &ThreadPresenter::changed, this, &SpellingPresenter::takeThread);
    connect(&m_preferences, &PreferencesPresenter::changed, this, [this] {
        if (std::exchange(m_wasOn, isOn()) != isOn())
            Q_EMIT changed();
    });
}

void SpellingPresenter::setOn(bool on)
{
    m_preferences.set(&Preferences::spelling, on);
}

QList<SpellWord> SpellingPresenter::wrongIn(const QString &text)
{
    if (!isOn())
        return {};
    QList<SpellWord> wrong;
    for (SpellWord &word : spellWords(text)) {
        const bool *known = m_known.object(word.text);
        if ((known && *known) || isKnownHere(word.text))
            continue;
        if (known)
            wrong.append(std::move(word));
        else
            m_unasked.insert(word.text);
    }
    if (!m_unasked.isEmpty() && !std::exchange(m_isAsking, true))
        QMetaObject::invokeMethod(this, &SpellingPresenter::ask, Qt::QueuedConnection);
    return wrong;
}

bool SpellingPresenter::isKnownHere(const QString &word) const
{
    const QString folded = word.toCaseFolded();
    return isOfOurTime(folded) || m_names.contains(folded) || m_taught.contains(folded);
}

void SpellingPresenter::ask()
{
    const auto words = std::exchange(m_unasked, {});
    m_speller->check(words.values());
}

void SpellingPresenter::hear(const QStringList &words, const QStringList &unknown)
{
    const QSet<QString> wrong(unknown.cbegin(), unknown.cend());
    for (const QString &word : words)
        m_known.insert(word, new bool(!wrong.contains(word)));
    m_unasked.subtract({words.cbegin(), words.cend()}); // seen again while they were looked up
    m_isAsking = !m_unasked.isEmpty();
    if (m_isAsking)
        ask();
    if (!wrong.isEmpty())
        Q_EMIT changed();
}

void SpellingPresenter::suggest(const QString &word)
{
    if (m_speller)
        m_speller->suggest(word, kSuggestions);
}

void SpellingPresenter::takeThread()
{
    readTaught();
    const QString customer = m_thread.head() ? m_thread.head()->name : QString();
    if (customer == m_customer)
        return;
    m_customer = customer;
    m_names.clear();
    const QList<SpellWord> parts = spellWords(customer);
    for (const SpellWord &part : parts)
        m_names.insert(part.text.toCaseFolded());
    Q_EMIT changed();
}

void SpellingPresenter::teach(const QString &word)
{
    const QString folded = word.toCaseFolded();
    learn(folded);
    keepTaught();
    Q_EMIT changed();
    m_undo.offer(tr("Word added to the dictionary."), [this, folded] { forget(folded); });
}

void SpellingPresenter::learn(const QString &folded)
{
    m_taught.removeAll(folded);
    m_taught.append(folded);
    m_taught = m_taught.mid(qMax(0, m_taught.size() - kMostTaught));
}

void SpellingPresenter::forget(const QString &folded)
{
    m_taught.removeAll(folded);
    keepTaught();
    Q_EMIT changed();
}

// Not before there is a chat: the store may not be open yet. Until it has been read nothing is kept, or what stands
// there would be lost.
void SpellingPresenter::readTaught()
{
    if (m_isRead || !m_thread.isOpen() || std::exchange(m_isReading, true))
        return;
    m_source.preference(kKey, [this](const Result<QByteArray> &kept) {
        m_isReading = false;
        if (kept)
            takeTaught(QString::fromUtf8(*kept).split(u'\n', Qt::SkipEmptyParts));
    });
}

void SpellingPresenter::takeTaught(const QStringList &read)
{
    m_isRead = true;
    const QStringList meanwhile = std::exchange(m_taught, read.mid(qMax(0, read.size() - kMostTaught)));
    for (const QString &folded : meanwhile)
        learn(folded);
    if (!meanwhile.isEmpty())
        keepTaught();
    if (!read.isEmpty())
        Q_EMIT changed();
}

void SpellingPresenter::keepTaught()
{
    if (m_isRead)
        m_source.savePreference(kKey, m_taught.join(u'\n').toUtf8());
}

} // namespace balcao::desk
