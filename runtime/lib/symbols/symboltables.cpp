//===- symboltables.cpp - ELF symbol tables -------------------------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements SymbolTables.h.
///
//===----------------------------------------------------------------------===//

#include "symbols/SymbolTables.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace deferc {

bool ElfFile::map(const char *Wanted) noexcept {
  if (Data && !strcmp(Path, Wanted))
    return true;
  int FD = open(Wanted, O_RDONLY | O_CLOEXEC);
  if (FD < 0)
    return false;
  struct stat Status;
  void *Memory = MAP_FAILED;
  if (fstat(FD, &Status) == 0 && Status.st_size > 0)
    Memory = mmap(nullptr, Status.st_size, PROT_READ, MAP_PRIVATE, FD, 0);
  close(FD);
  if (Memory == MAP_FAILED)
    return false;
  unmap();
  snprintf(Path, sizeof Path, "%s", Wanted);
  Data = static_cast<const uint8_t *>(Memory);
  Size = Status.st_size;
  return true;
}

void ElfFile::unmap() noexcept {
  if (Data)
    munmap(const_cast<uint8_t *>(Data), Size);
  Data = nullptr;
}

namespace {

/// The last wanted function in the symbol tables of this type. Its start is
/// relative to the object's base.
template <typename Predicate>
Symbol findInFile(const ElfFile &File, unsigned Type, Predicate IsWanted) {
  auto In = [&](uint64_t Offset, uint64_t Size) {
    return Offset <= File.Size && Size <= File.Size - Offset;
  };
  Symbol Best;
  if (!In(0, sizeof(Elf64_Ehdr)) || memcmp(File.Data, ELFMAG, SELFMAG) != 0)
    return Best;
  auto *Header = reinterpret_cast<const Elf64_Ehdr *>(File.Data);
  if (!In(Header->e_shoff, uint64_t(Header->e_shnum) * sizeof(Elf64_Shdr)))
    return Best;
  auto *Sections =
      reinterpret_cast<const Elf64_Shdr *>(File.Data + Header->e_shoff);
  for (unsigned I = 0; I < Header->e_shnum; ++I) {
    const Elf64_Shdr &Table = Sections[I];
    if (Table.sh_type != Type || Table.sh_link >= Header->e_shnum ||
        !In(Table.sh_offset, Table.sh_size))
      continue;
    const Elf64_Shdr &Strings = Sections[Table.sh_link];
    if (!In(Strings.sh_offset, Strings.sh_size))
      continue;
    auto *Symbols =
        reinterpret_cast<const Elf64_Sym *>(File.Data + Table.sh_offset);
    for (uint64_t N = 0; N < Table.sh_size / sizeof(Elf64_Sym); ++N) {
      const Elf64_Sym &S = Symbols[N];
      // The parts of a split function have symbols without a type.
      unsigned SymbolType = ELF64_ST_TYPE(S.st_info);
      if ((SymbolType != STT_FUNC && SymbolType != STT_NOTYPE) ||
          S.st_name >= Strings.sh_size || !S.st_size)
        continue;
      auto *Name = reinterpret_cast<const char *>(
          File.Data + Strings.sh_offset + S.st_name);
      if (IsWanted(S, Name))
        Best = {Name, S.st_value};
    }
  }
  return Best;
}

int isObjectAt(dl_phdr_info *Info, size_t, void *Argument) {
  auto *P = static_cast<Place *>(Argument);
  for (unsigned I = 0; I < Info->dlpi_phnum; ++I) {
    const Elf64_Phdr &H = Info->dlpi_phdr[I];
    if (H.p_type != PT_LOAD ||
        P->IP - (Info->dlpi_addr + H.p_vaddr) >= H.p_memsz)
      continue;
    P->Object = Info->dlpi_name;
    P->Base = Info->dlpi_addr;
    return 1;
  }
  return 0;
}

/// The link to the executable. The link of the process is the main thread's,
/// and leads nowhere once that thread has ended.
const char *executableLink() {
  static const char OfProcess[] = "/proc/self/exe";
  return access(OfProcess, R_OK) == 0 ? OfProcess : "/proc/thread-self/exe";
}

} // namespace

bool findObject(Place &P) noexcept {
  return dl_iterate_phdr(isObjectAt, &P) != 0;
}

const char *executablePath() noexcept {
  static char Path[4096];
  ssize_t Size = readlink(executableLink(), Path, sizeof Path - 1);
  return Size > 0 ? Path : program_invocation_name;
}

Place findSymbol(uintptr_t IP, ElfFile &File) noexcept {
  Place P;
  P.IP = IP;
  if (!findObject(P))
    return P;
  bool IsExecutable = !*P.Object;
  bool Found = File.map(IsExecutable ? executableLink() : P.Object);
  if (IsExecutable)
    P.Object = executablePath();
  if (!Found)
    return P;
  auto Covers = [Address = IP - P.Base](const Elf64_Sym &S, const char *) {
    return Address - S.st_value < S.st_size;
  };
  P.S = findInFile(File, SHT_SYMTAB, Covers);
  if (!P.S.Name)
    P.S = findInFile(File, SHT_DYNSYM, Covers);
  if (P.S.Name)
    P.S.Start += P.Base;
  return P;
}

Symbol findNamed(const ElfFile &File, const char *Name, size_t Size) noexcept {
  auto IsIt = [=](const Elf64_Sym &, const char *Other) {
    return !strncmp(Other, Name, Size) && !Other[Size];
  };
  return findInFile(File, SHT_SYMTAB, IsIt);
}

} // namespace deferc
