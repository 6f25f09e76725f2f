// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How a port is claimed for listening: by one program alone, and again at once after a restart.
#pragma once

#include <boost/asio/ip/tcp.hpp>

namespace balcao::edge {

#ifdef _WIN32
// "Reuse" would let any program of this PC listen on the same port there, and hear what is meant for us.
using PortClaim = boost::asio::detail::socket_option::boolean<SOL_SOCKET, SO_EXCLUSIVEADDRUSE>;
#else
using PortClaim = boost::asio::ip::tcp::acceptor::reuse_address;
#endif

} // namespace balcao::edge
