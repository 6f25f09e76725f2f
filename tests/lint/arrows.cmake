# Proof that the build itself refuses an arrow that is not granted, and a cycle: a tiny project with the real
# layers.cmake and the real top-level's cycle rule, configured once soundly and once for each breach.
#   cmake -DROOT=<checkout> -DWORK=<scratch folder> -DGENERATOR=… -P arrows.cmake
cmake_minimum_required(VERSION 3.25)

file(STRINGS ${ROOT}/CMakeLists.txt rules REGEX "GLOBAL_DEPENDS_NO_CYCLES")
if(NOT rules)
    message(SEND_ERROR "the top-level CMakeLists.txt no longer says GLOBAL_DEPENDS_NO_CYCLES")
endif()

file(REMOVE_RECURSE ${WORK})
file(WRITE ${WORK}/thing.cpp "int thing() { return 0; }\n")
file(WRITE ${WORK}/CMakeLists.txt "
cmake_minimum_required(VERSION 3.25)
project(arrows LANGUAGES CXX)
${rules}
list(APPEND CMAKE_MODULE_PATH \"${ROOT}/packaging/cmake\")
include(layers)
add_library(balcao_options INTERFACE)
include(\${CMAKE_SOURCE_DIR}/\${BREACH}.cmake)
")

# breach(NAME MESSAGE CODE): an empty MESSAGE means that it must configure.
function(breach name message code)
    file(WRITE ${WORK}/${name}.cmake "${code}\n")
    execute_process(
        COMMAND ${CMAKE_COMMAND} -S ${WORK} -B ${WORK}/build -G ${GENERATOR} -DBREACH=${name}
        RESULT_VARIABLE status OUTPUT_VARIABLE words ERROR_VARIABLE words)
    string(REGEX REPLACE "[ \n]+" " " words "${words}")
    if(NOT message)
        if(NOT status EQUAL 0)
            message(SEND_ERROR "${name}: should configure, but: ${words}")
        endif()
    elseif(status EQUAL 0)
        message(SEND_ERROR "${name}: configured, but must not")
    elseif(NOT words MATCHES "${message}")
        message(SEND_ERROR "${name}: failed without saying '${message}': ${words}")
    endif()
    message(STATUS "${name}: done")
endfunction()

set(sound "balcao_layer(core SOURCES thing.cpp)
balcao_layer(wire SOURCES thing.cpp USES core)
balcao_layer(sql SOURCES thing.cpp USES core)
balcao_layer(store SOURCES thing.cpp USES core wire sql)")

breach(sound "" "${sound}")
breach(upcall "undeclared arrow core -> store" "balcao_layer(core SOURCES thing.cpp USES store)")
breach(sideways "undeclared arrow store -> net" "balcao_layer(store SOURCES thing.cpp USES core net)")
breach(stranger "'dashboard' is no layer" "balcao_layer(dashboard SOURCES thing.cpp)")
breach(widgets "core may not link Qt6::Widgets" "balcao_layer(core SOURCES thing.cpp OUTSIDE Qt6::Widgets)")
breach(cycle "GLOBAL_DEPENDS_NO_CYCLES global property is enabled" "${sound}
target_link_libraries(balcao_core PRIVATE balcao_store)")
breach(soundAgain "" "${sound}")
