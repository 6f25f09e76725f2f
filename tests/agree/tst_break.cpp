#pragma GCC diagnostic ignored "-Wunused-result"
#pragma GCC diagnostic ignored "-Wunused-but-set-variable"
#include "support/testmain.h"
#include "twosides.h"
#include "relay/store/lastingacts.h"
using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
namespace {
const Writer kRosa{u"5519987654471"_s, {}, u"Rosa"_s, {}};
const Writer kJoao{u"5519912340000"_s, {}, u"João"_s, {}};
const QString kSecond = u"42"_s;
struct Person { CustomerId customer; ConversationId conversation; };
Person meet(TwoSides &both, const Writer &who, const QString &channel, const QString &text)
{
    both.text(who, channel, text);
    const wire::Subject subject = both.last<wire::MessageReceived>().subject;
    return {*subject.customer, *subject.conversation};
}
MessageId answer(TwoSides &both, ConversationId conversation, const QString &text, std::optional<MessageId> quote = {})
{
    wire::SendMessage send{MessageId::create(), conversation, {}, {}};
    send.content.text = text;
    if (quote) send.content.quote = wire::Quote{quote};
    both.apply(send);
    return send.message;
}
}
class tst_break : public QObject
{
    Q_OBJECT
    void compare(TwoSides &both)
    {
        both.replay();
        QCOMPARE(both.deskConversations(), both.relayConversations());
        QCOMPARE(both.deskMessages(), both.relayMessages());
    }
private Q_SLOTS:
    void userIdOfOneAndNumberOfOther()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        Writer j = kJoao; j.bsuid = u"BR.134912086553"_s;
        const Person joao = meet(both, j, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.text(kRosa, kChannel, u"Rosa pergunta"_s);
        const MessageId m = answer(both, rosa.conversation, u"Oi, Rosa"_s);
        const auto job = both.data().outgoing().find(m);
        qInfo() << "address" << (*job)->address.value << "named joao's:" << (both.last<wire::MessageAccepted>().subject.conversation == joao.conversation);
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        both.replay();
        qInfo() << "rosa" << both.textsIn(rosa.conversation) << "joao" << both.textsIn(joao.conversation);
        const auto job2 = both.data().outgoing().find(m);
        qInfo() << "still queued, after parting goes to" << (*job2)->address.value;
    }
    void queuedGoesToTheOther()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.text(kJoao, kChannel, u"João pergunta"_s);
        const MessageId m = answer(both, rosa.conversation, u"Oi, João, seu exame deu..."_s);
        qInfo() << "at first" << (*both.data().outgoing().find(m))->address.value;
        both.text(kRosa, kChannel, u"Rosa pergunta"_s);
        qInfo() << "named joao:" << (both.last<wire::MessageAccepted>().subject.conversation == joao.conversation) << "retry goes to" << (*both.data().outgoing().find(m))->address.value;
        const MessageId r = m;
        both.job([&](relay::RelayData &d) -> Result<void> { BALCAO_TRY(d.outgoing().attemptStarted(r)); return d.outgoing().submitted(r, u"wamid.ofRosasPhone"_s, {}); });
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        both.applyAsManager(wire::EraseCustomer{rosa.customer, u"pedido"_s});
        QString all;
        both.data().connection().prepare(u"SELECT body FROM event WHERE body IS NOT NULL"_s).all([&](const sql::Statement &s){ all += s.text(0) + u'\n'; return 0; });
        qInfo() << "Rosa erased; wamid of her phone left:" << all.contains(u"wamid.ofRosasPhone"_s);
    }
    void newChannelWhileMerged()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.text(kJoao, kSecond, u"segredo do João no 42"_s);
        const auto sub = both.last<wire::MessageReceived>().subject;
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        compare(both);
        qInfo() << "stands with rosa:" << both.textsIn(*sub.conversation) << ((*both.data().conversations().find(*sub.conversation))->customer == rosa.customer);
        const MessageId m = answer(both, *sub.conversation, u"Oi João"_s);
        const auto job = both.data().outgoing().find(m);
        qInfo() << "answer to João's words goes to" << (*job ? (*job)->address.value : u"-"_s);
        both.applyAsManager(wire::EraseCustomer{joao.customer, u"pedido"_s});
        compare(both);
        QString all;
        both.data().connection().prepare(u"SELECT body FROM event WHERE body IS NOT NULL"_s).all([&](const sql::Statement &s){ all += s.text(0) + u'\n'; return 0; });
        qInfo() << "João erased; left in log:" << all.contains(u"segredo do João"_s) << "phone in log:" << all.contains(kJoao.waId) << "on desk" << both.textsIn(*sub.conversation);
    }
    void phoneAndNameOfErased()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        Writer j = kJoao; j.bsuid = u"BR.134912086553"_s; j.name = u"João Sigiloso"_s;
        both.text(j, kChannel, u"agora com usuário"_s);
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        both.text(kRosa, kChannel, u"oi"_s);
        compare(both);
        both.applyAsManager(wire::EraseCustomer{joao.customer, u"pedido"_s});
        compare(both);
        QString all;
        both.data().connection().prepare(u"SELECT kind || ' ' || body FROM event WHERE body IS NOT NULL"_s).all([&](const sql::Statement &s){ if (s.text(0).contains(u"BR.1349"_s) || s.text(0).contains(u"Sigiloso"_s) || s.text(0).contains(kJoao.waId)) qInfo() << "left in log:" << s.text(0); return 0; });
        qInfo() << "desk's Rosa:" << both.lines2(u"SELECT name || ' | ' || wa_id || ' | ' || bsuid FROM customer WHERE erased = 0"_s);
        qInfo() << "relay's Rosa:" << (*both.data().people().identifiersOf(rosa.customer)).waId << (*both.data().people().identifiersOf(rosa.customer)).bsuid;
    }
    void phoneOfDeskAfterParting()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.text(kRosa, kChannel, u"a"_s);
        both.text(kJoao, kChannel, u"b"_s);
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        both.text(kRosa, kChannel, u"c"_s);
        compare(both);
        qInfo() << both.kinds();
        qInfo() << "desk:" << both.lines2(u"SELECT name || ' | ' || wa_id || ' | ' || bsuid FROM customer"_s);
        qInfo() << "relay's Rosa:" << (*both.data().people().identifiersOf(rosa.customer)).waId;
        both.applyAsManager(wire::EraseCustomer{joao.customer, u"pedido"_s});
        both.replay();
        both.data().connection().prepare(u"SELECT kind || ' ' || body FROM event WHERE body IS NOT NULL"_s).all([&](const sql::Statement &s){ if (s.text(0).contains(u"João"_s) || s.text(0).contains(kJoao.waId)) qInfo() << "left in log:" << s.text(0); return 0; });
        qInfo() << "desk:" << both.lines2(u"SELECT name || ' | ' || wa_id || ' | ' || bsuid FROM customer"_s);
    }
    void quoteOfErased()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.text(kJoao, kChannel, u"segredo do João"_s);
        const MessageId secret = *both.last<wire::MessageReceived>().subject.message;
        both.text(kRosa, kChannel, u"Rosa"_s);
        answer(both, rosa.conversation, u"sobre isso"_s, secret);
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        compare(both);
        both.applyAsManager(wire::EraseCustomer{joao.customer, u"pedido"_s});
        compare(both);
        qInfo() << "live desk:" << both.lines2(u"SELECT text || ' quotes ' || quote_text FROM message WHERE quote_text <> ''"_s);
        both.beginAnew();
        qInfo() << "new desk:" << both.lines2(u"SELECT text || ' quotes ' || quote_text FROM message WHERE quote_text <> ''"_s);
    }
    void assignedThenErasedRebuild()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.apply(wire::AssignConversation{rosa.conversation, both.attendant, {}});
        both.apply(wire::SnoozeConversation{rosa.conversation, both.clock.nowMs() + kDayMs});
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        both.applyAsManager(wire::EraseCustomer{rosa.customer, u"pedido"_s});
        compare(both);
        qInfo() << "now anew";
        both.beginAnew();
        compare(both);
    }
    void readThenErasedRebuild()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        both.apply(wire::ReadConversation{rosa.conversation, both.head()});
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        compare(both);
        qInfo() << "unread after merge+unmerge (rosa had been read):" << both.lines2(u"SELECT unread || ' upto ' || read_upto FROM conversation"_s);
        both.applyAsManager(wire::EraseCustomer{joao.customer, u"pedido"_s});
        compare(both);
        qInfo() << "now anew";
        both.beginAnew();
        compare(both);
    }
    void ghosts()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kSecond, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.apply(wire::AssignConversation{rosa.conversation, both.attendant, {}});
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        compare(both);
        qInfo() << "rows:" << both.lines2(u"SELECT channel || ' state ' || state || ' last_at ' || last_at || ' assignee ' || ifnull(hex(assignee),'') FROM conversation"_s);
        qInfo() << "counters:" << both.lines2(u"SELECT name || '=' || value FROM counter"_s);
    }
    void staleSendAfterParting()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.text(kJoao, kChannel, u"João pergunta"_s);
        wire::SendMessage send{MessageId::create(), rosa.conversation, {}, {}};
        send.content.text = u"Oi João, seu exame deu positivo"_s;
        wire::Command queued = both.command(send);
        queued.expect = wire::Expect{both.head()};
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        const auto outcome = both.apply(queued);
        qInfo() << "accepted:" << (outcome.status == wire::OutcomeStatus::Accepted) << "goes to" << (*both.data().outgoing().find(send.message))->address.value;
    }
    void consent()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        wire::CustomerConsented c; c.purpose = u"marketing"_s; c.granted = true;
        both.apply(wire::RecordConsent{joao.customer, c});
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        compare(both);
        qInfo() << both.lines2(u"SELECT hex(customer) FROM consent"_s) << rosa.customer.text();
    }
    void newLineBeforeNumber()
    {
        TwoSides both;
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        const Person rosa = meet(both, kRosa, kChannel, u"Ligue:\n5519912340000"_s);
        both.applyAsManager(wire::EraseCustomer{joao.customer, u"pedido"_s});
        const auto left = both.data().connection().prepare(u"SELECT count(*) FROM raw WHERE instr(body, ?) > 0"_s).bind(kJoao.waId.toUtf8()).one([](const sql::Statement &s){ return s.int64(0); });
        qInfo() << "raws with the number left:" << **left;
    }
    void lastingWarnsNoMore()
    {
        TwoSides both;
        const QString file = both.file(u"x.lasting"_s);
        both.job([&](relay::RelayData &d) { return d.setMeta(u"restored_from"_s, "x"); });
        qInfo() << "warns:" << *relay::mayHaveUndoneLastingActs(both.data(), file);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::EraseCustomer{joao.customer, u"pedido"_s});
        relay::noteLastingActs(both.data(), file);
        qInfo() << "after any one erasure or revocation, warns:" << *relay::mayHaveUndoneLastingActs(both.data(), file);
    }
    void answerMergesAgain()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        Writer j = kJoao; j.bsuid = u"BR.134912086553"_s;
        const Person joao = meet(both, j, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.text(kRosa, kChannel, u"Rosa pergunta"_s);
        const MessageId m = answer(both, rosa.conversation, u"Oi, Rosa"_s);
        both.job([&](relay::RelayData &d) -> Result<void> { BALCAO_TRY(d.outgoing().attemptStarted(m)); return {}; });
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        const qint64 h = both.head();
        both.job([&](relay::RelayData &d) -> Result<void> { BALCAO_TRY(d.outgoing().submitted(m, u"wamid.x"_s, {})); return {}; });
        both.job([&](relay::RelayData &d) -> Result<void> { return d.outgoing().reached(m, {{}, {}, kRosa.waId}); });
        qInfo() << "after the answer:" << both.kinds(h);
    }
    void plainAnswerMergesAgain()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        const MessageId m = answer(both, rosa.conversation, u"Oi, João"_s);
        both.text(kRosa, kChannel, u"Rosa pergunta"_s); // before the attempt
        both.job([&](relay::RelayData &d) -> Result<void> { BALCAO_TRY(d.outgoing().attemptStarted(m)); return {}; });
        qInfo() << "sent to" << (*both.data().outgoing().find(m))->address.value;
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        const qint64 h = both.head();
        both.job([&](relay::RelayData &d) -> Result<void> { return d.outgoing().reached(m, {{}, {}, kRosa.waId}); });
        qInfo() << "after the answer:" << both.kinds(h);
    }
    void identifierLearntFromAnswer()
    {
        TwoSides both;
        const Person rosa = meet(both, kRosa, kChannel, u"sou a Rosa"_s);
        const Person joao = meet(both, kJoao, kChannel, u"sou o João"_s);
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
        both.text(kJoao, kChannel, u"João pergunta"_s);
        const MessageId m = answer(both, rosa.conversation, u"Oi, João"_s);
        both.job([&](relay::RelayData &d) -> Result<void> { return d.outgoing().reached(m, {u"BR.777777777"_s, {}, {}}); });
        both.applyAsManager(wire::UnmergeCustomer{joao.customer});
        qInfo() << "João's user id is kept by" << ((*both.data().people().find({u"BR.777777777"_s, {}, {}})) == rosa.customer ? "Rosa" : "João");
    }
    void plans()
    {
        TwoSides both;
        auto plan = [&](const QString &s, int n) { auto st = both.data().connection().prepare(u"EXPLAIN QUERY PLAN "_s + s); Q_UNUSED(n); st.all([&](const sql::Statement &r){ qInfo() << "   " << r.text(3); return 0; }); };
        qInfo() << "heardIn"; plan(u"WITH RECURSIVE up (id, depth) AS (SELECT x'00', 0 UNION SELECT c.merged_into, depth + 1 FROM customer c JOIN up ON c.id = up.id WHERE c.merged_into IS NOT NULL) SELECT v.id FROM conversation v JOIN up ON up.id = v.customer WHERE v.channel = 'a' ORDER BY depth LIMIT 1"_s, 0);
        qInfo() << "storeAsHeard"; plan(u"WITH RECURSIVE joined (id) AS (SELECT x'00' UNION SELECT a.given FROM alias a JOIN joined ON a.id = joined.id) SELECT coalesce(max(m.seq), 0) FROM message m JOIN event e ON e.seq = m.seq WHERE m.outbound = 0 AND m.conversation IN (SELECT id FROM joined)"_s, 0);
        qInfo() << "newest"; plan(u"WITH RECURSIVE joined (id) AS (SELECT x'00' UNION SELECT a.given FROM alias a JOIN joined ON a.id = joined.id) SELECT m.id FROM joined JOIN message m ON m.conversation = joined.id AND m.outbound = 0 AND m.seq = (SELECT max(n.seq) FROM message n WHERE n.conversation = joined.id AND n.outbound = 0 AND n.seq <= 5) ORDER BY m.seq DESC LIMIT 1"_s, 0);
        qInfo() << "unmerge identifiers"; plan(u"WITH RECURSIVE same (id) AS (SELECT x'00' UNION SELECT c.id FROM customer c JOIN same ON c.merged_into = same.id) UPDATE identifier SET customer = x'00' WHERE origin IN (SELECT id FROM same)"_s, 0);
        qInfo() << "met"; plan(u"WITH RECURSIVE same (id) AS (SELECT x'00' UNION SELECT c.id FROM customer c JOIN same ON c.merged_into = same.id), met (id) AS (SELECT id FROM same UNION SELECT iif(m.id = met.id, m.with_id, m.id) FROM merged_once m JOIN met ON met.id IN (m.id, m.with_id)) SELECT v.id FROM conversation v WHERE v.customer NOT IN same AND v.customer IN (SELECT id FROM met)"_s, 0);
        qInfo() << "erase outgoing"; plan(u"UPDATE outgoing SET state = 2, content = NULL, quoted = '' WHERE conversation IN (SELECT id FROM conversation WHERE customer = x'00')"_s, 0);
    }
};
BALCAO_TEST(tst_break)
#include "tst_break.moc"
