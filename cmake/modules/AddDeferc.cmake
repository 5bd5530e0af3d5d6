# The rules for every target: which layer it is in, who may link whom, and the
# flags that all share.
#
#   add_deferc_library(NAME LAYER L SOURCES ... [LINK_LIBS ...])
#   add_deferc_plugin(NAME LAYER L SOURCES ... [LINK_LIBS ...])
#   add_deferc_tool(NAME LAYER L SOURCES ... [LINK_LIBS ...])
#
# LINK_LIBS names libraries of this project and imported ones; the former must
# be allowed by the table below. CLANG adds Clang's headers and library to
# LLVM's. A folder may use deferc_sources() instead of listing its files.

# Who may link whom. Every layer may link itself.
set(DEFERC_MAY_LINK_Contract "")
set(DEFERC_MAY_LINK_Transforms Contract)
set(DEFERC_MAY_LINK_ClangShape Contract)
set(DEFERC_MAY_LINK_Frontend Contract ClangShape)
set(DEFERC_MAY_LINK_Runtime Contract)
set(DEFERC_MAY_LINK_Driver Contract Transforms ClangShape Frontend)
set(DEFERC_MAY_LINK_Plugin Contract Transforms ClangShape Frontend)
set(DEFERC_MAY_LINK_Tool Contract Transforms ClangShape Frontend Driver)

# "Dev": assertions and line tables, fast enough to run the tests with.
set(CMAKE_C_FLAGS_DEV "-O2 -gline-tables-only" CACHE STRING "" FORCE)
set(CMAKE_CXX_FLAGS_DEV "-O2 -gline-tables-only" CACHE STRING "" FORCE)
mark_as_advanced(CMAKE_C_FLAGS_DEV CMAKE_CXX_FLAGS_DEV)

# What code over LLVM is compiled with; also the key of its precompiled headers.
add_library(DefercLLVMFlags INTERFACE)
target_include_directories(DefercLLVMFlags INTERFACE ${CMAKE_SOURCE_DIR}/include)
target_include_directories(DefercLLVMFlags SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
separate_arguments(definitions NATIVE_COMMAND "${LLVM_DEFINITIONS}")
target_compile_definitions(DefercLLVMFlags INTERFACE ${definitions})
target_compile_options(DefercLLVMFlags INTERFACE
  -Wall -Wextra -Wno-unused-parameter -fno-exceptions
  -fvisibility=hidden -fvisibility-inlines-hidden
  # A header's time stamp would make every cached object a miss.
  $<$<COMPILE_LANG_AND_ID:CXX,Clang>:SHELL:-Xclang -fno-pch-timestamp>)
if(NOT LLVM_ENABLE_RTTI)
  target_compile_options(DefercLLVMFlags INTERFACE -fno-rtti)
endif()
if(DEFERC_WERROR)
  target_compile_options(DefercLLVMFlags INTERFACE -Werror)
endif()

# Sets OUT to the .cpp files of the current folder, or to those that match the
# patterns given. New files are seen by the next build.
function(deferc_sources OUT)
  set(patterns *.cpp)
  if(ARGC GREATER 1)
    set(patterns ${ARGN})
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${patterns})
  set(${OUT} ${sources} PARENT_SCOPE)
endfunction()

# Stops the configuration when NAME, which is in LAYER, links what it must not.
function(deferc_check_layers NAME LAYER)
  if(NOT DEFINED DEFERC_MAY_LINK_${LAYER})
    message(FATAL_ERROR "${NAME}: there is no layer ${LAYER}: "
      "see docs/Architecture.md#layers")
  endif()
  foreach(lib IN LISTS ARGN)
    if(NOT TARGET ${lib})
      continue()
    endif()
    get_target_property(other ${lib} DEFERC_LAYER)
    if(other AND NOT other STREQUAL LAYER
       AND NOT other IN_LIST DEFERC_MAY_LINK_${LAYER})
      message(FATAL_ERROR "${NAME} (${LAYER}) links ${lib} (${other}): "
        "see docs/Architecture.md#layers")
    endif()
  endforeach()
endfunction()

macro(deferc_parse_target NAME)
  cmake_parse_arguments(ARG "CLANG" "LAYER;PCH_OF" "SOURCES;LINK_LIBS;PCH" ${ARGN})
  deferc_check_layers(${NAME} ${ARG_LAYER} ${ARG_LINK_LIBS})
endmacro()

macro(deferc_finish_target NAME)
  set_target_properties(${NAME} PROPERTIES DEFERC_LAYER ${ARG_LAYER})
  target_link_libraries(${NAME} PRIVATE DefercLLVMFlags)
  if(ARG_CLANG)
    target_include_directories(${NAME} SYSTEM PRIVATE ${CLANG_INCLUDE_DIRS})
  endif()
  if(ARG_PCH)
    target_precompile_headers(${NAME} PRIVATE ${ARG_PCH})
  elseif(ARG_PCH_OF)
    target_precompile_headers(${NAME} REUSE_FROM ${ARG_PCH_OF})
  endif()
endmacro()

# A static library of one layer. It may be linked into a plugin, so it names the
# LLVM it needs only through its headers; the plugin links the shared LLVM.
function(add_deferc_library NAME)
  deferc_parse_target(${NAME} ${ARGN})
  add_library(${NAME} STATIC ${ARG_SOURCES})
  deferc_finish_target(${NAME})
  target_link_libraries(${NAME} PUBLIC ${ARG_LINK_LIBS})
endfunction()

# A module that clang or opt loads. It uses the host's LLVM, which is why it
# links the shared libraries and never the static ones.
function(add_deferc_plugin NAME)
  deferc_parse_target(${NAME} ${ARGN})
  add_library(${NAME} MODULE ${ARG_SOURCES})
  deferc_finish_target(${NAME})
  set_target_properties(${NAME} PROPERTIES PREFIX "")
  target_link_libraries(${NAME} PRIVATE ${ARG_LINK_LIBS} $<$<BOOL:${ARG_CLANG}>:clang-cpp> LLVM)
  target_link_options(${NAME} PRIVATE LINKER:-z,defs)
endfunction()

function(add_deferc_tool NAME)
  deferc_parse_target(${NAME} ${ARGN})
  add_executable(${NAME} ${ARG_SOURCES})
  deferc_finish_target(${NAME})
  target_link_libraries(${NAME} PRIVATE ${ARG_LINK_LIBS} $<$<BOOL:${ARG_CLANG}>:clang-cpp> LLVM)
  set_target_properties(${NAME} PROPERTIES INSTALL_RPATH ${LLVM_LIBRARY_DIR})
endfunction()
