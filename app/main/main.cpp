// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/processend.h"
#include "deskapp.h"
#include "options.h"
#include "qtwords.h"
#include "singleinstance.h"
#include "ui/panes/formparts.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QLocale>
#include <QStandardPaths>
#include <QTranslator>
#include <QVBoxLayout>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

void sayOnTheScreen(const QString &words)
{
    QDialog dialog;
    dialog.setWindowTitle(u"Balcão"_s);
    QDialogButtonBox buttons(QDialogButtonBox::Close);
    QObject::connect(&buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    QVBoxLayout column(&dialog);
    column.addWidget(balcao::ui::plainLabel(words, &dialog));
    column.addWidget(&buttons);
    dialog.exec();
}

int run(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"balcao"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BALCAO_VERSION));
    QApplication app(argc, argv);
    QString problem;
    const auto options = balcao::parseOptions(QApplication::arguments(), problem);
    if (!options) {
        std::fprintf(stderr, "balcao: %s\n", qPrintable(problem));
        return 2;
    }
    if (QLocale::system().language() != QLocale::English || qEnvironmentVariable("LANG").startsWith("C"_L1))
        QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
    QTranslator words;
    if (words.load(QLocale(), u"balcao"_s, u"_"_s, u":/i18n"_s))
        QApplication::installTranslator(&words);
    QTranslator qtWords;
    if (balcao::loadQtWords(qtWords, QLocale()))
        QApplication::installTranslator(&qtWords);

    const QString folder = options->dataFolder.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                               : options->dataFolder;
    QDir().mkpath(folder);
    balcao::SingleInstance instance(folder);
    const auto claim =
        instance.claim(options->quit ? balcao::SingleInstance::Wish::Quit : balcao::SingleInstance::Wish::Raise);
    if (claim == balcao::SingleInstance::Claim::Failed) {
        std::fprintf(stderr, "balcao: its data folder cannot be written\n");
        sayOnTheScreen(balcao::DeskApp::tr("Balcão may not write into its folder, so it cannot start:\n%1")
                           .arg(QDir::toNativeSeparators(folder)));
        return 1;
    }
    if (claim == balcao::SingleInstance::Claim::Taken || options->quit)
        return 0;
    balcao::DeskApp desk(app, *options, folder);
    QObject::connect(&instance, &balcao::SingleInstance::raiseRequested, &desk, &balcao::DeskApp::raise);
    QObject::connect(&instance, &balcao::SingleInstance::quitRequested, &desk, &balcao::DeskApp::quit);
    desk.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    return balcao::endProcess(run(argc, argv));
}
