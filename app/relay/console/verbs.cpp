// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/console/verbs.h"

#include "core/disk.h"
#include "core/pin.h"
#include "core/text.h"
#include "relay/store/lastingacts.h"
#include "relay/store/relaydata.h"
#include "relay/store/upkeep.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <filesystem>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kNameLimit = 128;
constexpr qint64 kFirstWithSums = 12; ///< version of the relay's file

ConsoleReply notDone(const QString &why)
{
    return {1, {why}};
}

ConsoleReply wrongUsage(const QString &why)
{
    return {2, {why}};
}

QString nameOf(Role role)
{
    return role == Role::Manager ? u"manager"_s : u"attendant"_s;
}

Result<ConsoleReply> pair(RelayData &data, const ConsoleRequest &)
{
    BALCAO_TAKE(const QString code, data.registry().newCode());
    return ConsoleReply{0, {code, u"for one desk, within 10 minutes"_s}};
}

Result<ConsoleReply> desks(RelayData &data, const ConsoleRequest &)
{
    BALCAO_TAKE(const QList<DeskRow> rows, data.registry().desks());
    ConsoleReply reply;
    for (const DeskRow &row : rows) {
        const QString since = QDateTime::fromMSecsSinceEpoch(row.pairedAt, Qt::UTC).toString(u"yyyy-MM-dd"_s);
        reply.lines << u"%1  %2  %3  %4"_s.arg(row.id.text(), since, row.revoked ? u"revoked"_s : u"paired "_s,
                                               row.name);
    }
    return reply;
}

Result<ConsoleReply> revoke(RelayData &data, const ConsoleRequest &request)
{
    const auto desk = DeskId::fromText(request.args.value(1));
    if (!desk)
        return wrongUsage(u"revoke DESK: the id as `desks` lists it"_s);
    BALCAO_TAKE(const bool revoked, data.registry().revoke(*desk, Stamp{}));
    return revoked ? ConsoleReply{0, {u"revoked"_s}} : notDone(u"no such desk, or revoked already"_s);
}

Result<ConsoleReply> queues(RelayData &data)
{
    BALCAO_TAKE(const QList<ChannelRow> channels, data.shop().channels());
    ConsoleReply reply;
    for (const ChannelRow &one : channels) {
        const QString state = one.pausedCode ? u"paused by %1"_s.arg(*one.pausedCode) : u"sending"_s;
        reply.lines << u"%1  %2  %3"_s.arg(one.id, state, one.label);
    }
    return reply;
}

Result<ConsoleReply> resume(RelayData &data, const ConsoleRequest &request)
{
    const QString channel = request.args.value(1);
    if (channel.isEmpty())
        return queues(data);
    BALCAO_TAKE(const bool resumed, data.outgoing().resume(channel, Stamp{}));
    return resumed ? ConsoleReply{0, {u"resumed"_s}} : notDone(u"no such number, or it is not paused"_s);
}

Result<ConsoleReply> listOperators(RelayData &data)
{
    BALCAO_TAKE(const QList<Operator> all, data.operators().all());
    ConsoleReply reply;
    for (const Operator &one : all) {
        reply.lines << u"%1  %2  %3  %4  %5"_s.arg(one.id.text(), nameOf(one.role),
                                                   one.disabled ? u"disabled"_s : u"enabled"_s,
                                                   one.hasPin ? u"PIN"_s : u"no PIN"_s, one.name);
    }
    return reply;
}

Result<ConsoleReply> addOperator(RelayData &data, const ConsoleRequest &request, const std::optional<PinVerifier> &pin)
{
    const QString name = cleanText(request.args.value(2), kNameLimit).trimmed();
    const Role role = request.args.contains("--manager"_L1) ? Role::Manager : Role::Attendant;
    if (name.isEmpty() || name.startsWith(u'-'))
        return wrongUsage(u"operators add NAME [--manager]"_s);
    if (pin && !couldBePin(request.input, leastPin(role)))
        return notDone(u"a PIN has 4 to 8 digits, a manager's 6 or more"_s);
    Operator added{OperatorId::create(), name, role, false, false};
    BALCAO_TRY(data.operators().add(added));
    wire::Subject subject;
    subject.operatorId = added.id;
    BALCAO_TRY(data.announce(subject, Stamp{}, wire::OperatorAdded{name, role}));
    if (pin)
        BALCAO_TRY(data.operators().setPin(added.id, *pin));
    return ConsoleReply{0, {added.id.text()}};
}

/// The operator that args[2] names; what is wrong with it otherwise.
struct Named
{
    std::optional<Operator> found;
    ConsoleReply wrong;
};

Result<Named> namedOperator(RelayData &data, const ConsoleRequest &request)
{
    const auto id = OperatorId::fromText(request.args.value(2));
    if (!id)
        return Named{{}, wrongUsage(u"the operator's id as `operators` lists it"_s)};
    BALCAO_TAKE(auto found, data.operators().find(*id));
    return Named{found, notDone(u"no such operator"_s)};
}

Result<ConsoleReply> disableOperator(RelayData &data, const ConsoleRequest &request)
{
    BALCAO_TAKE(const Named named, namedOperator(data, request));
    if (!named.found)
        return named.wrong;
    const Operator &one = *named.found;
    if (one.disabled)
        return notDone(u"disabled already"_s);
    BALCAO_TAKE(const qint64 others, data.operators().managers(one.id));
    if (one.role == Role::Manager && others == 0)
        return notDone(u"the last manager cannot be disabled"_s);
    BALCAO_TRY(data.operators().disable(one.id));
    wire::Subject subject;
    subject.operatorId = one.id;
    BALCAO_TRY(data.announce(subject, Stamp{}, wire::OperatorDisabled{}));
    return ConsoleReply{0, {u"disabled"_s}};
}

Result<ConsoleReply> setOperatorPin(RelayData &data, const ConsoleRequest &request,
                                    const std::optional<PinVerifier> &pin)
{
    BALCAO_TAKE(const Named named, namedOperator(data, request));
    if (!named.found)
        return named.wrong;
    if (!pin || !couldBePin(request.input, leastPin(named.found->role)))
        return notDone(u"a PIN has 4 to 8 digits, a manager's 6 or more; it is read from standard input"_s);
    BALCAO_TRY(data.operators().setPin(named.found->id, *pin));
    return ConsoleReply{0, {u"set"_s}};
}

Result<ConsoleReply> operators(RelayData &data, const ConsoleRequest &request, const std::optional<PinVerifier> &pin)
{
    const QString what = request.args.value(1);
    if (what.isEmpty())
        return listOperators(data);
    if (what == "add"_L1)
        return addOperator(data, request, pin);
    if (what == "disable"_L1)
        return disableOperator(data, request);
    if (what == "pin"_L1)
        return setOperatorPin(data, request, pin);
    return wrongUsage(u"operators [add NAME --manager | pin ID | disable ID]"_s);
}

/// Numbers of the events that the disk has changed.
Result<QList<qint64>> damagedEvents(RelayData &data)
{
    QList<qint64> damaged;
    BALCAO_TAKE(const qint64 version, data.connection().userVersion());
    if (version < kFirstWithSums)
        return damaged; // a copy from before there were any: nobody can tell
    qint64 after = 0;
    for (;;) {
        BALCAO_TAKE(const LogPage page, data.log().page(after, Log::kMaxPage, data.clock().nowMs()));
        damaged += page.damaged;
        if (!page.frame.more)
            return damaged;
        after = page.last;
    }
}

Result<ConsoleReply> examine(const QString &dataFile, const Clock &clock)
{
    BALCAO_TAKE(auto connection, RelayData::openReadOnly(dataFile));
    RelayData data(std::move(connection), clock);
    BALCAO_TRY(data.connection().quickCheck());
    BALCAO_TAKE(const LogId log, data.log().id());
    BALCAO_TAKE(const qint64 head, data.log().head());
    BALCAO_TAKE(const QList<DeskRow> rows, data.registry().desks());
    BALCAO_TAKE(const qint64 managers, data.operators().managers());
    BALCAO_TAKE(const QList<qint64> damaged, damagedEvents(data));
    BALCAO_TAKE(const bool undone, mayHaveUndoneLastingActs(data, lastingFile(dataFile)));
    ConsoleReply reply{0,
                       {u"file: sound"_s, u"log: %1, head %2"_s.arg(log.text()).arg(head),
                        u"desks: %1, enabled managers: %2"_s.arg(rows.size()).arg(managers)}};
    if (const auto room = freeBytesAt(QFileInfo(dataFile).path()); room && *room < kLittleDisk) {
        reply.exitCode = 1;
        reply.lines << u"disk: %1 MB left. Make room: without it no message can be taken"_s.arg(*room / (1024 * 1024));
    }
    if (!damaged.isEmpty()) {
        reply.exitCode = 1;
        reply.lines[0] =
            u"file: the disk has changed %1 event(s), the first is number %2; desks are told that something "
            "is missing there. Go back to the newest copy that 'doctor' finds sound, and look at the disk"_s
                .arg(damaged.size())
                .arg(damaged.first());
    }
    if (undone)
        reply.lines
            << u"restored from a copy without %1: desks revoked and customers erased after the copy was made are "
               "back. Put that file beside relay.db and start again; if it is lost, look through 'desks' and "
               "revoke again, erase again, and make an empty file of that name"_s.arg(
                   QFileInfo(lastingFile(dataFile)).fileName());
    return reply;
}

/// A copy in its place would take the log away from under the relay, or leave it a file of another's.
bool isOfTheRelay(const QString &dataFile, const QString &target)
{
    std::error_code unknown;
    if (std::filesystem::equivalent(dataFile.toStdU16String(), target.toStdU16String(), unknown))
        return true;
    const QFileInfo file(target);
    return file.dir().canonicalPath() == QFileInfo(dataFile).dir().canonicalPath() &&
           (file.fileName().startsWith("relay."_L1) || file.fileName() == "console.sock"_L1);
}

Result<ConsoleReply> backUp(const QString &dataFile, const QString &target)
{
    if (target.isEmpty() || target.startsWith(u'-'))
        return wrongUsage(u"backup FILE"_s);
    if (isOfTheRelay(dataFile, target))
        return notDone(u"that is a file of the relay itself; choose another name"_s);
    if (QFile::exists(target + "-wal"_L1))
        return notDone(u"something has that file open; choose another name"_s);
    BALCAO_TAKE(const auto connection, RelayData::openReadOnly(dataFile));
    BALCAO_TRY(backUpTo(*connection, target));
    const QString lasting = lastingFile(dataFile);
    if (!QFile::exists(lasting))
        return ConsoleReply{0, {u"copied"_s}};
    return ConsoleReply{0,
                        {u"copied; keep %1 beside it, or a restore undoes revocations and erasures"_s.arg(
                            QFileInfo(lasting).fileName())}};
}

} // namespace

ConsoleReply replyOf(const Error &error)
{
    return notDone(error.detail);
}

bool worksOnFile(const ConsoleRequest &request)
{
    return request.args.value(0) == "doctor"_L1 || request.args.value(0) == "backup"_L1;
}

ConsoleReply runOnFile(const QString &dataFile, const ConsoleRequest &request, const Clock &clock)
{
    const auto reply =
        request.args.value(0) == "doctor"_L1 ? examine(dataFile, clock) : backUp(dataFile, request.args.value(1));
    return reply ? *reply : replyOf(reply.error());
}

bool hasPin(const ConsoleRequest &request)
{
    return request.args.value(0) == "operators"_L1 && !request.input.isEmpty();
}

std::optional<PinVerifier> deriveInput(const ConsoleRequest &request)
{
    if (!hasPin(request))
        return std::nullopt;
    return pinVerifier(request.input);
}

Result<ConsoleReply> runVerb(RelayData &data, const ConsoleRequest &request, const std::optional<PinVerifier> &pin)
{
    const QString verb = request.args.value(0);
    if (verb == "pair"_L1)
        return pair(data, request);
    if (verb == "desks"_L1)
        return desks(data, request);
    if (verb == "revoke"_L1)
        return revoke(data, request);
    if (verb == "operators"_L1)
        return operators(data, request, pin);
    if (verb == "resume"_L1)
        return resume(data, request);
    return wrongUsage(u"%1: unknown"_s.arg(verb));
}

} // namespace balcao::relay
