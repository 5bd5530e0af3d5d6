# -*- Python -*-
#
# The configuration of all lit tests: what a RUN line can use.
#
#   %deferc %deferc++     the compiler driver, for C and for C++
#   %clang %clang++       stock clang 22, without deferc
#   %opt_deferc           opt 22 with deferc's passes loaded
#   %deferc_passes=LIST   the same, running those passes, printing IR
#   %runtime_flags        to compile and link against the runtime by hand
#   %objdump              llvm-objdump
#   %lib                  the folder of plugins and runtime
#   %root                 the source tree
#   %run_docs             runs what a document shows
#   %python               the Python that runs lit
#
# LLVM's tools (FileCheck, not, split-file, llvm-nm, ...) come first in PATH.
# Features: lld, gold, libunwind, libcxx, go, valgrind, gdb, asan, tsan, root,
# clang-format, codespell, shellcheck, pyflakes.
#
# Works from a build folder through lit.site.cfg.py, and on a source file
# directly, where the build is taken to be in build/ (or $DEFERC_BUILD).

import os
import shutil
import sys

import lit.formats

source = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(source)
build = getattr(config, "deferc_build", None) or os.environ.get(
    "DEFERC_BUILD", os.path.join(root, "build")
)
llvm = getattr(config, "llvm_bindir", "/usr/lib/llvm-22/bin")

config.name = "deferc"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".ll", ".test"]
config.excludes = ["Inputs", "Unit", "CMakeLists.txt", "lit.cfg.py"]
config.test_source_root = source
config.test_exec_root = os.path.join(build, "test")

binaries = os.path.join(build, "bin")
libraries = os.path.join(build, "lib")
config.environment["PATH"] = os.pathsep.join([llvm, config.environment["PATH"]])
# What these say must not decide whether a test passes.
for name in ("DEFERC_TRACEBACK", "DEFERC_CLANG", "CPATH", "LD_LIBRARY_PATH"):
    config.environment.pop(name, None)

passes = os.path.join(libraries, "DefercPasses.so")
opt = f"{llvm}/opt -load-pass-plugin={passes}"
include = os.path.join(libraries, "deferc", "include")

config.substitutions += [
    (r"%deferc_passes=", f"{opt} -S -passes="),
    (r"%opt_deferc", opt),
    (r"%deferc\+\+", os.path.join(binaries, "deferc++")),
    (r"%deferc\b", os.path.join(binaries, "deferc")),
    (r"%clang\+\+", os.path.join(llvm, "clang++")),
    (r"%clang\b", os.path.join(llvm, "clang")),
    (
        r"%runtime_flags",
        f"-D__DEFERC__=1 -I{root}/include -isystem {include} -fexceptions"
        f" -L{libraries} -ldeferrt -Wl,-rpath,{libraries}",
    ),
    (r"%objdump", os.path.join(llvm, "llvm-objdump")),
    (r"%passes_plugin", passes),
    (r"%clang_plugin", os.path.join(libraries, "DefercClang.so")),
    (r"%lib\b", libraries),
    (r"%run_docs", f"{root}/utils/run-docs --bin {binaries}"),
    (r"%root\b", root),
    (r"%python\b", sys.executable),
]


def has(feature, present):
    if present:
        config.available_features.add(feature)


def clang_rt(name):
    """Whether this clang comes with a sanitizer's runtime."""
    base = os.path.join(os.path.dirname(llvm), "lib", "clang", "22", "lib")
    return any(
        os.path.exists(os.path.join(base, platform, f"libclang_rt.{name}{arch}.a"))
        for platform, arch in (("linux", "-x86_64"), ("x86_64-pc-linux-gnu", ""))
    )


llvm_lib = os.path.join(os.path.dirname(llvm), "lib")
has("lld", os.path.exists(os.path.join(llvm, "ld.lld")))
has("gold", shutil.which("ld.gold"))
has("libunwind", os.path.exists(os.path.join(llvm_lib, "libunwind.so")))
has("libcxx", os.path.exists(os.path.join(llvm_lib, "libc++.so")))
has("go", os.path.exists("/usr/lib/go-1.19/bin/go"))
has("valgrind", shutil.which("valgrind"))
has("gdb", shutil.which("gdb"))
has("asan", clang_rt("asan"))
has("tsan", clang_rt("tsan"))
has("root", os.geteuid() == 0)
for feature, program in (
    ("clang-format", "clang-format-22"),
    ("codespell", "codespell"),
    ("shellcheck", "shellcheck"),
    ("pyflakes", "pyflakes3"),
):
    has(feature, shutil.which(program))
