// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A Graph API on loopback that answers sends as the test has written down for each recipient, and files as written
// down for them, and remembers everything that reached it. Any thread; what it holds back it answers when told to.
#pragma once

#include "edge/httpedge.h"

#include <QHash>
#include <QMutex>
#include <QStringList>
#include <QUrl>

namespace balcao::test {

class ScriptedGraph
{
public:
    enum class Answer {
        Accept,
        Refuse, ///< Graph error `code`
        Bare,   ///< HTTP `status` without a body
        Cut,    ///< the connection is closed instead
        Hold    ///< nothing until release()
    };
    struct Reply
    {
        Answer answer = Answer::Accept;
        int status = 400;
        int code = 0;
    };
    struct Asked
    {
        QString channel;
        QString to;     ///< digits
        QString text;   ///< or what stands below a picture
        QString opaque; ///< biz_opaque_callback_data
        QString code;   ///< BR Code of an order; empty: it is no order
        bool accepted = false;
        QString reference = {}; ///< of an order, or of what became of one
        QString picture = {};   ///< by its media id; empty: there is none
    };
    struct Upload
    {
        QString channel;
        QByteArray mime;
        QByteArray bytes;
        QString id; ///< empty: it was not taken
    };

    /// What is said of each of the shop's numbers; without a name nothing is.
    struct Number
    {
        QString name;
        QString quality;
        QString nameStatus;
        int refusal = 503; ///< what is answered without a name: an HTTP status, or with 400 one of Meta's codes
        int code = 0;
    };

    static Reply refusal(int code, int status = 400) { return {Answer::Refuse, status, code}; }
    static Reply bare(int status) { return {Answer::Bare, status, 0}; }

    ScriptedGraph();
    /// Aborts the test run when the port cannot be had. Again after stop(): on the same port.
    void start();
    void stop();
    [[nodiscard]] QUrl url() const;

    /// What the next sends to `to` get, one each; those after them are accepted.
    void script(const QString &to, const QList<Reply> &replies);
    /// What the next files get, one each; those after them are taken.
    void scriptUploads(const QList<Reply> &replies);
    /// What Meta calls whoever `to` reaches.
    void spell(const QString &to, const QString &waId);
    void setNumber(const Number &number);
    /// How often it was asked about that one.
    [[nodiscard]] int questions(const QString &channel) const;
    /// Answers what is held.
    void release(const Reply &reply);
    [[nodiscard]] qsizetype held() const;

    [[nodiscard]] QList<Asked> asked() const;
    [[nodiscard]] QList<Asked> askedTo(const QString &to) const;
    [[nodiscard]] QList<Upload> uploads() const;
    /// Wamids that were marked as read, in the order in which they came.
    [[nodiscard]] QStringList reads() const;
    /// In the order in which they came, each attempt.
    [[nodiscard]] QStringList textsTo(const QString &to) const;
    /// How often this message was accepted.
    [[nodiscard]] qsizetype accepted(const QString &opaque) const;

private:
    struct Held
    {
        bool isUpload = false;
        qsizetype index = 0;
        edge::Exchange exchange;
    };

    void handle(const edge::Request &request, const edge::Exchange &exchange);
    void handleUpload(const edge::Request &request, const edge::Exchange &exchange);
    void handleQuestion(const edge::Request &request, const edge::Exchange &exchange);
    edge::Response accept(qsizetype index);
    edge::Response take(qsizetype index);
    void answer(const Reply &reply, const Held &one);

    mutable QMutex m_mutex;
    QHash<QString, QList<Reply>> m_scripts;
    QHash<QString, QString> m_spellings;
    QStringList m_reads;
    QList<Asked> m_asked;
    QList<Reply> m_uploadScript;
    QList<Upload> m_uploads;
    QList<Held> m_held;
    Number m_number;
    QHash<QString, int> m_questions;
    quint16 m_port = 0;
    std::unique_ptr<edge::HttpEdge> m_edge;
};

} // namespace balcao::test
