"""Reads the lists of include/deferc, which C++ expands as macros."""

import re
import typing

from style.tree import line_at

DIAGNOSTICS = "include/deferc/Support/Diagnostics.def"
RUNTIME_FUNCTIONS = "include/deferc/Contract/RuntimeFunctions.def"
PASSES = "include/deferc/Transforms/Passes.def"

# A string literal, and those that stand side by side and are one.
STRING = r'"(?:[^"\\\n]|\\.)*"'
STRINGS = rf"{STRING}(?:\s*{STRING})*"


class Message(typing.NamedTuple):
    ident: str
    severity: str
    text: str
    heading: str  # The comment line that stands above this and the ones before it.
    line: int


def joined(literals):
    """The text of string literals that stand side by side."""
    return "".join(piece[1:-1] for piece in re.findall(STRING, literals))


def messages(text):
    """Yields each message of Diagnostics.def, in order."""
    heading = ""
    pattern = re.compile(
        r"^// (?P<heading>.*)\.$"
        r"|^DEFERC_DIAG\(\s*(?P<ident>\w+),\s*(?P<severity>\w+),"
        rf"\s*(?P<text>{STRINGS})\s*\)",
        re.MULTILINE,
    )
    start = text.find("#endif")
    for match in pattern.finditer(text, max(start, 0)):
        if match["heading"]:
            heading = match["heading"]
        else:
            yield Message(match["ident"], match["severity"], joined(match["text"]),
                          heading, line_at(text, match.start()))


def runtime_functions(text):
    """Yields (symbol, line) of each function of RuntimeFunctions.def."""
    for match in re.finditer(r"^DEFERC_RUNTIME\(\s*\w+,\s*(\w+)", text, re.M):
        yield match[1], line_at(text, match.start())


def passes(text):
    """Yields (command without parameters, class, line) of each pass of Passes.def."""
    entry = r'^DEFERC_(?:MODULE|FUNCTION)_PASS\(\s*"([\w-]+)(?:<\w+>)?",\s*(\w+)\('
    for match in re.finditer(entry, text, re.M):
        yield match[1], match[2], line_at(text, match.start())
