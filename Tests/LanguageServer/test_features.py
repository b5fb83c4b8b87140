"""What an editor asks at a place: completion, hover, definition, references, rename, fixes."""

import pytest
from conftest import position_in
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import client_capabilities

METAL = "Chains/metal.yaml"
PLATING = "Chains/plating.yaml"
REGION = "Chains/regions/here/region.yaml"
FIRMS = "Chains/regions/here/firms.csv"


async def complete(editor, path, marked):
    """What is proposed at the mark | of a text, which need not be valid."""
    text = marked.replace("|", "", 1)
    await editor.open(path, text)
    result = await editor.client.text_document_completion_async(
        types.CompletionParams(
            editor.workspace.document(path), position_in(marked, "|")
        )
    )
    return result.items if result else []


def labels(items):
    return [item.label for item in items]


def with_mark(editor, path, old, new):
    text = editor.workspace.text(path)
    assert old in text
    return text.replace(old, new, 1)


async def test_inputs_propose_links_with_names_in_both_languages(editor):
    await editor.start()
    items = await complete(
        editor, METAL, with_mark(editor, METAL, "inputs: {ore: 0.5}", "inputs:\n      |")
    )
    assert labels(items)[:3] == ["alloy", "ore", "part"]
    assert "electroplating" in labels(items)
    ore = next(item for item in items if item.label == "ore")
    assert ore.label_details.description == "Ore · 矿石"
    assert "矿石" in ore.filter_text
    assert ore.text_edit.new_text == "ore: "


async def test_a_chinese_name_finds_the_link_in_a_line_that_is_no_yaml_yet(editor):
    await editor.start()
    await editor.open(METAL)
    items = await complete(
        editor,
        METAL,
        with_mark(editor, METAL, "      plating/electroplating: 0.1", "      电镀|"),
    )
    assert labels(items) == ["electroplating"]
    edit = items[0].text_edit
    assert edit.range.end.character - edit.range.start.character == 2


async def test_a_value_proposes_words_and_a_map_proposes_keys(editor):
    await editor.start()
    items = await complete(
        editor, METAL, with_mark(editor, METAL, "stage: midstream", "stage: |")
    )
    assert labels(items) == ["downstream", "midstream", "supporting", "upstream"]
    items = await complete(
        editor, METAL, with_mark(editor, METAL, "    stage: midstream\n", "    st|\n")
    )
    assert "stage" in labels(items)
    assert next(i for i in items if i.label == "stage").text_edit.new_text == "stage: "
    items = await complete(
        editor, METAL, with_mark(editor, METAL, "grade: reported", "grade: |")
    )
    assert "reported" in labels(items)


async def test_needs_umbrellas_scopes_and_cells_propose_names(editor):
    await editor.start()
    items = await complete(
        editor, METAL, with_mark(editor, METAL, "[hazardous-waste-permit]", "[haz|]")
    )
    assert labels(items) == ["hazardous-waste-permit"]
    items = await complete(
        editor,
        METAL,
        with_mark(editor, METAL, "    stage: downstream", "    stage: downstream\n    variant_of: |"),
    )
    assert "alloy" in labels(items)
    items = await complete(editor, REGION, with_mark(editor, REGION, "metal/alloy: 0.5", "pla|"))
    assert "plating" in labels(items)
    items = await complete(editor, REGION, with_mark(editor, REGION, "metal: f1", "metal: f|"))
    assert labels(items) == ["f1", "f2"]
    items = await complete(editor, FIRMS, with_mark(editor, FIRMS, ",part,", ",ele|,"))
    assert labels(items) == ["electroplating"]
    assert items[0].text_edit.new_text == "electroplating"
    items = await complete(editor, FIRMS, with_mark(editor, FIRMS, ",f1,2021", ",f1;|,2021"))
    assert "f2" in labels(items)


async def test_texts_and_comments_propose_nothing(editor):
    await editor.start()
    assert await complete(editor, METAL, with_mark(editor, METAL, "to part", "to |part")) == []
    assert await complete(editor, METAL, with_mark(editor, METAL, "zh: 合金", "zh: |合金")) == []


async def hover(editor, path, word, after=1, skip=0):
    await editor.open(path)
    result = await editor.client.text_document_hover_async(
        types.HoverParams(
            editor.workspace.document(path), editor.workspace.position(path, word, after, skip)
        )
    )
    return result


async def test_hover_tells_names_coverage_figures_and_sources(editor):
    await editor.start(locale="zh")
    result = await hover(editor, METAL, "alloy: {share")
    text = result.contents.value
    for part in ["合金", "Alloy", "中游", "此地", "薄弱", "二号厂", "0.4", "年报 2021", "行业常识"]:
        assert part in text, part
    line = editor.texts[METAL].split("\n")[result.range.start.line]
    assert line[result.range.start.character : result.range.end.character] == "alloy"


async def test_hover_says_unknown_where_nobody_has_looked(editor):
    await editor.start()
    text = (await hover(editor, PLATING, "electroplating:")).contents.value
    assert "unknown" in text and "missing" not in text


async def test_hover_claims_no_coverage_while_files_have_errors(editor):
    await editor.start()
    await editor.open(METAL)
    await editor.replace(METAL, "{ore: 0.5}", "{oer: 0.5}")
    result = await editor.client.text_document_hover_async(
        types.HoverParams(
            editor.workspace.document(METAL), position_in(editor.texts[METAL], "part:", 1)
        )
    )
    assert "not known while the files have errors" in result.contents.value
    assert "零件" in result.contents.value


async def test_hover_knows_needs_chains_and_firms(editor):
    await editor.start()
    assert "危险废物" in (await hover(editor, METAL, "[hazardous", 2)).contents.value
    assert "金属" in (await hover(editor, REGION, "{metal:", 2)).contents.value
    assert "一号厂" in (await hover(editor, FIRMS, "alloy\",f1", 8)).contents.value


async def test_definition_leads_to_the_key_of_a_link(editor):
    await editor.start()
    await editor.open(METAL)
    for path, word, after in [
        (METAL, "plating/electroplating", 10),
        (METAL, "plating/electroplating", 22),
    ]:
        result = await editor.client.text_document_definition_async(
            types.DefinitionParams(
                editor.workspace.document(path), editor.workspace.position(path, word, after)
            )
        )
        assert [r.uri for r in result] == [editor.workspace.uri(PLATING)]
        assert result[0].range.start == types.Position(3, 2)
        assert result[0].range.end == types.Position(3, 16)


async def test_references_come_from_chains_regions_and_tables(editor):
    await editor.start()
    await editor.open(METAL)
    result = await editor.client.text_document_references_async(
        types.ReferenceParams(
            types.ReferenceContext(include_declaration=True),
            editor.workspace.document(METAL),
            editor.workspace.position(METAL, "  alloy:", 3),
        )
    )
    assert sorted(r.uri.rsplit("/", 1)[1] for r in result) == [
        "firms.csv", "metal.yaml", "metal.yaml", "region.yaml",
    ]
    cell = next(r for r in result if r.uri.endswith("firms.csv"))
    line = editor.workspace.text(FIRMS).split("\n")[cell.range.start.line]
    assert line[cell.range.start.character : cell.range.end.character] == "metal/alloy"


def applied(editor, edit):
    """The texts of the workspace after an edit, by path."""
    texts = {}
    for change in edit.document_changes:
        path = next(
            str(p.relative_to(editor.workspace.root))
            for p in editor.workspace.root.rglob("*")
            if p.is_file() and p.as_uri() == change.text_document.uri
        )
        lines = editor.workspace.text(path).split("\n")
        for item in sorted(change.edits, key=lambda e: e.range.start.line * 10000
                           + e.range.start.character, reverse=True):
            start, end = item.range.start, item.range.end
            assert start.line == end.line
            units = lines[start.line].encode("utf-16-le")
            lines[start.line] = (
                units[: start.character * 2].decode("utf-16-le")
                + item.new_text
                + units[end.character * 2 :].decode("utf-16-le")
            )
        texts[path] = "\n".join(lines)
    return texts


async def rename(editor, path, word, after, name):
    return await editor.client.text_document_rename_async(
        types.RenameParams(
            editor.workspace.document(path), editor.workspace.position(path, word, after), name
        )
    )


async def test_rename_changes_a_link_in_all_files(editor):
    await editor.start()
    await editor.open(METAL)
    place = await editor.client.text_document_prepare_rename_async(
        types.PrepareRenameParams(
            editor.workspace.document(METAL), editor.workspace.position(METAL, "alloy: {share", 1)
        )
    )
    assert place.placeholder == "alloy"
    edit = await rename(editor, METAL, "alloy: {share", 1, "metal-alloy")
    texts = applied(editor, edit)
    assert set(texts) == {METAL, REGION, FIRMS}
    assert "  metal-alloy:\n" in texts[METAL]
    assert "      metal-alloy: {share" in texts[METAL]
    assert "{metal/metal-alloy: 0.5}" in texts[REGION]
    assert '"metal/metal-alloy"' in texts[FIRMS]
    assert all("alloy" not in t.replace("metal-alloy", "") for t in texts.values())


async def test_a_new_name_that_another_chain_has_is_written_with_its_chain(editor):
    await editor.start()
    await editor.open(METAL)
    texts = applied(editor, await rename(editor, METAL, "  part:", 3, "electroplating"))
    # The firm's bare name would mean two links now.
    assert ",metal/electroplating," in texts[FIRMS]
    assert "\n  electroplating:\n" in texts[METAL]


@pytest.mark.parametrize("name", ["ore", "Bad Name", "", "-x", "合金"])
async def test_rename_refuses_what_is_taken_or_no_id(editor, name):
    await editor.start()
    await editor.open(METAL)
    with pytest.raises(JsonRpcException) as refusal:
        await rename(editor, METAL, "  alloy:", 3, name)
    assert name in refusal.value.message


async def test_rename_waits_for_files_that_cannot_be_read(editor):
    await editor.start()
    await editor.open(METAL)
    await editor.open(PLATING)
    await editor.replace(PLATING, "name: {en: Plating", "name: [{en: Plating")
    with pytest.raises(JsonRpcException) as refusal:
        await rename(editor, METAL, "  alloy:", 3, "copper")
    assert "plating.yaml" in refusal.value.message


async def test_rename_knows_chains_needs_and_firms(editor):
    await editor.start()
    await editor.open(METAL)
    texts = applied(editor, await rename(editor, METAL, "chain: metal", 8, "metals"))
    assert "chain: metals\n" in texts[METAL]
    assert "{metals: }" in texts[REGION] and "{metals/alloy: 0.5}" in texts[REGION]
    assert '"metals/alloy"' in texts[FIRMS]
    texts = applied(editor, await rename(editor, METAL, "[hazardous", 3, "permit"))
    assert "[permit]" in texts[METAL] and "  permit: {en" in texts[METAL]
    await editor.open(FIRMS)
    texts = applied(editor, await rename(editor, FIRMS, "f1,一", 1, "first"))
    assert "{metal: first}" in texts[REGION]
    assert texts[FIRMS].count("first") == 2


async def test_rename_without_document_changes_uses_plain_changes(editor):
    capabilities = client_capabilities("visual-studio-code")
    capabilities.workspace.workspace_edit.document_changes = False
    await editor.start(capabilities)
    await editor.open(METAL)
    edit = await rename(editor, METAL, "  alloy:", 3, "copper")
    assert edit.document_changes is None
    assert editor.workspace.uri(FIRMS) in edit.changes


async def test_the_outline_has_the_chain_and_its_links(editor):
    await editor.start()
    await editor.open(METAL)
    result = await editor.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(editor.workspace.document(METAL))
    )
    assert [s.name for s in result] == ["metal"]
    children = [s.name for s in result[0].children]
    assert children == ["hazardous-waste-permit", "ore", "alloy", "part"]
    await editor.open(FIRMS)
    result = await editor.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(editor.workspace.document(FIRMS))
    )
    assert [(s.name, s.detail) for s in result] == [("f1", "一号厂"), ("f2", "二号厂")]


async def test_symbols_of_the_workspace_are_found_by_chinese_names(editor):
    await editor.start()
    await editor.open(METAL)
    result = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("电镀加"))
    assert [s.name for s in result] == ["electroplating Electroplating"]
    assert result[0].location.uri == editor.workspace.uri(PLATING)


async def test_places_outside_of_names_have_nothing_to_tell(editor):
    await editor.start()
    await editor.open(METAL)
    at = types.Position(0, 3)
    document = editor.workspace.document(METAL)
    assert await editor.client.text_document_hover_async(types.HoverParams(document, at)) is None
    assert (
        await editor.client.text_document_definition_async(types.DefinitionParams(document, at))
        is None
    )
    far = types.Position(10_000, 10_000)
    assert await editor.client.text_document_hover_async(types.HoverParams(document, far)) is None


async def test_a_misspelt_link_is_mended_by_a_quick_fix(editor):
    await editor.start(locale="zh")
    await editor.open(METAL)
    findings = await editor.replace(METAL, "{ore: 0.5}", "{oer: 0.5}")
    finding = next(f for f in findings if f.code == "unknown-link")
    actions = await editor.client.text_document_code_action_async(
        types.CodeActionParams(
            editor.workspace.document(METAL), finding.range, types.CodeActionContext([finding])
        )
    )
    action = next(a for a in actions if a.diagnostics[0].code == "unknown-link")
    assert action.kind == types.CodeActionKind.QuickFix
    assert "ore" in action.title
    change = action.edit.document_changes[0]
    assert change.text_document.uri == editor.workspace.uri(METAL)
    assert change.text_document.version == editor.versions[METAL]
    (edit,) = change.edits
    assert edit.range == finding.range and edit.new_text == "ore"
    assert "unknown-link" not in [
        f.code for f in await editor.replace(METAL, "{oer: 0.5}", "{ore: 0.5}")
    ]


async def test_there_is_no_fix_where_nothing_is_wrong(editor):
    await editor.start()
    await editor.open(METAL)
    everything = types.Range(types.Position(0, 0), types.Position(0, 3))
    actions = await editor.client.text_document_code_action_async(
        types.CodeActionParams(
            editor.workspace.document(METAL), everything, types.CodeActionContext([])
        )
    )
    assert not actions


async def test_the_workspace_file_completes_rules_with_what_they_say(editor):
    await editor.start()
    await editor.open(METAL)
    editor.workspace.write("Chains/workspace.yaml", "severities:\n")
    items = await complete(editor, "Chains/workspace.yaml", "severities:\n  self|")
    assert labels(items) == ["self-input"]
    assert items[0].documentation.value
    items = await complete(editor, "Chains/workspace.yaml", "severities:\n  self-input: |")
    assert labels(items) == ["error", "note", "off", "warning"]
