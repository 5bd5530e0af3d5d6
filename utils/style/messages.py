"""Each message of the frontend and each fatal error of the runtime has a test."""

import re

from style import deflists
from style.tree import Finding, line_at

TESTS = "test/Diagnostics/"


def named(tree):
    """Yields (path, line, id) of each message that a test says it shows, in a line
    `// Message: Id Id`."""
    for path in tree.find(TESTS + "*"):
        for number, line in enumerate(tree.lines(path), 1):
            if line.startswith("// Message:"):
                for ident in line.split(":", 1)[1].split():
                    yield path, number, ident


def check_messages(tree):
    listed = {
        message.ident: message.line
        for message in deflists.messages(tree.read(deflists.DIAGNOSTICS))
    }
    shown = set()
    for path, line, ident in named(tree):
        shown.add(ident)
        if ident not in listed:
            yield Finding(path, line, f"there is no message {ident} in Diagnostics.def; "
                                      "correct the `Message:` line")
    for ident, line in listed.items():
        if ident not in shown:
            yield Finding(deflists.DIAGNOSTICS, line,
                          f"no test shows {ident}; add one to {TESTS} with a line "
                          f"`// Message: {ident}`")


def fatal_errors(tree):
    """Yields (path, line, text) of each fatal error that the runtime reports."""
    printed = re.compile(rf"(?P<call>\bfatal\(\s*|\bprintError\(\w+,\s*)?{deflists.STRINGS}")
    for path in tree.find("runtime/lib/*.cpp", "runtime/lib/*.c"):
        code = tree.read(path)
        for match in printed.finditer(code):
            text = deflists.joined(match[0])
            if match["call"] or re.match("fatal error: .", text):
                yield path, line_at(code, match.start()), text.removeprefix("fatal error: ")


def longest_piece(text):
    """What a test must show of a fatal error: the longest part of its first clause
    that is the same whenever it is reported."""
    clause = "fatal error: " + text.removesuffix("\\n").split(";")[0]
    return max(re.split(r"%[#0-9.l]*[a-z]", clause), key=len).strip()


def expectations(tree):
    """Yields what tests expect to be printed."""
    for path in tree.find("test/*.c", "test/*.cpp", "test/*.ll", "test/*.test"):
        yield from re.findall(r"^\W*[A-Z][A-Z0-9_-]*: *(.*)$", tree.read(path), re.M)
    for path in tree.find("test/Conformance/*.err"):
        yield tree.read(path)
    for path in tree.find("runtime/unittests/*.cpp"):
        for literals in re.findall(deflists.STRINGS, tree.read(path)):
            yield deflists.joined(literals).replace("\\", "")


def check_fatal_errors(tree):
    errors = [(*place, longest_piece(text)) for *place, text in fatal_errors(tree)]
    if not errors:
        return
    # The longest first: one text may be the beginning of another.
    pieces = sorted({piece for *_, piece in errors}, key=len, reverse=True)
    any_piece = re.compile("|".join(map(re.escape, pieces)))
    shown = set(any_piece.findall("\n".join(expectations(tree))))
    for path, line, piece in errors:
        if piece not in shown:
            yield Finding(path, line,
                          f"no test expects the fatal error with `{piece}`; let a CHECK "
                          "line or a death test have these words")
