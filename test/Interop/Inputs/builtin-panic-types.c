#include <defer.h>
#define TYPE(Name, Type, Kind, Value)                                          \
  void panicWith_##Name(void) { panic((Type)(Value)); }
#include "builtin-panic-types.def"
