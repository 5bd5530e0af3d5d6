"""The files that are looked at, and what is found in them."""

import dataclasses
import fnmatch
import functools
import os
import pathlib


@dataclasses.dataclass(frozen=True)
class Finding:
    """One thing that is wrong. The text says what it is, then what to do."""

    path: str
    line: int
    text: str


class Tree:
    """The files below a root, without what its .gitignore names.

    The folders are read, not git's index: a new file counts before it is added, and
    a copy without a repository can be checked.
    """

    def __init__(self, root):
        self.root = pathlib.Path(root).resolve()
        self.files = sorted(self._walk())

    def _walk(self):
        names = {".git/"}
        if (self.root / ".gitignore").exists():
            names |= set((self.root / ".gitignore").read_text().split())
        folders = [name.strip("/") for name in names if name.endswith("/")]
        plain = [name for name in names if not name.endswith("/")]
        for folder, below, files in os.walk(self.root):
            below[:] = [name for name in below if not _is_any(name, folders)]
            for name in files:
                if not _is_any(name, plain):
                    yield os.path.relpath(os.path.join(folder, name), self.root)

    def find(self, *patterns):
        """The files that match one of the patterns, in which `*` takes in `/`."""
        return [path for path in self.files if _is_any(path, patterns)]

    def scripts(self, *interpreters):
        """The files without a suffix whose first line names an interpreter."""
        for path in self.files:
            if os.path.splitext(path)[1] or not (self.root / path).is_file():
                continue
            with open(self.root / path, "rb") as file:
                words = file.readline(200).replace(b"/", b" ").split()
            if words[:1] == [b"#!"] and words[-1].decode() in interpreters:
                yield path

    def exists(self, path):
        return (self.root / path).exists()

    @functools.cache
    def read(self, path):
        """The text of a file, or '' when there is none."""
        if not self.exists(path):
            return ""
        try:
            return (self.root / path).read_text()
        except UnicodeDecodeError:
            return ""

    def lines(self, path):
        return self.read(path).splitlines()


def _is_any(name, patterns):
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def line_at(text, position):
    """The number of the line that holds this position of a text."""
    return text.count("\n", 0, position) + 1
