// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What staff choose from: see Picker. Each works on the open conversation. GUI thread.
#pragma once

#include "desk/composerpresenter.h"
#include "desk/picker.h"
#include "desk/workpresenter.h"

#include <QCoreApplication>

namespace balcao::desk {

/// Ctrl+D: when it shall come back; common moments, or any in words.
class SnoozePicker final : public Picker
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::SnoozePicker)

public:
    explicit SnoozePicker(WorkPresenter &work) : m_work(work) {}

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString placeholder() const override;
    [[nodiscard]] QString emptyText() const override;
    QList<PickChoice> choices(const QString &typed) override;
    void pick(int index, const QString &note) override;

private:
    WorkPresenter &m_work;
    QList<qint64> m_times;
};

/// Ctrl+T: whose it shall be, with a note.
class AssignPicker final : public Picker
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::AssignPicker)

public:
    AssignPicker(WorkPresenter &work, QList<store::OperatorRow> operators);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString placeholder() const override;
    [[nodiscard]] QString noteCaption() const override;
    [[nodiscard]] QString emptyText() const override;
    QList<PickChoice> choices(const QString &typed) override;
    void pick(int index, const QString &note) override;

private:
    WorkPresenter &m_work;
    QList<store::OperatorRow> m_operators;
    QList<store::OperatorRow> m_left; ///< null id: nobody
};

/// Ctrl+L: a tag more or less; a new one by typing its name.
class TagPicker final : public Picker
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::TagPicker)

public:
    TagPicker(WorkPresenter &work, QList<store::TagCount> tags) : m_work(work), m_tags(std::move(tags)) {}

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString placeholder() const override;
    [[nodiscard]] QString emptyText() const override;
    QList<PickChoice> choices(const QString &typed) override;
    void pick(int index, const QString &note) override;

private:
    WorkPresenter &m_work;
    QList<store::TagCount> m_tags;
    QList<store::TagRow> m_left; ///< null id: to be made
};

/// F4: a text that is used often, into the composer.
class ReplyPicker final : public Picker
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::ReplyPicker)

public:
    /// `manage`: the list itself shall be changed.
    ReplyPicker(ComposerPresenter &composer, QList<store::ReplyRow> replies, std::function<void()> manage)
        : m_composer(composer), m_replies(std::move(replies)), m_manage(std::move(manage))
    {
    }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString placeholder() const override;
    [[nodiscard]] QString emptyText() const override;
    QList<PickChoice> choices(const QString &typed) override;
    void pick(int index, const QString &note) override;

private:
    ComposerPresenter &m_composer;
    QList<store::ReplyRow> m_replies;
    std::function<void()> m_manage;
    QList<store::ReplyRow> m_left;
};

} // namespace balcao::desk
