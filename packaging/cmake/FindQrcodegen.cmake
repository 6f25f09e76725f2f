# Nayuki's QR Code generator for C++, which Debian ships without a CMake package: the target Qrcodegen::Qrcodegen.
find_path(QRCODEGEN_INCLUDE_DIR qrcodegen/qrcodegen.hpp)
find_library(QRCODEGEN_LIBRARY qrcodegencpp)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Qrcodegen REQUIRED_VARS QRCODEGEN_LIBRARY QRCODEGEN_INCLUDE_DIR)
if(Qrcodegen_FOUND AND NOT TARGET Qrcodegen::Qrcodegen)
    add_library(Qrcodegen::Qrcodegen UNKNOWN IMPORTED)
    set_target_properties(Qrcodegen::Qrcodegen PROPERTIES
        IMPORTED_LOCATION "${QRCODEGEN_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${QRCODEGEN_INCLUDE_DIR}")
endif()
