// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the presenters read and keep, as the real program has it: over the store. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "store/store.h"

#include <QObject>

namespace balcao::desk {

class StoreSource final : public QObject, public ConversationSource
{
    Q_OBJECT

public:
    explicit StoreSource(store::Store &store, QObject *parent = nullptr) : QObject(parent), m_store(store) {}

    void inbox(const store::ConversationFilter &filter, ConversationId open, int limit, Done<InboxSlice> done) override;
    void counts(OperatorId mine, qint64 nowMs, Done<RailCounts> done) override;
    void lists(Done<ShopLists> done) override;
    void meter(qint64 sinceMs, Done<QList<store::MeterRow>> done) override;
    void customer(ConversationId conversation, Done<std::optional<store::CustomerCard>> done) override;
    void charges(ConversationId conversation, int limit, qint64 beforeSeq, Done<QList<store::ChargeRow>> done) override;
    void search(const QString &typed, Done<SearchHits> done) override;
    void thread(ConversationId conversation, const ThreadPlace &place, Done<ThreadSlice> done) override;
    void find(ConversationId conversation, const QString &typed, int limit, Done<QList<MessageId>> done) override;
    void draft(ConversationId conversation, OperatorId operatorId, Done<QString> done) override;
    void saveDraft(ConversationId conversation, OperatorId operatorId, const QString &text) override;
    void noteDraft(CustomerId customer, OperatorId operatorId, Done<std::optional<store::NoteDraft>> done) override;
    void preference(const QString &key, Done<QByteArray> done) override;
    void savePreference(const QString &key, const QByteArray &value) override;
    void saveNoteDraft(CustomerId customer, OperatorId operatorId,
                       const std::optional<store::NoteDraft> &draft) override;

private:
    store::Store &m_store;
};

} // namespace balcao::desk
