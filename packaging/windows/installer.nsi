; SPDX-FileCopyrightText: 2026 The Balcão authors
; SPDX-License-Identifier: MIT
;
; The installer. packaging/windows/build calls makensis with
;   VERSION, SIZE_KIB, OUT, ICON   what it is, how large, where to, with which picture
;   LISTS                          a folder with install.nsh, remove.nsh: the files, as deploy left them
;   SIGN                           a command for the uninstaller, when there is a certificate
;   FAST                           pack in haste
;
; Switches: /S silent · /ALLUSERS for everyone on this PC (an administrator) · /NODESKTOP · /NOSTARTUP · /RUN opens
; Balcão afterwards, silent or not · /D=FOLDER. uninstall.exe: /S keeps what the shop has on this PC, /S /PURGE erases it.
; Ends with 0; 1 or 2 cancelled; 3 a newer version is here; 4 Balcão did not close; 5 no administrator; 6 Windows too old.

Unicode true
; The 32-bit stub, which is the default, does not start where only 64-bit programs run.
Target amd64-unicode
!ifdef FAST
    SetCompressor zlib
!else
    SetCompressor /SOLID lzma
!endif
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh

Name "Balcão"
OutFile "${OUT}"
BrandingText "Balcão ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Balcão"
VIAddVersionKey /LANG=0 "FileDescription" "Balcão"
VIAddVersionKey /LANG=0 "CompanyName" "The Balcão authors"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT licence"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Balcao"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING

Var AllUsers   ; 1: for everyone on this PC
Var OnDesktop  ; 1: a shortcut there
Var AtStartup  ; 1: opens with Windows
Var Relaunched ; 1: what was asked before the administrator came is not asked again
Var Kept       ; the shop's folder on this PC
Var Erase      ; 1: and it goes, too
Var Choice1
Var Choice2
Var Choice3
Var Choice4

Page custom askWhat takeWhat
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(WordsRun)"
!define MUI_FINISHPAGE_RUN_FUNCTION runBalcao
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.askErase un.takeErase
!insertmacro MUI_UNPAGE_INSTFILES

; The first is for whoever speaks neither.
!insertmacro MUI_LANGUAGE "PortugueseBR"
!insertmacro MUI_LANGUAGE "English"
!include "words.nsh"

; What a machine-wide installation needs an administrator for.
!macro isAdministrator into
    UserInfo::GetAccountType
    Pop ${into}
    ${If} ${into} == "Admin"
        StrCpy ${into} 1
    ${Else}
        StrCpy ${into} 0
    ${EndIf}
!macroend

!macro useScope
    ${If} $AllUsers == 1
        SetShellVarContext all
    ${Else}
        SetShellVarContext current
    ${EndIf}
!macroend

; $0 = 1 once nobody runs what is to be replaced. Balcão is asked, as by its own menu, and then people are; it is
; never killed: somebody may be writing.
!macro closeBalcao un
Function ${un}isIdle
    StrCpy $0 1
    ${If} ${FileExists} "$INSTDIR\balcao.exe"
        ClearErrors
        FileOpen $1 "$INSTDIR\balcao.exe" a
        ${If} ${Errors}
            StrCpy $0 0
        ${Else}
            FileClose $1
        ${EndIf}
    ${EndIf}
    ${If} $0 == 1
    ${AndIf} ${FileExists} "$INSTDIR\balcao-relay.exe"
        ClearErrors
        FileOpen $1 "$INSTDIR\balcao-relay.exe" a
        ${If} ${Errors}
            StrCpy $0 0
        ${Else}
            FileClose $1
        ${EndIf}
    ${EndIf}
FunctionEnd

Function ${un}closeBalcao
    Call ${un}isIdle
    ${If} $0 == 1
        Return
    ${EndIf}
    DetailPrint "$(WordsClosing)"
    ${Do}
        ExecWait '"$INSTDIR\balcao.exe" --quit'
        ; A minute: it writes down what is half-typed, and its sample shop ends; on a slow PC that takes its time.
        ${For} $2 1 120
            Sleep 500
            Call ${un}isIdle
            ${If} $0 == 1
                Return
            ${EndIf}
        ${Next}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(WordsStillOpen)" /SD IDCANCEL IDRETRY again
        SetErrorLevel 4
        Quit
        again:
    ${Loop}
FunctionEnd
!macroend
!insertmacro closeBalcao ""
!insertmacro closeBalcao "un."

; Before anything is asked: what is here already, and whether it may be replaced.
Function lookAround
    !insertmacro useScope
    ${If} $AllUsers == 1
        ReadRegStr $0 HKLM "${KEY}" "InstallLocation"
        ReadRegStr $1 HKLM "${KEY}" "DisplayVersion"
    ${Else}
        ReadRegStr $0 HKCU "${KEY}" "InstallLocation"
        ReadRegStr $1 HKCU "${KEY}" "DisplayVersion"
    ${EndIf}
    ${If} $0 != ""
        StrCpy $INSTDIR $0
    ${ElseIf} $INSTDIR == ""
        ${If} $AllUsers == 1
            StrCpy $INSTDIR "$PROGRAMFILES64\Balcao"
        ${Else}
            StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Balcao"
        ${EndIf}
    ${EndIf}
    ${If} $1 != ""
        ${VersionCompare} "$1" "${VERSION}" $2
        ${If} $2 == 1
            MessageBox MB_OK|MB_ICONSTOP "$(WordsNewer)" /SD IDOK
            SetErrorLevel 3
            Quit
        ${EndIf}
    ${EndIf}
FunctionEnd

Function .onInit
    SetRegView 64
    ${IfNot} ${AtLeastWin10}
        MessageBox MB_OK|MB_ICONSTOP "$(WordsOldWindows)" /SD IDOK
        SetErrorLevel 6
        Quit
    ${EndIf}
    StrCpy $AllUsers 0
    StrCpy $OnDesktop 1
    StrCpy $AtStartup 1
    StrCpy $Relaunched 0
    ; An upgrade goes where the earlier version is, and keeps what was chosen then.
    ReadRegStr $0 HKLM "${KEY}" "DisplayVersion"
    ReadRegStr $1 HKCU "${KEY}" "DisplayVersion"
    ${If} $0 != ""
    ${AndIf} $1 == ""
        StrCpy $AllUsers 1
    ${EndIf}
    ${If} $0$1 != ""
        !insertmacro useScope
        ${IfNot} ${FileExists} "$DESKTOP\Balcão.lnk"
            StrCpy $OnDesktop 0
        ${EndIf}
        ReadRegStr $2 SHCTX "${RUN}" "Balcao"
        ${If} $2 == ""
            StrCpy $AtStartup 0
        ${EndIf}
    ${EndIf}
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/ALLUSERS" $0
    ${IfNot} ${Errors}
        StrCpy $AllUsers 1
    ${EndIf}
    ClearErrors
    ${GetOptions} $R0 "/NODESKTOP" $0
    ${IfNot} ${Errors}
        StrCpy $OnDesktop 0
    ${EndIf}
    ClearErrors
    ${GetOptions} $R0 "/NOSTARTUP" $0
    ${IfNot} ${Errors}
        StrCpy $AtStartup 0
    ${EndIf}
    ClearErrors
    ${GetOptions} $R0 "/CHOSEN" $0
    ${IfNot} ${Errors}
        StrCpy $Relaunched 1
    ${EndIf}
    ${If} ${Silent}
        !insertmacro isAdministrator $0
        ${If} $AllUsers == 1
        ${AndIf} $0 == 0
            SetErrorLevel 5
            Quit
        ${EndIf}
        Call lookAround
    ${EndIf}
FunctionEnd

; One page: for whom, and the two shortcuts that people ask for.
Function askWhat
    ${If} $Relaunched == 1
        Call lookAround
        Abort
    ${EndIf}
    !insertmacro MUI_HEADER_TEXT "$(WordsTitle)" "$(WordsSubtitle)"
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateRadioButton} 0 0u 100% 12u "$(WordsForMe)"
    Pop $Choice1
    ${NSD_AddStyle} $Choice1 ${WS_GROUP}
    ${NSD_CreateRadioButton} 0 14u 100% 12u "$(WordsForAll)"
    Pop $Choice2
    ${NSD_CreateCheckbox} 0 40u 100% 12u "$(WordsStartup)"
    Pop $Choice3
    ${NSD_AddStyle} $Choice3 ${WS_GROUP}
    ${NSD_CreateCheckbox} 0 54u 100% 12u "$(WordsDesktop)"
    Pop $Choice4
    ${If} $AllUsers == 1
        ${NSD_Check} $Choice2
    ${Else}
        ${NSD_Check} $Choice1
    ${EndIf}
    ${If} $AtStartup == 1
        ${NSD_Check} $Choice3
    ${EndIf}
    ${If} $OnDesktop == 1
        ${NSD_Check} $Choice4
    ${EndIf}
    ${NSD_CreateLabel} 0 80u 100% 24u "$(WordsKept)"
    Pop $0
    GetDlgItem $0 $HWNDPARENT 1
    SendMessage $0 ${WM_SETTEXT} 0 "STR:$(WordsInstall)"
    nsDialogs::Show
FunctionEnd

Function takeWhat
    ${NSD_GetState} $Choice2 $AllUsers
    ${NSD_GetState} $Choice3 $AtStartup
    ${NSD_GetState} $Choice4 $OnDesktop
    !insertmacro isAdministrator $0
    ${If} $AllUsers == 1
    ${AndIf} $0 == 0
        StrCpy $1 "/CHOSEN /ALLUSERS"
        ${If} $AtStartup == 0
            StrCpy $1 "$1 /NOSTARTUP"
        ${EndIf}
        ${If} $OnDesktop == 0
            StrCpy $1 "$1 /NODESKTOP"
        ${EndIf}
        ClearErrors
        ExecShell "runas" "$EXEPATH" "$1"
        ${If} ${Errors}
            MessageBox MB_OK|MB_ICONINFORMATION "$(WordsNoAdministrator)"
            Abort
        ${EndIf}
        Quit
    ${EndIf}
    Call lookAround
FunctionEnd

Function runBalcao
    Exec '"$INSTDIR\balcao.exe"'
FunctionEnd

; $0 = 1 when the line in $1 stands in the list of the new files, too.
Function isStillShipped
    StrCpy $0 0
    FileOpen $2 "$INSTDIR\files.txt" r
    ${Do}
        ClearErrors
        FileRead $2 $3
        ${If} ${Errors}
            ${ExitDo}
        ${EndIf}
        ${If} $3 == $1
            StrCpy $0 1
            ${ExitDo}
        ${EndIf}
    ${Loop}
    FileClose $2
FunctionEnd

; Files of the earlier version that this one does not have.
Function dropOldFiles
    ${IfNot} ${FileExists} "$PLUGINSDIR\files.old"
        Return
    ${EndIf}
    FileOpen $4 "$PLUGINSDIR\files.old" r
    ${Do}
        ClearErrors
        FileRead $4 $1
        ${If} ${Errors}
            ${ExitDo}
        ${EndIf}
        Call isStillShipped
        ${TrimNewLines} "$1" $1
        ${If} $0 == 0
        ${AndIf} $1 != ""
            Delete "$INSTDIR\$1"
        ${EndIf}
    ${Loop}
    FileClose $4
FunctionEnd

Section
    SetRegView 64
    !insertmacro useScope
    Call closeBalcao
    SetOutPath "$INSTDIR"
    InitPluginsDir
    ${If} ${FileExists} "$INSTDIR\files.txt"
        CopyFiles /SILENT "$INSTDIR\files.txt" "$PLUGINSDIR\files.old"
    ${EndIf}
    !include "${LISTS}/install.nsh"
    Call dropOldFiles
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortcut "$SMPROGRAMS\Balcão.lnk" "$INSTDIR\balcao.exe"
    ${If} $OnDesktop == 1
        CreateShortcut "$DESKTOP\Balcão.lnk" "$INSTDIR\balcao.exe"
    ${Else}
        Delete "$DESKTOP\Balcão.lnk"
    ${EndIf}
    ${If} $AtStartup == 1
        WriteRegStr SHCTX "${RUN}" "Balcao" '"$INSTDIR\balcao.exe"'
    ${Else}
        DeleteRegValue SHCTX "${RUN}" "Balcao"
    ${EndIf}

    WriteRegStr SHCTX "${KEY}" "DisplayName" "Balcão"
    WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\balcao.exe"
    WriteRegStr SHCTX "${KEY}" "Publisher" "The Balcão authors"
    WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" ${SIZE_KIB}
    WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
SectionEnd

Function .onInstSuccess
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/RUN" $0
    ${IfNot} ${Errors}
        Call runBalcao
    ${EndIf}
FunctionEnd

Function un.onInit
    SetRegView 64
    StrCpy $Erase 0
    ; Always the person's own, also when the program was everyone's.
    SetShellVarContext current
    StrCpy $Kept "$LOCALAPPDATA\balcao"
    StrCpy $AllUsers 0
    ReadRegStr $0 HKLM "${KEY}" "InstallLocation"
    ${If} $0 == $INSTDIR
        StrCpy $AllUsers 1
    ${EndIf}
    !insertmacro isAdministrator $0
    ${If} $AllUsers == 1
    ${AndIf} $0 == 0
        ${If} ${Silent}
            SetErrorLevel 5
            Quit
        ${EndIf}
        ExecShell "runas" "$INSTDIR\uninstall.exe"
        Quit
    ${EndIf}
    !insertmacro useScope
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/PURGE" $0
    ${IfNot} ${Errors}
        StrCpy $Erase 1
    ${EndIf}
FunctionEnd

Function un.askErase
    !insertmacro MUI_HEADER_TEXT "$(WordsRemoveTitle)" "$(WordsRemoveSubtitle)"
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateLabel} 0 0 100% 24u "$(WordsRemoveKept)"
    Pop $0
    ${NSD_CreateCheckbox} 0 32u 100% 12u "$(WordsRemoveErase)"
    Pop $Choice1
    ${NSD_CreateLabel} 12u 46u 95% 36u "$(WordsRemoveEraseMeans)"
    Pop $0
    nsDialogs::Show
FunctionEnd

Function un.takeErase
    ${NSD_GetState} $Choice1 $Erase
FunctionEnd

; The two secrets of every shop of this PC, from Windows' credentials.
Function un.eraseSecrets
    System::Call 'advapi32::CredEnumerateW(w "br.balcao.desk/*", i 0, *i .r1, *p .r2) i .r0'
    ${If} $0 == 0
        Return
    ${EndIf}
    IntOp $1 $1 - 1
    ${For} $3 0 $1
        IntPtrOp $4 $3 * 8
        IntPtrOp $4 $4 + $2
        System::Call '*$4(p .r5)'
        ; Flags, type, then the name.
        System::Call '*$5(i, i, w .r6)'
        System::Call 'advapi32::CredDeleteW(w r6, i 1, i 0)'
    ${Next}
    System::Call 'advapi32::CredFree(p r2)'
FunctionEnd

Section "un.Balcão"
    SetRegView 64
    !insertmacro useScope
    Call un.closeBalcao
    !include "${LISTS}/remove.nsh"
    Delete "$INSTDIR\uninstall.exe"
    ; What somebody else put there stays, and with it the folder.
    RMDir "$INSTDIR"
    ${If} $AllUsers == 0
        ; Where a person's programs are; made for us if we were the first, and gone only if nobody else is there.
        RMDir "$LOCALAPPDATA\Programs"
    ${EndIf}
    Delete "$SMPROGRAMS\Balcão.lnk"
    Delete "$DESKTOP\Balcão.lnk"
    DeleteRegValue SHCTX "${RUN}" "Balcao"
    DeleteRegKey SHCTX "${KEY}"
    ${If} $Erase == 1
        RMDir /r "$Kept"
        Call un.eraseSecrets
    ${EndIf}
SectionEnd

!ifdef SIGN
    !uninstfinalize '${SIGN} "%1"' = 0
!endif
