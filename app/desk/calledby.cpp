// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/calledby.h"

#include "core/text.h"

#include <QSet>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongest = 24;

/// With which names begin that are no person's, as foldedText() writes them.
const QSet<QString> &trades()
{
    static const QSet<QString> words{u"academia"_s,
                                     u"acougue"_s,
                                     u"advocacia"_s,
                                     u"agencia"_s,
                                     u"agro"_s,
                                     u"associacao"_s,
                                     u"atelie"_s,
                                     u"auto"_s,
                                     u"banca"_s,
                                     u"bar"_s,
                                     u"barbearia"_s,
                                     u"bazar"_s,
                                     u"boteco"_s,
                                     u"brecho"_s,
                                     u"buffet"_s,
                                     u"cafe"_s,
                                     u"cafeteria"_s,
                                     u"cantina"_s,
                                     u"casa"_s,
                                     u"centro"_s,
                                     u"chacara"_s,
                                     u"churrascaria"_s,
                                     u"cia"_s,
                                     u"clinica"_s,
                                     u"clube"_s,
                                     u"colegio"_s,
                                     u"comercial"_s,
                                     u"condominio"_s,
                                     u"confeitaria"_s,
                                     u"construtora"_s,
                                     u"consultorio"_s,
                                     u"cooperativa"_s,
                                     u"creche"_s,
                                     u"deposito"_s,
                                     u"distribuidora"_s,
                                     u"doceria"_s,
                                     u"drogaria"_s,
                                     u"emporio"_s,
                                     u"empresa"_s,
                                     u"escola"_s,
                                     u"escritorio"_s,
                                     u"espaco"_s,
                                     u"estetica"_s,
                                     u"estudio"_s,
                                     u"faculdade"_s,
                                     u"farmacia"_s,
                                     u"fazenda"_s,
                                     u"feira"_s,
                                     u"ferragens"_s,
                                     u"floricultura"_s,
                                     u"fundacao"_s,
                                     u"grafica"_s,
                                     u"grupo"_s,
                                     u"hamburgueria"_s,
                                     u"hospital"_s,
                                     u"hotel"_s,
                                     u"igreja"_s,
                                     u"imobiliaria"_s,
                                     u"industria"_s,
                                     u"instituto"_s,
                                     u"laboratorio"_s,
                                     u"lanchonete"_s,
                                     u"lar"_s,
                                     u"lava"_s,
                                     u"lavanderia"_s,
                                     u"livraria"_s,
                                     u"loja"_s,
                                     u"marcenaria"_s,
                                     u"material"_s,
                                     u"materiais"_s,
                                     u"mecanica"_s,
                                     u"mercadinho"_s,
                                     u"mercado"_s,
                                     u"mercearia"_s,
                                     u"metalurgica"_s,
                                     u"minimercado"_s,
                                     u"moto"_s,
                                     u"motos"_s,
                                     u"moveis"_s,
                                     u"oficina"_s,
                                     u"otica"_s,
                                     u"padaria"_s,
                                     u"panificadora"_s,
                                     u"papelaria"_s,
                                     u"paroquia"_s,
                                     u"pastelaria"_s,
                                     u"pet"_s,
                                     u"pizzaria"_s,
                                     u"posto"_s,
                                     u"pousada"_s,
                                     u"prefeitura"_s,
                                     u"quitanda"_s,
                                     u"rancho"_s,
                                     u"restaurante"_s,
                                     u"salao"_s,
                                     u"serralheria"_s,
                                     u"sindicato"_s,
                                     u"sitio"_s,
                                     u"sorveteria"_s,
                                     u"studio"_s,
                                     u"supermercado"_s,
                                     u"tecidos"_s,
                                     u"transportadora"_s,
                                     u"transportes"_s,
                                     u"vidracaria"_s};
    return words;
}

/// Which say nothing without the name behind them.
const QSet<QString> &titles()
{
    static const QSet<QString> words{u"dona"_s,   u"d."_s,  u"seu"_s, u"sr"_s,   u"sr."_s,   u"sra"_s,    u"sra."_s,
                                     u"dr"_s,     u"dr."_s, u"dra"_s, u"dra."_s, u"prof"_s,  u"prof."_s,  u"profa"_s,
                                     u"profa."_s, u"vo"_s,  u"tia"_s, u"tio"_s,  u"padre"_s, u"pastor"_s, u"irma"_s};
    return words;
}

bool isCompany(const QStringList &words)
{
    static const QSet<QString> ends{u"ltda"_s, u"ltda."_s,  u"me"_s,  u"mei"_s,
                                    u"epp"_s,  u"eireli"_s, u"s/a"_s, u"s.a."_s};
    return trades().contains(foldedText(words.first())) ||
           (words.size() > 1 && ends.contains(foldedText(words.last())));
}

} // namespace

QString calledBy(const QString &name)
{
    const QString whole = previewText(name, kLongest);
    if (whole.isEmpty() || !whole.front().isLetter())
        return {};
    const QStringList words = previewText(name).split(u' ', Qt::SkipEmptyParts);
    if (isCompany(words))
        return whole;
    const bool hasTitle = words.size() > 1 && titles().contains(foldedText(words.first()));
    return previewText(hasTitle ? words[0] + u' ' + words[1] : words[0], kLongest);
}

} // namespace balcao::desk
