//===- symbols.cpp - Functions, files and lines of addresses --------------===//
//
// Part of the deferc project, under the Apache License v2.0 with LLVM
// Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Implements Symbols.h. libdw is opened at run time, so that a program needs
/// it neither to build nor to run; its functions are declared here, as
/// <elfutils/ libdwfl.h> has them. Without it, or for an object without debug
/// information, names come from the object's symbol tables, read from the file,
/// since `dladdr` knows exported names only, and none in a static program.
///
//===----------------------------------------------------------------------===//

#include "report/Symbols.h"

#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

// Not in a static program.
extern "C" __attribute__((weak)) decltype(dlopen) dlopen;

namespace deferc {
namespace {

//===-- ELF symbol tables -------------------------------------------------===//

/// A file of this process, mapped.
class ElfFile {
public:
  const uint8_t *Data = nullptr;
  size_t Size = 0;

  /// Maps this file, unless it is the one that is mapped. False when it cannot
  /// be mapped.
  bool map(const char *Wanted);
  void unmap() {
    if (Data)
      munmap(const_cast<uint8_t *>(Data), Size);
    Data = nullptr;
  }

private:
  char Path[512];
};

bool ElfFile::map(const char *Wanted) {
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

/// The report's, which stays mapped: a trace stays in few objects.
ElfFile Mapped;

struct Symbol {
  const char *Name = nullptr;
  uintptr_t Start = 0;
};

/// The last function of a symbol table of this type that is wanted. Values are
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

struct Place {
  uintptr_t IP = 0;
  const char *Object = nullptr; ///< Empty for the executable.
  uintptr_t Base = 0;
  Symbol S; ///< Start is absolute.
};

int findObject(dl_phdr_info *Info, size_t, void *Argument) {
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

/// The link to the executable. That of the process is the main thread's, and
/// leads nowhere once it has ended.
const char *executableLink() {
  static const char OfProcess[] = "/proc/self/exe";
  return access(OfProcess, R_OK) == 0 ? OfProcess : "/proc/thread-self/exe";
}

/// The path that the executable was started by.
const char *executablePath() {
  static char Path[4096];
  ssize_t Size = readlink(executableLink(), Path, sizeof Path - 1);
  return Size > 0 ? Path : program_invocation_name;
}

/// The function at this address. Its name is in \p File, which is mapped to its
/// object's.
Place findSymbol(uintptr_t IP, ElfFile &File) {
  Place P;
  P.IP = IP;
  if (!dl_iterate_phdr(findObject, &P))
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

//===-- libdw -------------------------------------------------------------===//

// As <elfutils/libdwfl.h> and <elfutils/libdw.h> have them.
struct Dwfl;
struct Dwfl_Module;
struct Dwarf_Line;
struct Dwarf_CU;
using Dwarf_Addr = uint64_t;
struct Dwarf_Die {
  void *addr;
  Dwarf_CU *cu;
  void *abbrev;
  long padding__;
};
struct Dwarf_Attribute {
  unsigned code, form;
  unsigned char *valp;
  Dwarf_CU *cu;
};
struct Dwfl_Callbacks {
  void *find_elf;
  void *find_debuginfo;
  void *section_address;
  char **debuginfo_path;
};
constexpr int TagSubprogram = 0x2e, TagInlined = 0x1d;
constexpr unsigned AtCallFile = 0x58, AtCallLine = 0x59, AtLinkageName = 0x6e;

class LibDw {
public:
  /// Opens the library and reads the map of this process, once.
  bool open();
  /// From now on it cannot be opened.
  void forget() {
    Tried = true;
    Session = nullptr;
  }
  bool describe(uintptr_t IP, const Place &Known, LocationSink Sink,
                void *Context);

private:
  template <typename F> bool load(F *&Function, const char *Name) {
    Function = reinterpret_cast<F *>(dlsym(Handle, Name));
    return Function != nullptr;
  }
  Dwarf_Die *findUnit(Dwfl_Module *Module, uintptr_t IP, Dwarf_Addr &Bias);
  const char *symbolName(Dwarf_Die *Die);
  const char *callFile(Dwarf_Die *Unit, Dwarf_Die *Inlined);

  bool Tried = false;
  void *Handle = nullptr;
  Dwfl *Session = nullptr;
  Dwfl_Callbacks Callbacks = {};

  Dwfl *(*begin)(const Dwfl_Callbacks *);
  int (*reportProcess)(Dwfl *, pid_t);
  int (*reportEnd)(Dwfl *, void *, void *);
  Dwfl_Module *(*addrModule)(Dwfl *, Dwarf_Addr);
  Dwarf_Die *(*nextUnit)(Dwfl_Module *, Dwarf_Die *, Dwarf_Addr *);
  int (*hasPC)(Dwarf_Die *, Dwarf_Addr);
  Dwarf_Line *(*getSource)(Dwarf_Die *, Dwarf_Addr);
  const char *(*lineSource)(Dwarf_Line *, uint64_t *, uint64_t *);
  int (*lineNumber)(Dwarf_Line *, int *);
  int (*getScopes)(Dwarf_Die *, Dwarf_Addr, Dwarf_Die **);
  int (*getScopesDie)(Dwarf_Die *, Dwarf_Die **);
  int (*tag)(Dwarf_Die *);
  const char *(*dieName)(Dwarf_Die *);
  Dwarf_Attribute *(*attrIntegrate)(Dwarf_Die *, unsigned, Dwarf_Attribute *);
  const char *(*formString)(Dwarf_Attribute *);
  int (*formUnsigned)(Dwarf_Attribute *, uint64_t *);
  int (*getSourceFiles)(Dwarf_Die *, void **, size_t *);
  const char *(*fileSource)(void *, size_t, uint64_t *, uint64_t *);
};

bool LibDw::open() {
  if (Tried)
    return Session != nullptr;
  Tried = true;
  // A static program may have dlopen, but must not mix two C libraries.
  if (!dlopen || !getauxval(AT_BASE))
    return false;
  Handle = dlopen("libdw.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!Handle)
    return false;
  Callbacks.find_elf = dlsym(Handle, "dwfl_linux_proc_find_elf");
  Callbacks.find_debuginfo = dlsym(Handle, "dwfl_standard_find_debuginfo");
  if (!Callbacks.find_elf || !Callbacks.find_debuginfo ||
      !load(begin, "dwfl_begin") ||
      !load(reportProcess, "dwfl_linux_proc_report") ||
      !load(reportEnd, "dwfl_report_end") ||
      !load(addrModule, "dwfl_addrmodule") ||
      !load(nextUnit, "dwfl_module_nextcu") || !load(hasPC, "dwarf_haspc") ||
      !load(getSource, "dwarf_getsrc_die") ||
      !load(lineSource, "dwarf_linesrc") || !load(lineNumber, "dwarf_lineno") ||
      !load(getScopes, "dwarf_getscopes") ||
      !load(getScopesDie, "dwarf_getscopes_die") || !load(tag, "dwarf_tag") ||
      !load(dieName, "dwarf_diename") ||
      !load(attrIntegrate, "dwarf_attr_integrate") ||
      !load(formString, "dwarf_formstring") ||
      !load(formUnsigned, "dwarf_formudata") ||
      !load(getSourceFiles, "dwarf_getsrcfiles") ||
      !load(fileSource, "dwarf_filesrc"))
    return false;
  // No search for separate files over the network.
  unsetenv("DEBUGINFOD_URLS");
  Dwfl *Made = begin(&Callbacks);
  // The map of this thread, since that of an ended main thread is empty.
  if (!Made || reportProcess(Made, gettid()) != 0 ||
      reportEnd(Made, nullptr, nullptr) != 0)
    return false;
  Session = Made;
  return true;
}

/// The unit that covers the address. libdw's own search needs .debug_aranges,
/// which Clang does not write.
Dwarf_Die *LibDw::findUnit(Dwfl_Module *Module, uintptr_t IP,
                           Dwarf_Addr &Bias) {
  Dwarf_Die *Unit = nullptr;
  while ((Unit = nextUnit(Module, Unit, &Bias)))
    if (hasPC(Unit, IP - Bias) == 1)
      return Unit;
  return nullptr;
}

const char *LibDw::symbolName(Dwarf_Die *Die) {
  Dwarf_Attribute Attribute;
  if (attrIntegrate(Die, AtLinkageName, &Attribute))
    if (const char *Name = formString(&Attribute))
      return Name;
  return dieName(Die);
}

const char *LibDw::callFile(Dwarf_Die *Unit, Dwarf_Die *Inlined) {
  Dwarf_Attribute Attribute;
  uint64_t Index;
  void *Files;
  size_t Count;
  if (!attrIntegrate(Inlined, AtCallFile, &Attribute) ||
      formUnsigned(&Attribute, &Index) != 0 ||
      getSourceFiles(Unit, &Files, &Count) != 0)
    return nullptr;
  return fileSource(Files, Index, nullptr, nullptr);
}

/// The scopes around an address go from the innermost out: each inlined
/// function, then the function itself. The place in an inlined function's
/// caller is in the attributes of the inlined one.
bool LibDw::describe(uintptr_t IP, const Place &Known, LocationSink Sink,
                     void *Context) {
  Dwfl_Module *Module = addrModule(Session, IP);
  Dwarf_Addr Bias = 0;
  Dwarf_Die *Unit = Module ? findUnit(Module, IP, Bias) : nullptr;
  Dwarf_Line *Line = Unit ? getSource(Unit, IP - Bias) : nullptr;
  if (!Line)
    return false;
  int LineNumber = 0;
  lineNumber(Line, &LineNumber);
  const char *File = lineSource(Line, nullptr, nullptr);
  Dwarf_Die *Scopes = nullptr, *Parents = nullptr;
  int Count = getScopes(Unit, IP - Bias, &Scopes);
  // The first answer follows where code was written; its parents tell where it
  // is.
  if (Count > 0) {
    int ParentCount = getScopesDie(&Scopes[0], &Parents);
    if (ParentCount > 0) {
      Scopes = Parents;
      Count = ParentCount;
    }
  }
  Location L = {nullptr, FunctionKind::Plain, File, LineNumber, Known.Object, 0,
                true};
  for (int I = 0; I < Count; ++I) {
    if (tag(&Scopes[I]) != TagInlined)
      continue;
    nameFunction(L, symbolName(&Scopes[I]));
    Sink(Context, L);
    Dwarf_Attribute Attribute;
    uint64_t CallLine = 0;
    L.File = callFile(Unit, &Scopes[I]);
    if (attrIntegrate(&Scopes[I], AtCallLine, &Attribute))
      formUnsigned(&Attribute, &CallLine);
    L.Line = static_cast<int>(CallLine);
  }
  L.Inlined = false;
  const char *Name = Known.S.Name;
  for (int I = 0; I < Count && !Name; ++I)
    if (tag(&Scopes[I]) == TagSubprogram)
      Name = symbolName(&Scopes[I]);
  nameFunction(L, Name);
  L.Offset = Known.S.Start ? IP - Known.S.Start : 0;
  Sink(Context, L);
  return true;
}

LibDw Debug;

} // namespace

void describeAddress(uintptr_t IP, LocationSink Sink, void *Context) noexcept {
  Place Known = findSymbol(IP, Mapped);
  // The mapped file holds the name, and libdw's answers may be long.
  if (Known.S.Name)
    Known.S.Name = strdup(Known.S.Name);
  if (Debug.open() && Debug.describe(IP, Known, Sink, Context))
    return;
  uintptr_t Start = Known.S.Start ? Known.S.Start : Known.Base;
  Location L = {nullptr,      FunctionKind::Plain, nullptr, 0,
                Known.Object, IP - Start,          false};
  nameFunction(L, Known.S.Name);
  Sink(Context, L);
}

const char *objectName(uintptr_t Address) noexcept {
  Place P;
  P.IP = Address;
  if (!dl_iterate_phdr(findObject, &P))
    return "unknown memory";
  return shownPath(*P.Object ? P.Object : executablePath());
}

const char *shownPath(const char *Path) noexcept {
  const char *Slash = isPrivileged() ? strrchr(Path, '/') : nullptr;
  return Slash ? Slash + 1 : Path;
}

void forgetHelpers() noexcept {
  Debug.forget();
  Mapped = {};
}

namespace {

/// Where a function begins of which \p P is a part: `f.cold` and `f.__part.1`,
/// as compilers and LLVM's splitters name parts, belong to `f`.
uintptr_t findMainPart(const Place &P, const ElfFile &File) {
  if (!P.S.Name)
    return 0;
  const char *Suffix = strstr(P.S.Name, ".__part.");
  if (!Suffix)
    Suffix = strstr(P.S.Name, ".cold");
  if (!Suffix)
    return 0;
  size_t Size = Suffix - P.S.Name;
  auto IsMain = [&](const Elf64_Sym &, const char *Name) {
    return !strncmp(Name, P.S.Name, Size) && !Name[Size];
  };
  Symbol Main = findInFile(File, SHT_SYMTAB, IsMain);
  return Main.Name ? Main.Start + P.Base : 0;
}

} // namespace

uintptr_t mainPart(uintptr_t IP) noexcept {
  ElfFile File; // Other threads panic, too.
  uintptr_t Start = findMainPart(findSymbol(IP, File), File);
  File.unmap();
  return Start;
}

} // namespace deferc
