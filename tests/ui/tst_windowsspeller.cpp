// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "ui/style/systemspeller.h"
#include "ui/style/windowsspeller.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <windows.h>

#include <objbase.h>
#include <objidl.h>
#include <spellcheck.h>

#include <atomic>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;
using ui::WindowsSpeller;

namespace {

std::atomic<int> alive = 0;      // objects that were made and not given back
std::atomic<bool> onGui = false; // whether anything was asked on the window's thread

/// IUnknown of an object that is held by whoever asked for it.
template <class Interface>
class Counted : public Interface
{
public:
    Counted() { ++alive; }
    virtual ~Counted() { --alive; }

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID, void **) override { return E_NOINTERFACE; }
    ULONG STDMETHODCALLTYPE AddRef() override { return ++m_held; }
    ULONG STDMETHODCALLTYPE Release() override
    {
        const ULONG left = --m_held;
        if (left == 0)
            delete this;
        return left;
    }

protected:
    static void asked() { onGui = onGui || QThread::currentThread() == QCoreApplication::instance()->thread(); }

private:
    std::atomic<ULONG> m_held = 1;
};

class Error final : public Counted<ISpellingError>
{
public:
    HRESULT STDMETHODCALLTYPE get_StartIndex(ULONG *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_Length(ULONG *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_CorrectiveAction(CORRECTIVE_ACTION *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_Replacement(LPWSTR *) override { return E_NOTIMPL; }
};

class Errors final : public Counted<IEnumSpellingError>
{
public:
    explicit Errors(int count) : m_left(count) {}
    HRESULT STDMETHODCALLTYPE Next(ISpellingError **one) override
    {
        if (m_left-- <= 0)
            return S_FALSE;
        *one = new Error;
        return S_OK;
    }

private:
    int m_left;
};

class Words final : public Counted<IEnumString>
{
public:
    explicit Words(const QStringList &words) : m_words(words) {}
    HRESULT STDMETHODCALLTYPE Next(ULONG, LPOLESTR *one, ULONG *) override
    {
        if (m_words.isEmpty())
            return S_FALSE;
        const QString word = m_words.takeFirst();
        const auto size = static_cast<std::size_t>(word.size()) + 1;
        *one = static_cast<LPOLESTR>(CoTaskMemAlloc(size * sizeof(wchar_t)));
        (*one)[word.toWCharArray(*one)] = 0;
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE Skip(ULONG) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE Reset() override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE Clone(IEnumString **) override { return E_NOTIMPL; }

private:
    QStringList m_words;
};

/// Knows "p\u00e3o", and two words for every other one.
class Checker final : public Counted<ISpellChecker>
{
public:
    HRESULT STDMETHODCALLTYPE Check(LPCWSTR text, IEnumSpellingError **errors) override
    {
        asked();
        *errors = new Errors(QString::fromWCharArray(text) == u"p\u00e3o"_s ? 0 : 2);
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE Suggest(LPCWSTR word, IEnumString **words) override
    {
        asked();
        const QString text = QString::fromWCharArray(word);
        const bool right = text == u"p\u00e3o"_s;
        *words = new Words(right ? QStringList{text} : QStringList{u"p\u00e3o"_s, u"p\u00f5e"_s, u"pai"_s});
        return right ? S_FALSE : S_OK;
    }
    HRESULT STDMETHODCALLTYPE get_LanguageTag(LPWSTR *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE Add(LPCWSTR) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE Ignore(LPCWSTR) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE AutoCorrect(LPCWSTR, LPCWSTR) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetOptionValue(LPCWSTR, BYTE *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_OptionIds(IEnumString **) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_Id(LPWSTR *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE get_LocalizedName(LPWSTR *) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE add_SpellCheckerChanged(ISpellCheckerChangedEventHandler *, DWORD *) override
    {
        return E_NOTIMPL;
    }
    HRESULT STDMETHODCALLTYPE remove_SpellCheckerChanged(DWORD) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE GetOptionDescription(LPCWSTR, IOptionDescription **) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE ComprehensiveCheck(LPCWSTR, IEnumSpellingError **) override { return E_NOTIMPL; }
};

/// Speaks one language.
class Factory final : public Counted<ISpellCheckerFactory>
{
public:
    HRESULT STDMETHODCALLTYPE get_SupportedLanguages(IEnumString **) override { return E_NOTIMPL; }
    HRESULT STDMETHODCALLTYPE IsSupported(LPCWSTR language, WINBOOL *speaks) override
    {
        asked();
        *speaks = QString::fromWCharArray(language) == u"pt-BR"_s;
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE CreateSpellChecker(LPCWSTR, ISpellChecker **made) override
    {
        asked();
        *made = new Checker;
        return S_OK;
    }
};

} // namespace

// Windows' dictionary as far as it can be tried without one: what is asked of it, where, and that all is given back.
class tst_windowsspeller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { onGui = false; }
    void wordsAreLookedUpOffTheWindowsThread();
    void suggestionsAreBounded();
    void aLanguageThatIsMissingIsNoDictionary();
    void aSystemWithoutOneIsNoDictionary();
};

void tst_windowsspeller::wordsAreLookedUpOffTheWindowsThread()
{
    {
        WindowsSpeller speller(u"pt-BR"_s, [] { return new Factory; });
        QVERIFY(!speller.isThere()); // never before the call returns
        QSignalSpy arrived(&speller, &desk::Speller::arrived);
        QSignalSpy checked(&speller, &desk::Speller::checked);
        speller.check({u"p\u00e3o"_s, u"p\u00e3i"_s});
        QVERIFY(checked.isEmpty());
        QVERIFY(checked.wait());
        QCOMPARE(arrived.size(), 1);
        QVERIFY(speller.isThere());
        QCOMPARE(checked.first().at(1).toStringList(), QStringList{u"p\u00e3i"_s});
        QVERIFY(!onGui);
    }
    QCOMPARE(alive.load(), 0);
}

void tst_windowsspeller::suggestionsAreBounded()
{
    {
        WindowsSpeller speller(u"pt-BR"_s, [] { return new Factory; });
        QSignalSpy suggested(&speller, &desk::Speller::suggested);
        speller.suggest(u"p\u00e3i"_s, 2);
        speller.suggest(u"p\u00e3o"_s, 2);
        QTRY_COMPARE(suggested.size(), 2);
        QCOMPARE(suggested.at(0).at(1).toStringList(), (QStringList{u"p\u00e3o"_s, u"p\u00f5e"_s}));
        QCOMPARE(suggested.at(1).at(1).toStringList(), QStringList());
    }
    QCOMPARE(alive.load(), 0);
}

void tst_windowsspeller::aLanguageThatIsMissingIsNoDictionary()
{
    {
        WindowsSpeller speller(u"is-IS"_s, [] { return new Factory; });
        QSignalSpy arrived(&speller, &desk::Speller::arrived);
        QSignalSpy checked(&speller, &desk::Speller::checked);
        speller.check({u"qualquer"_s});
        QVERIFY(checked.wait());
        QVERIFY(arrived.isEmpty() && !speller.isThere());
        QCOMPARE(checked.first().at(1).toStringList(), QStringList()); // nothing is marked
    }
    QCOMPARE(alive.load(), 0);
}

// Wine is such a system; on a Windows with Portuguese this one is the first to say that the real thing answers.
void tst_windowsspeller::aSystemWithoutOneIsNoDictionary()
{
    const auto speller = ui::systemSpeller(QLocale(QLocale::Portuguese, QLocale::Brazil));
    QVERIFY(speller);
    QSignalSpy checked(speller.get(), &desk::Speller::checked);
    speller->check({u"p\u00e3o"_s, u"obrigdo"_s});
    QVERIFY(checked.wait(30'000));
    const QStringList expected = speller->isThere() ? QStringList{u"obrigdo"_s} : QStringList();
    QCOMPARE(checked.first().at(1).toStringList(), expected);
    qInfo("Windows' dictionary of pt-BR: %s", speller->isThere() ? "there" : "none");
}

BALCAO_TEST(tst_windowsspeller)
#include "tst_windowsspeller.moc"
