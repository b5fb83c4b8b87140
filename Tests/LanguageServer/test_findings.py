"""Findings: over the whole workspace, as somebody types."""

import json
import subprocess

import pytest
from conftest import COMMAND
from lsprotocol import types
from pytest_lsp import client_capabilities

METAL = "Chains/metal.yaml"
PLATING = "Chains/plating.yaml"
FIRMS = "Chains/regions/here/firms.csv"


def codes(findings):
    return [finding.code for finding in findings]


async def test_a_clean_workspace_has_no_errors(editor):
    await editor.start()
    findings = await editor.open(METAL)
    assert [f for f in findings if f.severity == types.DiagnosticSeverity.Error] == []


async def test_a_misspelt_link_is_found_where_it_stands(editor):
    await editor.start()
    await editor.open(METAL)
    findings = await editor.replace(METAL, "{ore: 0.5}", "{oer: 0.5}")
    finding = next(f for f in findings if f.code == "unknown-link")
    assert finding.severity == types.DiagnosticSeverity.Error
    assert finding.source == "chaingap"
    assert "oer" in finding.message and "ore" in finding.message
    line = editor.texts[METAL].split("\n")[finding.range.start.line]
    assert line[finding.range.start.character : finding.range.end.character] == "oer"
    assert finding.code_description.href.endswith("Docs/Diagnostics.md#unknown-link")
    assert "unknown-link" not in codes(await editor.replace(METAL, "{oer: 0.5}", "{ore: 0.5}"))


async def test_other_files_hear_of_a_change_that_is_not_saved(editor):
    await editor.start()
    await editor.open(METAL)
    await editor.open(PLATING)
    await editor.replace(PLATING, "  electroplating:", "  electro-plating:")
    # The chain of the buyer is open, so it is told; so are files that are not open.
    findings = editor.client.diagnostics[editor.workspace.uri(METAL)]
    assert "unknown-link" in codes(findings)
    await editor.replace(PLATING, "  electro-plating:", "  electroplating:")
    assert "unknown-link" not in codes(editor.client.diagnostics[editor.workspace.uri(METAL)])


async def test_files_that_are_not_open_have_findings_too(editor):
    editor.workspace.write(FIRMS, editor.workspace.text(FIRMS) + "f3,三号厂,no-such-link,,,,\n")
    await editor.start()
    await editor.open(METAL)
    assert "unknown-link" in codes(editor.client.diagnostics[editor.workspace.uri(FIRMS)])


async def test_the_second_of_two_points_at_the_first(editor):
    await editor.start()
    await editor.open(METAL)
    findings = await editor.replace(METAL, "  ore: {", "  part: {")
    finding = next(f for f in findings if f.code == "duplicate-link")
    related = finding.related_information[0]
    assert related.location.uri == editor.workspace.uri(METAL)
    assert related.location.range.start.line == 7


async def test_messages_are_chinese_for_a_chinese_editor(editor):
    await editor.start(locale="zh-CN")
    await editor.open(METAL)
    findings = await editor.replace(METAL, "{ore: 0.5}", "{ore: 0.5, oer: 0.1}")
    finding = next(f for f in findings if f.code == "unknown-link")
    english = subprocess.run(
        [COMMAND, "check", "--format", "json", str(editor.workspace.root / "Chains")],
        capture_output=True,
    ).stdout
    assert finding.message not in english.decode()


# 𠮷 is one scalar, two UTF-16 units and four bytes.
@pytest.mark.parametrize("encoding, width", [("utf-16", 2), ("utf-8", 4), ("utf-32", 1)])
async def test_columns_count_as_the_client_does(editor, encoding, width):
    line = "  x: {name: {zh: 𠮷𠮷𠮷}, stage: upstram}\n"
    text = editor.workspace.text(METAL).replace("  ore: {", line + "  ore: {")
    before = line[: line.index("upstram")]
    capabilities = client_capabilities("visual-studio-code")
    capabilities.general.position_encodings = [types.PositionEncodingKind(encoding)]
    result = await editor.start(capabilities)
    assert result.capabilities.position_encoding == encoding
    finding = next(f for f in await editor.open(METAL, text) if f.code == "unknown-value")
    expected = len(before) + before.count("𠮷") * (width - 1)
    assert finding.range.start.character == expected
    assert finding.range.end.character == expected + len("upstram")


async def test_a_closed_document_is_as_the_disk_has_it(editor):
    await editor.start()
    await editor.open(PLATING)
    await editor.open(METAL)
    findings = await editor.replace(METAL, "{ore: 0.5}", "{oer: 0.5}")
    assert "unknown-link" in codes(findings)
    editor.client.text_document_did_close(
        types.DidCloseTextDocumentParams(editor.workspace.document(METAL))
    )
    await editor.replace(PLATING, "Plating", "Coating")
    assert "unknown-link" not in codes(
        editor.client.diagnostics.get(editor.workspace.uri(METAL), [])
    )


async def test_a_file_that_another_program_writes_is_read_again(editor):
    await editor.start()
    await editor.open(PLATING)
    editor.workspace.write(METAL, editor.workspace.text(METAL).replace("{ore: 0.5}", "{oer: 0.5}"))
    editor.client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams(
            [types.FileEvent(editor.workspace.uri(METAL), types.FileChangeType.Changed)]
        )
    )
    await editor.replace(PLATING, "Plating", "Coating")
    assert "unknown-link" in codes(editor.client.diagnostics[editor.workspace.uri(METAL)])


async def test_windows_line_ends_and_a_byte_order_mark_change_no_place(editor):
    text = editor.workspace.text(METAL).replace("{ore: 0.5}", "{oer: 0.5}")
    editor.workspace.write(METAL, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    await editor.start()
    await editor.open(PLATING)
    saved = next(
        f for f in editor.client.diagnostics[editor.workspace.uri(METAL)] if f.code == "unknown-link"
    )
    findings = await editor.open(METAL, "\ufeff" + text.replace("\n", "\r\n"))
    opened = next(f for f in findings if f.code == "unknown-link")
    assert opened.range == saved.range
    line = text.split("\n")[opened.range.start.line]
    assert line[opened.range.start.character : opened.range.end.character] == "oer"


async def test_yaml_of_other_programs_is_left_alone(editor):
    editor.workspace.write("deploy/compose.yaml", "services: {}\n")
    await editor.start()
    await editor.open(METAL)
    editor.client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(
                editor.workspace.uri("deploy/compose.yaml"), "yaml", 1, "services: {}\n"
            )
        )
    )
    await editor.replace(METAL, "Metal", "Metals")
    assert editor.workspace.uri("deploy/compose.yaml") not in editor.client.diagnostics


async def test_the_findings_are_those_of_check(editor):
    text = editor.workspace.text(METAL).replace("{ore: 0.5}", "{oer: 0.5, alloy: 2}")
    editor.workspace.write(METAL, text)
    await editor.start()
    findings = await editor.open(METAL)
    output = subprocess.run(
        [COMMAND, "check", "--format", "json", str(editor.workspace.root / "Chains")],
        capture_output=True,
    ).stdout
    expected = [
        (d["id"], d["line"] - 1)
        for d in json.loads(output)["diagnostics"]
        if d.get("file", "").endswith("metal.yaml")
    ]
    assert [(f.code, f.range.start.line) for f in findings] == expected
    assert expected != []


async def test_it_asks_to_hear_of_files_that_change(editor):
    capabilities = client_capabilities("visual-studio-code")
    await editor.start(capabilities)
    await editor.open(METAL)
    assert [r.method for r in editor.client.registrations] == ["workspace/didChangeWatchedFiles"]
