# What `cmake --install` puts where. The layout under the prefix is that of the
# build folder, since `deferc` finds its plugins and runtime from its own place.

install(TARGETS deferc RUNTIME DESTINATION bin)
install(CODE "file(CREATE_LINK deferc \$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/bin/deferc++ SYMBOLIC)")
install(TARGETS DefercPasses DefercClang LIBRARY DESTINATION lib)
install(TARGETS deferrt_static deferrt_shared
  ARCHIVE DESTINATION lib LIBRARY DESTINATION lib)
install(DIRECTORY runtime/include/ DESTINATION lib/deferc/include)
install(FILES LICENSE DESTINATION share/doc/deferc)
install(FILES cmake/modules/deferc-config.cmake DESTINATION lib/cmake/deferc)

# The build folder can be used as it is, too.
configure_file(cmake/modules/deferc-config.cmake
  ${CMAKE_BINARY_DIR}/lib/cmake/deferc/deferc-config.cmake COPYONLY)
