"""A pass has one name in five places, and a runtime function its documentation."""

import re

from style import deflists
from style.tree import Finding, line_at

PLUGIN = "lib/Plugin/PassPlugin.cpp"
DOCUMENT = "docs/Passes.md"
ABI = "docs/RuntimeABI.md"

# The rules that the verifier checks are the contract's, and so are their tests.
TEST_FOLDERS = {"Verify": "test/Contract/"}


def command_of(name):
    """`deferc-drop-records` for DropRecords."""
    return "deferc" + re.sub(r"[A-Z]", lambda letter: "-" + letter[0].lower(), name)


def pass_classes(tree):
    """Yields (header, line, layer, name without `Pass`) of each pass."""
    for path in tree.find("include/deferc/*.h"):
        text = tree.read(path)
        declared = r"^(?:class|struct) (\w+)Pass\b[^;{]*PassInfoMixin"
        for match in re.finditer(declared, text, re.M):
            yield path, line_at(text, match.start()), path.split("/")[2], match[1]


def check_passes(tree):
    document = tree.read(DOCUMENT)
    sections = {
        match[1]: line_at(document, match.start())
        for match in re.finditer(r"^## (deferc-[\w-]+)$", document, re.M)
    }
    registered = tree.read(PLUGIN) + tree.read(deflists.PASSES)
    known = set()
    for path, line, layer, name in pass_classes(tree):
        command = command_of(name)
        known.add(command)
        tests = TEST_FOLDERS.get(name)
        folders = [tests] if tests else [f"test/Transforms/{name}/", f"test/{name}/"]
        missing = []
        if path != f"include/deferc/{layer}/{name}.h":
            missing.append(f"be declared in include/deferc/{layer}/{name}.h")
        if not tree.exists(f"lib/{layer}/{name}.cpp"):
            missing.append(f"be defined in lib/{layer}/{name}.cpp")
        if not re.search(rf'"{command}[<"]', registered):
            missing.append(f"be registered as {command}")
        if not any(tree.exists(folder) for folder in folders):
            missing.append("have its tests in " + " or ".join(folders))
        if command not in sections:
            missing.append(f"have a section `## {command}` in {DOCUMENT}")
        for what in missing:
            yield Finding(path, line, f"{name}Pass does not have its name everywhere; it must {what}")
    for command, cls, line in deflists.passes(tree.read(deflists.PASSES)):
        if command not in known:
            yield Finding(deflists.PASSES, line,
                          f"no pass is named as {command} is; rename {cls} or the command")
    for command, line in sections.items():
        if command in known:
            continue
        yield Finding(DOCUMENT, line, f"section {command} is about no pass; rename or remove it")


def check_runtime_functions(tree):
    document = tree.read(ABI)
    for symbol, line in deflists.runtime_functions(tree.read(deflists.RUNTIME_FUNCTIONS)):
        if not re.search(rf"{symbol}\(|^\|.*`{symbol}`", document, re.M):
            yield Finding(deflists.RUNTIME_FUNCTIONS, line,
                          f"{ABI} has neither `{symbol}(...)` nor a row of a table for it; "
                          "say there what it does")
