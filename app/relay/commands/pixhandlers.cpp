// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/commands/commands.h"

namespace balcao::relay {

Result<Commands::Verdict> Commands::handle(const wire::ChargePix &)
{
    return Verdict::no(problem::kUnknownKind);
}

Result<Commands::Verdict> Commands::handle(const wire::CancelCharge &)
{
    return Verdict::no(problem::kUnknownKind);
}

Result<Commands::Verdict> Commands::handle(const wire::SettleCharge &)
{
    return Verdict::no(problem::kUnknownKind);
}

Result<Commands::Verdict> Commands::handle(const wire::ProposePixAccount &)
{
    return Verdict::no(problem::kUnknownKind);
}

Result<Commands::Verdict> Commands::handle(const wire::ConfirmPixAccount &)
{
    return Verdict::no(problem::kUnknownKind);
}

Result<Commands::Verdict> Commands::handle(const wire::KeepPixAccount &)
{
    return Verdict::no(problem::kUnknownKind);
}

} // namespace balcao::relay
