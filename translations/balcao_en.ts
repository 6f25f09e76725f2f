<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>balcao::desk::AccountPresenter</name>
    <message numerus="yes">
        <source>The current PIN is wrong. %n try(s) left.</source>
        <translation>
            <numerusform>The current PIN is wrong. %n try left.</numerusform>
            <numerusform>The current PIN is wrong. %n tries left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong PINs. Try again in %n second.</numerusform>
            <numerusform>Too many wrong PINs. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::BankPresenter</name>
    <message numerus="yes">
        <source>The certificate for the bank ends in %n day(s), on %1; after that no Pix is confirmed. Whoever cares for the server puts a new one there, from the bank&apos;s site.</source>
        <translation>
            <numerusform>The certificate for the bank ends in %n day, on %1; after that no Pix is confirmed. Whoever cares for the server puts a new one there, from the bank&apos;s site.</numerusform>
            <numerusform>The certificate for the bank ends in %n days, on %1; after that no Pix is confirmed. Whoever cares for the server puts a new one there, from the bank&apos;s site.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>until %1 (%n day(s))</source>
        <translation>
            <numerusform>until %1 (%n day)</numerusform>
            <numerusform>until %1 (%n days)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::ConnectionPresenter</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::CustomerPresenter</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::DataPresenter</name>
    <message numerus="yes">
        <source>%n message(s) to send</source>
        <translation>
            <numerusform>%n message to send</numerusform>
            <numerusform>%n messages to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::FirstRunPresenter</name>
    <message numerus="yes">
        <source>%n character(s) of the code missing</source>
        <translation>
            <numerusform>%n character of the code missing</numerusform>
            <numerusform>%n characters of the code missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::InboxModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
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
    <message numerus="yes">
        <source>%n customer(s) in the queue</source>
        <translation>
            <numerusform>%n customer in the queue</numerusform>
            <numerusform>%n customers in the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) with this tag</source>
        <translation>
            <numerusform>%n customer with this tag</numerusform>
            <numerusform>%n customers with this tag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) with this tag</source>
        <translation>
            <numerusform>%n conversation with this tag</numerusform>
            <numerusform>%n conversations with this tag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue · data up to %1</source>
        <translation>
            <numerusform>%n in the queue · data up to %1</numerusform>
            <numerusform>%n in the queue · data up to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open conversation(s)</source>
        <translation>
            <numerusform>%n open conversation</numerusform>
            <numerusform>%n open conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::NewsPresenter</name>
    <message numerus="yes">
        <source>%n customer(s) wrote</source>
        <translation>
            <numerusform>%n customer wrote</numerusform>
            <numerusform>%n customers wrote</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::NoticePresenter</name>
    <message numerus="yes">
        <source>The shop&apos;s server came back from a backup and does not know %n charge(s) made after it. If one of them is paid, the payment shows up in “Close the day” as come without a charge, and can be linked to its customer there.</source>
        <translation>
            <numerusform>The shop&apos;s server came back from a backup and does not know %n charge made after it. If it is paid, the payment shows up in “Close the day” as come without a charge, and can be linked to its customer there.</numerusform>
            <numerusform>The shop&apos;s server came back from a backup and does not know %n charges made after it. If one of them is paid, the payment shows up in “Close the day” as come without a charge, and can be linked to its customer there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::OperatorPresenter</name>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong PINs. Try again in %n second.</numerusform>
            <numerusform>Too many wrong PINs. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrong PIN. %n try(s) left.</source>
        <translation>
            <numerusform>Wrong PIN. %n try left.</numerusform>
            <numerusform>Wrong PIN. %n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::PalettePresenter</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::RailModel</name>
    <message numerus="yes">
        <source>%1, %n conversation(s)</source>
        <translation>
            <numerusform>%1, %n conversation</numerusform>
            <numerusform>%1, %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::RailPresenter</name>
    <message numerus="yes">
        <source>%n customer(s) waiting</source>
        <translation>
            <numerusform>%n customer waiting</numerusform>
            <numerusform>%n customers waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::SignedWords</name>
    <message numerus="yes">
        <source>The PIN is wrong. %n try(s) left.</source>
        <translation>
            <numerusform>The PIN is wrong. %n try left.</numerusform>
            <numerusform>The PIN is wrong. %n tries left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong PINs. Try again in %n second.</numerusform>
            <numerusform>Too many wrong PINs. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::TagsPresenter</name>
    <message numerus="yes">
        <source>Retire the tag %1? %n open conversation(s) will lose it. This cannot be undone.</source>
        <translation>
            <numerusform>Retire the tag %1? %n open conversation will lose it. This cannot be undone.</numerusform>
            <numerusform>Retire the tag %1? %n open conversations will lose it. This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::ThreadPresenter</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::ThreadWords</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::TillDifferences</name>
    <message numerus="yes">
        <source>%n Pix; each stands below, and Enter there links it to a customer</source>
        <translation>
            <numerusform>%n Pix; it stands below, and Enter there links it to a customer</numerusform>
            <numerusform>%n Pix; each stands below, and Enter there links it to a customer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::TillPresenter</name>
    <message numerus="yes">
        <source>%n charge(s)</source>
        <translation>
            <numerusform>%n charge</numerusform>
            <numerusform>%n charges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n expired</numerusform>
            <numerusform>%n expired</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to settle</source>
        <translation>
            <numerusform>%n difference to settle</numerusform>
            <numerusform>%n differences to settle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n charge(s) of days that were not closed are in it.</source>
        <translation>
            <numerusform>%n charge of days that were not closed is in it.</numerusform>
            <numerusform>%n charges of days that were not closed are in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n charge(s) of customers whose data was erased stand in the sums alone.</source>
        <translation>
            <numerusform>%n charge of customers whose data was erased stands in the sums alone.</numerusform>
            <numerusform>%n charges of customers whose data was erased stand in the sums alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Pix</source>
        <translation>
            <numerusform>%n Pix</numerusform>
            <numerusform>%n Pix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) at closing</source>
        <translation>
            <numerusform>%n difference at closing</numerusform>
            <numerusform>%n differences at closing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n counted as sale(s) at the counter.</source>
        <translation>
            <numerusform>%n Pix counted as a sale at the counter.</numerusform>
            <numerusform>%n Pix counted as sales at the counter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::TillWords</name>
    <message numerus="yes">
        <source>Paid %n times: %1 instead of %2</source>
        <translation>
            <numerusform>Paid %n time: %1 instead of %2</numerusform>
            <numerusform>Paid %n times: %1 instead of %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::ui::PrintDialog</name>
    <message numerus="yes">
        <source>All that is loaded: %n message(s)</source>
        <translation>
            <numerusform>All that is loaded: %n message</numerusform>
            <numerusform>All that is loaded: %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only what is selected: %n message(s)</source>
        <translation>
            <numerusform>Only what is selected: %n message</numerusform>
            <numerusform>Only what is selected: %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::ui::SettingsPrivacy</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
