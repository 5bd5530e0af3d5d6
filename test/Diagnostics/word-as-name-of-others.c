// RUN: %deferc -fsyntax-only -Xclang -verify %s
//
// Intent: the header's other words, as names of functions, members and variables in
// C, are one error each, and where one can be a name, none.
// Message: WordAsName

#include <defer.h>

void panic(const char *format, ...); // expected-error {{`panic` starts a panic and cannot be a name; to use it as one, define `DEFERC_NO_KEYWORDS` before <defer.h>, which leaves `deferc_panic` for the word}}
int recover(void); // expected-error {{`recover` stops a panic and cannot be a name}}
static inline void *goexit(int x) { return 0; } // expected-error {{`goexit` ends the thread and cannot be a name}}
void panicf(const char *format, ...) {} // expected-error {{`panicf` starts a panic and cannot be a name}}

struct calls {
  void (*panic)(int);
  int (*recover)(void);
};
int call(struct calls *c) {
  panic("of its own, which has been reported, %d", 1);
  return recover();
}

struct results {
  int defer_result;       // expected-error {{`defer_result` declares the result of a function and cannot be a name}}
  int defer_fault_panics; // expected-error {{`defer_fault_panics` makes faults of a function panic and cannot be a name}}
};
int result(struct results *r) {
  return r->defer_result; // expected-error {{cannot be a name}}
}
int defer_no_fault_panics = 1; // expected-error {{`defer_no_fault_panics` leaves faults of a function to the system and cannot be a name}}
