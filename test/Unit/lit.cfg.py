# -*- Python -*-
#
# Runs the GoogleTests, one by one, as if each were a lit test. Their sources are
# in runtime/unittests.

import os

import lit.formats

config.name = "deferc-unit"
config.suffixes = []
config.test_source_root = os.path.join(config.deferc_build, "unittests")
config.test_exec_root = config.test_source_root
config.test_format = lit.formats.GoogleTest(".", "Tests")
