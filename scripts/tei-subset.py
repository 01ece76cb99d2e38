"""
Cuts the schema of TEI P5 (tei_all.rng) down to the elements that an export
uses, for tests: the whole takes ten seconds to load, the subset a tenth of one.

    python3 scripts/tei-subset.py tei_all.rng > test/export-files/tei-subset.rng

Definitions of other elements are taken out, then whatever cannot be matched
without them or is reached by nothing. What is left is as the TEI has it.
"""

import sys
from xml.etree import ElementTree as Tree

USED = set(
    "TEI teiCorpus teiHeader fileDesc titleStmt title respStmt resp name persName publicationStmt p sourceDesc bibl"
    " publisher date idno note encodingDesc editorialDecl appInfo application label profileDesc langUsage language"
    " revisionDesc change standOff listPerson person listOrg org orgName fs f symbol string vColl spanGrp span text"
    " body head ab said anchor".split()
)
ROOTS = ("TEI", "teiCorpus")
NS = "{http://relaxng.org/ns/structure/1.0}"

LICENCE = """<!--
From the schema of TEI P5 4.3.0, tei_all.rng, cut down by scripts/tei-subset.py.

Copyright TEI Consortium. Redistribution and use in source and binary forms, with or without modification, are
permitted provided that the following conditions are met: (1) Redistributions of source code must retain the above
copyright notice, this list of conditions and the following disclaimer. (2) Redistributions in binary form must
reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or
other materials provided with the distribution. This software is provided by the copyright holders and contributors
"as is" and any express or implied warranties, including, but not limited to, the implied warranties of
merchantability and fitness for a particular purpose are disclaimed. In no event shall the copyright holder or
contributors be liable for any direct, indirect, incidental, special, exemplary, or consequential damages (including,
but not limited to, procurement of substitute goods or services; loss of use, data, or profits; or business
interruption) however caused and on any theory of liability, whether in contract, strict liability, or tort (including
negligence or otherwise) arising in any way out of the use of this software, even if advised of the possibility of
such damage.
-->
"""


def kind(element):
    return element.tag.removeprefix(NS)


def only_relax_ng(element):
    """Takes out documentation and Schematron."""
    for child in list(element):
        if isinstance(child.tag, str) and child.tag.startswith(NS):
            only_relax_ng(child)
        else:
            element.remove(child)


def impossible(pattern, gone):
    """Whether nothing can match the pattern any more; takes out what it can do without."""
    name = kind(pattern)
    if name == "ref":
        return pattern.get("name") in gone
    if name in ("choice", "optional", "zeroOrMore"):
        for child in list(pattern):
            if impossible(child, gone):
                pattern.remove(child)
        return name == "choice" and len(pattern) == 0
    if name in ("group", "interleave", "oneOrMore", "list", "mixed", "define"):
        return any([impossible(child, gone) for child in pattern])
    if name in ("element", "attribute"):
        for child in pattern:
            impossible(child, gone)
    return name == "notAllowed"


def without_empty(element):
    for child in list(element):
        without_empty(child)
        if kind(child) in ("optional", "zeroOrMore") and len(child) == 0:
            element.remove(child)


def subset(root):
    only_relax_ng(root)
    gone = set()
    for define in root.findall(NS + "define"):
        inner = list(define)
        if len(inner) == 1 and kind(inner[0]) == "element" and inner[0].get("name") not in USED:
            gone.add(define.get("name"))
            root.remove(define)
    before = -1
    while before != len(gone):
        before = len(gone)
        for define in root.findall(NS + "define"):
            if impossible(define, gone):
                gone.add(define.get("name"))
                root.remove(define)
    without_empty(root)
    keep_reached(root)
    start = root.find(NS + "start")
    start[:] = []
    choice = Tree.SubElement(start, NS + "choice")
    for name in ROOTS:
        Tree.SubElement(choice, NS + "ref", {"name": name})


def keep_reached(root):
    defines = {}
    for define in root.findall(NS + "define"):
        defines.setdefault(define.get("name"), []).append(define)
    reached, waiting = set(), list(ROOTS)
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        waiting += [ref.get("name") for define in defines.get(name, []) for ref in define.iter(NS + "ref")]
    for define in root.findall(NS + "define"):
        if define.get("name") not in reached:
            root.remove(define)


Tree.register_namespace("", NS[1:-1])
tree = Tree.parse(sys.argv[1])
subset(tree.getroot())
Tree.indent(tree, "")
sys.stdout.write('<?xml version="1.0" encoding="UTF-8"?>\n' + LICENCE)
sys.stdout.write(Tree.tostring(tree.getroot(), encoding="unicode") + "\n")
