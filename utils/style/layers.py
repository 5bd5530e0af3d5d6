"""The headers that a layer includes follow the table of who may link whom."""

import re

from style.tree import Finding

TABLE = "cmake/modules/AddDeferc.cmake"

# What lies where.
FOLDERS = {
    "Contract": ("lib/Contract/", "include/deferc/Contract/"),
    "Support": ("include/deferc/Support/",),
    "Transforms": ("lib/Transforms/", "include/deferc/Transforms/"),
    "ClangShape": ("lib/ClangShape/", "include/deferc/ClangShape/"),
    "Frontend": ("lib/Frontend/", "include/deferc/Frontend/"),
    "Driver": ("lib/Driver/", "include/deferc/Driver/"),
    "Plugin": ("lib/Plugin/",),
    "Tool": ("tools/",),
    "Runtime": ("runtime/",),
}
# Where a layer sees no more of another one than its lists.
LISTS = {
    ("Frontend", "ClangShape"): r"deferc/ClangShape/ClosureMarkers\.(def|h)",
    ("Runtime", "Contract"): r".*\.def",
}
WITHOUT_CLANG = ("Contract", "Support", "Transforms", "ClangShape", "Runtime")
WITHOUT_LLVM = ("Runtime",)


def layer_of(path):
    for layer, folders in FOLDERS.items():
        if path.startswith(folders):
            return layer
    return None


def allowed_layers(text):
    """Reads {layer: the layers that it may include} from the table. All may include
    Support, which has lists and no code."""
    table = {"Support": {"Support"}}
    for layer, others in re.findall(r'^set\(DEFERC_MAY_LINK_(\w+)\s*([^)]*)\)', text, re.M):
        table[layer] = {layer, "Support", *others.replace('"', "").split()}
    return table


def check_layers(tree):
    table = allowed_layers(tree.read(TABLE))
    for path in tree.find("*.cpp", "*.c", "*.h", "*.def"):
        layer = layer_of(path)
        if not layer:
            continue
        for number, line in enumerate(tree.lines(path), 1):
            include = re.match(r'\s*#\s*include\s+["<]([^">]+)[">]', line)
            if not include:
                continue
            name = include[1]
            other = layer_of("include/" + name)
            problem = None
            if other and layer in table and other not in table[layer]:
                problem = f"{layer} may not see {other}"
            elif (layer, other) in LISTS and not re.fullmatch(LISTS[layer, other], name):
                problem = f"{layer} sees only the lists of {other}"
            elif name.startswith(("clang/", "clang-c/")) and layer in WITHOUT_CLANG:
                problem = f"{layer} works without Clang"
            elif name.startswith(("llvm/", "llvm-c/")) and layer in WITHOUT_LLVM:
                problem = f"{layer} works without LLVM"
            if problem:
                yield Finding(path, number, f"includes {name}, but {problem}; move what it "
                                            "needs to a lower layer (docs/Architecture.md#layers)")
