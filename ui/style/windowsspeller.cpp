// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/windowsspeller.h"

#include <windows.h>

#include <objbase.h>
#include <objidl.h>
#include <spellcheck.h>

#include <utility>

namespace balcao::ui {

namespace {

struct Release
{
    void operator()(IUnknown *held) const { held->Release(); }
};
template <class T>
using Held = std::unique_ptr<T, Release>;

// The system's letters are QString's, of another type.
LPCWSTR lettersOf(const QString &text)
{
    return reinterpret_cast<LPCWSTR>(text.utf16());
}

/// And theirs, which are given back to the system.
QString taken(LPWSTR letters)
{
    const QString text = QString::fromWCharArray(letters);
    CoTaskMemFree(letters);
    return text;
}

} // namespace

// COM is entered and left on the thread, with all that was held of it in between.
class WindowsSpeller::Dictionary final : public QObject
{
public:
    Dictionary(QString language, Open open) : m_language(std::move(language)), m_open(std::move(open)) {}

    /// False: there is none of this language, and nothing is held.
    bool open()
    {
        m_entered = SUCCEEDED(CoInitializeEx(nullptr, COINIT_MULTITHREADED));
        const Held<ISpellCheckerFactory> factory(m_open());
        WINBOOL speaks = FALSE;
        ISpellChecker *made = nullptr;
        if (factory && SUCCEEDED(factory->IsSupported(lettersOf(m_language), &speaks)) && speaks &&
            SUCCEEDED(factory->CreateSpellChecker(lettersOf(m_language), &made)))
            m_checker.reset(made);
        return m_checker != nullptr;
    }

    void close()
    {
        m_checker.reset();
        if (std::exchange(m_entered, false))
            CoUninitialize();
    }

    QStringList unknownOf(const QStringList &words) const
    {
        QStringList unknown;
        for (const QString &word : words) {
            if (isUnknown(word))
                unknown.append(word);
        }
        return unknown;
    }

    QStringList suggestionsFor(const QString &word, int most) const
    {
        if (!m_checker)
            return {};
        IEnumString *given = nullptr;
        const HRESULT answer = m_checker->Suggest(lettersOf(word), &given);
        const Held<IEnumString> list(given);
        QStringList found;
        if (answer != S_OK || !list) // S_FALSE: it is right, and the list has that very word
            return found;
        LPOLESTR one = nullptr;
        while (found.size() < most && list->Next(1, &one, nullptr) == S_OK)
            found.append(taken(one));
        return found;
    }

private:
    [[nodiscard]] bool isUnknown(const QString &word) const
    {
        if (!m_checker)
            return false; // of that it has no opinion
        IEnumSpellingError *given = nullptr;
        const HRESULT answer = m_checker->Check(lettersOf(word), &given);
        const Held<IEnumSpellingError> errors(given);
        if (FAILED(answer) || !errors)
            return false;
        ISpellingError *first = nullptr;
        if (errors->Next(&first) != S_OK)
            return false;
        first->Release();
        return true;
    }

    QString m_language;
    Open m_open;
    Held<ISpellChecker> m_checker;
    bool m_entered = false;
};

ISpellCheckerFactory *WindowsSpeller::openSystems()
{
    void *made = nullptr;
    const HRESULT answer = CoCreateInstance(__uuidof(SpellCheckerFactory), nullptr, CLSCTX_INPROC_SERVER,
                                            __uuidof(ISpellCheckerFactory), &made);
    return SUCCEEDED(answer) ? static_cast<ISpellCheckerFactory *>(made) : nullptr;
}

WindowsSpeller::WindowsSpeller(const QString &language, Open open)
    : m_dictionary(std::make_unique<Dictionary>(language, std::move(open)))
{
    m_thread.setObjectName(QStringLiteral("speller"));
    m_dictionary->moveToThread(&m_thread);
    Dictionary *dictionary = m_dictionary.get();
    connect(
        &m_thread, &QThread::finished, dictionary, [dictionary] { dictionary->close(); }, Qt::DirectConnection);
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(dictionary, [this, dictionary] {
        const bool isThere = dictionary->open();
        QMetaObject::invokeMethod(this, [this, isThere] {
            m_isThere = isThere;
            if (isThere)
                Q_EMIT arrived();
        });
    });
}

WindowsSpeller::~WindowsSpeller()
{
    m_thread.quit();
    m_thread.wait();
}

void WindowsSpeller::check(const QStringList &words)
{
    QMetaObject::invokeMethod(m_dictionary.get(), [this, words] {
        const QStringList unknown = m_dictionary->unknownOf(words);
        QMetaObject::invokeMethod(this, [this, words, unknown] { Q_EMIT checked(words, unknown); });
    });
}

void WindowsSpeller::suggest(const QString &word, int most)
{
    QMetaObject::invokeMethod(m_dictionary.get(), [this, word, most] {
        const QStringList found = m_dictionary->suggestionsFor(word, most);
        QMetaObject::invokeMethod(this, [this, word, found] { Q_EMIT suggested(word, found); });
    });
}

} // namespace balcao::ui
