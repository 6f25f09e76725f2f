// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// "Close the day": what was charged and paid on one of the shop's days, what is wrong with it, and the closing that
// freezes it. An open day's figures are worked out here as the relay will; a closed day's are the relay's own. Closing
// needs the connection: it never waits. GUI thread.
#pragma once

#include "core/clock.h"
#include "desk/customerquestion.h"
#include "desk/pixactions.h"
#include "desk/printedtill.h"
#include "desk/tilldifferences.h"
#include "desk/tillmodel.h"
#include "desk/tillsource.h"
#include "desk/undopresenter.h"

#include <QObject>
#include <QTimer>

namespace balcao::desk {

class TillPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kSlowMs = 400;

    enum class Group { Charged, Bank, ByHand, Stray, Open, Over, Back };
    struct Tile
    {
        Group group;
        QString name;
        QString amount;
        QString detail;

        friend bool operator==(const Tile &, const Tile &) = default;
    };
    struct Person
    {
        QString name;
        QString charges; ///< "22 charges"
        QString paid;    ///< at the bank
    };
    /// Whose charges are looked at.
    struct Choice
    {
        QString text;
        std::optional<OperatorId> who; ///< none: everybody's
        bool isChosen = false;
    };
    struct Day
    {
        QString text;
        std::optional<QDate> day; ///< none: today, whichever that is
        bool isChosen = false;
        bool isClosed = false; ///< of the list of reports
    };

    TillPresenter(TillSource &source, PixActions &actions, PixSigner &signer, UndoPresenter &undo,
                  const Wording &wording, const Clock &clock, QObject *parent = nullptr);

    void setOperator(OperatorId who);
    void setOffline(bool offline);
    void setShop(const QString &name);
    /// The shop's server has listed what came to the bank; all of it is in the store, or about to be.
    void setBankRead(qint64 at);
    /// Whether somebody looks at it: only then is it read, and read again.
    void setShown(bool shown);
    /// Charges have changed, or a day was closed.
    void reload();

    // Which day
    [[nodiscard]] QList<Day> days() const;
    void choose(std::optional<QDate> day);
    [[nodiscard]] QString dayText() const;
    [[nodiscard]] QString aboutText() const;
    [[nodiscard]] bool isClosed() const { return m_day.report.has_value(); }

    // Whose charges: on the screen only, for a day is closed and printed as a whole
    [[nodiscard]] QList<Choice> choices() const;
    void choose(const Choice &choice);
    [[nodiscard]] QString choiceText() const;

    // How it stands
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    [[nodiscard]] bool hasRows() const { return m_model.rowCount() > 0; }
    /// What stands in place of the table; empty: the table does.
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QList<Tile> tiles() const;
    [[nodiscard]] QList<Person> people() const;
    [[nodiscard]] QList<TillFinding> differences() const;
    [[nodiscard]] QString differencesText() const;
    [[nodiscard]] QString balanceText() const;
    /// What came after the report that had it; empty: nothing.
    [[nodiscard]] QString laterText() const;
    [[nodiscard]] TillModel &model() { return m_model; }
    /// Of the table: its conversation; for what came without a charge and is nobody's, whose it was.
    void open(int row);
    /// What else can be done about a row.
    struct Deed
    {
        QString words;
        std::function<void()> act;
    };
    [[nodiscard]] QList<Deed> deedsOf(int row);
    void open(const TillFinding &difference);
    /// Staff know what came without a charge: sales at the counter. Taken back by Ctrl+Z.
    void sortAsSale(const QStringList &endToEndIds);
    /// Somebody is to say which customer it came from.
    void askWhose(const QString &endToEndId);
    /// That customer's. Taken back as well.
    void link(const QString &endToEndId, ConversationId conversation, const QString &name);

    // Closing
    [[nodiscard]] QString footText() const;
    /// Something is wrong, or asked.
    [[nodiscard]] bool isFootWarning() const;
    [[nodiscard]] bool canClose() const;
    [[nodiscard]] bool isAsking() const { return m_phase == Phase::Asking; }
    [[nodiscard]] bool isBusy() const { return m_phase == Phase::Sending; }
    /// It is asked once more, with the PIN of whoever does it: there is no way back.
    void ask();
    void unask();
    void setPin(const QString &pin);
    [[nodiscard]] bool canConfirm() const;
    void close();

    // What leaves the program
    [[nodiscard]] QByteArray sheet() const;
    [[nodiscard]] PrintedTill printed() const;
    /// How that ended: stands at the foot until something else is to be said there.
    void tell(const QString &text);
    /// "fechamento-2026-11-25", for a file.
    [[nodiscard]] QString fileName() const;

Q_SIGNALS:
    void changed();
    void customerWanted(const balcao::desk::CustomerQuestion &question);
    /// What stands below the day, alone.
    void footChanged();
    /// The PIN is to be typed again.
    void cleared();
    void conversationWanted(balcao::ConversationId conversation, balcao::MessageId message, qint64 sortAt);

private:
    enum class Phase { Looking, Asking, Sending };
    struct Sorted
    {
        StraySorting as;
        QString name; ///< of whose it is
        int turn = 0;
    };

    [[nodiscard]] QDate today() const;
    [[nodiscard]] QDate wantedDay() const { return m_chosen.value_or(today()); }
    /// What all the rest is about: the day that was read, and until then the one that is.
    [[nodiscard]] QDate shownDay() const { return m_read.isValid() ? m_read : wantedDay(); }
    [[nodiscard]] DayBounds bounds() const;
    /// A closed day is told of as it stood then.
    [[nodiscard]] qint64 asOf() const { return m_day.report ? m_day.report->at : m_clock.nowMs(); }
    [[nodiscard]] const TillFigures &figures() const { return m_figures; }
    [[nodiscard]] store::TillDay chosenOf(const store::TillDay &day) const;
    [[nodiscard]] QList<TillLine> linesOf(const store::TillDay &day) const;
    [[nodiscard]] TillFigures figuresOf(const store::TillDay &day) const;
    void sort(const QStringList &endToEndIds, const Sorted &as, const StraySorting &was);
    void sortingKept(const QStringList &endToEndIds, int turn, bool kept);
    void unsort(const store::TillStrayRow &row);
    [[nodiscard]] static StraySorting sortingOf(const store::TillStrayRow &row);
    [[nodiscard]] const store::TillStrayRow *strayToSort(const QString &endToEndId) const;
    [[nodiscard]] QList<CustomerQuestion::Likely> likely(Money amount) const;
    [[nodiscard]] QString nameOf(const std::optional<OperatorId> &who) const;
    [[nodiscard]] static QString counted(int count);
    [[nodiscard]] QString readText() const;
    [[nodiscard]] QString overText() const;
    [[nodiscard]] QString openText() const;
    [[nodiscard]] QString dated(QDate day) const;
    [[nodiscard]] TillLine lineOf(const store::TillRow &row) const;
    [[nodiscard]] TillLine lineOf(const store::TillStrayRow &row) const;
    [[nodiscard]] static QString afterClosing(const QString &description);
    void take(const Result<store::TillDay> &day, const QList<store::TillReportRow> &reports);
    void keepSorted();
    void reckon();
    void askStill();
    void answered(const PixSigner::Answer &answer);
    /// Nothing is asked any more, and no PIN is left standing; `problem`: why.
    void toLooking(const QString &problem = {});
    void fillSlip(PrintedTill &paper) const;
    void fillPeople(PrintedTill &paper) const;

    TillSource &m_source;
    PixActions &m_actions;
    PixSigner &m_signer;
    UndoPresenter &m_undo;
    const Wording &m_wording;
    TillWords m_words;
    const Clock &m_clock;
    TillModel m_model;
    OperatorId m_operator;
    QString m_shop;
    std::optional<QDate> m_chosen;
    QDate m_wanted; ///< that was asked for last
    QDate m_read;   ///< that is shown
    std::optional<OperatorId> m_whose;
    store::TillDay m_day;
    store::TillDay m_chosenDay; ///< what of it is on the screen
    QList<store::TillReportRow> m_reports;
    TillFigures m_figures;           ///< the day's
    TillFigures m_chosenFigures;     ///< of what is on the screen
    QHash<QString, Sorted> m_sorted; ///< here, and not kept yet
    int m_sortings = 0;
    QTimer m_slow;
    QTimer m_minute;
    QString m_pin;
    OperatorId m_asker; ///< whose PIN is under way
    TillClosing m_asked;
    Money m_askedSum;  ///< that it was asked with
    QString m_problem; ///< of the last try, in words
    QString m_told;
    Phase m_phase = Phase::Looking;
    qint64 m_bankReadAt = 0;
    int m_reads = 0;
    int m_closing = 0; ///< which of them is under way: one that was overtaken says nothing any more
    bool m_isKnown = false;
    bool m_isFailed = false;
    bool m_isSlow = false;
    bool m_isShown = false;
    bool m_isOffline = true;
};

} // namespace balcao::desk
