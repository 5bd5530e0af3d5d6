// REQUIRES: libunwind, libcxx
// RUN: %deferc++ -O1 -stdlib=libc++ -lc++abi %llvm_unwinder %s -o %t
// RUN: not %t swallowed 2>&1 | FileCheck %s --check-prefix=SWALLOWED
// RUN: not %t refused 2>&1 | FileCheck %s --check-prefix=REFUSED
// RUN: not %t foreign 2>&1 | FileCheck %s --check-prefix=FOREIGN
//
// Intent: with LLVM's libunwind, a goexit that cannot end its thread is a fatal error that
// says why: a handler kept the exception, a personality routine failed, or the thread
// begins in code that is not the C library's.

#include <defer.h>

#include <cstdlib>
#include <cstring>
#include <thread>
#include <unwind.h>

extern "C" void end() { goexit(); }

// SWALLOWED: {{^}}fatal error: a `catch (...)` handler stopped a goexit; it must rethrow what it catches{{$}}
static void swallow() {
  std::thread([] {
    try {
      goexit();
    } catch (...) {
    }
  }).join();
}

// REFUSED: {{^}}fatal error: goexit: the stack cannot be unwound{{$}}
extern "C" _Unwind_Reason_Code refuse() { return _URC_FATAL_PHASE2_ERROR; }
extern "C" void endBelowRefusing();
asm(R"(.text
endBelowRefusing:
  .cfi_startproc
  .cfi_personality 0x1b, refuse
  push %rbp
  .cfi_def_cfa_offset 16
  call end
  ud2
  .cfi_endproc
)");

// FOREIGN: {{^}}fatal error: goexit: the thread does not start in the C library{{$}}
extern "C" void endOnStack(char *Top);
asm(R"(.text
endOnStack:
  .cfi_startproc
  .cfi_undefined rip
  mov %rdi, %rsp
  push $0
  push $0
  call end
  ud2
  .cfi_endproc
)");

int main(int, char **Arguments) {
  if (!strcmp(Arguments[1], "swallowed"))
    swallow();
  if (!strcmp(Arguments[1], "refused"))
    endBelowRefusing();
  constexpr size_t Size = 1 << 18;
  endOnStack(static_cast<char *>(std::malloc(Size)) + Size);
}
