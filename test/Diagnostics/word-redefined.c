// RUN: rm -rf %t && mkdir -p %t/system
// RUN: echo '#define defer f(),' > %t/system/redefines.h
// RUN: echo '#define panic(x) f()' >> %t/system/redefines.h
// RUN: echo '#undef defer_result' > %t/system/takes-back.h
// RUN: echo '#define defer_result int' >> %t/system/takes-back.h
// RUN: %deferc -isystem %t/system -fsyntax-only -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %deferc -isystem %t/system -DUSER -fsyntax-only -Xclang -verify=user %s
// RUN: %deferc -isystem %t/system -DFIRST -fsyntax-only -Xclang -verify=first %s
//
// Intent: a word that a system header redefines, where Clang is silent, is an error, as is
// one that is a macro when the header comes; the program's own #undef is none.
// Message: WordRedefined

void f(void);
#ifdef FIRST
#define defer f(),
#endif
#include <defer.h> // first-error@defer.h:* {{a word of <defer.h> is a macro already (`defer`, `panic`, `panicf`, `recover` or `goexit`): `#undef` it, or define `DEFERC_NO_KEYWORDS` before <defer.h>}}

#if !defined(USER) && !defined(FIRST)
#include <redefines.h>
// expected-error@redefines.h:* {{`defer`, which begins a defer statement since <defer.h>, is redefined by a system header; define `DEFERC_NO_KEYWORDS` before <defer.h>, which leaves `_DeferC` for the word, or `#undef` it before that header}}
// expected-error@redefines.h:* {{`panic`, which starts a panic since <defer.h>, is redefined by a system header}}
#include <takes-back.h>
#endif
#ifdef USER
#define recover() f() // user-warning {{'recover' macro redefined}}
// user-note@defer.h:* {{previous definition is here}}
#pragma push_macro("defer")
#undef defer
#define defer f(),
int defer_of_mine;
#pragma pop_macro("defer")
void g(void) { defer f(); }
#undef defer
int defer;
#endif
