# find_package(deferc) for projects that are built with clang 22.1.
#
#   find_package(deferc REQUIRED)
#   deferc_enable(my_program my_library)
#
# Gives: deferc::runtime and deferc::runtime_static, the runtime as imported
# targets; deferc_enable(TARGET...), which compiles the C and C++ sources of a
# target with deferc and links the shared runtime. A project whose compiler is
# deferc++ itself needs neither.
#
# The file lies in lib/cmake/deferc, in a build folder and when installed.

get_filename_component(DEFERC_LIBRARY_DIR "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
set(DEFERC_INCLUDE_DIR "${DEFERC_LIBRARY_DIR}/deferc/include")

# The runtime is named by link options only. If CMake knew of its library and
# folder, it would make the run path itself: with an empty item at the end, which
# the loader takes for the current folder, and none in the installed program.
if(NOT TARGET deferc::runtime)
  add_library(deferc::runtime INTERFACE IMPORTED)
  target_link_options(deferc::runtime INTERFACE "-L${DEFERC_LIBRARY_DIR}")
  target_link_libraries(deferc::runtime INTERFACE -ldeferrt)
  if(DEFERC_LIBRARY_DIR MATCHES "[:$,]")
    message(WARNING "'${DEFERC_LIBRARY_DIR}' cannot be a run path, because of "
      "the ':', '$' or ',' in it: programs will not find libdeferrt.so by "
      "themselves; move deferc, or set LD_LIBRARY_PATH")
  elseif(NOT CMAKE_SKIP_RPATH)
    target_link_options(deferc::runtime INTERFACE
      "LINKER:-rpath,${DEFERC_LIBRARY_DIR}")
  endif()
  add_library(deferc::runtime_static STATIC IMPORTED)
  set_target_properties(deferc::runtime_static PROPERTIES
    IMPORTED_LOCATION "${DEFERC_LIBRARY_DIR}/libdeferrt.a")
endif()

function(deferc_enable)
  foreach(language C CXX)
    if(CMAKE_${language}_COMPILER_LOADED AND NOT
       (CMAKE_${language}_COMPILER_ID STREQUAL "Clang" AND
        CMAKE_${language}_COMPILER_VERSION VERSION_GREATER_EQUAL 22.1 AND
        CMAKE_${language}_COMPILER_VERSION VERSION_LESS 22.2))
      message(FATAL_ERROR "deferc needs clang 22.1 as the ${language} compiler, "
        "not ${CMAKE_${language}_COMPILER_ID} ${CMAKE_${language}_COMPILER_VERSION}")
    endif()
  endforeach()

  set(condition "$<OR:$<COMPILE_LANGUAGE:C>,$<COMPILE_LANGUAGE:CXX>>")
  set(passes "${DEFERC_LIBRARY_DIR}/DefercPasses.so")
  foreach(target IN LISTS ARGN)
    target_compile_options(${target} PRIVATE
      "$<${condition}:-fplugin=${passes};-fplugin=${DEFERC_LIBRARY_DIR}/DefercClang.so;-fpass-plugin=${passes};-fexceptions>")
    target_compile_definitions(${target} PRIVATE "$<${condition}:__DEFERC__=1>")
    target_include_directories(${target} SYSTEM PRIVATE "${DEFERC_INCLUDE_DIR}")
    # A program that links a static library links what the library needs.
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "STATIC_LIBRARY")
      target_link_libraries(${target} PUBLIC deferc::runtime)
    else()
      target_link_libraries(${target} PRIVATE deferc::runtime)
    endif()
  endforeach()
endfunction()
