//===- secondruntime.cpp - Two copies of the runtime in a process ---------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Every executable and shared object that has the runtime in it carries a
/// note, `.note.deferc`. When the runtime is loaded, it looks for the notes of
/// all objects that are there. A copy that finds another one says so when it is
/// first used.
///
//===----------------------------------------------------------------------===//

#include "g/G.h"
#include "support/Fatal.h"
#include "symbols/Symbols.h"

#include <link.h>
#include <string.h>

namespace deferc {
namespace {

// The note: its name, with its size, and type 1, without contents.
__asm__(".pushsection .note.deferc, \"a\", @note\n\t"
        ".p2align 2\n\t"
        ".long 7, 0, 1\n\t"
        ".asciz \"deferc\"\n\t"
        ".byte 0\n\t"
        ".popsection");

bool isOurNote(const ElfW(Nhdr) & Note) {
  return Note.n_namesz == 7 && Note.n_type == 1 &&
         !memcmp(&Note + 1, "deferc", 7);
}

bool hasRuntime(const dl_phdr_info *Info) {
  for (unsigned I = 0; I < Info->dlpi_phnum; ++I) {
    const ElfW(Phdr) &H = Info->dlpi_phdr[I];
    if (H.p_type != PT_NOTE)
      continue;
    uintptr_t At = Info->dlpi_addr + H.p_vaddr, End = At + H.p_memsz;
    uintptr_t Unit = H.p_align > 4 ? H.p_align : 4;
    auto align = [Unit](uintptr_t N) { return (N + Unit - 1) & ~(Unit - 1); };
    while (At + sizeof(ElfW(Nhdr)) <= End) {
      auto &Note = *reinterpret_cast<const ElfW(Nhdr) *>(At);
      if (isOurNote(Note))
        return true;
      At += align(sizeof Note + Note.n_namesz) + align(Note.n_descsz);
    }
  }
  return false;
}

struct Runtimes {
  const char *First = nullptr, *Second = nullptr;
};

int findRuntime(dl_phdr_info *Info, size_t, void *Argument) {
  auto *Found = static_cast<Runtimes *>(Argument);
  if (!hasRuntime(Info))
    return 0;
  if (!Found->First) {
    Found->First = Info->dlpi_name;
    return 0;
  }
  Found->Second = Info->dlpi_name;
  return 1;
}

/// Whether another copy was there when this one was loaded. The answer takes
/// the loader's lock, which a panic must not wait for, so it is found then.
bool IsSecond;

__attribute__((constructor)) void lookForAnother() {
  Runtimes Found;
  IsSecond = dl_iterate_phdr(findRuntime, &Found) != 0;
}

} // namespace

void checkSingleRuntime() noexcept {
  Runtimes Found;
  if (IsSecond && dl_iterate_phdr(findRuntime, &Found))
    fatal("two copies of the deferc runtime in one process, in %s and in %s; "
          "link all of it with the shared one, -ldeferrt",
          *Found.First ? shownPath(Found.First) : "the executable",
          shownPath(Found.Second));
}

} // namespace deferc
