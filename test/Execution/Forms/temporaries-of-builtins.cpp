// RUN: %deferc++ -O0 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O2 -mllvm -defer-force=heap %s -o %t && %t | FileCheck %s
// RUN: %deferc++ -O1 -fsanitize=address %s -o %t && %t | FileCheck %s
//
// Intent: the temporaries of a deferred call of what the compiler knows, as printf,
// memcpy, delete and atomics are, live until the call is over.

#include <defer.h>

#include <cstdio>
#include <cstring>
#include <string>

struct Noisy {
  const char *Name;
  explicit Noisy(const char *Name) : Name(Name) {}
  Noisy(const Noisy &) = delete;
  ~Noisy() { std::printf("~%s\n", Name); }
  int number() const { return 7; }
  Noisy *make() const { return new Noisy("made"); }
};

static std::string longText() { return "text that is too long to stand in the string"; }

static void skipped(bool Panics) {
  defer { recover(); };
  defer std::printf("%d\n", (Panics ? panic("operand") : void(), Noisy("never").number()));
}

int main() {
  char Buffer[100] = "";
  int Sum = 0;
  // CHECK: body
  // CHECK-NEXT: ~atomic
  // CHECK-NEXT: sum 8
  // CHECK-NEXT: text that is too long to stand in the string: copied
  // CHECK-NEXT: ~memcpy
  // CHECK-NEXT: 7
  // CHECK-NEXT: ~printf
  // CHECK-NEXT: ~made
  // CHECK-NEXT: ~delete
  // CHECK-NEXT: 7 text that is too long to stand in the string 7
  // CHECK-NEXT: ~last
  // CHECK-NEXT: ~first
  // CHECK-NOT: never
  defer std::printf("%d %s %d\n", Noisy("first").number(), longText().c_str(),
                    Noisy("last").number());
  defer delete Noisy("delete").make();
  defer std::printf("%d\n", Noisy("printf").number());
  defer std::memcpy(Buffer, longText().c_str(), Noisy("memcpy").number());
  defer std::printf("%s: copied\n", longText().c_str());
  defer { std::printf("sum %d\n", Sum); };
  defer __atomic_fetch_add(&Sum, (longText(), Noisy("atomic").number() + 1), __ATOMIC_SEQ_CST);
  skipped(true);
  std::puts("body");
}
