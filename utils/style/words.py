"""Words that once meant something here and mean it no longer."""

import fnmatch
import re
import tomllib

from style.tree import Finding, line_at

LIST = "utils/style/retired-words.toml"

# A phrase may go on in the next line, behind what begins a line of a comment.
BLANK = r"(?:[ \t]+|[ \t]*\n[ \t]*(?:///?<?|[#;*]+)?[ \t]*)"


def check_words(tree):
    if not tree.exists(LIST):
        return
    rules = tomllib.loads(tree.read(LIST))["word"]
    for rule in rules:
        pattern = re.compile(rule["retired"].replace(" ", BLANK), re.I)
        for path in tree.find(*rule.get("in", ["*"])):
            if path == LIST or any(fnmatch.fnmatchcase(path, p) for p in rule.get("not-in", [])):
                continue
            text = tree.read(path)
            for match in pattern.finditer(text):
                shown = re.sub(BLANK, " ", match[0])
                yield Finding(path, line_at(text, match.start()),
                              f"`{shown}` is retired; write {rule['write']}")
