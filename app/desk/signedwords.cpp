// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/signedwords.h"

#include "desk/wording.h"

namespace balcao::desk {

QString SignedWords::of(const PixSigner::Answer &answer)
{
    using Outcome = PixSigner::Outcome;
    switch (answer.outcome) {
    case Outcome::Done:
        return {};
    case Outcome::PinWrong:
        return answer.number > 0 ? tr("The PIN is wrong. %n try(s) left.", nullptr, static_cast<int>(answer.number))
                                 : tr("The PIN is wrong.");
    case Outcome::NoPinYet:
        return tr("You have no PIN yet. Choose one first: switch operator (F11).");
    case Outcome::TooManyTries:
        return tr("Too many wrong PINs. Try again in %n second(s).", nullptr,
                  static_cast<int>((answer.number + 999) / 1000));
    case Outcome::Refused:
        return Wording::actRefusal(answer.problem);
    case Outcome::NeedsConnection:
        return tr("This needs the connection to the shop's server. Nothing was done.");
    case Outcome::Unknown:
        return tr("No answer came: it may have been done. Try again; it is done once.");
    case Outcome::Failed:
        break;
    }
    return tr("It did not work. Try again.");
}

} // namespace balcao::desk
