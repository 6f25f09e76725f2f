// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Where a reply is written: plain words, whatever is pasted or dropped. The path of a file is none of them.
#pragma once

#include <QPlainTextEdit>

namespace balcao::ui {

class DraftEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

Q_SIGNALS:
    /// Somebody wants to send a file or a picture.
    void fileOffered();

protected:
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace balcao::ui
