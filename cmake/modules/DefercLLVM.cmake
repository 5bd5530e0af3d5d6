# Finds LLVM and Clang 22.1 and the tools that the tests run, or says which
# Debian package is missing.
#
# Leaves: the imported targets LLVM and clang-cpp, DEFERC_LLVM_BINDIR.

# Debian keeps each LLVM under a prefix of its own.
list(APPEND CMAKE_PREFIX_PATH /usr/lib/llvm-22)

find_package(LLVM 22.1 QUIET CONFIG)
if(NOT LLVM_FOUND)
  set(others "")
  if(LLVM_CONSIDERED_VERSIONS)
    set(others ", only ${LLVM_CONSIDERED_VERSIONS}")
  endif()
  message(FATAL_ERROR
    "LLVM 22.1 not found${others}: install the package llvm-22-dev "
    "(`utils/bootstrap` does), or set LLVM_DIR to the folder of its "
    "LLVMConfig.cmake.")
endif()
find_package(Clang QUIET CONFIG
  PATHS ${LLVM_LIBRARY_DIR}/cmake/clang NO_DEFAULT_PATH)
if(NOT Clang_FOUND)
  message(FATAL_ERROR
    "Clang ${LLVM_VERSION} not found in ${LLVM_LIBRARY_DIR}: install the package "
    "libclang-22-dev (`utils/bootstrap` does).")
endif()
foreach(target LLVM clang-cpp)
  if(NOT TARGET ${target})
    message(FATAL_ERROR
      "This LLVM has no shared library ${target}; the plugins must use the "
      "same copy of LLVM as the compiler that loads them. Debian's packages "
      "libllvm22 and libclang-cpp22 have them.")
  endif()
endforeach()

set(DEFERC_LLVM_BINDIR ${LLVM_TOOLS_BINARY_DIR})
message(STATUS "LLVM ${LLVM_VERSION} in ${LLVM_DIR}")

find_program(CCACHE ccache)
if(CCACHE)
  # Precompiled headers are safe to cache with these; see ccache(1).
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()
