"""The checks that other programs make: layout, spelling, scripts."""

import os
import re
import subprocess
import sys

from style.tree import Finding

CODE = ("*.c", "*.cpp", "*.h", "*.def")


def run(tree, command, paths):
    """Runs a program on files and returns what it prints to both streams."""
    if not paths:
        return ""
    try:
        done = subprocess.run([*command, *paths], cwd=tree.root, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except FileNotFoundError:
        sys.exit(f"check-style: there is no {command[0]}; utils/bootstrap check installs it")
    return done.stdout


def findings(output, pattern, advice):
    """Yields a finding for each line of output that the pattern matches."""
    for line in output.splitlines():
        match = re.match(pattern, line)
        if match:
            path = os.path.normpath(match["path"])
            yield Finding(path, int(match["line"]), f"{match['text']}; {advice}")


def laid_out(tree):
    """The files that have the house's layout. A test has the one it needs."""
    return [path for path in tree.find(*CODE) if not path.startswith("test/")]


def mend_layout(tree):
    run(tree, ["clang-format-22", "-i"], laid_out(tree))


def check_layout(tree):
    output = run(tree, ["clang-format-22", "--dry-run"], laid_out(tree))
    seen = set()
    for finding in findings(output, r"(?P<path>[^:]+):(?P<line>\d+):\d+: (?:warning|error): (?P<text>)",
                            ""):
        if finding.path not in seen:
            seen.add(finding.path)
            yield Finding(finding.path, finding.line,
                          "is not laid out as clang-format 22 does it; run "
                          "`utils/check-style --fix layout`")


def check_spelling(tree):
    # Recorded output is Go's.
    paths = [path for path in tree.find("*") if not re.search(r"\.(out|err|rc|svg)$", path)]
    output = run(tree, ["codespell"], paths)
    yield from findings(output, r"(?P<path>[^:]+):(?P<line>\d+): (?P<text>.+ ==> .+)",
                        "correct it, or add the word to .codespellrc with its reason")


def check_shell(tree):
    paths = [*tree.scripts("sh", "bash"), *tree.find("*.sh")]
    output = run(tree, ["shellcheck", "--format=gcc"], paths)
    yield from findings(output, r"(?P<path>[^:]+):(?P<line>\d+):\d+: (?P<text>.+)",
                        "see shellcheck(1)")


def check_python(tree):
    # lit gives its configuration files their names.
    paths = [*tree.scripts("python3"),
             *(path for path in tree.find("*.py") if not path.endswith("lit.cfg.py"))]
    output = run(tree, ["pyflakes3"], paths)
    yield from findings(output, r"(?P<path>[^:]+):(?P<line>\d+):\d+:? (?P<text>.+)",
                        "correct it")
