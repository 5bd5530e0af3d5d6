# The rooms of a layer: the folders of FOLDER, each with its own headers, and a
# table of which room may include which.
#
#   deferc_check_rooms(FOLDER <path> TARGET <library> ROOMS <row>...)
#
#   ROOMS
#     "Messages:"
#     "Words: Messages"
#     "Scan: Messages Words"
#
# A row names a room, and behind the colon the rooms that it may include; these
# stand in rows above it, so no two rooms include each other. Files that lie in
# FOLDER itself join the rooms: they may include all of them, and no room
# includes them.
#
# The check is a step of the build. It runs again when a file of a room, or the
# table, has changed, and before TARGET is compiled. What one layer may include
# of another is not its matter: utils/style/layers.py has that.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  function(deferc_check_rooms)
    cmake_parse_arguments(PARSE_ARGV 0 ARG "" "FOLDER;TARGET" "ROOMS")
    file(GLOB files CONFIGURE_DEPENDS
      ${ARG_FOLDER}/*/*.h ${ARG_FOLDER}/*/*.cpp ${ARG_FOLDER}/*/*.c)
    set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${ARG_TARGET}.rooms)
    add_custom_command(OUTPUT ${stamp}
      COMMAND ${CMAKE_COMMAND} -P ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
              ${ARG_FOLDER} ${CMAKE_CURRENT_LIST_FILE} ${ARG_ROOMS}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${files} ${CMAKE_CURRENT_LIST_FILE} ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
      COMMENT "Checking what the rooms of ${ARG_TARGET} include"
      VERBATIM)
    add_custom_target(${ARG_TARGET}Rooms DEPENDS ${stamp})
    add_dependencies(${ARG_TARGET} ${ARG_TARGET}Rooms)
  endfunction()
  return()
endif()

# From here on: cmake -P DefercRooms.cmake FOLDER TABLE ROW...
cmake_minimum_required(VERSION 3.25)
set(FOLDER ${CMAKE_ARGV3})
set(TABLE ${CMAKE_ARGV4})

# Reads the rows into ROOMS and, for each room, MAY_INCLUDE_<room>.
set(ROOMS)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(number RANGE 5 ${last})
  if(NOT CMAKE_ARGV${number} MATCHES "^([A-Za-z]+):(.*)$")
    message(FATAL_ERROR "${TABLE}: `${CMAKE_ARGV${number}}` is no row of rooms")
  endif()
  set(room ${CMAKE_MATCH_1})
  separate_arguments(others UNIX_COMMAND "${CMAKE_MATCH_2}")
  foreach(other IN LISTS others)
    if(NOT other IN_LIST ROOMS)
      message(FATAL_ERROR "${TABLE}: room ${room} may include ${other}, "
        "which has no row above that of ${room}")
    endif()
  endforeach()
  list(APPEND ROOMS ${room})
  set(MAY_INCLUDE_${room} ${room} ${others})
endforeach()

# The lines of a file are found as text: a list would be split at semicolons.
function(line_of TEXT PART OUT)
  string(FIND "${TEXT}" "${PART}" at)
  string(SUBSTRING "${TEXT}" 0 ${at} before)
  string(REGEX REPLACE "[^\n]" "" breaks "${before}")
  string(LENGTH "${breaks}" lines)
  math(EXPR lines "${lines} + 1")
  set(${OUT} ${lines} PARENT_SCOPE)
endfunction()

set(faults "")
file(GLOB folders LIST_DIRECTORIES true RELATIVE ${FOLDER} ${FOLDER}/*)
file(GLOB files RELATIVE ${FOLDER} ${FOLDER}/*/*.h ${FOLDER}/*/*.cpp ${FOLDER}/*/*.c)
foreach(file IN LISTS files)
  get_filename_component(room ${file} DIRECTORY)
  if(NOT room IN_LIST ROOMS)
    string(APPEND faults "${FOLDER}/${file}:1: room ${room} is not in the table\n")
    continue()
  endif()
  file(READ ${FOLDER}/${file} text)
  file(STRINGS ${FOLDER}/${file} includes REGEX "^[ \t]*#[ \t]*include[ \t]*\"")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "^[^\"]*\"([^\"]*)\".*$" "\\1" name "${include}")
    get_filename_component(other "${name}" DIRECTORY)
    set(problem)
    if(name MATCHES "^\\.\\.?/")
      set(problem "begin the path with the room")
    elseif(other STREQUAL "" AND EXISTS ${FOLDER}/${name})
      set(problem "it lies outside of the rooms, which know nothing of it")
    elseif(other IN_LIST folders AND NOT other IN_LIST MAY_INCLUDE_${room})
      set(problem "room ${room} may not include room ${other}")
    endif()
    if(problem)
      line_of("${text}" "${include}" line)
      string(APPEND faults
        "${FOLDER}/${file}:${line}: includes ${name}: ${problem}\n")
    endif()
  endforeach()
endforeach()
if(faults)
  # CMake breaks the lines of an error.
  message("${faults}The table of rooms stands in ${TABLE}.")
  message(FATAL_ERROR "a room includes what it may not")
endif()
