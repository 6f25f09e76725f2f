<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR">
<context>
    <name>SignPanel</name>
    <message>
        <source>The shop&apos;s WhatsApp, served from the counter.</source>
        <translation>O WhatsApp da loja, atendido do balcão.</translation>
    </message>
</context>
<context>
    <name>balcao::DeskApp</name>
    <message>
        <source>The shop&apos;s server no longer knows this computer. Ask for a new code; nothing is lost.</source>
        <translation>O servidor da loja não reconhece mais este computador. Peça um código novo; nada se perde.</translation>
    </message>
    <message>
        <source>This computer was disconnected from the shop. Its copy of the conversations was erased.</source>
        <translation>Este computador foi desconectado da loja. A cópia das conversas que havia nele foi apagada.</translation>
    </message>
    <message>
        <source>The sample shop has ended.</source>
        <translation>A loja de exemplo terminou.</translation>
    </message>
    <message>
        <source>This computer was disconnected from the shop. Its copy of the conversations could not be erased whole; that is tried again when Balcão starts.</source>
        <translation>Este computador foi desconectado da loja. Não deu para apagar toda a cópia das conversas; o Balcão tenta de novo quando abrir.</translation>
    </message>
    <message>
        <source>Balcão may not write into its folder, so it cannot start:
%1</source>
        <translation>O Balcão não pode gravar na própria pasta e por isso não consegue abrir:
%1</translation>
    </message>
</context>
<context>
    <name>balcao::Desktop</name>
    <message>
        <source>Balcão goes on in the tray</source>
        <translation>O Balcão continua na bandeja</translation>
    </message>
    <message>
        <source>Messages keep arriving. To end it, choose “Quit” there.</source>
        <translation>As mensagens continuam chegando. Para encerrar, escolha “Sair” lá.</translation>
    </message>
</context>
<context>
    <name>balcao::Pairer</name>
    <message>
        <source>Waiting for this system&apos;s password vault…</source>
        <translation>Esperando o cofre de senhas deste sistema…</translation>
    </message>
    <message>
        <source>The system&apos;s vault is locked or was erased, so the shop cannot be opened. Unlock it and start Balcão again, or pair this computer again: everything is fetched anew.</source>
        <translation>O cofre do sistema está bloqueado ou foi apagado, e por isso a loja não pode ser aberta. Desbloqueie o cofre e abra o Balcão de novo, ou pareie de novo este computador: tudo é buscado outra vez no servidor da loja.</translation>
    </message>
    <message>
        <source>This computer has no password vault. Pair it again at each start.</source>
        <translation>Este computador não tem cofre de senhas. É preciso pareá-lo de novo a cada início.</translation>
    </message>
    <message>
        <source>Sample counter</source>
        <translation>Balcão de exemplo</translation>
    </message>
</context>
<context>
    <name>balcao::ShopSession</name>
    <message>
        <source>This computer&apos;s disk could not be written: it was not done.</source>
        <translation>Não deu para gravar no disco deste computador: nada foi feito.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::AccountPresenter</name>
    <message>
        <source>Manager</source>
        <translation>Gerência</translation>
    </message>
    <message>
        <source>Attendant</source>
        <translation>Atendente</translation>
    </message>
    <message>
        <source>The two new PINs differ.</source>
        <translation>Os dois PINs novos são diferentes.</translation>
    </message>
    <message>
        <source>Your PIN was changed. It is the new one on every computer of the shop.</source>
        <translation>PIN trocado. O novo vale em todos os computadores da loja.</translation>
    </message>
    <message numerus="yes">
        <source>The current PIN is wrong. %n try(s) left.</source>
        <translation>
            <numerusform>O PIN atual está errado. Resta %n tentativa.</numerusform>
            <numerusform>O PIN atual está errado. Restam %n tentativas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The current PIN is wrong.</source>
        <translation>O PIN atual está errado.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>PIN errado muitas vezes. Tente de novo em %n segundo.</numerusform>
            <numerusform>PIN errado muitas vezes. Tente de novo em %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>This PIN is too short. Use %1 to 8 digits.</source>
        <translation>Este PIN é curto demais. Use de %1 a 8 números.</translation>
    </message>
    <message>
        <source>Changing the PIN needs the connection to the shop&apos;s server.</source>
        <translation>Para trocar o PIN é preciso conexão com o servidor da loja.</translation>
    </message>
    <message>
        <source>It did not work. Try again.</source>
        <translation>Não funcionou. Tente de novo.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::AssignPicker</name>
    <message>
        <source>Hand over to…</source>
        <translation>Passar para…</translation>
    </message>
    <message>
        <source>Name of a colleague</source>
        <translation>Nome de um colega</translation>
    </message>
    <message>
        <source>What they should know (only the team sees it)</source>
        <translation>O que ele precisa saber (só a equipe vê)</translation>
    </message>
    <message>
        <source>Nobody of that name works here.</source>
        <translation>Ninguém com esse nome trabalha aqui.</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>gerência</translation>
    </message>
    <message>
        <source>Nobody: back to the queue of all</source>
        <translation>Ninguém: volta para a fila de todos</translation>
    </message>
</context>
<context>
    <name>balcao::desk::BankPresenter</name>
    <message>
        <source>%1 has not answered since %2: who pays now reads PAID here only later. Look in the bank&apos;s app before you hand anything over.</source>
        <translation>%1 não responde desde %2: quem paga agora só aparece PAGO aqui mais tarde. Olhe no aplicativo do banco antes de entregar.</translation>
    </message>
    <message>
        <source>%1 has not let the shop in since %2: nothing will read PAID here until whoever cares for the server has mended that. Look in the bank&apos;s app.</source>
        <translation>%1 não deixa a loja entrar desde %2: nada aparece PAGO aqui até quem cuida do servidor resolver. Olhe no aplicativo do banco.</translation>
    </message>
    <message>
        <source>The certificate for the bank ended on %1: no Pix is confirmed any more. Whoever cares for the server puts a new one there, from the bank&apos;s site.</source>
        <translation>O certificado do banco venceu em %1: nenhum Pix é mais confirmado. Quem cuida do servidor põe um novo, do site do banco.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate for the bank ends in %n day(s), on %1; after that no Pix is confirmed. Whoever cares for the server puts a new one there, from the bank&apos;s site.</source>
        <translation>
            <numerusform>O certificado do banco vence em %n dia, em %1; depois disso nenhum Pix é confirmado. Quem cuida do servidor põe um novo, do site do banco.</numerusform>
            <numerusform>O certificado do banco vence em %n dias, em %1; depois disso nenhum Pix é confirmado. Quem cuida do servidor põe um novo, do site do banco.</numerusform>
        </translation>
    </message>
    <message>
        <source>ended on %1</source>
        <translation>venceu em %1</translation>
    </message>
    <message numerus="yes">
        <source>until %1 (%n day(s))</source>
        <translation>
            <numerusform>até %1 (%n dia)</numerusform>
            <numerusform>até %1 (%n dias)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::ChargePresenter</name>
    <message>
        <source>This charge is not waiting to be paid any more.</source>
        <translation>Esta cobrança não está mais esperando pagamento.</translation>
    </message>
    <message>
        <source>The shop has not said yet to which key it is paid.</source>
        <translation>A loja ainda não disse em que chave recebe.</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>vale até %1</translation>
    </message>
    <message>
        <source>Not cancelled: without the connection to the shop&apos;s server the customer could still pay it. Try again once it is back.</source>
        <translation>Não cancelada: sem a conexão com o servidor da loja, o cliente ainda poderia pagar. Tente de novo quando ela voltar.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ChargeWords</name>
    <message>
        <source>Waiting for the bank</source>
        <translation>Aguardando o banco</translation>
    </message>
    <message>
        <source>Waiting · to be confirmed by hand</source>
        <translation>Aguardando · confirmação manual</translation>
    </message>
    <message>
        <source>Taken back by the bank (MED)</source>
        <translation>Retirado pelo banco (MED)</translation>
    </message>
    <message>
        <source>Returned in part</source>
        <translation>Devolvido em parte</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Aguardando</translation>
    </message>
    <message>
        <source>PAID</source>
        <extracomment>In capitals; reserved for what the bank confirmed.</extracomment>
        <translation>PAGO</translation>
    </message>
    <message>
        <source>Paid too little</source>
        <translation>Pago a menos</translation>
    </message>
    <message>
        <source>Paid too much</source>
        <translation>Pago a mais</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expirado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Devolvido</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>Baixa manual</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Não registrada</translation>
    </message>
    <message>
        <source>Paid too little: %1 instead of %2.</source>
        <translation>Pago a menos: %1 em vez de %2.</translation>
    </message>
    <message>
        <source>Paid too much: %1 instead of %2.</source>
        <translation>Pago a mais: %1 em vez de %2.</translation>
    </message>
    <message>
        <source>%1 of %2 went back.</source>
        <translation>%1 de %2 foram devolvidos.</translation>
    </message>
    <message>
        <source>The bank took %1 of %2 back.</source>
        <translation>O banco retirou %1 de %2.</translation>
    </message>
    <message>
        <source>Not sent: the code would not pay this shop.</source>
        <translation>Não foi: o código não pagaria esta loja.</translation>
    </message>
    <message>
        <source>Not sent: the bank denied the shop&apos;s access.</source>
        <translation>Não foi: o banco negou o acesso da loja.</translation>
    </message>
    <message>
        <source>Not sent: the bank is out of order for now.</source>
        <translation>Não foi: o banco está fora do ar no momento.</translation>
    </message>
    <message>
        <source>Not sent: the bank refused it (%1).</source>
        <translation>Não foi: o banco recusou (%1).</translation>
    </message>
    <message>
        <source>The bank has not answered yet</source>
        <translation>O banco ainda não respondeu</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Vale até %1</translation>
    </message>
    <message>
        <source>Was valid until %1</source>
        <translation>Valeu até %1</translation>
    </message>
    <message>
        <source>PAID · confirmed by the bank %1</source>
        <translation>PAGO · confirmado pelo banco %1</translation>
    </message>
    <message>
        <source>By the bank, %1</source>
        <translation>Pelo banco, %1</translation>
    </message>
    <message>
        <source>Settled by hand by %1</source>
        <translation>Baixa manual por %1</translation>
    </message>
    <message>
        <source>Shown at the counter</source>
        <translation>Mostrada no balcão</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Não foi</translation>
    </message>
    <message>
        <source>%1 · waiting</source>
        <translation>%1 · aguardando</translation>
    </message>
    <message>
        <source>%1 · bank pending</source>
        <translation>%1 · aguardando o banco</translation>
    </message>
    <message>
        <source>%1 · unconfirmed</source>
        <translation>%1 · banco não confirmou</translation>
    </message>
    <message>
        <source>PAID %1</source>
        <translation>PAGO %1</translation>
    </message>
    <message>
        <source>Paid too little: %1</source>
        <translation>Pago a menos: %1</translation>
    </message>
    <message>
        <source>Paid too much: %1</source>
        <translation>Pago a mais: %1</translation>
    </message>
    <message>
        <source>%1 · taken back</source>
        <translation>%1 · retirado pelo banco</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoje</translation>
    </message>
    <message>
        <source>Not sent: the bank did not answer in time.</source>
        <translation>Não foi: o banco não respondeu a tempo.</translation>
    </message>
    <message>
        <source>Not sent: somebody removed it at the bank.</source>
        <translation>Não foi: alguém removeu a cobrança no banco.</translation>
    </message>
    <message>
        <source>Not sent: the bank refused it.</source>
        <translation>Não foi: o banco recusou.</translation>
    </message>
    <message>
        <source>%1 paid back by %2: %3</source>
        <translation>%1 devolvidos por %2: %3</translation>
    </message>
    <message>
        <source>%1 did not go back: the bank could not do it. Is there enough in the account?</source>
        <translation>%1 não foram devolvidos: o banco não conseguiu. Há saldo na conta?</translation>
    </message>
    <message>
        <source>%1 did not go back: the bank refused it (%2).</source>
        <translation>%1 não foram devolvidos: o banco recusou (%2).</translation>
    </message>
    <message>
        <source>%1 were not sent back: something of it had gone back already. Look, and ask again.</source>
        <translation>%1 não foram devolvidos: uma parte já tinha voltado. Confira e peça de novo.</translation>
    </message>
    <message>
        <source>%1 were not sent back: the bank has not taken it within a day.</source>
        <translation>%1 não foram devolvidos: o banco não aceitou o pedido em um dia.</translation>
    </message>
    <message>
        <source>Nobody knows whether %1 went back: the shop has another bank now. Look in the app of the one before.</source>
        <translation>Não se sabe se %1 voltaram: a loja trocou de banco. Olhe no aplicativo do anterior.</translation>
    </message>
    <message>
        <source>%1 were not sent back: it has been switched off at the shop&apos;s server.</source>
        <translation>%1 não foram devolvidos: a devolução foi desligada no servidor da loja.</translation>
    </message>
    <message>
        <source>%1 on their way back, sent by %2: %3. The bank has not said yet that they arrived.</source>
        <translation>%1 em devolução, por %2: %3. O banco ainda não disse que chegou.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ComeBack</name>
    <message>
        <source>The connection is back.</source>
        <translation>Conexão de volta.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ComposerPresenter</name>
    <message>
        <source>WhatsApp takes %1 characters at most; this has %2.</source>
        <translation>O WhatsApp aceita no máximo %1 caracteres; este texto tem %2.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk could not be written, so nothing was sent. The text is still here.</source>
        <translation>Não deu para gravar no disco deste computador, então nada foi enviado. O texto continua aqui.</translation>
    </message>
    <message>
        <source>Draft kept · Ctrl+Enter sends and calls the next</source>
        <translation>Rascunho salvo · Ctrl+Enter envia e chama a próxima</translation>
    </message>
    <message>
        <source>%1 is answering. Enter once more sends all the same.</source>
        <translation>%1 está respondendo. Enter de novo envia mesmo assim.</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends and calls the next</source>
        <translation>Ctrl+Enter envia e chama a próxima</translation>
    </message>
    <message>
        <source>More than 24 h have passed.</source>
        <translation>Passou de 24 h.</translation>
    </message>
    <message>
        <source>%1 has not written yet.</source>
        <translation>%1 ainda não escreveu.</translation>
    </message>
    <message>
        <source>WhatsApp only delivers an approved template. When %1 answers, free text is back.</source>
        <translation>O WhatsApp só entrega um modelo aprovado. Quando %1 responder, o texto livre volta.</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>o cliente</translation>
    </message>
    <message>
        <source>closes in %1</source>
        <translation>fecha em %1</translation>
    </message>
    <message>
        <source>Something is not filled in yet. Enter once more sends all the same.</source>
        <translation>Ainda falta preencher algo. Enter de novo envia assim mesmo.</translation>
    </message>
    <message>
        <source>Note for the team, about</source>
        <translation>Nota para a equipe, sobre</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Guardar a nota</translation>
    </message>
    <message>
        <source>Send when back</source>
        <translation>Enviar ao voltar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>WhatsApp only delivers an approved template. Free text is back with the answer.</source>
        <translation>O WhatsApp só entrega um modelo aprovado. O texto livre volta com a resposta.</translation>
    </message>
    <message>
        <source>This Pix key is not the shop&apos;s. The message was not sent.</source>
        <translation>Esta chave Pix não é da loja. A mensagem não foi enviada.</translation>
    </message>
    <message>
        <source>This Pix code is not the shop&apos;s. The message was not sent.</source>
        <translation>Este código Pix não é da loja. A mensagem não foi enviada.</translation>
    </message>
    <message>
        <source>It goes when the connection is back</source>
        <translation>Sai quando a conexão voltar</translation>
    </message>
    <message>
        <source>They go in this order when the connection is back</source>
        <translation>Saem nesta ordem quando a conexão voltar</translation>
    </message>
    <message>
        <source>The 24 h window closed today at %1</source>
        <translation>A janela de 24 h fechou hoje às %1</translation>
    </message>
    <message>
        <source>The 24 h window closed %1 at %2</source>
        <extracomment>A day, as lists say it (&quot;yesterday&quot;, &quot;Mon&quot;, &quot;25/11&quot;), and a time.</extracomment>
        <translation>A janela de 24 h fechou %1 às %2</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Cancelar envio</translation>
    </message>
    <message>
        <source>Sending cancelled. The text is back in the field.</source>
        <translation>Envio cancelado. O texto voltou para o campo.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk could not be written: the message goes on waiting.</source>
        <translation>Não deu para gravar no disco deste computador: a mensagem continua na fila.</translation>
    </message>
    <message>
        <source>It is on its way just now. If it does not get through, it can be cancelled again.</source>
        <translation>Está saindo agora. Se não for, dá para cancelar de novo.</translation>
    </message>
    <message>
        <source>Keep the note first, or clear it: the text would come back into it.</source>
        <translation>Guarde a anotação primeiro, ou apague-a: o texto voltaria para dentro dela.</translation>
    </message>
    <message>
        <source>Files and pictures cannot be sent from here yet. Nothing was put in.</source>
        <translation>Arquivos e imagens ainda não podem ser enviados daqui. Nada foi colado.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ConnectionPresenter</name>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Connected · last message %1 ago</source>
        <translation>Conectado · última mensagem há %1</translation>
    </message>
    <message>
        <source>No connection to the shop&apos;s server. You can read, search and write. What you send now leaves by itself, in order, when the connection is back.</source>
        <translation>Sem conexão com o servidor da loja. Você pode ler, buscar e escrever. O que enviar agora sai sozinho, na ordem, quando a conexão voltar.</translation>
    </message>
    <message>
        <source>Connecting to the shop&apos;s server…</source>
        <translation>Conectando ao servidor da loja…</translation>
    </message>
    <message>
        <source>Fetching what arrived meanwhile… %1 of %2</source>
        <translation>Buscando o que chegou enquanto isso… %1 de %2</translation>
    </message>
    <message>
        <source>The shop&apos;s server answers that it cannot work right now. Trying again.</source>
        <translation>O servidor da loja respondeu que não consegue trabalhar agora. Tentando de novo.</translation>
    </message>
    <message>
        <source>The connection to the shop&apos;s server is not safe: its certificate could not be verified. Nothing is sent or received.</source>
        <translation>A conexão com o servidor da loja não é segura: não foi possível verificar o certificado. Nada é enviado nem recebido.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk cannot be written: new messages wait at the server.</source>
        <translation>Não dá para gravar no disco deste computador: as mensagens novas esperam no servidor.</translation>
    </message>
    <message>
        <source>The shop&apos;s server no longer knows this computer. Conversations and what you wrote are kept.</source>
        <translation>O servidor da loja não reconhece mais este computador. As conversas e o que você escreveu estão guardados.</translation>
    </message>
    <message>
        <source>This computer was disconnected from the shop.</source>
        <translation>Este computador foi desconectado da loja.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Pair again</source>
        <translation>Parear de novo</translation>
    </message>
    <message>
        <source>No connection for %1</source>
        <translation>Sem conexão há %1</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Sem conexão</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n a enviar</numerusform>
            <numerusform>%n a enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s copy of the conversations cannot be opened: it is damaged, or a newer version of Balcão wrote it. Nothing is erased; new messages wait at the server.</source>
        <translation>A cópia das conversas neste computador não abre: está danificada, ou foi gravada por uma versão mais nova do Balcão. Nada foi apagado; as mensagens novas esperam no servidor.</translation>
    </message>
    <message>
        <source>the shop&apos;s access to WhatsApp has expired</source>
        <translation>o acesso da loja ao WhatsApp venceu</translation>
    </message>
    <message>
        <source>Meta has locked the account</source>
        <translation>a Meta bloqueou a conta</translation>
    </message>
    <message>
        <source>there is a problem with the payment to Meta</source>
        <translation>há um problema de pagamento na conta da Meta</translation>
    </message>
    <message>
        <source>Meta has taken a permission away from the shop&apos;s app</source>
        <translation>o aplicativo da loja perdeu uma permissão na Meta</translation>
    </message>
    <message>
        <source>Meta refuses this number (code %1)</source>
        <translation>a Meta recusa este número (código %1)</translation>
    </message>
    <message>
        <source>Tell whoever takes care of the shop&apos;s server; what you write waits, and leaves by itself then.</source>
        <translation>Avise quem cuida do servidor da loja; o que você escrever espera e sai sozinho depois.</translation>
    </message>
    <message>
        <source>Messages do not leave: %1.</source>
        <translation>As mensagens não estão saindo: %1.</translation>
    </message>
    <message>
        <source>Messages of %1 do not leave: %2.</source>
        <translation>As mensagens de %1 não estão saindo: %2.</translation>
    </message>
    <message>
        <source>Messages do not leave</source>
        <translation>Mensagens paradas</translation>
    </message>
    <message>
        <source>next try in %1 s</source>
        <translation>nova tentativa em %1 s</translation>
    </message>
    <message>
        <source>What you send is not taken by the shop&apos;s server right now. It is kept here and leaves by itself, in order.</source>
        <translation>O servidor da loja não está aceitando o que você envia agora. Fica guardado aqui e sai sozinho, na ordem.</translation>
    </message>
    <message>
        <source>Something else answers in place of the shop&apos;s server, such as the log-in page of this network. You can read, search and write. What you send now leaves by itself, in order, when the server is back.</source>
        <translation>Outra coisa responde no lugar do servidor da loja, como a página de acesso desta rede. Você pode ler, buscar e escrever. O que enviar agora sai sozinho, na ordem, quando o servidor voltar.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::CustomerPresenter</name>
    <message>
        <source>no phone</source>
        <translation>sem telefone</translation>
    </message>
    <message>
        <source>Customer since %1</source>
        <translation>Cliente desde %1</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Promoções</translation>
    </message>
    <message>
        <source>reopened · %1</source>
        <translation>reaberta · %1</translation>
    </message>
    <message>
        <source>resolved · %1</source>
        <translation>resolvida · %1</translation>
    </message>
    <message>
        <source>resolved by %1 · %2</source>
        <translation>resolvida por %1 · %2</translation>
    </message>
    <message>
        <source>This computer&apos;s disk could not be written. The text is still here.</source>
        <translation>Não deu para gravar no disco deste computador. O texto continua aqui.</translation>
    </message>
    <message>
        <source>WhatsApp id •••• %1</source>
        <translation>Código do WhatsApp •••• %1</translation>
    </message>
    <message>
        <source>About orders</source>
        <translation>Avisos do pedido</translation>
    </message>
    <message>
        <source>never asked</source>
        <translation>nunca perguntado</translation>
    </message>
    <message>
        <source>accepts · %1</source>
        <translation>aceita · %1</translation>
    </message>
    <message>
        <source>does not want · %1</source>
        <translation>não quer · %1</translation>
    </message>
    <message>
        <source>Customer renamed.</source>
        <translation>Nome do cliente mudado.</translation>
    </message>
    <message>
        <source>Consent recorded.</source>
        <translation>Consentimento registrado.</translation>
    </message>
    <message>
        <source>Consent changed.</source>
        <translation>Consentimento mudado.</translation>
    </message>
    <message>
        <source>Note about the customer changed.</source>
        <translation>Anotação sobre o cliente mudada.</translation>
    </message>
    <message>
        <source>Note dropped.</source>
        <translation>Anotação descartada.</translation>
    </message>
    <message>
        <source>This note was changed meanwhile: what it says now is above, yours below.</source>
        <translation>Esta anotação mudou nesse meio-tempo: em cima está o que ela diz agora, embaixo a sua.</translation>
    </message>
    <message>
        <source>A note has %1 characters at most; this has %2.</source>
        <translation>Uma anotação tem no máximo %1 caracteres; esta tem %2.</translation>
    </message>
    <message>
        <source>The note above stays.</source>
        <translation>Fica a anotação de cima.</translation>
    </message>
    <message>
        <source>see all</source>
        <translation>ver todos</translation>
    </message>
    <message>
        <source>show more</source>
        <translation>mostrar mais</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversa</numerusform>
            <numerusform>%n conversas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::DataPresenter</name>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation>Nada a enviar.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to send</source>
        <translation>
            <numerusform>%n mensagem a enviar</numerusform>
            <numerusform>%n mensagens a enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s disk is nearly full. Make room on it: without any, new messages wait at the server, and nothing can be sent from here.</source>
        <translation>O disco deste computador está quase cheio. Libere espaço: sem ele, as mensagens novas esperam no servidor e nada pode ser enviado daqui.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::EmojiPresenter</name>
    <message>
        <source>Recent</source>
        <translation>Recentes</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Rostos</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
    <message>
        <source>Hearts</source>
        <translation>Corações</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Comida</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Loja</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Sinais</translation>
    </message>
    <message>
        <source>What you use appears here.</source>
        <translation>O que você usar aparece aqui.</translation>
    </message>
    <message>
        <source>No emoji for “%1”.</source>
        <translation>Nenhum emoji para “%1”.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::FindPresenter</name>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>the second match of fourteen</comment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>balcao::desk::FirstRunPresenter</name>
    <message>
        <source>Counter 1</source>
        <translation>Caixa 1</translation>
    </message>
    <message>
        <source>The server&apos;s address is missing</source>
        <translation>Falta o endereço do servidor</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) of the code missing</source>
        <translation>
            <numerusform>Falta %n caractere do código</numerusform>
            <numerusform>Faltam %n caracteres do código</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s name is missing</source>
        <translation>Falta o nome deste computador</translation>
    </message>
    <message>
        <source>This is not a server&apos;s address. It looks like balcao.yourshop.com.br.</source>
        <translation>Isto não é um endereço de servidor. Ele se parece com balcao.sualoja.com.br.</translation>
    </message>
    <message>
        <source>No server answers at this address. Check the address and this computer&apos;s internet.</source>
        <translation>Nenhum servidor responde neste endereço. Confira o endereço e a internet deste computador.</translation>
    </message>
    <message>
        <source>The connection to this address is not safe: its certificate could not be verified. Nothing was sent.</source>
        <translation>A conexão com este endereço não é segura: não foi possível verificar o certificado. Nada foi enviado.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not the shop&apos;s Balcão server.</source>
        <translation>Algo responde neste endereço, mas não é o servidor Balcão da loja.</translation>
    </message>
    <message>
        <source>This code is not valid. It works once and for 10 minutes: ask for a new one.</source>
        <translation>Este código não vale. Ele funciona uma vez só e por 10 minutos: peça um novo.</translation>
    </message>
    <message>
        <source>Too many tries. Wait a minute and ask for a new code.</source>
        <translation>Tentativas demais. Espere um minuto e peça um código novo.</translation>
    </message>
    <message>
        <source>This computer&apos;s password vault is locked, so the key cannot be kept. Unlock it and try again.</source>
        <translation>O cofre de senhas deste computador está bloqueado, e a chave não pode ser guardada. Desbloqueie o cofre e tente de novo.</translation>
    </message>
    <message>
        <source>The sample shop is not installed with this program.</source>
        <translation>A loja de exemplo não foi instalada junto com este programa.</translation>
    </message>
    <message>
        <source>The sample shop could not start. Close other copies of Balcão and try again.</source>
        <translation>A loja de exemplo não conseguiu abrir. Feche outras cópias do Balcão e tente de novo.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk could not be written. Free some space and try again.</source>
        <translation>Não deu para gravar no disco deste computador. Libere espaço e tente de novo.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::InboxModel</name>
    <message>
        <source>Customer without a name</source>
        <translation>Cliente sem nome</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Você: %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>não enviada</translation>
    </message>
    <message>
        <source>may not have arrived</source>
        <translation>talvez não tenha chegado</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>expira em %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n não lida</numerusform>
            <numerusform>%n não lidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Serving now</source>
        <translation>Atendendo agora</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>Na fila</translation>
    </message>
    <message>
        <source>back %1</source>
        <translation>volta %1</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>etiqueta %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>window closed</source>
        <translation>janela fechada</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>com %1</translation>
    </message>
    <message>
        <source>Other open ones</source>
        <translation>Outras abertas</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n a enviar</numerusform>
            <numerusform>%n a enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pix charge · %1</source>
        <translation>Cobrança Pix · %1</translation>
    </message>
    <message>
        <source>%1 reacted to “%2”</source>
        <translation>%1 reagiu a “%2”</translation>
    </message>
</context>
<context>
    <name>balcao::desk::InboxPresenter</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversa</numerusform>
            <numerusform>%n conversas</numerusform>
        </translation>
    </message>
    <message>
        <source>All set. When a customer writes, the conversation appears here.</source>
        <translation>Tudo pronto. Quando um cliente escrever, a conversa aparece aqui.</translation>
    </message>
    <message>
        <source>Opening this computer&apos;s conversations…</source>
        <translation>Abrindo as conversas deste computador…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Esperando</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Expirando</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Minhas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Adiadas</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolvidas</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) in the queue</source>
        <translation>
            <numerusform>%n cliente na fila</numerusform>
            <numerusform>%n clientes na fila</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Ninguém esperando.</translation>
    </message>
    <message>
        <source>No conversation expires within 3 hours.</source>
        <translation>Nenhuma conversa expira nas próximas 3 horas.</translation>
    </message>
    <message>
        <source>No conversation is in your hands.</source>
        <translation>Nenhuma conversa está com você.</translation>
    </message>
    <message>
        <source>No conversation is snoozed.</source>
        <translation>Nenhuma conversa adiada.</translation>
    </message>
    <message>
        <source>No conversation has been resolved yet.</source>
        <translation>Nenhuma conversa foi resolvida ainda.</translation>
    </message>
    <message>
        <source>No open conversation has this tag.</source>
        <translation>Nenhuma conversa aberta tem esta etiqueta.</translation>
    </message>
    <message>
        <source>Last answer: %1.</source>
        <translation>Última resposta: %1.</translation>
    </message>
    <message>
        <source>The last conversation was answered at %1.</source>
        <translation>A última conversa foi respondida às %1.</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Quem espera mais</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Mais recentes</translation>
    </message>
    <message>
        <source>Expires first</source>
        <translation>Expira primeiro</translation>
    </message>
    <message>
        <source>Expires last</source>
        <translation>Expira por último</translation>
    </message>
    <message>
        <source>Back first</source>
        <translation>Volta primeiro</translation>
    </message>
    <message>
        <source>Back last</source>
        <translation>Volta por último</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Mais antigas</translation>
    </message>
    <message>
        <source>The conversations of this computer could not be read. Balcão tries again by itself; if it stays so, restart the program.</source>
        <translation>As conversas deste computador não puderam ser lidas. O Balcão tenta de novo sozinho; se continuar assim, abra o programa de novo.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) with this tag</source>
        <translation>
            <numerusform>%n cliente com a etiqueta</numerusform>
            <numerusform>%n clientes com a etiqueta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) with this tag</source>
        <translation>
            <numerusform>%n conversa com a etiqueta</numerusform>
            <numerusform>%n conversas com a etiqueta</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody with the tag %1 is waiting.</source>
        <translation>Ninguém com a etiqueta %1 está esperando.</translation>
    </message>
    <message>
        <source>No conversation with the tag %1 expires within 3 hours.</source>
        <translation>Nenhuma conversa com a etiqueta %1 expira nas próximas 3 horas.</translation>
    </message>
    <message>
        <source>No conversation with the tag %1 is in your hands.</source>
        <translation>Nenhuma conversa com a etiqueta %1 está com você.</translation>
    </message>
    <message>
        <source>No conversation with the tag %1 is snoozed.</source>
        <translation>Nenhuma conversa com a etiqueta %1 está adiada.</translation>
    </message>
    <message>
        <source>No conversation with the tag %1 has been resolved yet.</source>
        <translation>Nenhuma conversa com a etiqueta %1 foi resolvida ainda.</translation>
    </message>
    <message>
        <source>No open conversation has the tag %1.</source>
        <translation>Nenhuma conversa aberta tem a etiqueta %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue · data up to %1</source>
        <translation>
            <numerusform>%n na fila · dados até %1</numerusform>
            <numerusform>%n na fila · dados até %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open conversation(s)</source>
        <translation>
            <numerusform>%n conversa aberta</numerusform>
            <numerusform>%n conversas abertas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::KeyTable</name>
    <message>
        <source>Next customer waiting</source>
        <translation>Próximo cliente esperando</translation>
    </message>
    <message>
        <source>Previous customer waiting</source>
        <translation>Cliente anterior na fila</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Busca e comandos</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Nova linha</translation>
    </message>
    <message>
        <source>Send and call the next</source>
        <translation>Enviar e chamar a próxima</translation>
    </message>
    <message>
        <source>Quick reply</source>
        <translation>Resposta rápida</translation>
    </message>
    <message>
        <source>Team note</source>
        <translation>Nota da equipe</translation>
    </message>
    <message>
        <source>Undo what was typed, or else the last action</source>
        <translation>Desfazer o que digitou ou, se não, a última ação</translation>
    </message>
    <message>
        <source>Resolve or reopen the conversation</source>
        <translation>Resolver ou reabrir a conversa</translation>
    </message>
    <message>
        <source>Snooze the conversation</source>
        <translation>Adiar a conversa</translation>
    </message>
    <message>
        <source>Hand the conversation over</source>
        <translation>Passar a conversa</translation>
    </message>
    <message>
        <source>Tags of the customer</source>
        <translation>Etiquetas do cliente</translation>
    </message>
    <message>
        <source>The shop&apos;s tags</source>
        <translation>Etiquetas da loja</translation>
    </message>
    <message>
        <source>Show or hide the customer</source>
        <translation>Mostrar ou esconder o cliente</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Próximo painel</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Painel anterior</translation>
    </message>
    <message>
        <source>Switch operator</source>
        <translation>Trocar quem atende</translation>
    </message>
    <message>
        <source>Hide the screen</source>
        <translation>Esconder a tela</translation>
    </message>
    <message>
        <source>Hide the screen in a hurry</source>
        <translation>Esconder a tela com pressa</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos do teclado</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escrever</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversa</translation>
    </message>
    <message>
        <source>Moving about</source>
        <translation>Navegar</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este computador</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Buscar nesta conversa</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>The shop&apos;s quick replies</source>
        <translation>Respostas rápidas da loja</translation>
    </message>
    <message>
        <source>Suggestions for a misspelt word</source>
        <translation>Sugestões para a palavra errada</translation>
    </message>
    <message>
        <source>Snooze the conversation with %1…</source>
        <translation>Adiar a conversa com %1…</translation>
    </message>
    <message>
        <source>Understands “tomorrow 9h”, “monday”, “in 2 hours”</source>
        <translation>Entende “amanhã 9h”, “segunda”, “em 2 horas”</translation>
    </message>
    <message>
        <source>Hand over the conversation with %1…</source>
        <translation>Passar a conversa com %1…</translation>
    </message>
    <message>
        <source>With a note, if you like</source>
        <translation>Com um recado, se quiser</translation>
    </message>
    <message>
        <source>Tags of %1…</source>
        <translation>Etiquetas de %1…</translation>
    </message>
    <message>
        <source>Print the conversation</source>
        <translation>Imprimir a conversa</translation>
    </message>
    <message>
        <source>Charge with Pix</source>
        <translation>Cobrar com Pix</translation>
    </message>
    <message>
        <source>Charge %1 with Pix…</source>
        <translation>Cobrar com Pix · %1</translation>
    </message>
    <message>
        <source>Amount, description, QR</source>
        <translation>Valor, descrição, QR</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Fechar o dia</translation>
    </message>
</context>
<context>
    <name>balcao::desk::LinePresenter</name>
    <message>
        <source>%1 ago</source>
        <translation>há %1</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este computador</translation>
    </message>
    <message>
        <source>cannot keep what comes</source>
        <translation>não consegue guardar o que chega</translation>
    </message>
    <message>
        <source>Shop&apos;s server</source>
        <translation>Servidor da loja</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>conectando…</translation>
    </message>
    <message>
        <source>answered in %1 ms</source>
        <translation>respondeu em %1 ms</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>não responde</translation>
    </message>
    <message>
        <source>cannot work right now</source>
        <translation>não consegue trabalhar agora</translation>
    </message>
    <message>
        <source>cannot be trusted</source>
        <translation>não é de confiança</translation>
    </message>
    <message>
        <source>does not know this computer</source>
        <translation>não reconhece este computador</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>only the server could say</source>
        <translation>só o servidor sabe</translation>
    </message>
    <message>
        <source>messages do not leave</source>
        <translation>mensagens não saem</translation>
    </message>
    <message>
        <source>heard of %1</source>
        <translation>deu notícia %1</translation>
    </message>
    <message>
        <source>nothing heard yet</source>
        <translation>nenhuma notícia ainda</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Última mensagem</translation>
    </message>
    <message>
        <source>none since the program was started</source>
        <translation>nenhuma desde que o programa abriu</translation>
    </message>
    <message>
        <source>Last contact with the server</source>
        <translation>Último contato com o servidor</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>A enviar</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Name on WhatsApp</source>
        <translation>Nome no WhatsApp</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>saem</translation>
    </message>
    <message>
        <source>do not leave: %1</source>
        <translation>não saem: %1</translation>
    </message>
    <message>
        <source>Waiting at the server</source>
        <translation>Esperando no servidor</translation>
    </message>
    <message>
        <source>Meta&apos;s own number for it</source>
        <translation>Código deste número na Meta</translation>
    </message>
    <message>
        <source>The server has not said anything of the shop&apos;s number yet.</source>
        <translation>O servidor ainda não disse nada sobre o número da loja.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (este)</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computadores</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Um momento…</translation>
    </message>
    <message>
        <source>tested at %1</source>
        <translation>testado às %1</translation>
    </message>
    <message>
        <source>no answer at %1</source>
        <translation>sem resposta às %1</translation>
    </message>
    <message>
        <source>Quality at Meta</source>
        <translation>Qualidade na Meta</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Não verificado</translation>
    </message>
</context>
<context>
    <name>balcao::desk::MeterPresenter</name>
    <message>
        <source>Messages · %1</source>
        <translation>Mensagens · %1</translation>
    </message>
    <message>
        <source>%1 · %2 charged</source>
        <extracomment>The number comes first: it is the bold one.</extracomment>
        <translation>%1 · %2 cobradas</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 de %2 grátis</translation>
    </message>
    <message>
        <source>Replies that reached customers this month, as Meta counts them.</source>
        <translation>Respostas que chegaram aos clientes neste mês, pela conta da Meta.</translation>
    </message>
    <message>
        <source>As far as is known Meta charges for each one after the first %1 of a number, and delivers none of them where it has no way to be paid. Its Billing Hub tells for certain.</source>
        <translation>Pelo que se sabe, a Meta cobra cada uma depois das primeiras %1 de um número, e não entrega nenhuma delas sem forma de pagamento. O certo está na Central de Cobrança dela.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::NewsPresenter</name>
    <message numerus="yes">
        <source>%n customer(s) wrote</source>
        <translation>
            <numerusform>%n cliente escreveu</numerusform>
            <numerusform>%n clientes escreveram</numerusform>
        </translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Mensagem nova</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The bank confirmed a Pix</source>
        <translation>O banco confirmou um Pix</translation>
    </message>
</context>
<context>
    <name>balcao::desk::NoticePresenter</name>
    <message>
        <source>The shop&apos;s server came back from a backup. What was written or done after that copy was made may be missing: look through the last conversations. Answers that may not have arrived are marked there.</source>
        <translation>O servidor da loja voltou de uma cópia de segurança. O que foi escrito ou feito depois dessa cópia pode estar faltando: confira as últimas conversas. As respostas que talvez não tenham chegado estão marcadas nelas.</translation>
    </message>
    <message>
        <source>The file in which this computer keeps drafts and what is still to be sent was lost or damaged. A new one was made: what was in it has to be written again.</source>
        <translation>O arquivo em que este computador guarda os rascunhos e o que ainda vai ser enviado se perdeu ou se danificou. Um novo foi criado: o que estava nele precisa ser escrito de novo.</translation>
    </message>
    <message>
        <source>The damaged file is kept for 30 days: %1.</source>
        <translation>O arquivo danificado fica guardado por 30 dias: %1.</translation>
    </message>
    <message>
        <source>The disk of the shop&apos;s server has changed something of what was kept there: words or payments may be missing in the conversations. Call whoever installed the server.</source>
        <translation>O disco do servidor da loja alterou algo do que estava guardado lá: podem faltar textos ou pagamentos nas conversas. Chame quem instalou o servidor.</translation>
    </message>
    <message>
        <source>The file of this computer&apos;s drafts and unsent answers was damaged. What could be read of it was kept: look through what you were writing.</source>
        <translation>O arquivo de rascunhos e envios deste computador estava danificado. O que deu para ler foi recuperado: confira o que você estava escrevendo.</translation>
    </message>
    <message>
        <source>The shop&apos;s server came back from a backup made before who receives the shop&apos;s Pix was changed: charges pay the account of then. Look at it in the settings, and change it again.</source>
        <translation>O servidor da loja voltou de uma cópia de segurança feita antes da troca de quem recebe o Pix da loja: as cobranças pagam a conta de antes. Confira nos ajustes e troque de novo.</translation>
    </message>
    <message numerus="yes">
        <source>The shop&apos;s server came back from a backup and does not know %n charge(s) made after it. If one of them is paid, the payment shows up in “Close the day” as come without a charge, and can be linked to its customer there.</source>
        <translation>
            <numerusform>O servidor da loja voltou de uma cópia de segurança e não conhece %n cobrança feita depois dela. Se ela for paga, o pagamento aparece em “Fechar o dia” como vindo sem cobrança, e pode ser ligado ao cliente lá.</numerusform>
            <numerusform>O servidor da loja voltou de uma cópia de segurança e não conhece %n cobranças feitas depois dela. Se uma delas for paga, o pagamento aparece em “Fechar o dia” como vindo sem cobrança, e pode ser ligado ao cliente lá.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::NumberWords</name>
    <message>
        <source>The shop is called %1 on WhatsApp since %2; before it was %3.</source>
        <translation>No WhatsApp a loja se chama %1 desde %2; antes era %3.</translation>
    </message>
    <message>
        <source>The number is not connected at Meta.</source>
        <translation>O número não está conectado na Meta.</translation>
    </message>
    <message>
        <source>Meta has not confirmed whose number it is.</source>
        <translation>A Meta não confirmou de quem é o número.</translation>
    </message>
    <message>
        <source>Meta has not approved the shop&apos;s name on WhatsApp.</source>
        <translation>A Meta não aprovou o nome da loja no WhatsApp.</translation>
    </message>
    <message>
        <source>approved by Meta</source>
        <translation>aprovado pela Meta</translation>
    </message>
    <message>
        <source>not looked at by Meta</source>
        <translation>não analisado pela Meta</translation>
    </message>
    <message>
        <source>Meta is looking at it</source>
        <translation>em análise na Meta</translation>
    </message>
    <message>
        <source>declined by Meta</source>
        <translation>recusado pela Meta</translation>
    </message>
    <message>
        <source>the approval has ended</source>
        <translation>a aprovação venceu</translation>
    </message>
    <message>
        <source>not approved by Meta</source>
        <translation>não aprovado pela Meta</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alta</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>média</translation>
    </message>
    <message>
        <source>low</source>
        <translation>baixa</translation>
    </message>
    <message>
        <source>not rated yet</source>
        <translation>ainda sem nota</translation>
    </message>
    <message>
        <source>Meta does not say any more how the number stands: it may no longer be the shop&apos;s.</source>
        <translation>A Meta não informa mais a situação do número: ele pode não ser mais da loja.</translation>
    </message>
    <message>
        <source>Meta has banned the number.</source>
        <translation>A Meta baniu o número.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::OperatorPresenter</name>
    <message>
        <source>Your PIN opens this computer and signs what you do.</source>
        <translation>O seu PIN abre este computador e assina o que você faz.</translation>
    </message>
    <message>
        <source>Choose a PIN of %1 to 8 digits. Only you should know it.</source>
        <translation>Escolha um PIN de %1 a 8 números. Só você deve saber.</translation>
    </message>
    <message>
        <source>You have no PIN yet. Choose one now.</source>
        <translation>Você ainda não tem PIN. Escolha um agora.</translation>
    </message>
    <message>
        <source>Wrong PIN.</source>
        <translation>PIN errado.</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>PIN errado muitas vezes. Tente de novo em %n segundo.</numerusform>
            <numerusform>PIN errado muitas vezes. Tente de novo em %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>This PIN is too short. Use %1 to 8 digits.</source>
        <translation>Este PIN é curto demais. Use de %1 a 8 números.</translation>
    </message>
    <message>
        <source>The first entry on this computer needs the connection to the shop&apos;s server.</source>
        <translation>A primeira entrada neste computador precisa da conexão com o servidor da loja.</translation>
    </message>
    <message>
        <source>It did not work. Try again.</source>
        <translation>Não funcionou. Tente de novo.</translation>
    </message>
    <message>
        <source>A manager&apos;s first PIN is set by another manager, or at the shop&apos;s server.</source>
        <translation>O primeiro PIN de um gerente é dado por outro gerente, ou no servidor da loja.</translation>
    </message>
    <message numerus="yes">
        <source>Wrong PIN. %n try(s) left.</source>
        <translation>
            <numerusform>PIN errado. Resta %n tentativa.</numerusform>
            <numerusform>PIN errado. Restam %n tentativas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::PalettePresenter</name>
    <message>
        <source>Nothing found for “%1”. Try the end of the phone or an amount, like 123,45.</source>
        <translation>Nada encontrado para “%1”. Tente o final do telefone ou um valor, como 123,45.</translation>
    </message>
    <message>
        <source>%1 · last conversation %2</source>
        <translation>%1 · última conversa %2</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>cliente</translation>
    </message>
    <message>
        <source>%1 · team note by %2</source>
        <translation>%1 · nota da equipe, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Ações</translation>
    </message>
    <message>
        <source>%1+ results</source>
        <translation>%1+ resultados</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n resultado</numerusform>
            <numerusform>%n resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>expira em %1</translation>
    </message>
    <message>
        <source>window closed</source>
        <translation>janela fechada</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Com %1</translation>
    </message>
    <message>
        <source>Pix charge · %1</source>
        <translation>Cobrança Pix · %1</translation>
    </message>
    <message>
        <source>%1 · last conversation today %2</source>
        <translation>%1 · última conversa hoje %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Type a name, or the end of the phone.</source>
        <translation>Digite um nome ou o final do telefone.</translation>
    </message>
    <message>
        <source>No customer found for “%1”. Try the end of the phone.</source>
        <translation>Nenhum cliente encontrado para “%1”. Tente o final do telefone.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::PayeeWords</name>
    <message>
        <source>CPF</source>
        <translation>CPF</translation>
    </message>
    <message>
        <source>CNPJ</source>
        <translation>CNPJ</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Celular</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Random key</source>
        <translation>Chave aleatória</translation>
    </message>
    <message>
        <source>No QR: this code cannot be read for sure. Do not let anybody pay it.</source>
        <translation>Sem QR: este código não dá para ler com certeza. Não deixe ninguém pagar por ele.</translation>
    </message>
    <message>
        <source>No QR: this code is of another kind than the charge. Do not let anybody pay it.</source>
        <translation>Sem QR: este código é de outro tipo que a cobrança. Não deixe ninguém pagar por ele.</translation>
    </message>
    <message>
        <source>No QR: this code pays another key than the shop&apos;s. Do not let anybody pay it.</source>
        <translation>Sem QR: este código paga outra chave, que não é a da loja. Não deixe ninguém pagar por ele.</translation>
    </message>
    <message>
        <source>No QR: this code names somebody else than the shop. Do not let anybody pay it.</source>
        <translation>Sem QR: este código traz outro nome, que não é o da loja. Não deixe ninguém pagar por ele.</translation>
    </message>
    <message>
        <source>No QR: this code names another city than the shop&apos;s. Do not let anybody pay it.</source>
        <translation>Sem QR: este código traz outra cidade, que não é a da loja. Não deixe ninguém pagar por ele.</translation>
    </message>
    <message>
        <source>No QR: this code is of another amount than the charge. Do not let anybody pay it.</source>
        <translation>Sem QR: este código é de outro valor que a cobrança. Não deixe ninguém pagar por ele.</translation>
    </message>
    <message>
        <source>No QR: this code is of another charge. Do not let anybody pay it.</source>
        <translation>Sem QR: este código é de outra cobrança. Não deixe ninguém pagar por ele.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::PickPresenter</name>
    <message>
        <source>Receipt</source>
        <translation>Comprovante</translation>
    </message>
</context>
<context>
    <name>balcao::desk::PixOffers</name>
    <message>
        <source>your message of %1</source>
        <translation>sua mensagem das %1</translation>
    </message>
    <message>
        <source>the shop&apos;s message of %1</source>
        <translation>mensagem da loja das %1</translation>
    </message>
    <message>
        <source>message of %1</source>
        <translation>mensagem das %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>balcao::desk::PixPresenter</name>
    <message>
        <source>the customer</source>
        <translation>o cliente</translation>
    </message>
    <message>
        <source>To %1 · •••• %2</source>
        <translation>Para %1 · •••• %2</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Para %1</translation>
    </message>
    <message>
        <source>The shop&apos;s Pix · confirmed by hand</source>
        <translation>Pix da loja · confirmação manual</translation>
    </message>
    <message>
        <source>Pix confirmed by the bank</source>
        <translation>Pix com confirmação do banco</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>vale até %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Um momento…</translation>
    </message>
    <message>
        <source>No answer yet. It is one charge whatever happens; this window closes by itself when it stands.</source>
        <translation>Ainda sem resposta. É uma cobrança só, aconteça o que acontecer; esta janela fecha sozinha quando ela valer.</translation>
    </message>
    <message>
        <source>The shop has not said yet to which key it is paid.</source>
        <translation>A loja ainda não disse em que chave recebe.</translation>
    </message>
    <message>
        <source>Pix waits for the connection: the bank has to register the charge.</source>
        <translation>Pix espera a conexão: o banco precisa registrar a cobrança.</translation>
    </message>
    <message>
        <source>Pix waits for the connection: the shop&apos;s server has to write the charge down.</source>
        <translation>Pix espera a conexão: o servidor da loja precisa registrar a cobrança.</translation>
    </message>
    <message>
        <source>More than 24 h have passed since %1 wrote: nothing can be sent. “Only copy the code” still works.</source>
        <translation>Passou de 24 h desde a última mensagem de %1: nada pode ser enviado. “Só copiar o código” ainda funciona.</translation>
    </message>
    <message>
        <source>Type the amount.</source>
        <translation>Digite o valor.</translation>
    </message>
    <message>
        <source>Enter sends it. Esc goes back to change it.</source>
        <translation>Enter envia. Esc volta para mudar.</translation>
    </message>
    <message>
        <source>The code is in the clipboard. Paste it where the customer pays from.</source>
        <translation>O código está na área de transferência. Cole onde o cliente vai pagar.</translation>
    </message>
    <message>
        <source>Another program has changed the clipboard: do not paste it. Show the QR instead.</source>
        <translation>A área de transferência foi trocada por outro programa: não cole. Mostre o QR na tela.</translation>
    </message>
    <message>
        <source>Send %1 to %2</source>
        <translation>Enviar %1 para %2</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>Enviar para %1</translation>
    </message>
    <message>
        <source>This computer&apos;s disk could not be written, so nothing was charged.</source>
        <translation>Não deu para gravar no disco deste computador, então nada foi cobrado.</translation>
    </message>
    <message>
        <source>Say until when it may be paid, within 31 days: “tomorrow 18h”.</source>
        <translation>Diga até quando pode ser paga, dentro de 31 dias: “amanhã 18h”.</translation>
    </message>
    <message>
        <source>More than 24 h have passed since %1 wrote: nothing can be sent. The code of the shop&apos;s own Pix can still be copied.</source>
        <translation>Passou de 24 h desde a última mensagem de %1: nada pode ser enviado. O código do Pix da loja ainda pode ser copiado.</translation>
    </message>
    <message>
        <source>On WhatsApp: %1, verified number</source>
        <translation>No WhatsApp: %1 (verificado)</translation>
    </message>
    <message>
        <source>%1 Once more charges all the same.</source>
        <translation>%1 Repita para cobrar mesmo assim.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::PixValidity</name>
    <message>
        <source>30 minutes</source>
        <translation>30 minutos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Hoje, %1</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Amanhã</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Outro…</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ProofPresenter</name>
    <message>
        <source>A receipt is no payment. The bank has not confirmed %1 yet.</source>
        <translation>Comprovante não é pagamento. O banco ainda não confirmou %1.</translation>
    </message>
    <message>
        <source>A receipt is no payment. Look for %1 in the shop&apos;s account.</source>
        <translation>Comprovante não é pagamento. Procure %1 na conta da loja.</translation>
    </message>
    <message>
        <source>Balcão asks the bank by itself. You are told here, with a sound, when it comes.</source>
        <translation>O Balcão consulta o banco sozinho. Avisamos aqui, com som, quando cair.</translation>
    </message>
    <message>
        <source>A picture can be made by anybody, and a payment that is only scheduled can be cancelled.</source>
        <translation>Qualquer um faz uma imagem, e um pagamento só agendado pode ser cancelado.</translation>
    </message>
    <message>
        <source>Thank you, {nome}! As soon as %1 arrives here, I let you know and get your order ready.</source>
        <extracomment>To the customer; {nome} is the customer&apos;s first name and stays as it is.</extracomment>
        <translation>Obrigado, {nome}! Assim que %1 entrar aqui, aviso você e já separo o seu pedido.</translation>
    </message>
    <message>
        <source>Bank has not confirmed</source>
        <translation>Banco não confirmou</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Não confirmado</translation>
    </message>
</context>
<context>
    <name>balcao::desk::RailModel</name>
    <message>
        <source>Waiting</source>
        <translation>Esperando</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Expirando</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Minhas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Adiadas</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resolvidas</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n conversation(s)</source>
        <translation>
            <numerusform>%1, %n conversa</numerusform>
            <numerusform>%1, %n conversas</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>%1 (Ctrl+click: only who has this tag, in the list that is open)</source>
        <translation>%1 (Ctrl+clique: só quem tem esta etiqueta, na lista aberta)</translation>
    </message>
</context>
<context>
    <name>balcao::desk::RailPresenter</name>
    <message>
        <source>Nobody is waiting</source>
        <translation>Ninguém esperando</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) waiting</source>
        <translation>
            <numerusform>%n cliente esperando</numerusform>
            <numerusform>%n clientes esperando</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::ReceivingPresenter</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The shop&apos;s first record</source>
        <translation>O primeiro cadastro da loja</translation>
    </message>
    <message>
        <source>%1 (%2 %3)</source>
        <translation>%1 (%2 %3)</translation>
    </message>
    <message>
        <source>%1 wants Pix to go to %2 from now on.</source>
        <translation>%1 quer que o Pix passe a ir para %2.</translation>
    </message>
    <message>
        <source>Another manager confirms it at once (F11 switches operator), or you from %1 on.</source>
        <translation>Outra pessoa da gerência confirma na hora (F11 troca quem atende), ou você a partir de %1.</translation>
    </message>
    <message>
        <source>Confirm it only if you know of it. Until then the old one stands.</source>
        <translation>Confirme só se você sabe desta troca. Até lá, vale a chave antiga.</translation>
    </message>
    <message>
        <source>A manager has to confirm it. Until then the old one stands.</source>
        <translation>A gerência precisa confirmar. Até lá, vale a chave antiga.</translation>
    </message>
    <message>
        <source>Only a manager changes this, with their PIN. Every change is written down.</source>
        <translation>Só a gerência troca isto, com PIN. Toda troca fica registrada.</translation>
    </message>
    <message>
        <source>First confirm or withdraw what is proposed.</source>
        <translation>Antes, confirme ou retire o que está proposto.</translation>
    </message>
    <message>
        <source>It stands as %1</source>
        <translation>Fica assim: %1</translation>
    </message>
    <message>
        <source>This is no %1.</source>
        <translation>Isto não é: %1.</translation>
    </message>
    <message>
        <source>In the code: %1 · %2</source>
        <translation>No código: %1 · %2</translation>
    </message>
    <message>
        <source>Proposed. It stands once another manager has confirmed it, or you after 24 h.</source>
        <translation>Proposta feita. Vale quando outra pessoa da gerência confirmar, ou você depois de 24 h.</translation>
    </message>
    <message>
        <source>Kept. Scan a QR of R$ 0,01 once and look whether the bank names the shop.</source>
        <translation>Guardado. Leia uma vez um QR de R$ 0,01 e veja se o banco mostra o nome da loja.</translation>
    </message>
    <message>
        <source>Confirmed. Pix goes there from now on, and every computer says so for 7 days.</source>
        <translation>Confirmado. O Pix vai para lá a partir de agora, e todos os computadores avisam por 7 dias.</translation>
    </message>
    <message>
        <source>Withdrawn. Nothing has changed.</source>
        <translation>Retirado. Nada mudou.</translation>
    </message>
    <message>
        <source>%1 wants to change who receives the shop&apos;s Pix: %2. A manager has to confirm it.</source>
        <translation>%1 quer trocar quem recebe o Pix da loja: %2. A gerência precisa confirmar.</translation>
    </message>
    <message>
        <source>The shop&apos;s Pix goes to %1 since %2, changed by %3.</source>
        <translation>O Pix da loja vai para %1 desde %2. Quem trocou: %3.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::RefundForm</name>
    <message>
        <source>At most %1 can go back.</source>
        <translation>No máximo %1 podem ser devolvidos.</translation>
    </message>
    <message>
        <source>An amount like 25,00.</source>
        <translation>Um valor como 25,00.</translation>
    </message>
    <message>
        <source>At most %1. It goes back to the account that paid, and nowhere else.</source>
        <translation>No máximo %1. Volta para a conta que pagou, e para nenhuma outra.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::RepliesPresenter</name>
    <message>
        <source>Give the reply a title.</source>
        <translation>Dê um título à resposta.</translation>
    </message>
    <message>
        <source>There is a reply of this title already.</source>
        <translation>Já existe uma resposta com este título.</translation>
    </message>
    <message>
        <source>Write the text of the reply.</source>
        <translation>Escreva o que o cliente vai ler.</translation>
    </message>
    <message>
        <source>WhatsApp takes %1 characters at most; this has %2.</source>
        <translation>O WhatsApp aceita no máximo %1 caracteres; aqui há %2.</translation>
    </message>
    <message>
        <source>Retire the reply %1? This cannot be undone.</source>
        <translation>Aposentar a resposta %1? Isso não tem volta.</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>uma nova</translation>
    </message>
    <message>
        <source>It was changed meanwhile: now it is “%1”. “Keep” puts yours in its place, “Discard” leaves that one.</source>
        <translation>Isto mudou nesse meio-tempo: agora é “%1”. “Guardar” põe o seu no lugar, “Descartar” deixa como está.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ReplyPicker</name>
    <message>
        <source>Quick reply</source>
        <translation>Resposta rápida</translation>
    </message>
    <message>
        <source>Title or words of the reply</source>
        <translation>Título ou palavras da resposta</translation>
    </message>
    <message>
        <source>No quick reply with these words.</source>
        <translation>Nenhuma resposta rápida com essas palavras.</translation>
    </message>
    <message>
        <source>Make or change quick replies…</source>
        <translation>Criar ou mudar respostas rápidas…</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ShopPresenter</name>
    <message>
        <source>Messages do not leave</source>
        <translation>Mensagens paradas</translation>
    </message>
    <message>
        <source>on WhatsApp: %1</source>
        <translation>no WhatsApp: %1</translation>
    </message>
    <message>
        <source>Verified number</source>
        <translation>Número verificado</translation>
    </message>
    <message>
        <source>Number not verified</source>
        <translation>Número não verificado</translation>
    </message>
</context>
<context>
    <name>balcao::desk::SignedForm</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>balcao::desk::SignedWords</name>
    <message numerus="yes">
        <source>The PIN is wrong. %n try(s) left.</source>
        <translation>
            <numerusform>O PIN está errado. Resta %n tentativa.</numerusform>
            <numerusform>O PIN está errado. Restam %n tentativas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>O PIN está errado.</translation>
    </message>
    <message>
        <source>You have no PIN yet. Choose one first: switch operator (F11).</source>
        <translation>Você ainda não tem PIN. Escolha um antes: troque quem atende (F11).</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>PIN errado muitas vezes. Tente de novo em %n segundo.</numerusform>
            <numerusform>PIN errado muitas vezes. Tente de novo em %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>This needs the connection to the shop&apos;s server. Nothing was done.</source>
        <translation>Isto precisa da conexão com o servidor da loja. Nada foi feito.</translation>
    </message>
    <message>
        <source>No answer came: it may have been done. Try again; it is done once.</source>
        <translation>Não veio resposta: pode ter sido feito. Tente de novo; vale uma vez só.</translation>
    </message>
    <message>
        <source>It did not work. Try again.</source>
        <translation>Não funcionou. Tente de novo.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::SnoozePicker</name>
    <message>
        <source>Snooze until…</source>
        <translation>Adiar até…</translation>
    </message>
    <message>
        <source>tomorrow 9h, monday, in 2 hours, 25/11 14:30</source>
        <translation>amanhã 9h, segunda, em 2 horas, 25/11 14:30</translation>
    </message>
    <message>
        <source>That is not a time in the future. Try “tomorrow 9h” or “in 2 hours”.</source>
        <translation>Não entendi esse momento. Tente “amanhã 9h” ou “em 2 horas”.</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>Em 1 hora</translation>
    </message>
    <message>
        <source>In 3 hours</source>
        <translation>Em 3 horas</translation>
    </message>
    <message>
        <source>Today at the end of the day</source>
        <translation>Hoje no fim do dia</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Amanhã cedo</translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation>Segunda cedo</translation>
    </message>
</context>
<context>
    <name>balcao::desk::SpellingPresenter</name>
    <message>
        <source>Word added to the dictionary.</source>
        <translation>Palavra adicionada ao dicionário.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::TagPicker</name>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Name of a tag, or of a new one</source>
        <translation>Nome de uma etiqueta, ou de uma nova</translation>
    </message>
    <message>
        <source>No tag yet. Type the name of the first one.</source>
        <translation>Nenhuma etiqueta ainda. Digite o nome da primeira.</translation>
    </message>
    <message>
        <source>has it: Enter removes</source>
        <translation>já tem: Enter tira</translation>
    </message>
    <message>
        <source>New tag “%1”</source>
        <translation>Nova etiqueta “%1”</translation>
    </message>
</context>
<context>
    <name>balcao::desk::TagsPresenter</name>
    <message>
        <source>Give the tag a name.</source>
        <translation>Dê um nome à etiqueta.</translation>
    </message>
    <message>
        <source>There is a tag of this name already.</source>
        <translation>Já existe uma etiqueta com este nome.</translation>
    </message>
    <message>
        <source>Tag %1 made.</source>
        <translation>Etiqueta %1 criada.</translation>
    </message>
    <message>
        <source>Tag %1 changed.</source>
        <translation>Etiqueta %1 mudada.</translation>
    </message>
    <message>
        <source>Retire the tag %1? This cannot be undone.</source>
        <translation>Aposentar a etiqueta %1? Isso não pode ser desfeito.</translation>
    </message>
    <message numerus="yes">
        <source>Retire the tag %1? %n open conversation(s) will lose it. This cannot be undone.</source>
        <translation>
            <numerusform>Aposentar a etiqueta %1? %n conversa aberta vai perdê-la. Isso não pode ser desfeito.</numerusform>
            <numerusform>Aposentar a etiqueta %1? %n conversas abertas vão perdê-la. Isso não pode ser desfeito.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag %1 retired.</source>
        <translation>Etiqueta %1 aposentada.</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>uma nova</translation>
    </message>
    <message>
        <source>Its colour was changed meanwhile. “Keep” puts yours in its place, “Discard” leaves that one.</source>
        <translation>A cor mudou nesse meio-tempo. “Guardar” põe a sua no lugar, “Descartar” deixa como está.</translation>
    </message>
    <message>
        <source>It was changed meanwhile: now it is “%1”. “Keep” puts yours in its place, “Discard” leaves that one.</source>
        <translation>Isto mudou nesse meio-tempo: agora é “%1”. “Guardar” põe o seu no lugar, “Descartar” deixa como está.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ThreadModel</name>
    <message>
        <source>No connection since %1</source>
        <translation>Sem conexão desde %1</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ThreadPresenter</name>
    <message>
        <source>expires in %1</source>
        <translation>expira em %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>com %1</translation>
    </message>
    <message>
        <source>%1 is answering</source>
        <translation>%1 está respondendo</translation>
    </message>
    <message>
        <source>%1 is looking</source>
        <translation>%1 está vendo</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n não lida</numerusform>
            <numerusform>%n não lidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n mensagem nova</numerusform>
            <numerusform>%n mensagens novas</numerusform>
        </translation>
    </message>
    <message>
        <source>window closed</source>
        <translation>janela fechada</translation>
    </message>
</context>
<context>
    <name>balcao::desk::ThreadWords</name>
    <message>
        <source>Somebody</source>
        <translation>Alguém</translation>
    </message>
    <message>
        <source>Conversation opened</source>
        <translation>Conversa aberta</translation>
    </message>
    <message>
        <source>Conversation reopened</source>
        <translation>Conversa reaberta</translation>
    </message>
    <message>
        <source>%1 resolved the conversation</source>
        <translation>%1 resolveu a conversa</translation>
    </message>
    <message>
        <source>%1 handed the conversation over</source>
        <translation>%1 passou a conversa</translation>
    </message>
    <message>
        <source>%1 snoozed the conversation</source>
        <translation>%1 adiou a conversa</translation>
    </message>
    <message>
        <source>The conversation is back in the queue</source>
        <translation>A conversa voltou para a fila</translation>
    </message>
    <message>
        <source>A message came that could not be read. It is kept at the shop&apos;s server.</source>
        <translation>Chegou uma mensagem que não deu para ler. Ela está guardada no servidor da loja.</translation>
    </message>
    <message>
        <source>Two records of this customer were joined</source>
        <translation>Dois cadastros deste cliente foram unidos</translation>
    </message>
    <message>
        <source>A message whose content was erased</source>
        <translation>Mensagem com o conteúdo apagado</translation>
    </message>
    <message>
        <source>This customer&apos;s data was erased at their request</source>
        <translation>Os dados deste cliente foram apagados a pedido dele</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>Esta mensagem foi apagada</translation>
    </message>
    <message>
        <source>took a reaction back</source>
        <translation>retirou a reação</translation>
    </message>
    <message>
        <source>reacted %1</source>
        <translation>reagiu com %1</translation>
    </message>
    <message>
        <source>Before it was changed:</source>
        <translation>Antes de ser editada:</translation>
    </message>
    <message>
        <source>Team note:</source>
        <translation>Nota da equipe:</translation>
    </message>
    <message>
        <source>Team note · %1:</source>
        <translation>Nota da equipe · %1:</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar mais</translation>
    </message>
    <message>
        <source>What it said before</source>
        <translation>Ver o que dizia antes</translation>
    </message>
    <message>
        <source>%1, arrived late</source>
        <translation>%1, chegou atrasada</translation>
    </message>
    <message>
        <source>edited · %1</source>
        <translation>editada · %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n itens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 e mais %n</numerusform>
            <numerusform>%1 e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>An earlier message</source>
        <translation>Uma mensagem anterior</translation>
    </message>
    <message>
        <source>The shop</source>
        <translation>A loja</translation>
    </message>
    <message>
        <source>We do not know whether it arrived.</source>
        <translation>Não sabemos se chegou.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Deixar</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalhes</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Enviar de novo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Você</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>a enviar</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregue</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lida</translation>
    </message>
    <message>
        <source>answering %1</source>
        <translation>em resposta a %1</translation>
    </message>
    <message>
        <source>reaction %1</source>
        <translation>reação %1</translation>
    </message>
    <message>
        <source>Team note · %1</source>
        <translation>Nota da equipe · %1</translation>
    </message>
    <message>
        <source>Code %1 · %2 · message %3 · %4</source>
        <translation>Código %1 · %2 · mensagem %3 · %4</translation>
    </message>
    <message>
        <source>It was left at that.</source>
        <translation>Ficou assim.</translation>
    </message>
    <message>
        <source>Left by %1.</source>
        <translation>%1 deixou assim.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>%1 handed the conversation over to %2</source>
        <translation>%1 passou a conversa para %2</translation>
    </message>
    <message>
        <source>%1 took the conversation over</source>
        <translation>%1 assumiu a conversa</translation>
    </message>
    <message>
        <source>%1 gave the conversation back to the queue of all</source>
        <translation>%1 devolveu a conversa à fila de todos</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Cancelar envio</translation>
    </message>
    <message>
        <source>%1: a Pix of %2 without a charge was this customer&apos;s</source>
        <translation>%1: um Pix de %2 sem cobrança era deste cliente</translation>
    </message>
    <message>
        <source>%1: the Pix of %2 was not this customer&apos;s after all</source>
        <translation>%1: o Pix de %2 não era deste cliente</translation>
    </message>
</context>
<context>
    <name>balcao::desk::TillDifferences</name>
    <message>
        <source>Taken back by the bank (MED): %1</source>
        <translation>Retirado pelo banco (MED): %1</translation>
    </message>
    <message>
        <source>Came to the bank without a charge: %1</source>
        <translation>Entrou no banco sem cobrança: %1</translation>
    </message>
    <message>
        <source>Who says they paid can read you that ending from their receipt.</source>
        <translation>Quem diz que pagou pode ler esse final no comprovante.</translation>
    </message>
    <message numerus="yes">
        <source>%n Pix; each stands below, and Enter there links it to a customer</source>
        <translation>
            <numerusform>%n Pix; está abaixo, e Enter ali o liga a um cliente</numerusform>
            <numerusform>%n Pix; cada um está abaixo, e Enter ali o liga a um cliente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::desk::TillModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Atendeu</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Cobrado</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banco</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
</context>
<context>
    <name>balcao::desk::TillPresenter</name>
    <message>
        <source>Paid at the bank, by who charged</source>
        <translation>Pago no banco, por quem cobrou</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Cobrado</translation>
    </message>
    <message>
        <source>Paid at the bank</source>
        <translation>Pago no banco</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>Baixa manual</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Ainda em aberto</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expirado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Devolvido</translation>
    </message>
    <message>
        <source>Taken back (MED)</source>
        <translation>Retirado (MED)</translation>
    </message>
    <message>
        <source>After earlier closings</source>
        <translation>Depois de fechamentos anteriores</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferenças</translation>
    </message>
    <message>
        <source>Stayed there</source>
        <translation>Ficou no banco</translation>
    </message>
    <message>
        <source>Pix closing · %1</source>
        <translation>Fechamento Pix · %1</translation>
    </message>
    <message>
        <source>Report no. %1</source>
        <translation>Relatório nº %1</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>Fechado em %1</translation>
    </message>
    <message>
        <source>Closed %1 by %2</source>
        <translation>Fechado em %1 por %2</translation>
    </message>
    <message>
        <source>Not closed · as of %1</source>
        <translation>Ainda aberto · até %1</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Conferido por</translation>
    </message>
    <message>
        <source>after closing</source>
        <translation>depois do fechamento</translation>
    </message>
    <message>
        <source>%1 · after closing</source>
        <translation>%1 · depois do fechamento</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>No. %1 · %2 · %3</source>
        <extracomment>A closed day: its number, its date and what came to the bank.</extracomment>
        <translation>Nº %1 · %2 · %3</translation>
    </message>
    <message>
        <source>The day could not be read on this computer. Try again in a moment.</source>
        <translation>Não deu para ler o dia neste computador. Tente de novo daqui a pouco.</translation>
    </message>
    <message>
        <source>Reading the day&apos;s charges…</source>
        <translation>Lendo as cobranças do dia…</translation>
    </message>
    <message>
        <source>No charges on this day.</source>
        <translation>Nenhuma cobrança neste dia.</translation>
    </message>
    <message>
        <source>No charges today.</source>
        <translation>Nenhuma cobrança hoje.</translation>
    </message>
    <message numerus="yes">
        <source>%n charge(s)</source>
        <translation>
            <numerusform>%n cobrança</numerusform>
            <numerusform>%n cobranças</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · valid until %2</source>
        <translation>%1 · vencem até %2</translation>
    </message>
    <message>
        <source>%1 · not paid</source>
        <translation>%1 · sem pagamento</translation>
    </message>
    <message numerus="yes">
        <source>%n expired</source>
        <translation>
            <numerusform>%n expirada</numerusform>
            <numerusform>%n expiradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelada</numerusform>
            <numerusform>%n canceladas</numerusform>
        </translation>
    </message>
    <message>
        <source>Expired or cancelled</source>
        <translation>Expirado ou cancelado</translation>
    </message>
    <message>
        <source>%1 of it by the bank (MED)</source>
        <translation>%1 pelo banco (MED)</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation>Devolvido</translation>
    </message>
    <message>
        <source>nobody of the shop</source>
        <translation>ninguém da loja</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to settle</source>
        <translation>
            <numerusform>%n diferença para resolver</numerusform>
            <numerusform>%n diferenças para resolver</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 paid</source>
        <translation>%1 pagos</translation>
    </message>
    <message>
        <source>%1 settled by hand</source>
        <translation>%1 em baixa manual</translation>
    </message>
    <message>
        <source>%1 returned</source>
        <translation>%1 devolvidos</translation>
    </message>
    <message>
        <source>%1 taken back by the bank</source>
        <translation>%1 retirados pelo banco</translation>
    </message>
    <message>
        <source>After earlier closings: %1.</source>
        <translation>Depois de fechamentos anteriores: %1.</translation>
    </message>
    <message>
        <source>This day is closed. What changes now belongs to the next report.</source>
        <translation>Este dia está fechado. O que mudar agora entra no próximo relatório.</translation>
    </message>
    <message>
        <source>Closing the day…</source>
        <translation>Fechando o dia…</translation>
    </message>
    <message>
        <source>Closing waits for the connection: the shop&apos;s server numbers the report.</source>
        <translation>O fechamento espera a conexão: quem numera o relatório é o servidor da loja.</translation>
    </message>
    <message>
        <source>Closing keeps this report under a number. After that it does not change.</source>
        <translation>Fechar guarda este relatório com um número. Depois disso ele não muda.</translation>
    </message>
    <message>
        <source>closing</source>
        <extracomment>Of a file; the day comes behind it.</extracomment>
        <translation>fechamento</translation>
    </message>
    <message>
        <source>no charges</source>
        <translation>nenhuma cobrança</translation>
    </message>
    <message>
        <source>Another day has begun. Look at it once more.</source>
        <translation>Começou outro dia. Confira mais uma vez.</translation>
    </message>
    <message>
        <source>%1 · open</source>
        <translation>%1 · em aberto</translation>
    </message>
    <message numerus="yes">
        <source>%n charge(s) of days that were not closed are in it.</source>
        <translation>
            <numerusform>%n cobrança de dias que não foram fechados está incluída.</numerusform>
            <numerusform>%n cobranças de dias que não foram fechados estão incluídas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n charge(s) of customers whose data was erased stand in the sums alone.</source>
        <translation>
            <numerusform>%n cobrança de cliente com dados apagados aparece só nas somas.</numerusform>
            <numerusform>%n cobranças de clientes com dados apagados aparecem só nas somas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a charge</source>
        <translation>Sem cobrança</translation>
    </message>
    <message>
        <source>Came by Pix</source>
        <translation>Entrou por Pix</translation>
    </message>
    <message>
        <source>no charge</source>
        <translation>sem cobrança</translation>
    </message>
    <message>
        <source>a charge&apos;s after all</source>
        <translation>era de uma cobrança</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retirado</translation>
    </message>
    <message numerus="yes">
        <source>%n Pix</source>
        <translation>
            <numerusform>%n Pix</numerusform>
            <numerusform>%n Pix</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 were a charge&apos;s after all</source>
        <translation>%1 eram de uma cobrança</translation>
    </message>
    <message>
        <source>Close %1 with %2 come in by Pix? It cannot be opened again.</source>
        <translation>Fechar %1 com %2 que entraram por Pix? Depois não dá para reabrir.</translation>
    </message>
    <message>
        <source>closed at %1</source>
        <translation>fechado às %1</translation>
    </message>
    <message>
        <source>closed on %1</source>
        <translation>fechado em %1</translation>
    </message>
    <message>
        <source>%1 · report no. %2, %3</source>
        <translation>%1 · relatório nº %2, %3</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 por %2</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) at closing</source>
        <translation>
            <numerusform>%n diferença no fechamento</numerusform>
            <numerusform>%n diferenças no fechamento</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 have come in by Pix now. Look at it once more.</source>
        <translation>Agora entraram %1 por Pix. Confira mais uma vez.</translation>
    </message>
    <message>
        <source>counter sale</source>
        <translation>venda do balcão</translation>
    </message>
    <message>
        <source>All tills</source>
        <translation>Todos os caixas</translation>
    </message>
    <message>
        <source>%1 has charged nothing on this day.</source>
        <translation>%1 não cobrou nada neste dia.</translation>
    </message>
    <message>
        <source>%1 has charged nothing today.</source>
        <translation>%1 não cobrou nada hoje.</translation>
    </message>
    <message numerus="yes">
        <source>%n counted as sale(s) at the counter.</source>
        <translation>
            <numerusform>%n Pix contado como venda do balcão.</numerusform>
            <numerusform>%n Pix contados como vendas do balcão.</numerusform>
        </translation>
    </message>
    <message>
        <source>bank statement read at %1</source>
        <translation>extrato lido às %1</translation>
    </message>
    <message>
        <source>bank statement read on %1</source>
        <translation>extrato lido em %1</translation>
    </message>
    <message>
        <source>What was just said of a Pix without a charge is still on its way to the shop&apos;s server.</source>
        <translation>O que se disse de um Pix sem cobrança ainda está indo para o servidor da loja.</translation>
    </message>
    <message>
        <source>customer known</source>
        <translation>cliente identificado</translation>
    </message>
    <message>
        <source>Who paid %1? Name, or end of the phone…</source>
        <translation>Quem pagou %1? Nome ou final do telefone…</translation>
    </message>
    <message>
        <source>link</source>
        <translation>ligar</translation>
    </message>
    <message>
        <source>Asked for as much</source>
        <translation>Cobrança de mesmo valor</translation>
    </message>
    <message>
        <source>%1 linked to %2.</source>
        <translation>%1 ligado a %2.</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Abrir conversa</translation>
    </message>
    <message>
        <source>Link to a customer…</source>
        <translation>Ligar a um cliente…</translation>
    </message>
    <message>
        <source>Link to another customer…</source>
        <translation>Ligar a outro cliente…</translation>
    </message>
    <message>
        <source>It is a counter sale</source>
        <translation>É venda do balcão</translation>
    </message>
    <message>
        <source>It is no counter sale</source>
        <translation>Não é venda do balcão</translation>
    </message>
    <message>
        <source>It is not this customer&apos;s</source>
        <translation>Não é deste cliente</translation>
    </message>
    <message>
        <source>%1 came without a charge again.</source>
        <translation>%1 voltou a constar como vindo sem cobrança.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk could not be written: it was not done.</source>
        <translation>Não deu para gravar no disco deste computador: nada foi feito.</translation>
    </message>
</context>
<context>
    <name>balcao::desk::TillSheet</name>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>Served by</source>
        <translation>Atendeu</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Cobrado</translation>
    </message>
    <message>
        <source>Paid at the bank</source>
        <translation>Pago no banco</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Devolvido</translation>
    </message>
    <message>
        <source>Taken back (MED)</source>
        <translation>Retirado (MED)</translation>
    </message>
    <message>
        <source>Settled by hand</source>
        <translation>Baixa manual</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>Pago em</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Pago por</translation>
    </message>
    <message>
        <source>After report no.</source>
        <translation>Depois do fechamento nº</translation>
    </message>
    <message>
        <source>Pix code (txid or E2E)</source>
        <translation>Código do Pix (txid ou E2E)</translation>
    </message>
    <message>
        <source>Without a charge</source>
        <translation>Sem cobrança</translation>
    </message>
</context>
<context>
    <name>balcao::desk::TillWords</name>
    <message>
        <source>Paid late</source>
        <translation>Pago depois</translation>
    </message>
    <message>
        <source>Paid too little: %1 instead of %2</source>
        <translation>Pago a menos: %1 em vez de %2</translation>
    </message>
    <message>
        <source>Paid too much: %1 instead of %2</source>
        <translation>Pago a mais: %1 em vez de %2</translation>
    </message>
    <message numerus="yes">
        <source>Paid %n times: %1 instead of %2</source>
        <translation>
            <numerusform>Pago %n vez: %1 em vez de %2</numerusform>
            <numerusform>Pago %n vezes: %1 em vez de %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid after it was cancelled: %1</source>
        <translation>Pago depois de cancelada: %1</translation>
    </message>
    <message>
        <source>Paid after its time was over: %1</source>
        <translation>Pago depois de expirar: %1</translation>
    </message>
    <message>
        <source>Taken back by the bank (MED): %1 of %2</source>
        <translation>Retirado pelo banco (MED): %1 de %2</translation>
    </message>
    <message>
        <source>Charge the %1 that are missing, or agree on it with the customer.</source>
        <translation>Cobre os %1 que faltam, ou combine com o cliente.</translation>
    </message>
    <message>
        <source>Give %1 back to whoever paid, or agree on it with the customer.</source>
        <translation>Devolva %1 a quem pagou, ou combine com o cliente.</translation>
    </message>
    <message>
        <source>Give %1 back to whoever paid, by the bank and never to another key.</source>
        <translation>Devolva %1 a quem pagou, pelo banco e nunca para outra chave.</translation>
    </message>
    <message>
        <source>See whether the order still stands: hand it over, or give the money back.</source>
        <translation>Veja se o pedido ainda vale: entregue, ou devolva o dinheiro.</translation>
    </message>
    <message>
        <source>Talk to your bank before anything else is handed over: the money is no longer the shop&apos;s.</source>
        <translation>Fale com o seu banco antes de entregar mais alguma coisa: o dinheiro não é mais da loja.</translation>
    </message>
    <message>
        <source>%1 more than was charged came in</source>
        <translation>Entrou %1 a mais do que o cobrado</translation>
    </message>
    <message>
        <source>%1 less than was charged came in</source>
        <translation>Entrou %1 a menos do que o cobrado</translation>
    </message>
    <message>
        <source>No charge of Balcão&apos;s · E2E ending in %1</source>
        <translation>Sem cobrança do Balcão · E2E final %1</translation>
    </message>
</context>
<context>
    <name>balcao::desk::Transcript</name>
    <message>
        <source>In answer to: %1</source>
        <translation>Em resposta a: %1</translation>
    </message>
    <message>
        <source>(The rest of this message is not printed.)</source>
        <translation>(O resto desta mensagem não foi impresso.)</translation>
    </message>
    <message>
        <source>Team note</source>
        <translation>Nota da equipe</translation>
    </message>
    <message>
        <source>reaction %1</source>
        <translation>reação %1</translation>
    </message>
    <message>
        <source>Printed on %1</source>
        <translation>Impresso em %1</translation>
    </message>
    <message>
        <source>Messages from %1 to %2</source>
        <translation>Mensagens de %1 a %2</translation>
    </message>
</context>
<context>
    <name>balcao::desk::Wording</name>
    <message>
        <source>What was typed is in its list, marked.</source>
        <translation>O que foi escrito está na lista, marcado.</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ontem</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ontem</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Áudio</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Figurinha</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Localização</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contato</translation>
    </message>
    <message>
        <source>Form answered</source>
        <translation>Formulário respondido</translation>
    </message>
    <message>
        <source>Order from the catalogue</source>
        <translation>Pedido do catálogo</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reação</translation>
    </message>
    <message>
        <source>Opened the chat</source>
        <translation>Abriu a conversa</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>WhatsApp could not pass this message on. See it on the phone.</source>
        <translation>O WhatsApp não conseguiu repassar esta mensagem. Veja no celular.</translation>
    </message>
    <message>
        <source>A kind of message that this version does not show yet.</source>
        <translation>Um tipo de mensagem que esta versão ainda não mostra.</translation>
    </message>
    <message>
        <source>Not delivered: this number does not receive WhatsApp.</source>
        <translation>Não chegou: este número não recebe WhatsApp.</translation>
    </message>
    <message>
        <source>More than 24 h have passed. WhatsApp only delivers an approved template.</source>
        <translation>Passou de 24 h. O WhatsApp só entrega um modelo aprovado.</translation>
    </message>
    <message>
        <source>Not sent: Meta refused it because of too many sends. Nothing was charged.</source>
        <translation>Não foi: a Meta recusou por excesso de envios. Nada foi cobrado.</translation>
    </message>
    <message>
        <source>Not sent: this customer is blocked.</source>
        <translation>Não foi: este cliente está bloqueado.</translation>
    </message>
    <message>
        <source>Not sent: the customer stopped these messages.</source>
        <translation>Não foi: o cliente parou de receber estas mensagens.</translation>
    </message>
    <message>
        <source>Not sent. Code %1.</source>
        <translation>Não foi enviada. Código %1.</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>hoje %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>amanhã %1</translation>
    </message>
    <message>
        <source>this computer mixed two things up; do it again</source>
        <translation>este computador trocou duas coisas; faça de novo</translation>
    </message>
    <message>
        <source>the shop&apos;s server is older than this program and does not know it</source>
        <translation>o servidor da loja é mais antigo que este programa e não conhece isso</translation>
    </message>
    <message>
        <source>the shop&apos;s server could not read it</source>
        <translation>o servidor da loja não conseguiu ler</translation>
    </message>
    <message>
        <source>it waited too long for the connection</source>
        <translation>esperou demais pela conexão</translation>
    </message>
    <message>
        <source>something changed here meanwhile; look again and repeat it</source>
        <translation>algo mudou aqui nesse meio-tempo; confira e repita</translation>
    </message>
    <message>
        <source>this operator no longer serves in this shop</source>
        <translation>este atendente não atende mais nesta loja</translation>
    </message>
    <message>
        <source>only a manager may do this</source>
        <translation>só um gerente pode fazer isso</translation>
    </message>
    <message>
        <source>the shop needs one manager at least</source>
        <translation>a loja precisa de pelo menos um gerente</translation>
    </message>
    <message>
        <source>the shop&apos;s server does not know this customer</source>
        <translation>o servidor da loja não conhece este cliente</translation>
    </message>
    <message>
        <source>the shop&apos;s server does not know this conversation</source>
        <translation>o servidor da loja não conhece esta conversa</translation>
    </message>
    <message>
        <source>the shop&apos;s server does not know this message</source>
        <translation>o servidor da loja não conhece esta mensagem</translation>
    </message>
    <message>
        <source>this tag no longer exists</source>
        <translation>esta etiqueta não existe mais</translation>
    </message>
    <message>
        <source>another tag has this name</source>
        <translation>outra etiqueta já tem este nome</translation>
    </message>
    <message>
        <source>this note no longer exists</source>
        <translation>esta nota não existe mais</translation>
    </message>
    <message>
        <source>this quick reply no longer exists</source>
        <translation>esta resposta rápida não existe mais</translation>
    </message>
    <message>
        <source>the shop no longer has this number</source>
        <translation>a loja não tem mais este número</translation>
    </message>
    <message>
        <source>the attachment is not on the shop&apos;s server</source>
        <translation>o anexo não está no servidor da loja</translation>
    </message>
    <message>
        <source>more than 24 h have passed since the customer wrote</source>
        <translation>passou de 24 h desde que o cliente escreveu</translation>
    </message>
    <message>
        <source>this customer&apos;s data was erased at their request</source>
        <translation>os dados deste cliente foram apagados a pedido dele</translation>
    </message>
    <message>
        <source>this message is on its way, arrived or went again already</source>
        <translation>esta mensagem está a caminho, já chegou ou já foi de novo</translation>
    </message>
    <message>
        <source>that time has passed already</source>
        <translation>esse horário já passou</translation>
    </message>
    <message>
        <source>the shop&apos;s server has a fault; tell whoever cares for it</source>
        <translation>o servidor da loja está com defeito; avise quem cuida dele</translation>
    </message>
    <message>
        <source>the shop&apos;s server refused it</source>
        <translation>o servidor da loja recusou</translation>
    </message>
    <message>
        <source>Not sent: %1.</source>
        <translation>Não foi enviada: %1.</translation>
    </message>
    <message>
        <source>Not done: %1.</source>
        <translation>Não foi feito: %1.</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Segunda</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Terça</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Quarta</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Quinta</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Sexta</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Sábado</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Domingo</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>How a day and its month are written, for QLocale::toString(): words stand in single quotes.</extracomment>
        <translation>d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>first</comment>
        <extracomment>The same of a first of the month.</extracomment>
        <translation>dº &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A day and its month, then a year that is not this one.</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>the shop&apos;s server does not know this charge</source>
        <translation>o servidor da loja não conhece esta cobrança</translation>
    </message>
    <message>
        <source>this charge is paid, cancelled or over already</source>
        <translation>esta cobrança já foi paga, cancelada ou venceu</translation>
    </message>
    <message>
        <source>the shop has not said yet to which Pix key it is paid</source>
        <translation>a loja ainda não disse em qual chave Pix recebe</translation>
    </message>
    <message>
        <source>no bank is connected to the shop&apos;s server</source>
        <translation>nenhum banco está ligado ao servidor da loja</translation>
    </message>
    <message>
        <source>the code would not pay this shop</source>
        <translation>o código não pagaria esta loja</translation>
    </message>
    <message>
        <source>another manager has to confirm it, or you after 24 h</source>
        <translation>outro gerente precisa confirmar, ou você depois de 24 h</translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>hoje, %1</translation>
    </message>
    <message>
        <source>tomorrow, %1</source>
        <translation>amanhã, %1</translation>
    </message>
    <message>
        <source>Pix charge</source>
        <translation>Cobrança Pix</translation>
    </message>
    <message>
        <source>Pix code to copy and paste</source>
        <translation>Código Pix copia e cola</translation>
    </message>
    <message>
        <source>Not sent: this Pix code would not pay the shop.</source>
        <translation>Não foi enviado: este código Pix não pagaria a loja.</translation>
    </message>
    <message>
        <source>Not sent: this charge is not to be paid any more.</source>
        <translation>Não foi enviado: esta cobrança já não é para pagar.</translation>
    </message>
    <message>
        <source>that day has not begun yet</source>
        <translation>esse dia ainda não começou</translation>
    </message>
    <message>
        <source>paying back is not switched on at the shop&apos;s server</source>
        <translation>a devolução não está ligada no servidor da loja</translation>
    </message>
    <message>
        <source>something of this charge is being paid back already</source>
        <translation>já há uma devolução em andamento nesta cobrança</translation>
    </message>
    <message>
        <source>it was paid more than 90 days ago; the bank pays nothing back then</source>
        <translation>foi paga há mais de 90 dias; depois disso o banco não devolve</translation>
    </message>
    <message>
        <source>this computer was connected less than a day ago; for that long nothing is paid back from it</source>
        <translation>este computador foi conectado há menos de um dia; até lá nada é devolvido por ele</translation>
    </message>
    <message>
        <source>that is more than is left of any one payment</source>
        <translation>é mais do que resta de um mesmo pagamento</translation>
    </message>
</context>
<context>
    <name>balcao::desk::WorkPresenter</name>
    <message>
        <source>Conversation reopened.</source>
        <translation>Conversa reaberta.</translation>
    </message>
    <message>
        <source>Conversation resolved.</source>
        <translation>Conversa resolvida.</translation>
    </message>
    <message>
        <source>Conversation snoozed until %1.</source>
        <translation>Conversa adiada até %1.</translation>
    </message>
    <message>
        <source>The conversation is nobody&apos;s again.</source>
        <translation>A conversa voltou para a fila de todos.</translation>
    </message>
    <message>
        <source>Conversation handed over to %1.</source>
        <translation>Conversa passada para %1.</translation>
    </message>
    <message>
        <source>Tag %1 removed.</source>
        <translation>Etiqueta %1 tirada.</translation>
    </message>
    <message>
        <source>Tag %1 added.</source>
        <translation>Etiqueta %1 posta.</translation>
    </message>
    <message>
        <source>Team note added.</source>
        <translation>Nota da equipe guardada.</translation>
    </message>
    <message>
        <source>Quick reply %1 made.</source>
        <translation>Resposta rápida %1 criada.</translation>
    </message>
    <message>
        <source>Quick reply %1 changed.</source>
        <translation>Resposta rápida %1 mudada.</translation>
    </message>
    <message>
        <source>Quick reply %1 retired.</source>
        <translation>Resposta rápida %1 aposentada.</translation>
    </message>
    <message>
        <source>The message was left as it is.</source>
        <translation>Mensagem deixada como está.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::AmountEdit</name>
    <message>
        <source>Type only the digits</source>
        <translation>Digite só os números</translation>
    </message>
</context>
<context>
    <name>balcao::ui::AmountField</name>
    <message>
        <source>Amount in reais</source>
        <translation>Valor em reais</translation>
    </message>
    <message>
        <source>Type digits only: they move in from the right</source>
        <translation>Digite só os números: eles entram pela direita</translation>
    </message>
</context>
<context>
    <name>balcao::ui::Composer</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Escreva uma resposta</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Send and next</source>
        <translation>Enviar e próxima</translation>
    </message>
    <message>
        <source>Quick reply</source>
        <translation>Resposta rápida</translation>
    </message>
    <message>
        <source>Quick reply (F4)</source>
        <translation>Resposta rápida (F4)</translation>
    </message>
    <message>
        <source>Only the team sees it (F7)</source>
        <translation>Só a equipe vê (F7)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Only the team sees it</source>
        <translation>Só a equipe vê</translation>
    </message>
    <message>
        <source>Team note</source>
        <translation>Nota da equipe</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Emoji (Ctrl+.)</source>
        <translation>Emoji (Ctrl+.)</translation>
    </message>
    <message>
        <source>Remind me to call</source>
        <translation>Lembrar de ligar</translation>
    </message>
    <message>
        <source>Snooze (Ctrl+D)</source>
        <translation>Adiar (Ctrl+D)</translation>
    </message>
    <message>
        <source>Only a note for the team can be written now (F7)</source>
        <translation>Agora só dá para escrever uma nota da equipe (F7)</translation>
    </message>
    <message>
        <source>Pix</source>
        <translation>Pix</translation>
    </message>
    <message>
        <source>Charge with Pix</source>
        <translation>Cobrar com Pix</translation>
    </message>
    <message>
        <source>Charge with Pix (F9)</source>
        <translation>Cobrar com Pix (F9)</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ConnectionStrip</name>
    <message>
        <source>Connection</source>
        <translation>Conexão</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ConsentList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Record what the customer said</source>
        <translation>Registrar o que o cliente disse</translation>
    </message>
    <message>
        <source>The customer accepts</source>
        <translation>O cliente aceita</translation>
    </message>
    <message>
        <source>The customer does not want</source>
        <translation>O cliente não quer</translation>
    </message>
</context>
<context>
    <name>balcao::ui::CustomerPanel</name>
    <message>
        <source>show</source>
        <translation>mostrar</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>editar</translation>
    </message>
    <message>
        <source>change (Ctrl+L)</source>
        <translation>mudar (Ctrl+L)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Shop notes</source>
        <translation>Anotações da loja</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimento</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Histórico</translation>
    </message>
    <message>
        <source>Customer&apos;s name</source>
        <translation>Nome do cliente</translation>
    </message>
    <message>
        <source>Shop notes about this customer</source>
        <translation>Anotações da loja sobre este cliente</translation>
    </message>
    <message>
        <source>Nothing noted.</source>
        <translation>Nada anotado.</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>guardar</translation>
    </message>
    <message>
        <source>Show it in the conversation</source>
        <translation>Mostrar na conversa</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Ficar com a minha</translation>
    </message>
    <message>
        <source>Puts your text in place of the one above</source>
        <translation>Põe o seu texto no lugar do de cima</translation>
    </message>
    <message>
        <source>Keep the one above</source>
        <translation>Ficar com a de cima</translation>
    </message>
    <message>
        <source>Leaves the text above as it is and drops yours</source>
        <translation>Deixa o texto de cima como está e descarta o seu</translation>
    </message>
    <message>
        <source>Pix</source>
        <translation>Pix</translation>
    </message>
</context>
<context>
    <name>balcao::ui::EmojiDialog</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Buscar emoji</translation>
    </message>
    <message>
        <source>Search: heart, cake, thank you</source>
        <translation>Buscar: coração, bolo, obrigado</translation>
    </message>
    <message>
        <source>Groups of emoji</source>
        <translation>Grupos de emoji</translation>
    </message>
</context>
<context>
    <name>balcao::ui::FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>Buscar nesta conversa</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Próximo resultado</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fechar a busca</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Próximo resultado (Enter)</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Resultado anterior (Shift+Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
</context>
<context>
    <name>balcao::ui::FirstRunPage</name>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Experimentar</translation>
    </message>
    <message>
        <source>Connect this computer to the shop</source>
        <translation>Conectar este computador à loja</translation>
    </message>
    <message>
        <source>Ask whoever installed the shop&apos;s server for the two of them.</source>
        <translation>Peça os dois dados a quem instalou o servidor da loja.</translation>
    </message>
    <message>
        <source>Address of the shop&apos;s server</source>
        <translation>Endereço do servidor da loja</translation>
    </message>
    <message>
        <source>Without “https://”.</source>
        <translation>Sem “https://”.</translation>
    </message>
    <message>
        <source>Pairing code</source>
        <translation>Código de pareamento</translation>
    </message>
    <message>
        <source>8 letters and digits. Works for 10 minutes and only once.</source>
        <translation>8 letras e números. Vale por 10 minutos e só uma vez.</translation>
    </message>
    <message>
        <source>This computer&apos;s name</source>
        <translation>Nome deste computador</translation>
    </message>
    <message>
        <source>Try it with sample data</source>
        <translation>Experimentar com dados de exemplo</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>or</source>
        <translation>ou</translation>
    </message>
    <message>
        <source>A made-up bakery with a simulated WhatsApp and bank. Nothing is really sent.</source>
        <translation>Uma padaria fictícia, com WhatsApp e banco simulados. Nada é enviado.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ForeignPixDialog</name>
    <message>
        <source>Pix that is not the shop&apos;s</source>
        <translation>Pix que não é da loja</translation>
    </message>
    <message>
        <source>Whoever pays it pays somebody else. Programs that swap a copied key exist: compare it letter by letter. To charge for the shop, use Pix (F9).</source>
        <translation>Quem pagar, paga outra pessoa. Existem programas que trocam a chave copiada: compare letra por letra. Para cobrar pela loja, use Pix (F9).</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Não enviar</translation>
    </message>
    <message>
        <source>Send all the same</source>
        <translation>Enviar mesmo assim</translation>
    </message>
</context>
<context>
    <name>balcao::ui::InboxPage</name>
    <message>
        <source>Look</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation>Ajustes: %1</translation>
    </message>
</context>
<context>
    <name>balcao::ui::KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos do teclado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>balcao::ui::LinkDialog</name>
    <message>
        <source>Open a link</source>
        <translation>Abrir um link</translation>
    </message>
    <message>
        <source>This link was sent in the chat. It leads to:</source>
        <translation>Este link foi enviado na conversa. Ele leva a:</translation>
    </message>
    <message>
        <source>Open it only if you know this address. A bank never asks for data by link.</source>
        <translation>Abra só se você conhece este endereço. Banco nunca pede dados por link.</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Não abrir</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Abrir no navegador</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ListEditor</name>
    <message>
        <source>Retire…</source>
        <translation>Aposentar…</translation>
    </message>
    <message>
        <source>Retire for good</source>
        <translation>Aposentar de vez</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1, falta guardar</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>falta guardar</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>Descartar mesmo</translation>
    </message>
    <message>
        <source>Discard what was typed here and not saved? This cannot be undone.</source>
        <translation>Descartar o que foi escrito aqui e não foi salvo? Não dá para desfazer.</translation>
    </message>
    <message>
        <source>Not saved yet: %1. Close once more and it stays here, marked, while Balcão runs.</source>
        <translation>Falta guardar: %1. Feche de novo para deixar para depois: o texto espera aqui, mas se perde quando o Balcão for fechado.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ListPane</name>
    <message>
        <source>Conversations</source>
        <translation>Conversas</translation>
    </message>
    <message>
        <source>See the snoozed ones</source>
        <translation>Ver adiadas</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Ordem: %1</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Linhas compactas</translation>
    </message>
    <message>
        <source>Only who is waiting</source>
        <translation>Só quem está esperando</translation>
    </message>
    <message>
        <source>%1, tag %2</source>
        <translation>%1, etiqueta %2</translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>Etiqueta: %1</translation>
    </message>
    <message>
        <source>Tag: %1. Remove it from the list</source>
        <translation>Etiqueta: %1. Tirar da lista</translation>
    </message>
    <message>
        <source>Show all again (Delete)</source>
        <translation>Mostrar todas de novo (Delete)</translation>
    </message>
    <message>
        <source>Only in the view</source>
        <translation>Só na lista</translation>
    </message>
    <message>
        <source>Only with the tag</source>
        <translation>Só com a etiqueta</translation>
    </message>
</context>
<context>
    <name>balcao::ui::MainWindow</name>
    <message>
        <source>Balcão — First run</source>
        <translation>Balcão — Primeiro uso</translation>
    </message>
    <message>
        <source>Balcão — %1</source>
        <translation>Balcão — %1</translation>
    </message>
</context>
<context>
    <name>balcao::ui::MessageArea</name>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Go to the message it answers</source>
        <translation>Ir para a mensagem respondida</translation>
    </message>
    <message>
        <source>Open %1…</source>
        <translation>Abrir %1…</translation>
    </message>
    <message>
        <source>Newest messages</source>
        <translation>Mensagens mais novas</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Copy the Pix code</source>
        <translation>Copiar o código Pix</translation>
    </message>
    <message>
        <source>Show the QR on the screen</source>
        <translation>Mostrar QR na tela</translation>
    </message>
    <message>
        <source>Settle by hand…</source>
        <translation>Dar baixa manual…</translation>
    </message>
    <message>
        <source>Cancel the charge</source>
        <translation>Cancelar a cobrança</translation>
    </message>
    <message>
        <source>Pay back…</source>
        <translation>Devolver…</translation>
    </message>
</context>
<context>
    <name>balcao::ui::NoticeStrip</name>
    <message>
        <source>Got it</source>
        <translation>Entendi</translation>
    </message>
</context>
<context>
    <name>balcao::ui::OperatorPage</name>
    <message>
        <source>Your name</source>
        <translation>Seu nome</translation>
    </message>
    <message>
        <source>Start serving</source>
        <translation>Começar a atender</translation>
    </message>
    <message>
        <source>Who is serving</source>
        <translation>Quem atende</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>%1 (manager)</source>
        <translation>%1 (gerente)</translation>
    </message>
    <message>
        <source>Who manages the shop?</source>
        <translation>Quem é o gerente da loja?</translation>
    </message>
    <message>
        <source>Who is serving?</source>
        <translation>Quem está atendendo?</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Um momento</translation>
    </message>
    <message>
        <source>Fetching from the shop&apos;s server who serves here. It needs the connection this once.</source>
        <translation>Buscando no servidor da loja quem atende aqui. Desta vez é preciso ter conexão.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::PaletteDialog</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search customers, conversations and actions</source>
        <translation>Buscar clientes, conversas e ações</translation>
    </message>
    <message>
        <source>Search customer, conversation, amount…</source>
        <translation>Buscar cliente, conversa, valor…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc fecha</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>escolher</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>Also finds: end of the phone · 123,45 · #tag</source>
        <translation>Também acha: final do telefone · 123,45 · #etiqueta</translation>
    </message>
    <message>
        <source>the customer&apos;s actions</source>
        <translation>ações do cliente</translation>
    </message>
</context>
<context>
    <name>balcao::ui::PickDialog</name>
    <message>
        <source>Another conversation is open by now. Nothing was done; close this and ask again.</source>
        <translation>Agora há outra conversa aberta. Nada foi feito; feche isto e peça de novo.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::PixDialog</name>
    <message>
        <source>Charge with Pix</source>
        <translation>Cobrar com Pix</translation>
    </message>
    <message>
        <source>Close without charging</source>
        <translation>Fechar sem cobrar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>próximo campo</translation>
    </message>
    <message>
        <source>back without charging</source>
        <translation>volta sem cobrar</translation>
    </message>
    <message>
        <source>Only copy the code</source>
        <translation>Só copiar o código</translation>
    </message>
    <message>
        <source>Enter ×2</source>
        <translation>Enter ×2</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>Copiar de novo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
</context>
<context>
    <name>balcao::ui::PixForm</name>
    <message>
        <source>Amount</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>From the chat:</source>
        <translation>Da conversa:</translation>
    </message>
    <message>
        <source>uses this amount</source>
        <translation>usa este valor</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>shows in the payer&apos;s bank</source>
        <translation>aparece no banco de quem paga</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Vale até</translation>
    </message>
    <message>
        <source>tomorrow 18h, friday, 25/11 14:30</source>
        <translation>amanhã 18h, sexta, 25/11 14:30</translation>
    </message>
    <message>
        <source>Who receives</source>
        <translation>Quem recebe</translation>
    </message>
    <message>
        <source>Say to which key it is paid…</source>
        <translation>Dizer em que chave recebe…</translation>
    </message>
    <message>
        <source>The shop&apos;s account</source>
        <translation>Conta da loja</translation>
    </message>
    <message>
        <source>Only a manager changes the key, with the PIN. Every change is written down.</source>
        <translation>Só a gerência troca a chave, com PIN. Toda troca fica registrada.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Usar %1</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>The shop has not said yet to which key it is paid.</source>
        <translation>A loja ainda não disse em que chave recebe.</translation>
    </message>
    <message>
        <source>A manager does it in the settings, under “Receiving”.</source>
        <translation>A gerência diz nos ajustes, em “Recebimentos”.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::PixPreview</name>
    <message>
        <source>Show the QR on the screen</source>
        <translation>Mostrar QR na tela</translation>
    </message>
    <message>
        <source>For a customer at the counter: nothing is sent</source>
        <translation>Para um cliente no balcão: nada é enviado</translation>
    </message>
    <message>
        <source>Pix to</source>
        <translation>Pix para</translation>
    </message>
    <message>
        <source>What %1 will see</source>
        <translation>O que %1 vai ver</translation>
    </message>
    <message>
        <source>The bank makes the QR once you send it.</source>
        <translation>O banco faz o QR quando você enviar.</translation>
    </message>
    <message>
        <source>The QR stands here once there is an amount.</source>
        <translation>O QR aparece aqui quando houver um valor.</translation>
    </message>
    <message>
        <source>QR and code go together.</source>
        <translation>QR e código copia e cola vão juntos.</translation>
    </message>
    <message>
        <source>Only the bank confirms.</source>
        <translation>Só o banco confirma.</translation>
    </message>
    <message>
        <source>A receipt is no payment. The chat turns green when the money is in the account.</source>
        <translation>Comprovante não é pagamento. A conversa fica verde quando o dinheiro entra na conta.</translation>
    </message>
    <message>
        <source>Confirmed by hand.</source>
        <translation>Confirmação manual.</translation>
    </message>
    <message>
        <source>A receipt is no payment. Look into the shop&apos;s account before you hand anything over.</source>
        <translation>Comprovante não é pagamento. Olhe a conta da loja antes de entregar.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::PrintDialog</name>
    <message>
        <source>With the team&apos;s notes and who did what</source>
        <translation>Com as notas da equipe e quem fez o quê</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Salvar em PDF…</translation>
    </message>
    <message>
        <source>Print the conversation</source>
        <translation>Imprimir a conversa</translation>
    </message>
    <message>
        <source>The phone is printed as the screen shows it: %1</source>
        <translation>O telefone sai como aparece na tela: %1</translation>
    </message>
    <message>
        <source>This computer has no printer. Save a PDF here and print it where there is one.</source>
        <translation>Este computador não tem impressora. Salve em PDF e imprima em outro que tenha.</translation>
    </message>
    <message>
        <source>Of a long conversation that is what is loaded: scroll up first for more.</source>
        <translation>Numa conversa longa sai só o que está carregado. Para incluir mais, role para cima antes.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message numerus="yes">
        <source>All that is loaded: %n message(s)</source>
        <translation>
            <numerusform>Tudo o que está carregado: %n mensagem</numerusform>
            <numerusform>Tudo o que está carregado: %n mensagens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only what is selected: %n message(s)</source>
        <translation>
            <numerusform>Só o que está marcado: %n mensagem</numerusform>
            <numerusform>Só o que está marcado: %n mensagens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>balcao::ui::Printing</name>
    <message>
        <source>conversation</source>
        <translation>conversa</translation>
    </message>
    <message>
        <source>Nothing was printed: the conversations were hidden meanwhile.</source>
        <translation>Nada foi impresso: a tela foi protegida antes.</translation>
    </message>
    <message>
        <source>Nothing was printed: another conversation is open now.</source>
        <translation>Nada foi impresso: agora é outra conversa que está aberta.</translation>
    </message>
    <message>
        <source>It could not be printed. See whether the printer is on.</source>
        <translation>Não deu para imprimir. Veja se a impressora está ligada.</translation>
    </message>
    <message>
        <source>The PDF could not be written there. Choose another folder.</source>
        <translation>Não deu para gravar o PDF ali. Escolha outra pasta.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado para a impressora.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Salvo: %1</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ProofStrip</name>
    <message>
        <source>Answer politely</source>
        <translation>Responder com educação</translation>
    </message>
    <message>
        <source>It is no receipt</source>
        <translation>Não é comprovante</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ProtectedPage</name>
    <message>
        <source>Come back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Forgot it? Whoever looks after the shop&apos;s server makes another PIN.</source>
        <translation>Esqueceu? Quem cuida do servidor da loja cria outro PIN.</translation>
    </message>
    <message>
        <source>Screen protected</source>
        <translation>Tela protegida</translation>
    </message>
    <message>
        <source>Who is serving</source>
        <translation>Quem atende</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Serving goes on. Type your PIN to come back to where you were.</source>
        <translation>O atendimento continua. Digite o seu PIN para voltar de onde parou.</translation>
    </message>
    <message>
        <source>Serving goes on. Press Enter to come back to where you were.</source>
        <translation>O atendimento continua. Aperte Enter para voltar de onde parou.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Hora: %1</translation>
    </message>
</context>
<context>
    <name>balcao::ui::QrScreen</name>
    <message>
        <source>Pix</source>
        <translation>Pix</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc fecha</translation>
    </message>
</context>
<context>
    <name>balcao::ui::QrView</name>
    <message>
        <source>QR of this Pix</source>
        <translation>QR deste Pix</translation>
    </message>
</context>
<context>
    <name>balcao::ui::RailPane</name>
    <message>
        <source>Views</source>
        <translation>Visões</translation>
    </message>
    <message>
        <source>Change the shop&apos;s tags…</source>
        <translation>Mudar as etiquetas da loja…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Settings of this computer</source>
        <translation>Ajustes deste computador</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Fechar o dia</translation>
    </message>
    <message>
        <source>The day&apos;s charges, and closing it</source>
        <translation>As cobranças do dia e o fechamento</translation>
    </message>
</context>
<context>
    <name>balcao::ui::RefundDialog</name>
    <message>
        <source>Pay back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Out of stock, paid twice…</source>
        <translation>Acabou o produto, pagou duas vezes…</translation>
    </message>
    <message>
        <source>How much, in reais</source>
        <translation>Quanto, em reais</translation>
    </message>
    <message>
        <source>The bank takes it from the shop&apos;s account. It counts as paid back when the bank says so; your name and the reason stand beside it for everybody.</source>
        <translation>O banco tira da conta da loja. Só conta como devolvido quando o banco diz; seu nome e o motivo ficam ao lado, para todos verem.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::RepliesDialog</name>
    <message>
        <source>The shop&apos;s quick replies</source>
        <translation>Respostas rápidas da loja</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>What the customer reads</source>
        <translation>O que o cliente lê</translation>
    </message>
    <message>
        <source>Filled in by itself: {nome} {operador} {loja} {saudacao}. Asked before it is sent: {valor?}</source>
        <translation>Entram sozinhos: {nome} {operador} {loja} {saudacao}. Perguntado antes de enviar: {valor?}</translation>
    </message>
    <message>
        <source>New quick reply</source>
        <translation>Nova resposta rápida</translation>
    </message>
    <message>
        <source>Make quick reply</source>
        <translation>Criar resposta rápida</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SettingsAccount</name>
    <message>
        <source>Change the PIN</source>
        <translation>Trocar o PIN</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Who serves at this computer, and which shop it is.</source>
        <translation>Quem atende neste computador, e em qual loja.</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Atendendo</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Loja</translation>
    </message>
    <message>
        <source>Shop&apos;s server</source>
        <translation>Servidor da loja</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este computador</translation>
    </message>
    <message>
        <source>Switch operator</source>
        <translation>Trocar quem atende</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Seu PIN</translation>
    </message>
    <message>
        <source>Current PIN</source>
        <translation>PIN atual</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>PIN novo</translation>
    </message>
    <message>
        <source>4 to 8 digits; managers 6 to 8. Only you should know it.</source>
        <translation>De 4 a 8 números; gerência, de 6 a 8. Só você deve saber.</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>PIN novo de novo</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Um momento…</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SettingsConnection</name>
    <message>
        <source>Test now</source>
        <translation>Testar agora</translation>
    </message>
    <message>
        <source>Connection and number</source>
        <translation>Conexão e número</translation>
    </message>
    <message>
        <source>The way of the messages, and how the shop&apos;s number stands.</source>
        <translation>O caminho das mensagens e a situação do número da loja.</translation>
    </message>
    <message>
        <source>Shop&apos;s number</source>
        <translation>Número da loja</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Way of a message</source>
        <translation>Caminho da mensagem</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SettingsData</name>
    <message>
        <source>Data</source>
        <translation>Dados</translation>
    </message>
    <message>
        <source>The shop&apos;s conversations stand on the shop&apos;s server. This computer keeps a copy, so that it works without the connection.</source>
        <translation>As conversas ficam no servidor da loja. Este computador guarda uma cópia, para funcionar sem conexão.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Copy of the conversations</source>
        <translation>Cópia das conversas</translation>
    </message>
    <message>
        <source>If it is lost, it is fetched anew.</source>
        <translation>Se ela se perder, é buscada de novo.</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Só neste computador</translation>
    </message>
    <message>
        <source>Drafts, what waits to be sent, small settings.</source>
        <translation>Rascunhos, o que está a enviar e pequenos ajustes.</translation>
    </message>
    <message>
        <source>Replaced copies</source>
        <translation>Cópias antigas</translation>
    </message>
    <message>
        <source>Kept 30 days after a copy was made anew, then erased.</source>
        <translation>Guardadas por 30 dias depois que a cópia é refeita; depois, apagadas.</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>A enviar</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Bom saber</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Criptografia</translation>
    </message>
    <message>
        <source>These files are not encrypted yet. Whoever can use your account on this computer can read them.</source>
        <translation>Estes arquivos ainda não são criptografados. Quem usa a sua conta neste computador consegue ler.</translation>
    </message>
    <message>
        <source>Token and keys</source>
        <translation>Acesso e chaves</translation>
    </message>
    <message>
        <source>In this system&apos;s password vault, never in a file. Without a vault they are forgotten when Balcão ends.</source>
        <translation>No cofre de senhas do sistema, nunca em arquivo. Sem cofre, são esquecidos quando o Balcão fecha.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <translation>Livre neste disco</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>não se sabe</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SettingsLook</name>
    <message>
        <source>Start minimised</source>
        <translation>Abrir minimizado</translation>
    </message>
    <message>
        <source>Closing the window leaves Balcão in the tray</source>
        <translation>Fechar a janela deixa o Balcão na bandeja</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Of this computer, whoever serves.</source>
        <translation>Deste computador, seja quem for que atende.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Tamanho do texto</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>Messages go on arriving and notifications appear. “Quit” stands in the tray&apos;s menu.</source>
        <translation>As mensagens continuam chegando e os avisos aparecem. “Sair” fica no menu da bandeja.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Text size (%)</source>
        <translation>Tamanho do texto, em por cento</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Closing the window leaves Balcão in the tray (this desktop has none)</source>
        <translation>Fechar a janela deixa o Balcão na bandeja (este sistema não tem bandeja)</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Verificar ortografia</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escrita</translation>
    </message>
    <message>
        <source>Words that the dictionary lacks are underlined; Shift+F7 offers others.</source>
        <translation>Palavras que o dicionário não conhece ficam sublinhadas; Shift+F7 sugere outras.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SettingsNotices</name>
    <message>
        <source>Play sounds</source>
        <translation>Tocar sons</translation>
    </message>
    <message>
        <source>Notify when a customer writes</source>
        <translation>Avisar quando um cliente escrever</translation>
    </message>
    <message>
        <source>With the customer&apos;s name and words</source>
        <translation>Com o nome do cliente e a mensagem</translation>
    </message>
    <message>
        <source>Sounds and notifications</source>
        <translation>Sons e avisos</translation>
    </message>
    <message>
        <source>Every sound has something to see beside it: a count, a strip, a red bubble.</source>
        <translation>Todo som tem algo que se vê junto: um número, uma faixa, um balão vermelho.</translation>
    </message>
    <message>
        <source>When Balcão is not in front, or another conversation is open.</source>
        <translation>Quando o Balcão não está na frente, ou outra conversa está aberta.</translation>
    </message>
    <message>
        <source>Off, a notification only says that somebody wrote. So it does while the screen is hidden.</source>
        <translation>Desligado, o aviso só diz que alguém escreveu. Com a tela protegida também.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sons</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Ouvir</translation>
    </message>
    <message>
        <source>Listen: %1</source>
        <translation>Ouvir: %1</translation>
    </message>
    <message>
        <source>A customer wrote</source>
        <translation>Um cliente escreveu</translation>
    </message>
    <message>
        <source>A message did not go</source>
        <translation>Uma mensagem não foi</translation>
    </message>
    <message>
        <source>The connection is back</source>
        <translation>A conexão voltou</translation>
    </message>
    <message>
        <source>The bank confirmed a Pix</source>
        <translation>O banco confirmou um Pix</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Everything can be done without the mouse. F1 shows this from anywhere.</source>
        <translation>Dá para fazer tudo sem o mouse. F1 mostra esta lista a qualquer hora.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Sounds and notifications</source>
        <translation>Sons e avisos</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidade</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dados</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Recebimentos</translation>
    </message>
    <message>
        <source>Connection and number</source>
        <translation>Conexão e número</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SettingsPrivacy</name>
    <message>
        <source>Privacy</source>
        <translation>Privacidade</translation>
    </message>
    <message>
        <source>A hidden screen shows no conversation, neither in the window nor in its title nor in notifications, and screen readers find none. Serving goes on.</source>
        <translation>Com a tela protegida, nenhuma conversa aparece: nem na janela, nem no título, nem nos avisos, nem para leitores de tela. O atendimento continua.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide now</source>
        <translation>Esconder agora</translation>
    </message>
    <message>
        <source>Hide by itself when nobody touches this computer for</source>
        <translation>Esconder sozinha quando ninguém mexer neste computador por</translation>
    </message>
    <message>
        <source>Hide at once</source>
        <translation>Esconder na hora</translation>
    </message>
    <message>
        <source>F12 or Esc Esc, from anywhere in the window.</source>
        <translation>F12 ou Esc Esc, em qualquer parte da janela.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SettingsReceiving</name>
    <message>
        <source>Receiving</source>
        <translation>Recebimentos</translation>
    </message>
    <message>
        <source>To whom the shop&apos;s Pix goes. The same on every computer.</source>
        <translation>Para quem vai o Pix da loja. O mesmo em todos os computadores.</translation>
    </message>
    <message>
        <source>Who receives</source>
        <translation>Quem recebe</translation>
    </message>
    <message>
        <source>Pix key</source>
        <translation>Chave Pix</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Cidade</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Outra chave</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Proposta</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Seu PIN</translation>
    </message>
    <message>
        <source>Confirm the new key</source>
        <translation>Confirmar a chave nova</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Kind of key</source>
        <translation>Tipo de chave</translation>
    </message>
    <message>
        <source>Chosen, never guessed: eleven digits may be a CPF and a mobile at once.</source>
        <translation>Escolhido, nunca adivinhado: onze números podem ser CPF e celular ao mesmo tempo.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Name of who receives</source>
        <translation>Nome de quem recebe</translation>
    </message>
    <message>
        <source>As the bank has it. Customers compare it before they pay.</source>
        <translation>Como está no banco. O cliente confere antes de pagar.</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ninguém ainda</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Um momento…</translation>
    </message>
    <message>
        <source>Propose it</source>
        <translation>Propor</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Certificate for the bank</source>
        <translation>Certificado do banco</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SettleDialog</name>
    <message>
        <source>Mark as settled by hand</source>
        <translation>Dar baixa manual</translation>
    </message>
    <message>
        <source>Settle by hand</source>
        <translation>Baixa manual</translation>
    </message>
    <message>
        <source>The bank has not confirmed it. It will never read PAGO: your name, the time and the reason stand beside it for everybody.</source>
        <translation>O banco não confirmou. Nunca vai aparecer como PAGO: seu nome, a hora e o motivo ficam à vista de todos.</translation>
    </message>
    <message>
        <source>Paid in cash, seen in the shop&apos;s account…</source>
        <translation>Pago em dinheiro, visto na conta da loja…</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SignPoints</name>
    <message>
        <source>Only the bank confirms a Pix</source>
        <translation>Só o banco confirma o Pix</translation>
    </message>
    <message>
        <source>A conversation turns green when the money is in the account.</source>
        <translation>A conversa fica verde quando o dinheiro entra na conta.</translation>
    </message>
    <message>
        <source>Everything stays on this computer</source>
        <translation>Tudo fica neste computador</translation>
    </message>
    <message>
        <source>It searches at once and goes on working without the internet.</source>
        <translation>Busca na hora e continua funcionando sem internet.</translation>
    </message>
    <message>
        <source>A customer is looking? F12</source>
        <translation>Cliente olhando? F12</translation>
    </message>
    <message>
        <source>The screen hides and only comes back with your PIN.</source>
        <translation>A tela se esconde e só volta com o seu PIN.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versão %1</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SignedDialog</name>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Seu PIN</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Um momento…</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SpellMenu</name>
    <message>
        <source>No suggestions</source>
        <translation>Sem sugestões</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>Adicionar ao dicionário</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Verificar ortografia</translation>
    </message>
</context>
<context>
    <name>balcao::ui::SystemPaper</name>
    <message>
        <source>Save the conversation as a PDF</source>
        <translation>Salvar a conversa em PDF</translation>
    </message>
</context>
<context>
    <name>balcao::ui::TagChips</name>
    <message>
        <source>No tags</source>
        <translation>Sem etiquetas</translation>
    </message>
</context>
<context>
    <name>balcao::ui::TagsDialog</name>
    <message>
        <source>Terracotta</source>
        <translation>Terracota</translation>
    </message>
    <message>
        <source>Petrol</source>
        <translation>Petróleo</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Roxo</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Ameixa</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Stone</source>
        <translation>Pedra</translation>
    </message>
    <message>
        <source>The shop&apos;s tags</source>
        <translation>Etiquetas da loja</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Cor</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Etiqueta nova</translation>
    </message>
    <message>
        <source>Make tag</source>
        <translation>Criar etiqueta</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ThreadHead</name>
    <message>
        <source>Hand over</source>
        <translation>Passar</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Adiar</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Hand over (Ctrl+T)</source>
        <translation>Passar (Ctrl+T)</translation>
    </message>
    <message>
        <source>Snooze (Ctrl+D)</source>
        <translation>Adiar (Ctrl+D)</translation>
    </message>
    <message>
        <source>Resolve or reopen (Ctrl+E)</source>
        <translation>Resolver ou reabrir (Ctrl+E)</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ThreadPages</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>balcao::ui::ThreadPane</name>
    <message>
        <source>Choose a conversation, or press F2 to serve whoever has waited longest.</source>
        <translation>Escolha uma conversa ou aperte F2 para atender quem espera há mais tempo.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::TillPage</name>
    <message>
        <source>Close the day</source>
        <translation>Fechar o dia</translation>
    </message>
    <message>
        <source>Another day, and the days that are closed</source>
        <translation>Outro dia, e os dias já fechados</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Planilha</translation>
    </message>
    <message>
        <source>Save the charges for a spreadsheet</source>
        <translation>Salvar as cobranças em planilha</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save the report as a PDF</source>
        <translation>Salvar o relatório em PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>Fechar agora</translation>
    </message>
    <message>
        <source>How it will come out</source>
        <translation>Como vai sair</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Day: %1</source>
        <translation>Dia: %1</translation>
    </message>
    <message>
        <source>%1: %2, %3 paid at the bank</source>
        <translation>%1: %2, %3 pagos no banco</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Seu PIN</translation>
    </message>
    <message>
        <source>Close the day with PIN…</source>
        <translation>Fechar o dia com PIN…</translation>
    </message>
    <message>
        <source>Whose charges are shown</source>
        <translation>De quem são as cobranças mostradas</translation>
    </message>
    <message>
        <source>Whose charges: %1</source>
        <translation>Cobranças de: %1</translation>
    </message>
</context>
<context>
    <name>balcao::ui::TillPages</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>balcao::ui::TillPreview</name>
    <message>
        <source>How it will come out</source>
        <translation>Como vai sair</translation>
    </message>
</context>
<context>
    <name>balcao::ui::TillPrinting</name>
    <message>
        <source>Nothing was written: another day or another page is shown now.</source>
        <translation>Nada saiu: agora aparece outro dia ou outra página.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado para a impressora.</translation>
    </message>
    <message>
        <source>It could not be printed. See whether the printer is on.</source>
        <translation>Não deu para imprimir. Veja se a impressora está ligada.</translation>
    </message>
    <message>
        <source>Save the report as a PDF</source>
        <translation>Salvar o relatório em PDF</translation>
    </message>
    <message>
        <source>Save the charges for a spreadsheet</source>
        <translation>Salvar as cobranças em planilha</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Salvo: %1</translation>
    </message>
    <message>
        <source>The file could not be written there. Choose another folder.</source>
        <translation>Não deu para gravar o arquivo ali. Escolha outra pasta.</translation>
    </message>
</context>
<context>
    <name>balcao::ui::TillTable</name>
    <message>
        <source>The day&apos;s charges</source>
        <translation>Cobranças do dia</translation>
    </message>
</context>
<context>
    <name>balcao::ui::TillWrong</name>
    <message>
        <source>Open conversation</source>
        <translation>Abrir conversa</translation>
    </message>
    <message>
        <source>Pay back %1…</source>
        <translation>Devolver %1…</translation>
    </message>
    <message>
        <source>It is a counter sale</source>
        <translation>É venda do balcão</translation>
    </message>
    <message>
        <source>They are counter sales</source>
        <translation>São vendas do balcão</translation>
    </message>
    <message>
        <source>Link to a customer…</source>
        <translation>Ligar a um cliente…</translation>
    </message>
</context>
<context>
    <name>balcao::ui::TopBar</name>
    <message>
        <source>Hide</source>
        <translation>Esconder</translation>
    </message>
    <message>
        <source>Hides the conversations until the PIN is typed (F12)</source>
        <translation>Esconde as conversas até digitar o PIN (F12)</translation>
    </message>
    <message>
        <source>Serving: %1</source>
        <translation>Atendendo: %1</translation>
    </message>
    <message>
        <source>Switch operator (F11)</source>
        <translation>Trocar quem atende (F11)</translation>
    </message>
    <message>
        <source>Search customer, conversation, amount…</source>
        <translation>Buscar cliente, conversa, valor…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Back to the list of conversations (F6)</source>
        <translation>Voltar à lista de conversas (F6)</translation>
    </message>
    <message>
        <source>Hide the screen</source>
        <translation>Esconder a tela</translation>
    </message>
    <message>
        <source>%1 (Ctrl+K)</source>
        <translation>%1 (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>balcao::ui::Tray</name>
    <message>
        <source>Open Balcão</source>
        <translation>Abrir o Balcão</translation>
    </message>
    <message>
        <source>Silence for 30 minutes</source>
        <translation>Silenciar por 30 minutos</translation>
    </message>
    <message>
        <source>Hide the screen</source>
        <translation>Esconder a tela</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Balcão</source>
        <translation>Balcão</translation>
    </message>
    <message>
        <source>Balcão · %1</source>
        <translation>Balcão · %1</translation>
    </message>
</context>
<context>
    <name>balcao::ui::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
<context>
    <name>balcao::ui::WaitingHint</name>
    <message>
        <source>The last message comes back to the field below</source>
        <translation>A última mensagem volta para o campo abaixo</translation>
    </message>
</context>
</TS>
