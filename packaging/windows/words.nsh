; SPDX-FileCopyrightText: 2026 The Balcão authors
; SPDX-License-Identifier: MIT
;
; What the installer says, in its two languages.
!macro words name portuguese english
    LangString ${name} ${LANG_PORTUGUESEBR} "${portuguese}"
    LangString ${name} ${LANG_ENGLISH} "${english}"
!macroend

!insertmacro words WordsTitle "Instalar o Balcão ${VERSION}" "Install Balcão ${VERSION}"
!insertmacro words WordsSubtitle "O WhatsApp da sua loja, no computador do balcão." "Your shop's WhatsApp, on the PC at the counter."
!insertmacro words WordsForMe "Só para &mim, neste computador" "Only for &me, on this PC"
!insertmacro words WordsForAll "Para &todos que usam este computador (pede um administrador)" "For &everyone on this PC (asks for an administrator)"
!insertmacro words WordsStartup "&Abrir o Balcão quando o Windows iniciar" "&Open Balcão when Windows starts"
!insertmacro words WordsDesktop "&Criar um atalho na área de trabalho" "&Put a shortcut on the desktop"
!insertmacro words WordsKept "Se o Balcão já está neste computador, suas conversas continuam onde estão." "If Balcão is on this PC already, your conversations stay where they are."
!insertmacro words WordsInstall "&Instalar" "&Install"
!insertmacro words WordsRun "Abrir o Balcão agora" "Open Balcão now"
!insertmacro words WordsClosing "Pedindo ao Balcão aberto que se feche…" "Asking the open Balcão to close…"
!insertmacro words WordsStillOpen "O Balcão ainda está aberto.$\r$\n$\r$\nFeche-o (também ao lado do relógio) e tente de novo." "Balcão is still open.$\r$\n$\r$\nClose it (beside the clock, too) and try again."
!insertmacro words WordsNewer "Este computador já tem uma versão mais nova do Balcão: $1.$\r$\n$\r$\nEsta é a ${VERSION}, e nada foi mudado." "This PC has a newer version of Balcão already: $1.$\r$\n$\r$\nThis one is ${VERSION}, and nothing was changed."
!insertmacro words WordsOldWindows "O Balcão precisa do Windows 10 ou mais novo, de 64 bits." "Balcão needs Windows 10 or later, 64 bits."
!insertmacro words WordsNoAdministrator "Sem um administrador, o Balcão pode ser instalado só para você." "Without an administrator, Balcão can be installed for you alone."
!insertmacro words WordsRemoveTitle "Remover o Balcão" "Remove Balcão"
!insertmacro words WordsRemoveSubtitle "O programa sai deste computador." "The program leaves this PC."
!insertmacro words WordsRemoveKept "As conversas guardadas neste computador ficam, e voltam a aparecer se o Balcão for instalado de novo." "The conversations kept on this PC stay, and are there again if Balcão is installed again."
!insertmacro words WordsRemoveErase "&Apagar também as conversas guardadas neste computador" "&Erase the conversations kept on this PC, too"
!insertmacro words WordsRemoveEraseMeans "Apaga também o que ainda não foi enviado, e este computador precisará de um novo código da loja. O servidor da loja guarda as conversas." "Erases what was not sent yet, too, and this PC will need a new code from the shop. The shop's server keeps the conversations."
