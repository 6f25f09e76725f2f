// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// F9: one charge, from the first digit to the relay's word on it. One dialog is one order with ids of its own: pressed
// twice, or closed and opened again before the answer, it stays one charge. Nothing waits offline. GUI thread.
#pragma once

#include "desk/numberwords.h"
#include "desk/payeewords.h"
#include "desk/pixactions.h"
#include "desk/pixoffers.h"
#include "desk/pixvalidity.h"
#include "desk/threadpresenter.h"

#include <QTimer>

namespace balcao::desk {

class PixPresenter final : public QObject
{
    Q_OBJECT

public:
    enum class Phase {
        Typing,
        Frozen,  ///< looked at once more; nothing can be changed
        Sending, ///< until the relay has said what became of it
        Unknown, ///< that takes long
        Issued,  ///< only the code was wanted, and it stands
    };
    enum class Handout { Message, Copy, Show };

    static constexpr int kLongestDescription = 140;
    static constexpr int kAnswerMs = 6000;

    PixPresenter(ConversationSource &source, PixSource &pix, PixActions &actions, ThreadPresenter &thread,
                 const Wording &wording, const Clock &clock, QObject *parent = nullptr);

    void setOperator(OperatorId who, Role role);
    void setOffline(bool offline);
    /// A bank is connected to the shop's server.
    void setBank(bool connected);
    /// What Meta says of the shop's numbers.
    void setNumbers(const QList<store::ChannelRow> &numbers);
    /// The shop's record may be another one now.
    void reloadAccount();

    /// For the open conversation; false: there is none. What is on its way for it is shown again instead of a new one.
    bool begin();
    void end() { m_isOpen = false; }

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] bool isTyping() const { return m_phase == Phase::Typing; }
    [[nodiscard]] QString toText() const;
    /// "the customer" where no name is known.
    [[nodiscard]] const QString &firstName() const { return m_first; }

    // Amount: centavos first, as tills do
    [[nodiscard]] Money amount() const { return m_order.amount; }
    void pushDigit(int digit);
    void removeDigit();
    /// False: no amount can be read in it.
    bool paste(const QString &text);
    /// "R$ 123,45 · your message of 14:24"; empty: none was found.
    [[nodiscard]] QString offerText() const;
    /// Taken again, it is the next one.
    void takeOffer();

    void setDescription(const QString &text);
    [[nodiscard]] const QString &description() const { return m_order.description; }

    struct Kind
    {
        ChargeKind kind;
        QString text;
    };
    [[nodiscard]] QList<Kind> kinds() const;
    void setKind(ChargeKind kind);
    [[nodiscard]] ChargeKind kind() const { return m_order.kind; }

    // Until when, of the bank's
    [[nodiscard]] QStringList validities() const;
    [[nodiscard]] PixValidity validity() const { return m_validity; }
    void setValidity(PixValidity which);
    /// "amanhã 18h"; false: it is not understood.
    bool setValidityWords(const QString &words);
    [[nodiscard]] QString validityText() const;

    // Who receives
    [[nodiscard]] bool hasAccount() const { return m_account.account.has_value(); }
    [[nodiscard]] const std::optional<PixAccount> &account() const { return m_account.account; }
    [[nodiscard]] QString receiverName() const;
    [[nodiscard]] QString receiverKey() const;
    [[nodiscard]] QString receiverPlace() const;
    [[nodiscard]] QString receiverSince() const;
    /// By which name the customer sees the shop, and whether Meta vouches for it; empty: it has not been heard.
    [[nodiscard]] QString numberText() const;
    [[nodiscard]] NumberWords::Standing numberStanding() const;
    /// Only a manager may say to which key the shop is paid.
    [[nodiscard]] bool mayManage() const { return m_role == Role::Manager; }

    /// As the customer gets it.
    [[nodiscard]] PixCode preview() const;
    [[nodiscard]] QString messageText() const;

    /// What stands in the way, or what became of it; empty: nothing to say.
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] bool isWarning() const;
    /// It was asked whether to charge from a doubtful number, and the next press does.
    [[nodiscard]] bool isAskingOfNumber() const
    {
        return !m_numberAsked.isEmpty() && !m_numberAccepted.contains(m_numberAsked);
    }
    /// Of the account alone: the way to the settings is offered.
    [[nodiscard]] bool lacksAccount() const { return m_isAccountRead && !hasAccount(); }
    [[nodiscard]] bool canSend() const { return blocked(Handout::Message).isEmpty(); }
    /// The code alone needs no open window.
    [[nodiscard]] bool canHandOut() const { return blocked(Handout::Copy).isEmpty(); }
    [[nodiscard]] QString sendText() const;

    /// Enter, the first: locks what was typed. An amount that nobody typed is the one of our own words.
    bool freeze();
    void unfreeze();
    /// Enter, the second.
    void send();
    /// A charge that is not sent: its code is copied, or shown at the counter.
    void handOut(Handout how);
    /// Of a charge that stands already.
    void handOutAgain(Handout how);
    /// `same`: what was copied is what the clipboard holds.
    void tellCopied(bool same);
    [[nodiscard]] static QString copiedWords(bool same);
    /// Why there is none without a connection.
    [[nodiscard]] static QString offlineWords(ChargeKind kind);

    /// What the relay said of a command; empty: it was accepted. True: the dialog says so itself.
    bool heard(CommandId command, const QString &problem);

Q_SIGNALS:
    void changed();
    /// It is the relay's: the dialog is done.
    void sent();
    /// The charge stands, and this is its code.
    void codeReady(const balcao::desk::PixCode &code, balcao::desk::PixPresenter::Handout how);

private:
    /// What stands in the way whatever is typed.
    [[nodiscard]] QString barrier(Handout how) const;
    [[nodiscard]] QString blocked(Handout how) const;
    [[nodiscard]] bool isWindowOpen() const;
    /// Until when it may be paid is known, and a bank takes it.
    [[nodiscard]] bool hasEnd() const;
    [[nodiscard]] store::ChannelRow number() const;
    void readOffers();
    [[nodiscard]] bool asksOfNumber();
    void submit(Handout how);
    void keptOrNot(CommandId command, bool kept);
    void fail(const QString &why);
    void renewIds();

    ConversationSource &m_source;
    PixSource &m_pix;
    PixActions &m_actions;
    ThreadPresenter &m_thread;
    const Wording &m_wording;
    const Clock &m_clock;
    OperatorId m_operator;
    Role m_role = Role::Attendant;
    QList<store::ChannelRow> m_numbers;
    QStringList m_numberAsked;           ///< why it was asked whether to charge all the same, and of whom
    QList<QStringList> m_numberAccepted; ///< and went on, of this day
    store::PixAccountRow m_account;
    PixOrder m_order;
    QHash<ConversationId, PixOrder> m_open; ///< gone, and not answered
    PixOffers m_offers;
    QString m_name;
    QString m_first;
    QString m_phoneEnd;
    QString m_problem;
    QString m_told;
    QTimer m_wait;
    Phase m_phase = Phase::Typing;
    Handout m_handout = Handout::Message;
    PixValidity m_validity = PixValidity::HalfHour;
    int m_asked = 0;
    qint64 m_windowUntil = 0;
    bool m_isAccountRead = false;
    bool m_isOffline = false;
    bool m_hasBank = false;
    bool m_isOpen = false;
};

} // namespace balcao::desk
