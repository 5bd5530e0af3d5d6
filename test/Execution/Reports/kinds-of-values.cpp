// RUN: %deferc++ -std=c++20 -O1 %s -o %t8
// RUN: not %t8 char8_t 2>&1 | FileCheck %s --check-prefix=CHARACTER
// RUN: %deferc++ -std=c++17 -O1 %s -o %t
// RUN: not %t wchar_t 2>&1 | FileCheck %s --check-prefix=CHARACTER
// RUN: not %t char16_t 2>&1 | FileCheck %s --check-prefix=CHARACTER
// RUN: not %t char32_t 2>&1 | FileCheck %s --check-prefix=CHARACTER
// RUN: not %t view 2>&1 | FileCheck %s --check-prefix=VIEW
// RUN: not %t string 2>&1 | FileCheck %s --check-prefix=STRING
// RUN: not %t volatile 2>&1 | FileCheck %s --check-prefix=VOLATILE
// RUN: not %t bits 2>&1 | FileCheck %s --check-prefix=BITS
// RUN: not %t pointer 2>&1 | FileCheck %s --check-prefix=POINTER
// RUN: not %t class 2>&1 | FileCheck %s --check-prefix=CLASS
// RUN: not %t moved 2>&1 | FileCheck %s --check-prefix=MOVED
//
// Intent: what can be panicked with in C++, and how a report shows it: texts of each
// kind that Error() and String() return, values that no reference can be taken of,
// characters as Go's runes, other types by their name and address, as Go's
// (main.T) 0xc000012345.

#include <defer.h>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>

struct Seen {
  std::string_view Error() const { return "seen"; }
};
struct Named {
  const std::string &String() const { return Name; }
  std::string Name;
};
struct Flags {
  unsigned Low : 3;
};
struct Plain {
  int X;
};
struct Owner {
  std::unique_ptr<int> Owned;
  std::string Error() const { return "owns " + std::to_string(*Owned); }
};

int main(int, char **Arguments) {
  auto is = [=](const char *Name) { return !std::strcmp(Arguments[1], Name); };
  if (is("view"))
    panic(Seen());
  if (is("string"))
    panic(Named{"a name"});
  if (is("volatile")) {
    volatile int Changing = 3;
    panic(Changing);
  }
  if (is("bits")) {
    Flags F = {5};
    panic(F.Low);
  }
  if (is("wchar_t"))
    panic(L'a');
#ifdef __cpp_char8_t
  if (is("char8_t"))
    panic(u8'a');
#endif
  if (is("char16_t"))
    panic(u'a');
  if (is("char32_t"))
    panic(U'a');
  static Plain P;
  if (is("pointer"))
    panic(&P);
  if (is("class"))
    panic(P);
  if (is("moved")) {
    Owner O = {std::make_unique<int>(7)};
    panic(std::move(O));
  }
}

// VIEW: panic: seen
// STRING: panic: a name
// VOLATILE: panic: 3
// BITS: panic: 5
// CHARACTER: panic: 97{{$}}
// POINTER: panic: (Plain *) 0x{{[0-9a-f]+$}}
// CLASS: panic: (Plain) 0x{{[0-9a-f]+$}}
// MOVED: panic: owns 7
