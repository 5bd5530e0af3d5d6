"""What a file itself must have: a length that can be read, an intent."""

import re

from style.tree import Finding

LONGEST = 400


def top(lines):
    """The comment that a C++ file begins with."""
    for line in lines:
        if not line.startswith("//"):
            return
        yield line


def check_length(tree):
    for path in tree.find("lib/*.cpp", "lib/*.h", "runtime/*.c", "runtime/*.cpp",
                          "runtime/*.h", "include/*.h", "include/*.def", "tools/*.cpp"):
        lines = tree.lines(path)
        if len(lines) <= LONGEST or any("Long because " in line for line in top(lines)):
            continue
        yield Finding(path, len(lines),
                      f"more than {LONGEST} lines; split it, or say in the comment at its "
                      "top `Long because ...`")


def check_tests(tree):
    for path in tree.find("test/*.c", "test/*.cpp", "test/*.ll", "test/*.test"):
        if "/Inputs/" in path:
            continue
        text = tree.read(path)
        if not re.search(r"^\W*RUN:", text, re.M):
            yield Finding(path, 1, "nothing runs this test; add a RUN line, or "
                                   "move the file to Inputs/")
        # The intent of a twin is that of the Go program of the same name.
        if "Intent:" not in text and not path.startswith("test/Conformance/"):
            yield Finding(path, 1, "no `Intent:` line; say in a sentence that could be false "
                                   "what this test shows")
