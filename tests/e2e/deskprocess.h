// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A desk as a process of its own, made to be killed and started again, and a look into its files. What was
// typed and not yet durable when it died is typed again, as a person would who finds it missing.
#pragma once

#include "store/readers.h"
#include "store/storefolder.h"
#include "wire/command.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace balcao::test {

class DeskProcess
{
public:
    DeskProcess(QUrl relay, QByteArray token);
    ~DeskProcess();
    Q_DISABLE_COPY_MOVE(DeskProcess)

    void start();
    void kill();
    /// Closes its input and waits for its end.
    void stop();
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] qint64 pid() const { return m_process ? m_process->processId() : 0; }

    void send(ConversationId conversation, OperatorId by, const QString &text);
    /// The same words once more, as a new message.
    void sendAgain(ConversationId conversation, OperatorId by, const QString &text, MessageId before);
    /// If it has not left; nobody asks again when the desk dies over it.
    void takeBack(ConversationId conversation, OperatorId by, const QString &text);
    void resolve(ConversationId conversation, OperatorId by);
    /// Anything else that staff do; `based` on what the desk has read.
    void work(const wire::CommandBody &body, ConversationId conversation, OperatorId by, bool based);
    /// A charge, under the command's own id.
    void charge(const wire::Command &command);
    /// All that was typed is in local.db.
    [[nodiscard]] bool isAllDurable() const { return m_typed.isEmpty(); }

    /// Reads from the projection in use; `otherwise` while it cannot be opened.
    template <class T, class F>
    T look(T otherwise, F read) const
    {
        const store::StoreFolder folder(m_dir.path());
        const QList<int> numbers = folder.projections();
        for (const int number : numbers) {
            const auto projection = folder.openProjection(number, {}, true);
            if (!projection)
                return otherwise;
            const auto head = store::projectionHead(**projection);
            if (head && !head->building)
                return read(**projection);
        }
        return otherwise;
    }
    [[nodiscard]] store::ProjectionHead head() const;
    [[nodiscard]] QList<store::ThreadRow> messages() const;
    [[nodiscard]] QStringList inboundTexts() const;
    /// By the digits of the customer's wa_id.
    [[nodiscard]] QHash<QString, ConversationId> conversations() const;
    [[nodiscard]] QStringList dump() const;
    /// Sends of this desk that wait, were refused, or are in doubt after a restore.
    [[nodiscard]] QList<store::PendingRow> pending(ConversationId conversation) const;
    [[nodiscard]] qint64 unsettled() const;
    /// What stands in that one's field.
    [[nodiscard]] QString draft(ConversationId conversation, OperatorId by) const;
    [[nodiscard]] const QString folder() const { return m_dir.path(); }

private:
    struct Typed
    {
        QString text;
        QByteArray line;
    };
    void act(const QString &text, QJsonObject line);
    void forgetDurable();
    void heard();

    QTemporaryDir m_dir;
    QUrl m_relay;
    QByteArray m_token;
    std::unique_ptr<QProcess> m_process;
    int m_acts = 0;
    QList<Typed> m_typed; ///< not known to be durable
    bool m_ready = false;
};

} // namespace balcao::test
