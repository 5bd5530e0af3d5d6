// RUN: %deferc++ -std=c++17 -fsyntax-only -Wall -Wextra -Werror %s
// RUN: %deferc++ -std=c++23 -fsyntax-only -Wall -Wextra -Werror %s
//
// Intent: the header's own names are reserved ones: a program's macros do not meet them.

#define A !
#define B !
#define C !
#define E !
#define F !
#define N !
#define P !
#define R !
#define S !
#define T !
#define U !
#define V !
#define Box !
#define Context !
#define Head !
#define Is !
#define Number !
#define Other !
#define Part !
#define Size !
#define Text !
#define Value !

#include <defer.h>

int main() {
  defer {
    if (auto r = recover())
      return static_cast<void>(r.as<int>());
  };
  panic(1);
}
