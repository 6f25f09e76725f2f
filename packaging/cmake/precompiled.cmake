# Precompiled headers: -DBALCAO_PRECOMPILE=ON (presets dev, relay-only, asan and windows). The release build stays
# without, so that a file that lacks an include of its own still fails somewhere.

function(_balcao_precompile target)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${target}.cpp CONTENT "// Holds a precompiled header and nothing else.\n")
    add_library(${target} OBJECT ${CMAKE_BINARY_DIR}/${target}.cpp)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    target_link_libraries(${target} PRIVATE balcao_options)
    _balcao_seen_by_ccache(${target})
endfunction()

# What ccache needs to see through a precompiled header.
function(_balcao_seen_by_ccache target)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(${target} PRIVATE -fpch-preprocess)
    elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
    endif()
endfunction()

if(BALCAO_PRECOMPILE)
    set(_balcao_common
        <QByteArray> <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QString>
        <QStringList> <QTimer> <QUuid> <QVariant>
        <algorithm> <array> <chrono> <functional> <map> <memory> <mutex> <optional> <span> <string> <variant> <vector>)
    _balcao_precompile(balcao_pch ${_balcao_common})
    target_link_libraries(balcao_pch PRIVATE Qt6::Core)
    if(BALCAO_DESK)
        _balcao_precompile(balcao_pch_widgets ${_balcao_common}
            <QApplication> <QDialog> <QLabel> <QLineEdit> <QListView> <QPainter> <QPushButton> <QVBoxLayout> <QWidget>)
        target_link_libraries(balcao_pch_widgets PRIVATE Qt6::Widgets)
    endif()
endif()

# balcao_precompiled(<target> [WIDGETS]): WIDGETS where the target links them, at whatever remove.
function(balcao_precompiled target)
    if(NOT BALCAO_PRECOMPILE)
        return()
    endif()
    if("WIDGETS" IN_LIST ARGN)
        target_precompile_headers(${target} REUSE_FROM balcao_pch_widgets)
    else()
        target_precompile_headers(${target} REUSE_FROM balcao_pch)
    endif()
    _balcao_seen_by_ccache(${target})
endfunction()
