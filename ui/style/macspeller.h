// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// macOS' own dictionary (NSSpellChecker). AppKit wants to be asked on the main thread; each question is a turn of its own
// of the event loop, so that typing goes between them. What is taught stays with us and never goes into the user's
// dictionary. Read by a compiler with GNUstep's headers; never built or run on a Mac.
// Source: Apple, AppKit, NSSpellChecker.
#pragma once

#include "desk/speller.h"

namespace balcao::ui {

class MacSpeller final : public desk::Speller
{
    Q_OBJECT

public:
    /// `language`: "pt_BR", as macOS names its dictionaries.
    explicit MacSpeller(const QString &language);
    ~MacSpeller() override;

    [[nodiscard]] bool isThere() const override { return m_isThere; }
    void check(const QStringList &words) override;
    void suggest(const QString &word, int most) override;

private:
    void look();
    void checkNext(const QStringList &words, qsizetype next, const QStringList &unknown);
    [[nodiscard]] bool isUnknown(const QString &word) const;
    [[nodiscard]] QStringList suggestionsFor(const QString &word, int most) const;

    QString m_language;
    long m_document; ///< the system's number for what we ask about: nothing that others ignore is ignored here
    bool m_isThere = false;
};

} // namespace balcao::ui
