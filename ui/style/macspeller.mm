// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/macspeller.h"

#include <QTimer>

// Else the system's headers make a macro of the word "check".
#define __ASSERT_MACROS_DEFINE_VERSIONS_WITHOUT_UNDERSCORES 0
#import <AppKit/AppKit.h>

namespace balcao::ui {

namespace {

constexpr qsizetype kAtOnce = 16; ///< words in one turn of the event loop

NSString *systems(const QString &text)
{
    return [NSString stringWithUTF8String:text.toUtf8().constData()];
}

QString ours(NSString *text)
{
    return QString::fromUtf8([text UTF8String]);
}

} // namespace

MacSpeller::MacSpeller(const QString &language) : m_language(language), m_document([NSSpellChecker uniqueSpellDocumentTag])
{
    // Not before the window stands: the first question starts the system's spelling service.
    QTimer::singleShot(0, this, &MacSpeller::look);
}

MacSpeller::~MacSpeller()
{
    [[NSSpellChecker sharedSpellChecker] closeSpellDocumentWithTag:m_document];
}

void MacSpeller::look()
{
    @autoreleasepool {
        m_isThere = [[[NSSpellChecker sharedSpellChecker] availableLanguages] containsObject:systems(m_language)];
    }
    if (m_isThere)
        Q_EMIT arrived();
}

void MacSpeller::check(const QStringList &words)
{
    QTimer::singleShot(0, this, [this, words] { checkNext(words, 0, {}); });
}

void MacSpeller::checkNext(const QStringList &words, qsizetype next, const QStringList &unknown)
{
    QStringList found = unknown;
    const qsizetype end = qMin(next + kAtOnce, words.size());
    @autoreleasepool {
        for (qsizetype i = next; i < end; ++i) {
            if (isUnknown(words[i]))
                found.append(words[i]);
        }
    }
    if (end == words.size())
        Q_EMIT checked(words, found);
    else
        QTimer::singleShot(0, this, [this, words, end, found] { checkNext(words, end, found); });
}

bool MacSpeller::isUnknown(const QString &word) const
{
    if (!m_isThere)
        return false; // of that it has no opinion
    const NSRange wrong = [[NSSpellChecker sharedSpellChecker] checkSpellingOfString:systems(word)
                                                                          startingAt:0
                                                                            language:systems(m_language)
                                                                                wrap:NO
                                                              inSpellDocumentWithTag:m_document
                                                                           wordCount:nullptr];
    return wrong.length > 0;
}

void MacSpeller::suggest(const QString &word, int most)
{
    QTimer::singleShot(0, this, [this, word, most] { Q_EMIT suggested(word, suggestionsFor(word, most)); });
}

QStringList MacSpeller::suggestionsFor(const QString &word, int most) const
{
    QStringList found;
    if (!m_isThere)
        return found;
    @autoreleasepool {
        NSString *text = systems(word);
        NSArray *all = [[NSSpellChecker sharedSpellChecker] guessesForWordRange:NSMakeRange(0, [text length])
                                                                       inString:text
                                                                       language:systems(m_language)
                                                         inSpellDocumentWithTag:m_document];
        for (NSString *one in all) {
            if (found.size() < most)
                found.append(ours(one));
        }
    }
    return found;
}

} // namespace balcao::ui
