// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "edge/httpedge.h"
#include "core/problem.h"
#include "edge/crowd.h"
#include "edge/guard.h"
#include "edge/portclaim.h"

#include <boost/asio.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <atomic>
#include <list>
#include <mutex>
#include <thread>
#include <unordered_set>

namespace balcao::edge {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;

namespace {

/// What a closing connection may still send before it is cut: enough for an honest client to hear why.
constexpr std::size_t kLingerBytes = 1024 * 1024;
constexpr std::chrono::milliseconds kLingerFor{1000};
constexpr std::chrono::milliseconds kAcceptPause{100};

QByteArray bytes(boost::beast::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

/// One spelling for each address: "::ffff:127.0.0.1" is 127.0.0.1. Nothing when it is none.
std::optional<asio::ip::address> addressOf(std::string_view text)
{
    error_code error;
    const auto address = asio::ip::make_address(text, error);
    if (error)
        return std::nullopt;
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return address;
}

std::string neighbourhoodOf(const asio::ip::address &address)
{
    if (address.is_v6())
        return neighbourhood(address.to_v6().to_bytes());
    return neighbourhood(address.to_v4().to_bytes());
}

} // namespace

class Session;

class HttpEdge::Core : public std::enable_shared_from_this<HttpEdge::Core>
{
public:
    Core() : acceptor(context), retry(context), grace(context) {}

    const Route *routeFor(const QByteArray &method, const QByteArray &path, bool &pathKnown) const;
    void accept();
    void admit(tcp::socket socket);
    void join(const std::shared_ptr<Session> &session);
    void leave(Session *session);
    void makeRoom();
    bool makePlace();
    void beginStop();
    void finishStop();

    asio::io_context context{1};
    tcp::acceptor acceptor;
    asio::steady_timer retry;
    asio::steady_timer grace;
    std::vector<Route> routes;
    Limits limits;
    std::optional<asio::ip::address> trustedProxy;
    Crowd crowd;
    std::unordered_set<Session *> sessions;
    std::list<Session *> readers; ///< of bodies, who began first in front
    qsizetype bodyBytes = 0;
    std::thread thread;
    quint16 port = 0;
    bool stopping = false; ///< edge thread
    std::mutex gate;       ///< guards `open`: nothing is posted after it is false
    bool open = false;
    std::atomic<qint64> connections{0}, accepted{0}, requests{0}, refused{0}, bodyBytesSeen{0};
};

/// One connection: reads a request, waits for its answer, writes it, and goes round. Edge thread only.
class Session : public std::enable_shared_from_this<Session>
{
public:
    /// `neighbourhood`: counted in the crowd already; empty: not counted.
    Session(tcp::socket socket, asio::ip::address address, std::string neighbourhood, HttpEdge::Core &core);
    ~Session();

    void start();
    void answer(quint64 number, const Response &response, bool close = false);
    void abort(quint64 number);
    void watchGone(const std::weak_ptr<ExchangeState> &exchange) { m_exchange = exchange; }
    [[nodiscard]] bool isIdle() const { return m_state == State::Idle; }
    /// Nothing has been asked, or not to its end: nobody works for it yet.
    [[nodiscard]] bool owesARequest() const { return m_state == State::Idle || m_state == State::Reading; }
    [[nodiscard]] std::chrono::steady_clock::time_point quietSince() const { return m_quietSince; }
    [[nodiscard]] quint64 requestNumber() const { return m_number; }
    void close();
    /// Its body must wait for a better time.
    void giveWay();

private:
    enum class State { Idle, Reading, Waiting, Writing, Closing };
    using Parser = http::request_parser<http::string_body>;

    void waitForRequest();
    void readHeader();
    void onHeader(error_code error);
    void readBody(const Route &route);
    void readMore(const Route &route);
    void onBody(const Route &route, error_code error);
    void hold(qsizetype size);
    void doneReading();
    void continueThenRead(const Route &route);
    void dispatch(const Route &route);
    [[nodiscard]] Request head() const;
    [[nodiscard]] asio::ip::address clientAddress() const;
    [[nodiscard]] bool isCrowded();
    void refuse(int status, QLatin1StringView code);
    void watch();
    void write(const Response &response, bool close);
    void afterWrite();
    void linger();
    void deadline(std::chrono::milliseconds after);
    void gone();

    tcp::socket m_socket;
    asio::ip::address m_address;
    std::string m_neighbourhood;
    std::string m_client; ///< behind the proxy, while its request is under way
    HttpEdge::Core &m_core;
    asio::steady_timer m_timer;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    QList<Header> m_fields; ///< of the request that is being read
    std::weak_ptr<ExchangeState> m_exchange;
    std::string m_head;
    QByteArray m_body;
    std::array<char, 4096> m_waste{};
    std::size_t m_wasted = 0;
    qsizetype m_held = 0; ///< bytes of the body, until it is answered
    std::list<Session *>::iterator m_reader;
    quint64 m_number = 0;
    State m_state = State::Idle;
    std::chrono::steady_clock::time_point m_quietSince = std::chrono::steady_clock::now();
    bool m_keepAlive = false;
    bool m_watching = false;
    bool m_reading = false;
    bool m_evicted = false;
    bool m_goOn = false; ///< the watch ends and the next request is read
    bool m_first = true;
};

class ExchangeState : public std::enable_shared_from_this<ExchangeState>
{
public:
    ExchangeState(std::shared_ptr<HttpEdge::Core> core, std::weak_ptr<Session> session, quint64 number)
        : m_core(std::move(core)), m_session(std::move(session)), m_number(number)
    {
    }
    ~ExchangeState()
    {
        if (!m_answered)
            post([](Session &session, quint64 number) {
                session.answer(number, problemResponse(500, QLatin1StringView("internal")), true);
            });
    }
    Q_DISABLE_COPY_MOVE(ExchangeState)

    void respond(const Response &response)
    {
        if (!claim())
            return;
        post([response](Session &session, quint64 number) { session.answer(number, response); });
    }
    void abort()
    {
        if (claim())
            post([](Session &session, quint64 number) { session.abort(number); });
    }
    bool isGone() const
    {
        const std::lock_guard lock(m_mutex);
        return m_gone;
    }
    void onGone(std::function<void()> callback)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_answered)
                return;
            if (!m_gone) {
                m_onGone = std::move(callback);
                return;
            }
        }
        callback();
    }
    /// Edge thread: the client has left.
    void leave()
    {
        std::function<void()> callback;
        {
            const std::lock_guard lock(m_mutex);
            m_gone = true;
            if (!m_answered)
                callback = std::move(m_onGone);
            m_onGone = nullptr;
        }
        if (callback)
            callback();
    }

private:
    bool claim()
    {
        const std::lock_guard lock(m_mutex);
        m_onGone = nullptr;
        return !std::exchange(m_answered, true);
    }
    template <class F>
    void post(F &&work)
    {
        const std::lock_guard lock(m_core->gate);
        if (!m_core->open)
            return;
        asio::post(m_core->context, [session = m_session, number = m_number, work = std::forward<F>(work)] {
            if (const auto alive = session.lock())
                work(*alive, number);
        });
    }

    std::shared_ptr<HttpEdge::Core> m_core;
    std::weak_ptr<Session> m_session;
    quint64 m_number;
    mutable std::mutex m_mutex;
    std::function<void()> m_onGone;
    bool m_answered = false;
    bool m_gone = false;
};

void Exchange::respond(const Response &response) const
{
    m_state->respond(response);
}

void Exchange::abort() const
{
    m_state->abort();
}

bool Exchange::isGone() const
{
    return m_state->isGone();
}

void Exchange::onGone(std::function<void()> callback) const
{
    m_state->onGone(std::move(callback));
}

// ---- Session

Session::Session(tcp::socket socket, asio::ip::address address, std::string neighbourhood, HttpEdge::Core &core)
    : m_socket(std::move(socket)),
      m_address(std::move(address)),
      m_neighbourhood(std::move(neighbourhood)),
      m_core(core),
      m_timer(core.context),
      m_buffer(static_cast<std::size_t>(core.limits.headerBytes) + 128 * 1024)
{
}

Session::~Session()
{
    doneReading();
    hold(0);
    m_core.crowd.leave(m_client);
    m_core.crowd.leave(m_neighbourhood);
    m_core.leave(this);
}

void Session::start()
{
    error_code ignored;
    m_socket.set_option(tcp::no_delay(true), ignored);
    waitForRequest();
}

void Session::deadline(std::chrono::milliseconds after)
{
    m_timer.expires_after(after);
    m_timer.async_wait([self = weak_from_this()](error_code error) {
        if (const auto session = self.lock(); session && !error)
            session->close();
    });
}

void Session::close()
{
    error_code ignored;
    m_state = State::Closing;
    m_timer.cancel();
    m_socket.close(ignored);
    doneReading();
    hold(0);
    gone();
}

void Session::gone()
{
    if (const auto exchange = m_exchange.lock())
        exchange->leave();
    m_exchange.reset();
}

void Session::waitForRequest()
{
    m_state = State::Idle;
    m_quietSince = std::chrono::steady_clock::now();
    if (m_core.stopping)
        return close();
    if (m_buffer.size() > 0)
        return readHeader();
    deadline(m_first ? m_core.limits.headerDeadline : m_core.limits.keepAliveIdle);
    m_socket.async_read_some(m_buffer.prepare(4096), [self = shared_from_this()](error_code error, std::size_t size) {
        if (error)
            return self->close();
        self->m_buffer.commit(size);
        self->readHeader();
    });
}

void Session::readHeader()
{
    m_state = State::Reading;
    m_first = false;
    ++m_number;
    m_parser.emplace();
    m_parser->header_limit(static_cast<std::uint32_t>(m_core.limits.headerBytes));
    m_parser->body_limit(boost::none); // the route's cap comes after the header
    deadline(m_core.limits.headerDeadline);
    http::async_read_header(m_socket, m_buffer, *m_parser,
                            [self = shared_from_this()](error_code error, std::size_t) { self->onHeader(error); });
}

void Session::onHeader(error_code error)
{
    m_quietSince = std::chrono::steady_clock::now();
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return refuse(431, problem::kTooLarge);
    if (error == http::error::end_of_stream || error == asio::error::operation_aborted || error == asio::error::eof ||
        (error && error.category() == asio::error::get_system_category()))
        return close();
    ++m_core.requests;
    if (error)
        return refuse(400, problem::kBadRequest);
    const auto &request = m_parser->get();
    const QByteArray target = bytes(request.target());
    m_fields.clear();
    for (const auto &field : request)
        m_fields.append({bytes(field.name_string()), bytes(field.value())});
    if (!isWellFormed(request.version(), target, m_fields, m_core.limits.maxFields))
        return refuse(400, problem::kBadRequest);
    bool pathKnown = false;
    const QByteArray path = target.left(target.contains('?') ? target.indexOf('?') : target.size());
    const Route *route = m_core.routeFor(bytes(request.method_string()), path, pathKnown);
    if (!route)
        return refuse(pathKnown ? 405 : 404, pathKnown ? problem::kMethodNotAllowed : problem::kNotFound);
    const auto length = m_parser->content_length();
    if (length && *length > static_cast<std::uint64_t>(route->bodyCap))
        return refuse(413, problem::kTooLarge);
    m_parser->body_limit(static_cast<std::uint64_t>(route->bodyCap));
    if (isCrowded())
        return refuse(503, problem::kBusy);
    if (route->door && !route->door(head()))
        return dispatch(*route);
    if (boost::beast::iequals(request[http::field::expect], "100-continue") && request.version() == 11)
        return continueThenRead(*route);
    readBody(*route);
}

void Session::continueThenRead(const Route &route)
{
    static const std::string kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    deadline(m_core.limits.bodyDeadline);
    asio::async_write(m_socket, asio::buffer(kContinue),
                      [self = shared_from_this(), &route](error_code error, std::size_t) {
                          if (error)
                              return self->close();
                          self->readBody(route);
                      });
}

void Session::readBody(const Route &route)
{
    deadline(m_core.limits.bodyDeadline);
    m_reading = true;
    m_reader = m_core.readers.insert(m_core.readers.end(), this);
    readMore(route);
}

// Piece by piece, so that what has really come is counted, not what was announced.
void Session::readMore(const Route &route)
{
    if (m_parser->is_done()) {
        doneReading();
        return dispatch(route);
    }
    http::async_read_some(
        m_socket, m_buffer, *m_parser,
        [self = shared_from_this(), &route](error_code error, std::size_t) { self->onBody(route, error); });
}

void Session::onBody(const Route &route, error_code error)
{
    m_quietSince = std::chrono::steady_clock::now();
    if (m_evicted)
        return refuse(503, problem::kBusy);
    if (error == http::error::body_limit)
        return refuse(413, problem::kTooLarge);
    if (error && error.category() == http::make_error_code(http::error::bad_chunk).category() &&
        error != http::error::partial_message && error != http::error::end_of_stream)
        return refuse(400, problem::kBadRequest);
    if (error)
        return close();
    hold(static_cast<qsizetype>(m_parser->get().body().size()));
    if (m_evicted)
        return refuse(503, problem::kBusy);
    readMore(route);
}

void Session::hold(qsizetype size)
{
    m_core.bodyBytes += size - std::exchange(m_held, size);
    m_core.makeRoom();
    m_core.bodyBytesSeen = m_core.bodyBytes; // never what was over the limit for a moment
}

void Session::doneReading()
{
    if (std::exchange(m_reading, false))
        m_core.readers.erase(m_reader);
}

void Session::giveWay()
{
    m_evicted = true;
    doneReading();
    hold(0);
    error_code ignored;
    m_socket.cancel(ignored);
}

asio::ip::address Session::clientAddress() const
{
    if (m_address != m_core.trustedProxy)
        return m_address;
    // Each hop adds its peer at the end, some as a line of their own: only the last is the proxy's word.
    const auto lines = m_parser->get().equal_range("X-Forwarded-For");
    QByteArray hops;
    for (auto line = lines.first; line != lines.second; ++line)
        hops = bytes(line->value());
    const QByteArray last = hops.mid(hops.lastIndexOf(',') + 1).trimmed();
    return addressOf(last.toStdString()).value_or(m_address);
}

/// Behind the proxy connections say nothing of who is there, so requests are counted.
bool Session::isCrowded()
{
    const asio::ip::address client = clientAddress();
    if (client == m_address)
        return false;
    const std::string name = neighbourhoodOf(client);
    if (!m_core.crowd.enter(name, m_core.limits.perAddress))
        return true;
    m_client = name;
    return false;
}

Request Session::head() const
{
    const auto &parsed = m_parser->get();
    Request request;
    request.method = bytes(parsed.method_string());
    const QByteArray target = bytes(parsed.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.first(mark);
    request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    request.headers = m_fields;
    request.remote = QByteArray::fromStdString(clientAddress().to_string());
    return request;
}

void Session::dispatch(const Route &route)
{
    m_timer.cancel();
    m_state = State::Waiting;
    // A body that was not read is no next request.
    m_keepAlive = m_parser->is_done() && m_parser->keep_alive() && m_parser->get().version() == 11;
    Request request = head();
    if (m_parser->is_done())
        request.body = QByteArray::fromStdString(m_parser->get().body());
    m_parser.reset();
    const auto state = std::make_shared<ExchangeState>(m_core.shared_from_this(), weak_from_this(), m_number);
    m_exchange = state;
    watch();
    route.handler(std::move(request), Exchange(state));
}

void Session::watch()
{
    // While the answer is awaited, a read tells when the client leaves; what it pipelines meanwhile stays
    // in the buffer for its turn.
    if (m_watching || m_buffer.size() >= 64 * 1024)
        return;
    m_watching = true;
    m_socket.async_read_some(m_buffer.prepare(4096), [self = shared_from_this()](error_code error, std::size_t size) {
        self->m_watching = false;
        self->m_buffer.commit(size);
        if (std::exchange(self->m_goOn, false)) {
            if (error && error != asio::error::operation_aborted)
                return self->close();
            return self->waitForRequest();
        }
        if (error && (self->m_state == State::Waiting || self->m_state == State::Writing))
            return self->close();
        if (!error && self->m_state == State::Waiting)
            self->watch();
    });
}

void Session::answer(quint64 number, const Response &response, bool close)
{
    if (m_state == State::Waiting && number == m_number && m_socket.is_open())
        write(response, close);
}

void Session::abort(quint64 number)
{
    if (m_state == State::Waiting && number == m_number)
        close();
}

void Session::refuse(int status, QLatin1StringView code)
{
    ++m_core.refused;
    doneReading();
    m_parser.reset();
    Response response = problemResponse(status, code);
    if (status == 503)
        response.headers = {{"Retry-After", "1"}};
    write(response, true);
}

void Session::write(const Response &response, bool close)
{
    m_state = State::Writing;
    hold(0);
    m_core.crowd.leave(std::exchange(m_client, {}));
    if (close || m_core.stopping)
        m_keepAlive = false;
    m_body = response.body;
    m_head = "HTTP/1.1 " + std::to_string(response.status) + ' ' +
             std::string(http::obsolete_reason(static_cast<http::status>(response.status))) + "\r\n";
    if (!response.contentType.isEmpty())
        m_head += "Content-Type: " + response.contentType.toStdString() + "\r\n";
    for (const Header &header : response.headers)
        m_head += header.name.toStdString() + ": " + header.value.toStdString() + "\r\n";
    m_head += "Content-Length: " + std::to_string(m_body.size()) + "\r\n";
    m_head += m_keepAlive ? "\r\n" : "Connection: close\r\n\r\n";
    deadline(m_core.limits.writeDeadline);
    const std::array<asio::const_buffer, 2> parts{
        asio::buffer(m_head), asio::buffer(m_body.constData(), static_cast<std::size_t>(m_body.size()))};
    asio::async_write(m_socket, parts, [self = shared_from_this()](error_code error, std::size_t) {
        self->m_body.clear();
        self->m_exchange.reset();
        if (error)
            return self->close();
        self->afterWrite();
    });
}

void Session::afterWrite()
{
    if (!m_keepAlive)
        return linger();
    if (!m_watching)
        return waitForRequest();
    m_goOn = true;
    error_code ignored;
    m_socket.cancel(ignored);
}

void Session::linger()
{
    // A close with unread data would reset the connection and could eat the answer.
    if (m_state != State::Closing) {
        m_state = State::Closing;
        error_code ignored;
        m_socket.shutdown(tcp::socket::shutdown_send, ignored);
        m_socket.cancel(ignored);
        deadline(kLingerFor);
    }
    m_socket.async_read_some(asio::buffer(m_waste), [self = shared_from_this()](error_code error, std::size_t size) {
        self->m_wasted += size;
        if (error || self->m_wasted > kLingerBytes)
            return self->close();
        self->linger();
    });
}

// ---- Core

const Route *HttpEdge::Core::routeFor(const QByteArray &method, const QByteArray &path, bool &pathKnown) const
{
    for (const Route &route : routes) {
        const bool below =
            route.prefix && path.startsWith(route.path) &&
            (route.path.endsWith('/') || path.size() == route.path.size() || path[route.path.size()] == '/');
        if (path != route.path && !below)
            continue;
        pathKnown = true;
        if (route.method == method)
            return &route;
    }
    return nullptr;
}

void HttpEdge::Core::accept()
{
    acceptor.async_accept([this](error_code error, tcp::socket socket) {
        if (stopping || error == asio::error::operation_aborted)
            return;
        if (error) {
            // Out of descriptors: trying again at once would only spin.
            retry.expires_after(kAcceptPause);
            retry.async_wait([this](error_code stopped) {
                if (!stopped && !stopping)
                    accept();
            });
            return;
        }
        ++accepted;
        admit(std::move(socket));
        accept();
    });
}

void HttpEdge::Core::admit(tcp::socket socket)
{
    error_code unknown;
    const auto peer = socket.remote_endpoint(unknown);
    const auto address = unknown ? std::nullopt : addressOf(peer.address().to_string());
    const bool exempt = address && (address == trustedProxy || (address->is_loopback() && !limits.loopbackIsCapped));
    const std::string neighbourhood = !address || exempt ? std::string() : neighbourhoodOf(*address);
    const bool enters = address && crowd.enter(neighbourhood, limits.perAddress);
    // Only who may come in at all makes anybody go.
    const bool fits = enters && (static_cast<int>(sessions.size()) < limits.maxConnections || makePlace());
    if (!fits) {
        if (enters)
            crowd.leave(neighbourhood);
        ++refused;
        socket.close(unknown);
        return;
    }
    join(std::make_shared<Session>(std::move(socket), *address, neighbourhood, *this));
}

void HttpEdge::Core::join(const std::shared_ptr<Session> &session)
{
    sessions.insert(session.get());
    connections = static_cast<qint64>(sessions.size());
    session->start();
}

void HttpEdge::Core::leave(Session *session)
{
    sessions.erase(session);
    connections = static_cast<qint64>(sessions.size());
    if (stopping && sessions.empty())
        grace.cancel();
}

// Whoever has owed a request for longest goes: otherwise a crowd that says nothing would keep out all who would.
bool HttpEdge::Core::makePlace()
{
    std::shared_ptr<Session> longest;
    for (Session *session : sessions) {
        if (session->owesARequest() && (!longest || session->quietSince() < longest->quietSince()))
            longest = session->shared_from_this();
    }
    if (!longest)
        return false;
    ++refused;
    longest->close();
    return true;
}

void HttpEdge::Core::makeRoom()
{
    while (bodyBytes > limits.bodyBytes && !readers.empty())
        readers.front()->giveWay();
}

void HttpEdge::Core::beginStop()
{
    stopping = true;
    error_code ignored;
    acceptor.close(ignored);
    retry.cancel();
    const std::vector<Session *> now(sessions.begin(), sessions.end());
    for (Session *session : now) {
        const auto kept = session->shared_from_this();
        if (kept->isIdle())
            kept->close();
    }
    grace.expires_after(limits.stopGrace);
    grace.async_wait([this](error_code) { finishStop(); });
    if (sessions.empty())
        grace.cancel();
}

void HttpEdge::Core::finishStop()
{
    const std::vector<Session *> now(sessions.begin(), sessions.end());
    for (Session *session : now) {
        const auto kept = session->shared_from_this();
        // It may be carried out yet: not "busy", which says that it was not.
        kept->answer(kept->requestNumber(), problemResponse(503, problem::kStorage), true);
    }
    grace.expires_after(kLingerFor + std::chrono::milliseconds(500));
    grace.async_wait([this](error_code) { context.stop(); });
    if (sessions.empty())
        grace.cancel();
}

// ---- HttpEdge

HttpEdge::HttpEdge() : m_core(std::make_shared<Core>()) {}

HttpEdge::~HttpEdge()
{
    stop();
}

void HttpEdge::addRoute(Route route)
{
    m_core->routes.push_back(std::move(route));
}

Result<void> HttpEdge::start(const QString &address, quint16 port, const Limits &limits, const QByteArray &trustedProxy)
{
    m_core->limits = limits;
    m_core->trustedProxy = addressOf(trustedProxy.toStdString());
    error_code error;
    const tcp::endpoint endpoint(asio::ip::make_address(address.toStdString(), error), port);
    if (error)
        return failure(Error::Kind::Rejected, QStringLiteral("not an address to listen on"));
    auto &acceptor = m_core->acceptor;
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(PortClaim(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        error_code ignored;
        acceptor.close(ignored);
        return failure(error == asio::error::address_in_use ? Error::Kind::Conflict : Error::Kind::Internal,
                       QStringLiteral("cannot listen: ") + QString::fromStdString(error.message()));
    }
    m_core->port = acceptor.local_endpoint().port();
    m_core->open = true;
    m_core->accept();
    m_core->thread = std::thread([core = m_core.get()] { core->context.run(); });
    return {};
}

quint16 HttpEdge::port() const
{
    return m_core->port;
}

void HttpEdge::stop()
{
    if (!m_core->thread.joinable())
        return;
    asio::post(m_core->context, [core = m_core.get()] { core->beginStop(); });
    m_core->thread.join();
    {
        const std::lock_guard lock(m_core->gate);
        m_core->open = false;
    }
    // What was posted or cancelled at the very end still holds sessions: let go of them here.
    m_core->context.restart();
    m_core->context.poll();
}

EdgeStats HttpEdge::stats() const
{
    return {m_core->connections, m_core->accepted, m_core->requests, m_core->refused, m_core->bodyBytesSeen};
}

} // namespace balcao::edge
