"""Random edits, mirrored by the client library's own document, never lead the two apart."""

import random

import pytest
from conftest import CHAIN
from lsprotocol import types
from pygls.workspace import PositionCodec, TextDocument
from pytest_lsp import client_capabilities

METAL = "Chains/metal.yaml"
PIECES = ["", "\n", "\r\n", "\r", " ", "  ", ":", "{", "}", "- ", "金", "𠮷", "é", "\u0301", "a", "0.5",
          "ore", "inputs:", "#", '"', "\t", "😀x", "\u2028"]  # fmt: skip


def key(finding):
    start, end = finding.range.start, finding.range.end
    return (start.line, start.character, end.line, end.character, finding.code, finding.message)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-32"])
@pytest.mark.parametrize("seed", range(4))
async def test_pieces_and_whole_texts_give_the_same_findings(editor, seed, encoding):
    generator = random.Random(seed)
    capabilities = client_capabilities("visual-studio-code")
    kind = types.PositionEncodingKind(encoding)
    capabilities.general.position_encodings = [kind]
    await editor.start(capabilities)
    await editor.open(METAL)
    mirror = TextDocument(
        editor.workspace.uri(METAL), CHAIN, sync_kind=types.TextDocumentSyncKind.Incremental,
        position_codec=PositionCodec(kind),
    )  # fmt: skip
    for step in range(40):
        # Lines as the protocol has them; other separators of lines are letters to it.
        lines = mirror.source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        places = []
        for _ in range(2):
            line = generator.randrange(len(lines))
            units = {"utf-16": 2, "utf-8": 1, "utf-32": 4}[encoding]
            name = {"utf-16": "utf-16-le", "utf-8": "utf-8", "utf-32": "utf-32-le"}[encoding]
            before = lines[line][: generator.randint(0, len(lines[line]))]
            places.append((line, len(before.encode(name)) // units))
        places.sort()
        if places[1][0] - places[0][0] > 2:
            places[1] = places[0]
        change = types.TextDocumentContentChangePartial(
            range=types.Range(types.Position(*places[0]), types.Position(*places[1])),
            text=generator.choice(PIECES),
        )
        before = mirror.source
        mirror.apply_change(change)
        if any(c in mirror.source for c in "\u2028\x0b\x0c\x1c\x85"):
            # The library takes these for ends of lines, the protocol does not.
            mirror._source = before
            continue
        pieces = await editor.change(METAL, [change])
        whole = await editor.change(
            METAL, [types.TextDocumentContentChangeWholeDocument(mirror.source)]
        )
        assert [key(f) for f in pieces] == [key(f) for f in whole], step
