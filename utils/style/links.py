"""Each link between documents leads to a file and a heading that exist."""

import os
import re

from style.tree import Finding

FENCED = re.compile(r"^```.*?^```", re.M | re.S)
CODE = re.compile(r"``[^\n]+?``|`[^`\n]+`")


def prose(text):
    """The text, line by line, without what stands in fenced blocks, and without
    the brackets of code in a line."""
    text = FENCED.sub(lambda block: "\n" * block[0].count("\n"), text)
    return CODE.sub(lambda code: re.sub(r"[\[\]()]", "", code[0]), text)


def anchors(text):
    """The anchors of a page's headings, as GitHub makes them."""
    found = set()
    for heading in re.findall(r"^#+ (.*)$", prose(text), re.M):
        heading = re.sub(r"[^\w\- ]", "", heading.lower())
        found.add(heading.strip().replace(" ", "-"))
    return found


def check_links(tree):
    pages = [path for path in tree.find("*.md") if not path.startswith("test/")]
    for page in pages:
        for number, line in enumerate(prose(tree.read(page)).splitlines(), 1):
            for target in re.findall(r"\]\(([^)\s]+)\)", line):
                if re.match(r"\w+:", target):
                    continue
                name, _, anchor = target.partition("#")
                path = page
                if name:
                    path = os.path.normpath(os.path.join(os.path.dirname(page), name))
                if not tree.exists(path):
                    yield Finding(page, number, f"there is no file {target}; correct the link")
                elif anchor and path.endswith(".md") and anchor not in anchors(tree.read(path)):
                    yield Finding(page, number, f"{path} has no heading #{anchor}; correct the link")
