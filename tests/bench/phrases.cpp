// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "phrases.h"

#include <QStringList>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList &givenNames()
{
    static const QStringList names =
        u"Ana|Antônia|Aparecida|Bruno|Camila|Caíque|Célia|Cícero|Conceição|Davi|Denílson|Edilene|Elza|Fabrício|"
        "Fátima|Flávia|Geraldo|Glória|Helena|Iara|Ícaro|Inês|Jacira|João|Jônatas|José|Júlia|Leandro|Letícia|Lourdes|"
        "Lúcio|Luíza|Marlene|Mateus|Milton|Nádia|Neusa|Odete|Otávio|Paulo|Quitéria|Raimunda|Rosângela|Sebastião|"
        "Sílvia|Taís|Tereza|Ubirajara|Valdir|Vânia|Wesley|Yasmin|Zélia|Zuleica"_s.split(u'|');
    return names;
}

const QStringList &familyNames()
{
    static const QStringList names =
        u"Abrantes|Almeida|Araújo|Assunção|Barroso|Brandão|Camargo|Cardoso|Conceição|Dantas|Evangelista|Falcão|"
        "Figueirêdo|Galvão|Gusmão|Juçara|Leitão|Lima|Magalhães|Mourão|Muniz|Nóbrega|Paixão|Peçanha|Queirós|Rezende|"
        "Romão|Sá|Sampaio|Simões|Teixeira|Valença|Vilaça|Zanetti"_s.split(u'|');
    return names;
}

const QStringList &products()
{
    static const QStringList words =
        u"bolo de fubá|pão de queijo|broa de milho|torta de maçã|sonho de creme|café moído|queijo meia cura|"
        "vaso de cerâmica|toalha bordada|camiseta P|camiseta GG|boné azul|ração de 15 kg|filtro de óleo|lâmpada de 9 W|"
        "tinta branca 18 L|caderno de 10 matérias|chinelo 38|cesta média|kit de pincéis"_s.split(u'|');
    return words;
}

const QStringList &asks()
{
    static const QStringList patterns = {
        u"Oi, bom dia! Ainda tem %p?"_s,
        u"boa tarde, quanto tá %p"_s,
        u"Vocês entregam na Rua %s? É perto da praça"_s,
        u"Consegue separar %n %p pra amanhã?"_s,
        u"Fiz o pix de R$ %m, o comprovante tá aí"_s,
        u"Pode ser no pix? Qual é a chave?"_s,
        u"Obrigada!! 🙏"_s,
        u"blz, passo aí mais tarde"_s,
        u"Não recebi ainda não, já saiu pra entrega?"_s,
        u"Esse %p veio errado, eu pedi outro. Dá pra trocar?"_s,
        u"👍"_s,
        u"Então tá, fecho em R$ %m. Vocês abrem sábado? Porque eu só consigo buscar depois do almoço, lá pelas 14h"_s,
        u"Minha mãe adorou %p, quero mais %n"_s,
        u"ok"_s,
        u"Qual o prazo pra %n %p? É pra uma festa, preciso saber até quinta-feira pra combinar com o pessoal do salão"_s,
        u"Meu endereço mudou: Rua %s, %n, fundos. O portão é o azul"_s,
    };
    return patterns;
}

const QStringList &answers()
{
    static const QStringList patterns = {
        u"Bom dia! Temos sim, %p sai por R$ %m."_s,
        u"Oi! Separei %n %p pra você, pode vir buscar até as 18h."_s,
        u"A entrega fica em R$ %m e sai hoje à tarde."_s,
        u"A chave pix é o CNPJ da loja. Assim que cair eu aviso por aqui."_s,
        u"Recebemos R$ %m, obrigado! Já vai pra separação."_s,
        u"Hoje não temos mais %p, mas amanhã cedo chega. Quer que eu guarde?"_s,
        u"Claro, a troca pode ser feita no balcão, é só trazer a nota."_s,
        u"De nada, até logo! 😊"_s,
        u"Vou verificar e já respondo."_s,
    };
    return patterns;
}

const QStringList &streets()
{
    static const QStringList words =
        u"das Acácias|Dom Vital|da Conceição|Sete de Março|do Açude|Padre Miguel|das Palmeiras|São João|do Sossego|"
        "Barão de Itu"_s.split(u'|');
    return words;
}

} // namespace

QString Phrases::filled(const QString &pattern)
{
    QString text = pattern;
    const int reais = 5 + bounded(895);
    text.replace("%p"_L1, products()[bounded(static_cast<int>(products().size()))]);
    text.replace("%s"_L1, streets()[bounded(static_cast<int>(streets().size()))]);
    text.replace("%n"_L1, QString::number(1 + bounded(40)));
    text.replace("%m"_L1, u"%1,%2"_s.arg(reais).arg(bounded(100), 2, 10, QChar(u'0')));
    return text;
}

QString Phrases::name()
{
    return givenNames()[bounded(static_cast<int>(givenNames().size()))] + u' ' +
           familyNames()[bounded(static_cast<int>(familyNames().size()))];
}

QString Phrases::fromCustomer()
{
    return filled(asks()[bounded(static_cast<int>(asks().size()))]);
}

QString Phrases::fromShop()
{
    return filled(answers()[bounded(static_cast<int>(answers().size()))]);
}

QString Phrases::note()
{
    return filled(u"Combinado: %n %p, paga R$ %m na retirada"_s);
}

} // namespace balcao::test
