//===- bindstubs.cpp - Bind the stubs that stand for functions ------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// In a position dependent executable the address of a function of a shared
/// object is that of a stub in the executable. deferredentry.cpp follows the
/// stub through its slot. Under lazy binding the loader fills the slot when the
/// function is called for the first time, and a panic may ask before that.
///
/// So the slots of such stubs are filled when the runtime is loaded: with the
/// definition, of the version that the executable names, in the first object
/// behind the executable that has one. The loader would find the same.
///
//===----------------------------------------------------------------------===//

#include "support/TextSection.h"

#include <dlfcn.h>
#include <link.h>
#include <stdint.h>
#include <string.h>

// A static program has no stubs, and need not have these.
extern "C" {
__attribute__((weak)) decltype(dlopen) dlopen;
__attribute__((weak)) decltype(dlvsym) dlvsym;
__attribute__((weak)) decltype(dlinfo) dlinfo;
}

namespace {

/// The parts of the executable's dynamic section that tell of its stubs.
class Executable {
public:
  explicit Executable(const dl_phdr_info &Info) : Info(Info) {
    for (unsigned I = 0; I != Info.dlpi_phnum; ++I)
      if (Info.dlpi_phdr[I].p_type == PT_DYNAMIC)
        read(reinterpret_cast<const ElfW(Dyn) *>(Info.dlpi_phdr[I].p_vaddr));
  }

  void bindStubs() const {
    for (const ElfW(Rela) *R = Slots; R != SlotsEnd; ++R) {
      const ElfW(Sym) &Function = Symbols[ELF64_R_SYM(R->r_info)];
      auto *Slot = reinterpret_cast<uintptr_t *>(R->r_offset);
      if (ELF64_R_TYPE(R->r_info) == R_X86_64_JUMP_SLOT &&
          standsForFunction(Function) && contains(*Slot))
        if (uintptr_t Definition = find(Strings + Function.st_name,
                                        versionOf(ELF64_R_SYM(R->r_info))))
          *Slot = Definition;
    }
  }

private:
  void read(const ElfW(Dyn) * Entry) {
    const char *Relocations = nullptr;
    size_t Size = 0;
    for (; Entry->d_tag != DT_NULL; ++Entry) {
      auto *At = reinterpret_cast<const char *>(Entry->d_un.d_ptr);
      switch (Entry->d_tag) {
      case DT_JMPREL:
        Relocations = At;
        break;
      case DT_PLTRELSZ:
        Size = Entry->d_un.d_val;
        break;
      case DT_SYMTAB:
        Symbols = reinterpret_cast<const ElfW(Sym) *>(At);
        break;
      case DT_STRTAB:
        Strings = At;
        break;
      case DT_VERSYM:
        Versions = reinterpret_cast<const ElfW(Half) *>(At);
        break;
      case DT_VERNEED:
        Needs = At;
        break;
      }
    }
    Slots = reinterpret_cast<const ElfW(Rela) *>(Relocations);
    SlotsEnd = reinterpret_cast<const ElfW(Rela) *>(Relocations + Size);
  }

  /// Of a function defined elsewhere, whose address is that of the stub.
  static bool standsForFunction(const ElfW(Sym) & Symbol) {
    return Symbol.st_shndx == SHN_UNDEF && Symbol.st_value != 0;
  }

  /// A slot that is not bound leads back into the executable.
  bool contains(uintptr_t Address) const {
    for (unsigned I = 0; I != Info.dlpi_phnum; ++I) {
      const ElfW(Phdr) &H = Info.dlpi_phdr[I];
      if (H.p_type == PT_LOAD && Address - H.p_vaddr < H.p_memsz)
        return true;
    }
    return false;
  }

  /// The name of the version that the executable wants, or null.
  const char *versionOf(size_t Symbol) const {
    constexpr ElfW(Half) Hidden = 0x8000, FirstNamed = 2;
    if (!Versions || !Needs || (Versions[Symbol] & ~Hidden) < FirstNamed)
      return nullptr;
    for (const char *At = Needs;;) {
      auto *Need = reinterpret_cast<const ElfW(Verneed) *>(At);
      const char *AuxAt = At + Need->vn_aux;
      for (unsigned I = 0; I != Need->vn_cnt; ++I) {
        auto *Aux = reinterpret_cast<const ElfW(Vernaux) *>(AuxAt);
        if (Aux->vna_other == Versions[Symbol])
          return Strings + Aux->vna_name;
        AuxAt += Aux->vna_next;
      }
      if (!Need->vn_next)
        return nullptr;
      At += Need->vn_next;
    }
  }

  /// The first definition behind the executable; 0 when there is none.
  static uintptr_t find(const char *Name, const char *Version) {
    link_map *Object = nullptr;
    void *Program = dlopen(nullptr, RTLD_LAZY);
    if (!Program || dlinfo(Program, RTLD_DI_LINKMAP, &Object) != 0)
      return 0;
    uintptr_t Found = 0;
    for (Object = Object->l_next; Object && !Found; Object = Object->l_next)
      Found = findIn(*Object, Name, Version);
    dlclose(Program);
    return Found;
  }

  /// The objects that this one needs are not looked at: their turn comes.
  static uintptr_t findIn(const link_map &Object, const char *Name,
                          const char *Version) {
    void *Handle = dlopen(Object.l_name, RTLD_LAZY | RTLD_NOLOAD);
    if (!Handle)
      return 0;
    void *Found = Version ? dlvsym(Handle, Name, Version) : dlsym(Handle, Name);
    Dl_info Where;
    void *Holder = nullptr;
    if (!dladdr1(Found, &Where, &Holder, RTLD_DL_LINKMAP) || Holder != &Object)
      Found = nullptr;
    dlclose(Handle);
    return reinterpret_cast<uintptr_t>(Found);
  }

  const dl_phdr_info &Info;
  const ElfW(Rela) *Slots = nullptr, *SlotsEnd = nullptr;
  const ElfW(Sym) *Symbols = nullptr;
  const char *Strings = nullptr;
  const ElfW(Half) *Versions = nullptr;
  const char *Needs = nullptr;
};

/// The executable comes first; position independent ones have other ways to
/// a function's address.
int visitFirst(dl_phdr_info *Info, size_t, void *) {
  if (Info->dlpi_addr == 0 && dlopen && dlvsym && dlinfo)
    Executable(*Info).bindStubs();
  return 1;
}

__attribute__((constructor)) void bindStubs() {
  dl_iterate_phdr(visitFirst, nullptr);
}

} // namespace
