// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The BR Code reader: anything may come from a customer's chat. Besides not crashing, what is accepted must hold
// together, and what we would write of it must be read the same again.

#include "core/brcodereader.h"
#include "core/emvtlv.h"
#include "promise.h"

#include <QByteArrayView>
#include <QString>

#include <algorithm>
#include <cstdint>

using namespace balcao;
using test::hold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(QByteArrayView(data, static_cast<qsizetype>(size)));
    const BrCodeReading reading = readBrCode(text);
    for (const BrCodeProblem &problem : reading.problems)
        hold(problem.offset >= 0 && problem.offset <= text.size());
    hold(reading.isAccepted() || !reading.isValid());
    if (!reading.isAccepted())
        return 0;
    hold(reading.kind.has_value());
    hold(!reading.code.amount || reading.code.amount->centavos > 0);
    const auto written = brCodeText(reading.code);
    if (!written)
        return 0; // a stranger's key, an empty name: read, but never written
    const BrCodeReading again = readBrCode(*written);
    hold(again.isValid());
    hold(again.code.key == reading.code.key && again.code.url == reading.code.url);
    hold(again.code.amount == reading.code.amount && again.kind == reading.kind);
    return 0;
}

/// Most inputs die at the check digits: half of the mutations get the right ones, so that the rest is tried as well.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t most);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t most, unsigned seed)
{
    size = LLVMFuzzerMutate(data, size, most);
    if (seed % 2 == 0 || size < 8)
        return size;
    QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    text.replace(text.size() - 8, 4, "6304");
    const quint16 sum = emvChecksum(QByteArrayView(text).chopped(4));
    text.replace(text.size() - 4, 4, QByteArray::number(sum, 16).toUpper().rightJustified(4, '0'));
    std::copy(text.begin(), text.end(), reinterpret_cast<char *>(data));
    return size;
}
