<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>SignPanel</name>
    <message>
        <source>The shop&apos;s WhatsApp, served from the counter.</source>
        <translation>The shop&apos;s WhatsApp, served from the counter.</translation>
    </message>
</context>
<context>
    <name>balcao::DeskApp</name>
    <message>
        <source>The system&apos;s vault is locked or was erased, so the shop cannot be opened. Unlock it and start Balcão again, or pair this computer again: everything is fetched anew.</source>
        <translation>The system&apos;s vault is locked or was erased, so the shop cannot be opened. Unlock it and start Balcão again, or pair this computer again: everything is fetched anew.</translation>
    </message>
    <message>
        <source>This computer has no password vault. Pair it again at each start.</source>
        <translation>This computer has no password vault. Pair it again at each start.</translation>
    </message>
    <message>
        <source>Sample counter</source>
        <translation>Sample counter</translation>
    </message>
    <message>
        <source>The shop&apos;s server no longer knows this computer. Ask for a new code; nothing is lost.</source>
        <translation>The shop&apos;s server no longer knows this computer. Ask for a new code; nothing is lost.</translation>
    </message>
    <message>
        <source>This computer was disconnected from the shop. Its copy of the conversations was erased.</source>
        <translation>This computer was disconnected from the shop. Its copy of the conversations was erased.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ComposerPresenter</name>
    <message>
        <source>To %1</source>
        <translation>To %1</translation>
    </message>
    <message>
        <source>More than 24 h have passed. WhatsApp only delivers an approved template. When the customer answers, free text is back.</source>
        <translation>More than 24 h have passed. WhatsApp only delivers an approved template. When the customer answers, free text is back.</translation>
    </message>
    <message>
        <source>WhatsApp takes %1 characters at most; this has %2.</source>
        <translation>WhatsApp takes %1 characters at most; this has %2.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk could not be written, so nothing was sent. The text is still here.</source>
        <translation>This computer&apos;s disk could not be written, so nothing was sent. The text is still here.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ConnectionPresenter</name>
    <message>
        <source>Connected</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Connected · last message %1 ago</source>
        <translation>Connected · last message %1 ago</translation>
    </message>
    <message>
        <source>No connection to the shop&apos;s server. You can read, search and write. What you send now leaves by itself, in order, when the connection is back.</source>
        <translation>No connection to the shop&apos;s server. You can read, search and write. What you send now leaves by itself, in order, when the connection is back.</translation>
    </message>
    <message numerus="yes">
        <source>%n to send.</source>
        <translation>
            <numerusform>%n message to send.</numerusform>
            <numerusform>%n messages to send.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting to the shop&apos;s server…</source>
        <translation>Connecting to the shop&apos;s server…</translation>
    </message>
    <message>
        <source>Fetching what arrived meanwhile… %1 of %2</source>
        <translation>Fetching what arrived meanwhile… %1 of %2</translation>
    </message>
    <message>
        <source>The shop&apos;s server answers that it cannot work right now. Trying again.</source>
        <translation>The shop&apos;s server answers that it cannot work right now. Trying again.</translation>
    </message>
    <message>
        <source>The connection to the shop&apos;s server is not safe: its certificate could not be verified. Nothing is sent or received.</source>
        <translation>The connection to the shop&apos;s server is not safe: its certificate could not be verified. Nothing is sent or received.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk cannot be written: new messages wait at the server.</source>
        <translation>This computer&apos;s disk cannot be written: new messages wait at the server.</translation>
    </message>
    <message>
        <source>The shop&apos;s server no longer knows this computer. Conversations and what you wrote are kept.</source>
        <translation>The shop&apos;s server no longer knows this computer. Conversations and what you wrote are kept.</translation>
    </message>
    <message>
        <source>This computer was disconnected from the shop.</source>
        <translation>This computer was disconnected from the shop.</translation>
    </message>
    <message>
        <source>Try now (%1 s)</source>
        <translation>Try now (%1 s)</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Pair again</source>
        <translation>Pair again</translation>
    </message>
</context>
<context>
    <name>balcao::desk::FirstRunPresenter</name>
    <message>
        <source>Counter 1</source>
        <translation>Counter 1</translation>
    </message>
    <message>
        <source>The server&apos;s address is missing</source>
        <translation>The server&apos;s address is missing</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) of the code missing</source>
        <translation>
            <numerusform>%n character of the code missing</numerusform>
            <numerusform>%n characters of the code missing</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s name is missing</source>
        <translation>This computer&apos;s name is missing</translation>
    </message>
    <message>
        <source>This is not a server&apos;s address. It looks like balcao.yourshop.com.br.</source>
        <translation>This is not a server&apos;s address. It looks like balcao.yourshop.com.br.</translation>
    </message>
    <message>
        <source>No server answers at this address. Check the address and this computer&apos;s internet.</source>
        <translation>No server answers at this address. Check the address and this computer&apos;s internet.</translation>
    </message>
    <message>
        <source>The connection to this address is not safe: its certificate could not be verified. Nothing was sent.</source>
        <translation>The connection to this address is not safe: its certificate could not be verified. Nothing was sent.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not the shop&apos;s Balcão server.</source>
        <translation>Something answers at this address, but it is not the shop&apos;s Balcão server.</translation>
    </message>
    <message>
        <source>This code is not valid. It works once and for 10 minutes: ask for a new one.</source>
        <translation>This code is not valid. It works once and for 10 minutes: ask for a new one.</translation>
    </message>
    <message>
        <source>Too many tries. Wait a minute and ask for a new code.</source>
        <translation>Too many tries. Wait a minute and ask for a new code.</translation>
    </message>
    <message>
        <source>This computer&apos;s password vault is locked, so the key cannot be kept. Unlock it and try again.</source>
        <translation>This computer&apos;s password vault is locked, so the key cannot be kept. Unlock it and try again.</translation>
    </message>
    <message>
        <source>The sample shop is not installed with this program.</source>
        <translation>The sample shop is not installed with this program.</translation>
    </message>
    <message>
        <source>The sample shop could not start. Close other copies of Balcão and try again.</source>
        <translation>The sample shop could not start. Close other copies of Balcão and try again.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk could not be written. Free some space and try again.</source>
        <translation>This computer&apos;s disk could not be written. Free some space and try again.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::InboxModel</name>
    <message>
        <source>Customer without a name</source>
        <translation>Customer without a name</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>You: %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>not sent</translation>
    </message>
    <message>
        <source>may not have arrived</source>
        <translation>may not have arrived</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>expires in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::InboxPresenter</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>All set. When a customer writes, the conversation appears here.</source>
        <translation>All set. When a customer writes, the conversation appears here.</translation>
    </message>
    <message>
        <source>Opening this computer&apos;s conversations…</source>
        <translation>Opening this computer&apos;s conversations…</translation>
    </message>
</context>
<context>
    <name>balcao::desk::OperatorPresenter</name>
    <message>
        <source>Your PIN opens this computer and signs what you do.</source>
        <translation>Your PIN opens this computer and signs what you do.</translation>
    </message>
    <message>
        <source>Choose a PIN of %1 to 8 digits. Only you should know it.</source>
        <translation>Choose a PIN of %1 to 8 digits. Only you should know it.</translation>
    </message>
    <message>
        <source>You have no PIN yet. Choose one now.</source>
        <translation>You have no PIN yet. Choose one now.</translation>
    </message>
    <message>
        <source>Wrong PIN.</source>
        <translation>Wrong PIN.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong PINs. Try again in %n second.</numerusform>
            <numerusform>Too many wrong PINs. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>This PIN is too short. Use %1 to 8 digits.</source>
        <translation>This PIN is too short. Use %1 to 8 digits.</translation>
    </message>
    <message>
        <source>The first entry on this computer needs the connection to the shop&apos;s server.</source>
        <translation>The first entry on this computer needs the connection to the shop&apos;s server.</translation>
    </message>
    <message>
        <source>It did not work. Try again.</source>
        <translation>It did not work. Try again.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ThreadModel</name>
    <message>
        <source>Somebody</source>
        <translation>Somebody</translation>
    </message>
    <message>
        <source>Conversation opened</source>
        <translation>Conversation opened</translation>
    </message>
    <message>
        <source>Conversation reopened</source>
        <translation>Conversation reopened</translation>
    </message>
    <message>
        <source>%1 resolved the conversation</source>
        <translation>%1 resolved the conversation</translation>
    </message>
    <message>
        <source>%1 handed the conversation over</source>
        <translation>%1 handed the conversation over</translation>
    </message>
    <message>
        <source>%1 put the conversation off</source>
        <translation>%1 put the conversation off</translation>
    </message>
    <message>
        <source>The conversation is back in the queue</source>
        <translation>The conversation is back in the queue</translation>
    </message>
    <message>
        <source>A message came that could not be read. It is kept at the shop&apos;s server.</source>
        <translation>A message came that could not be read. It is kept at the shop&apos;s server.</translation>
    </message>
    <message>
        <source>Two records of this customer were joined</source>
        <translation>Two records of this customer were joined</translation>
    </message>
    <message>
        <source>A message whose content was erased</source>
        <translation>A message whose content was erased</translation>
    </message>
    <message>
        <source>This customer&apos;s data was erased at their request</source>
        <translation>This customer&apos;s data was erased at their request</translation>
    </message>
    <message>
        <source>Team note: %1</source>
        <translation>Team note: %1</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>This message was deleted</translation>
    </message>
    <message>
        <source>took a reaction back</source>
        <translation>took a reaction back</translation>
    </message>
    <message>
        <source>reacted %1</source>
        <translation>reacted %1</translation>
    </message>
    <message>
        <source>(edited)</source>
        <translation>(edited)</translation>
    </message>
    <message>
        <source>We do not know whether it arrived.</source>
        <translation>We do not know whether it arrived.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>%1, arrived late</source>
        <translation>%1, arrived late</translation>
    </message>
    <message>
        <source>An earlier message</source>
        <translation>An earlier message</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ThreadPresenter</name>
    <message>
        <source>expires in %1</source>
        <translation>expires in %1</translation>
    </message>
    <message>
        <source>24-hour window closed</source>
        <translation>24-hour window closed</translation>
    </message>
</context>
<context>
    <name>balcao::desk::Wording</name>
    <message>
        <source>yesterday</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Sticker</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Form answered</source>
        <translation>Form answered</translation>
    </message>
    <message>
        <source>Order from the catalogue</source>
        <translation>Order from the catalogue</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaction</translation>
    </message>
    <message>
        <source>Opened the chat</source>
        <translation>Opened the chat</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>WhatsApp could not pass this message on. See it on the phone.</source>
        <translation>WhatsApp could not pass this message on. See it on the phone.</translation>
    </message>
    <message>
        <source>A kind of message that this version does not show yet.</source>
        <translation>A kind of message that this version does not show yet.</translation>
    </message>
    <message>
        <source>Not delivered: this number does not receive WhatsApp.</source>
        <translation>Not delivered: this number does not receive WhatsApp.</translation>
    </message>
    <message>
        <source>More than 24 h have passed. WhatsApp only delivers an approved template.</source>
        <translation>More than 24 h have passed. WhatsApp only delivers an approved template.</translation>
    </message>
    <message>
        <source>Not sent: Meta refused it because of too many sends. Nothing was charged.</source>
        <translation>Not sent: Meta refused it because of too many sends. Nothing was charged.</translation>
    </message>
    <message>
        <source>Not sent: this customer is blocked.</source>
        <translation>Not sent: this customer is blocked.</translation>
    </message>
    <message>
        <source>Not sent: the customer stopped these messages.</source>
        <translation>Not sent: the customer stopped these messages.</translation>
    </message>
    <message>
        <source>Not sent. Code %1.</source>
        <translation>Not sent. Code %1.</translation>
    </message>
    <message>
        <source>Not sent: it waited too long for the connection.</source>
        <translation>Not sent: it waited too long for the connection.</translation>
    </message>
    <message>
        <source>Not sent: this operator no longer serves in this shop.</source>
        <translation>Not sent: this operator no longer serves in this shop.</translation>
    </message>
    <message>
        <source>Not sent: the attachment is not on the shop&apos;s server.</source>
        <translation>Not sent: the attachment is not on the shop&apos;s server.</translation>
    </message>
    <message>
        <source>Not sent: this customer&apos;s data was erased at their request.</source>
        <translation>Not sent: this customer&apos;s data was erased at their request.</translation>
    </message>
    <message>
        <source>Not sent: the shop&apos;s server does not know this conversation.</source>
        <translation>Not sent: the shop&apos;s server does not know this conversation.</translation>
    </message>
    <message>
        <source>Not sent: the shop&apos;s server refused it (%1).</source>
        <translation>Not sent: the shop&apos;s server refused it (%1).</translation>
    </message>
</context>
<context>
    <name>balcao::ui::Composer</name>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Write a reply</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ConnectionStrip</name>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
</context>
<context>
    <name>balcao::ui::FirstRunPage</name>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Connect this computer to the shop</source>
        <translation>Connect this computer to the shop</translation>
    </message>
    <message>
        <source>Ask whoever installed the shop&apos;s server for the two of them.</source>
        <translation>Ask whoever installed the shop&apos;s server for the two of them.</translation>
    </message>
    <message>
        <source>Address of the shop&apos;s server</source>
        <translation>Address of the shop&apos;s server</translation>
    </message>
    <message>
        <source>Without “https://”.</source>
        <translation>Without “https://”.</translation>
    </message>
    <message>
        <source>Pairing code</source>
        <translation>Pairing code</translation>
    </message>
    <message>
        <source>8 letters and digits. Works for 10 minutes and only once.</source>
        <translation>8 letters and digits. Works for 10 minutes and only once.</translation>
    </message>
    <message>
        <source>This computer&apos;s name</source>
        <translation>This computer&apos;s name</translation>
    </message>
    <message>
        <source>Try it with sample data</source>
        <translation>Try it with sample data</translation>
    </message>
    <message>
        <source>A made-up bakery with a simulated WhatsApp. Nothing is really sent.</source>
        <translation>A made-up bakery with a simulated WhatsApp. Nothing is really sent.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
</context>
<context>
    <name>balcao::ui::InboxPage</name>
    <message>
        <source>Switch (F11)</source>
        <translation>Switch (F11)</translation>
    </message>
    <message>
        <source>Serving: %1</source>
        <translation>Serving: %1</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ListPane</name>
    <message>
        <source>All conversations</source>
        <translation>All conversations</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
</context>
<context>
    <name>balcao::ui::MainWindow</name>
    <message>
        <source>Balcão — First run</source>
        <translation>Balcão — First run</translation>
    </message>
    <message>
        <source>Balcão — %1</source>
        <translation>Balcão — %1</translation>
    </message>
</context>
<context>
    <name>balcao::ui::OperatorPage</name>
    <message>
        <source>Your name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Start serving</source>
        <translation>Start serving</translation>
    </message>
    <message>
        <source>Who is serving</source>
        <translation>Who is serving</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>%1 (manager)</source>
        <translation>%1 (manager)</translation>
    </message>
    <message>
        <source>Who manages the shop?</source>
        <translation>Who manages the shop?</translation>
    </message>
    <message>
        <source>Who is serving?</source>
        <translation>Who is serving?</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ThreadPane</name>
    <message>
        <source>Choose a conversation, or press F2 to serve whoever has waited longest.</source>
        <translation>Choose a conversation, or press F2 to serve whoever has waited longest.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
</context>
</TS>
