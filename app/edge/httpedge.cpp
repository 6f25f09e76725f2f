// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "edge/httpedge.h"
#include "core/problem.h"

#include <boost/asio.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <atomic>
#include <map>
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

} // namespace

class Session;

class HttpEdge::Core : public std::enable_shared_from_this<HttpEdge::Core>
{
public:
    Core() : acceptor(context), retry(context), grace(context) {}

    const Route *routeFor(const QByteArray &method, const QByteArray &path, bool &pathKnown) const;
    void accept();
    void join(const std::shared_ptr<Session> &session);
    void leave(Session *session, const std::string &address);
    void beginStop();
    void finishStop();

    asio::io_context context{1};
    tcp::acceptor acceptor;
    asio::steady_timer retry;
    asio::steady_timer grace;
    std::vector<Route> routes;
    Limits limits;
    std::string trustedProxy;
    std::map<std::string, int> perAddress;
    std::unordered_set<Session *> sessions;
    std::thread thread;
    quint16 port = 0;
    bool stopping = false; ///< edge thread
    std::mutex gate;       ///< guards `open`: nothing is posted after it is false
    bool open = false;
    std::atomic<qint64> connections{0}, accepted{0}, requests{0}, refused{0};
};

/// One connection: reads a request, waits for its answer, writes it, and goes round. Edge thread only.
class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(tcp::socket socket, std::string address, HttpEdge::Core &core);
    ~Session();

    void start();
    void answer(quint64 number, const Response &response, bool close = false);
    void abort(quint64 number);
    void watchGone(const std::weak_ptr<ExchangeState> &exchange) { m_exchange = exchange; }
    [[nodiscard]] bool isIdle() const { return m_state == State::Idle; }
    [[nodiscard]] quint64 requestNumber() const { return m_number; }
    void close();

private:
    enum class State { Idle, Reading, Waiting, Writing, Closing };
    using Parser = http::request_parser<http::string_body>;

    void waitForRequest();
    void readHeader();
    void onHeader(error_code error);
    [[nodiscard]] bool isWellFormed() const;
    void readBody(const Route &route);
    void continueThenRead(const Route &route);
    void dispatch(const Route &route);
    [[nodiscard]] Request takeRequest();
    [[nodiscard]] QByteArray clientAddress() const;
    void refuse(int status, QLatin1StringView code);
    void watch();
    void write(const Response &response, bool close);
    void afterWrite();
    void linger();
    void deadline(std::chrono::milliseconds after);
    void gone();

    tcp::socket m_socket;
    std::string m_address;
    HttpEdge::Core &m_core;
    asio::steady_timer m_timer;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    std::weak_ptr<ExchangeState> m_exchange;
    std::string m_head;
    QByteArray m_body;
    std::array<char, 4096> m_waste{};
    std::size_t m_wasted = 0;
    quint64 m_number = 0;
    State m_state = State::Idle;
    bool m_keepAlive = false;
    bool m_watching = false;
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

Session::Session(tcp::socket socket, std::string address, HttpEdge::Core &core)
    : m_socket(std::move(socket)),
      m_address(std::move(address)),
      m_core(core),
      m_timer(core.context),
      m_buffer(static_cast<std::size_t>(core.limits.headerBytes) + 128 * 1024)
{
}

Session::~Session()
{
    m_core.leave(this, m_address);
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
    m_timer.cancel();
    m_socket.close(ignored);
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
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return refuse(431, problem::kTooLarge);
    if (error == http::error::end_of_stream || error == asio::error::operation_aborted || error == asio::error::eof ||
        (error && error.category() == asio::error::get_system_category()))
        return close();
    ++m_core.requests;
    if (error || !isWellFormed())
        return refuse(400, problem::kBadRequest);
    const auto &request = m_parser->get();
    const QByteArray target = bytes(request.target());
    bool pathKnown = false;
    const QByteArray path = target.left(target.contains('?') ? target.indexOf('?') : target.size());
    const Route *route = m_core.routeFor(bytes(request.method_string()), path, pathKnown);
    if (!route)
        return refuse(pathKnown ? 405 : 404, pathKnown ? problem::kMethodNotAllowed : problem::kNotFound);
    const auto length = m_parser->content_length();
    if (length && *length > static_cast<std::uint64_t>(route->bodyCap))
        return refuse(413, problem::kTooLarge);
    m_parser->body_limit(static_cast<std::uint64_t>(route->bodyCap));
    if (boost::beast::iequals(request[http::field::expect], "100-continue") && request.version() == 11)
        return continueThenRead(*route);
    readBody(*route);
}

bool Session::isWellFormed() const
{
    // relay-http.md §3: whatever two parsers could read differently is refused.
    const auto &request = m_parser->get();
    const auto target = request.target();
    if (request.version() != 10 && request.version() != 11)
        return false;
    if (target.empty() || target.front() != '/')
        return false;
    int fields = 0, lengths = 0, encodings = 0, hosts = 0;
    bool chunked = false;
    for (const auto &field : request) {
        ++fields;
        if (field.name() == http::field::content_length) {
            ++lengths;
            // Beast reads "3, 3" as 3; who stands in front may not.
            if (field.value().find_first_not_of("0123456789") != field.value().npos)
                return false;
        }
        hosts += field.name() == http::field::host;
        if (field.name() == http::field::transfer_encoding) {
            ++encodings;
            chunked = boost::beast::iequals(field.value(), "chunked");
        }
    }
    if (fields > m_core.limits.maxFields || lengths > 1)
        return false;
    if (encodings > 0 && (encodings > 1 || !chunked || lengths > 0 || request.version() != 11))
        return false;
    return request.version() == 10 ? hosts <= 1 : hosts == 1;
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
    http::async_read(m_socket, m_buffer, *m_parser, [self = shared_from_this(), &route](error_code error, std::size_t) {
        if (error == http::error::body_limit)
            return self->refuse(413, problem::kTooLarge);
        if (error && error.category() == http::make_error_code(http::error::bad_chunk).category() &&
            error != http::error::partial_message && error != http::error::end_of_stream)
            return self->refuse(400, problem::kBadRequest);
        if (error)
            return self->close();
        self->dispatch(route);
    });
}

QByteArray Session::clientAddress() const
{
    if (m_address != m_core.trustedProxy)
        return QByteArray::fromStdString(m_address);
    const QByteArray hops = bytes(m_parser->get()["X-Forwarded-For"]);
    const QByteArray last = hops.mid(hops.lastIndexOf(',') + 1).trimmed();
    return last.isEmpty() ? QByteArray::fromStdString(m_address) : last;
}

Request Session::takeRequest()
{
    auto &parsed = m_parser->get();
    Request request;
    request.method = bytes(parsed.method_string());
    const QByteArray target = bytes(parsed.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.first(mark);
    request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    for (const auto &field : parsed)
        request.headers.append({bytes(field.name_string()), bytes(field.value())});
    request.body = QByteArray::fromStdString(parsed.body());
    request.remote = clientAddress();
    return request;
}

void Session::dispatch(const Route &route)
{
    m_timer.cancel();
    m_state = State::Waiting;
    m_keepAlive = m_parser->keep_alive() && m_parser->get().version() == 11;
    Request request = takeRequest();
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
    m_parser.reset();
    write(problemResponse(status, code), true);
}

void Session::write(const Response &response, bool close)
{
    m_state = State::Writing;
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
        error_code unknown;
        const auto peer = socket.remote_endpoint(unknown);
        const std::string address = unknown ? std::string() : peer.address().to_string();
        const bool full = static_cast<int>(sessions.size()) >= limits.maxConnections;
        const bool crowded =
            limits.perAddress > 0 && address != trustedProxy && perAddress[address] >= limits.perAddress;
        if (unknown || full || crowded) {
            ++refused;
            if (perAddress[address] == 0)
                perAddress.erase(address);
            socket.close(unknown);
        } else {
            ++perAddress[address];
            join(std::make_shared<Session>(std::move(socket), address, *this));
        }
        accept();
    });
}

void HttpEdge::Core::join(const std::shared_ptr<Session> &session)
{
    sessions.insert(session.get());
    connections = static_cast<qint64>(sessions.size());
    session->start();
}

void HttpEdge::Core::leave(Session *session, const std::string &address)
{
    sessions.erase(session);
    connections = static_cast<qint64>(sessions.size());
    const auto it = perAddress.find(address);
    if (it != perAddress.end() && --it->second <= 0)
        perAddress.erase(it);
    if (stopping && sessions.empty())
        grace.cancel();
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
        kept->answer(kept->requestNumber(), problemResponse(503, problem::kBusy), true);
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
    m_core->trustedProxy = trustedProxy.toStdString();
    error_code error;
    const tcp::endpoint endpoint(asio::ip::make_address(address.toStdString(), error), port);
    if (error)
        return failure(Error::Kind::Rejected, QStringLiteral("not an address to listen on"));
    auto &acceptor = m_core->acceptor;
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
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
    return {m_core->connections, m_core->accepted, m_core->requests, m_core->refused};
}

} // namespace balcao::edge
