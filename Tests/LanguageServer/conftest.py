"""A workspace on disk and a maintained client of the Language Server Protocol that edits it."""

import asyncio
import contextlib
import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pygls.protocol import default_converter
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

ROOT = pathlib.Path(__file__).parents[2]
COMMAND = os.environ.get("CHAINGAP", str(ROOT / ".build/debug/chaingap"))
# A server that does not answer by then hangs; no test measures time, and machines are slow at times.
PATIENCE = 300

CHAIN = """\
# Metals, from ore to part
chain: metal
name: {en: Metal, zh: 金属}
figures: {grade: estimate, source: 行业常识}
needs:
  hazardous-waste-permit: {en: Hazardous-waste permit, zh: 危险废物经营许可证}
links:
  ore: {name: {en: Ore, zh: 矿石}, stage: upstream}
  alloy:
    name: {en: Alloy, zh: 合金}
    stage: midstream
    value_added: 0.2
    inputs: {ore: 0.5}
    needs: [hazardous-waste-permit]
  part:
    name: {en: Part, zh: 零件}
    stage: downstream
    inputs:
      alloy: {share: 0.4, grade: reported, source: 年报 2021}
      plating/electroplating: 0.1
"""
PLATING = """\
chain: plating
name: {en: Plating, zh: 电镀}
links:
  electroplating:
    name: {en: Electroplating, zh: 电镀加工}
    stage: supporting
"""
REGION = """\
region: here
name: {en: Here, zh: 此地}
date: 2024-06-30
surveyed: {metal: }
priorities: {metal/alloy: 0.5}
chief_firms: {metal: f1}
"""
FIRMS = """\
firm,name_zh,link,partners,operating,output,source
f1,一号厂,part,,2020,200,年报 2021
f2,二号厂,"metal/alloy",f1,2021,100,年报 2021
"""


class Workspace:
    """The files of a workspace, as a client sees them."""

    def __init__(self, root: pathlib.Path):
        self.root = root

    def write(self, path: str, text: str | bytes):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def document(self, path: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(path))

    def position(self, path: str, word: str, after: int = 0, skip: int = 0) -> types.Position:
        """Where a word stands in the file on disk, in UTF-16 units."""
        return position_in(self.text(path), word, after, skip)


def position_in(text: str, word: str, after: int = 0, skip: int = 0) -> types.Position:
    index = -1
    for _ in range(skip + 1):
        index = text.index(word, index + 1)
    return position_at(text, index + after)


def position_at(text: str, index: int) -> types.Position:
    before = text[:index].split("\n")
    return types.Position(len(before) - 1, len(before[-1].encode("utf-16-le")) // 2)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    workspace = Workspace(tmp_path / "大龙 zone")
    workspace.write("Chains/metal.yaml", CHAIN)
    workspace.write("Chains/plating.yaml", PLATING)
    workspace.write("Chains/regions/here/region.yaml", REGION)
    workspace.write("Chains/regions/here/firms.csv", FIRMS)
    return workspace


class Editor:
    """A session with a server: opens files, changes them and waits for what comes of it."""

    def __init__(self, client: LanguageClient, workspace: Workspace):
        self.client = client
        self.workspace = workspace
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}

    async def start(self, capabilities=None, locale="en", root=None) -> types.InitializeResult:
        result = await within(
            self.client.initialize_session(
                types.InitializeParams(
                    capabilities=capabilities or client_capabilities("visual-studio-code"),
                    locale=locale,
                    workspace_folders=[
                        types.WorkspaceFolder((root or self.workspace.root).as_uri(), "w")
                    ],
                )
            )
        )
        return result

    async def open(self, path: str, text: str | None = None):
        """Opens a document and waits for its findings."""
        self.texts[path] = self.workspace.text(path) if text is None else text
        self.versions[path] = 1
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(self.workspace.uri(path), "yaml", 1, self.texts[path])
            )
        )
        return await self.findings(path, 1)

    async def replace(self, path: str, old: str, new: str):
        """Changes the first occurrence of a text and waits for the findings."""
        text = self.texts[path]
        start = text.index(old)
        change = types.TextDocumentContentChangePartial(
            range=types.Range(position_at(text, start), position_at(text, start + len(old))),
            text=new,
        )
        self.texts[path] = text[:start] + new + text[start + len(old) :]
        return await self.change(path, [change])

    async def change(self, path: str, changes):
        self.versions[path] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(
                    version=self.versions[path], uri=self.workspace.uri(path)
                ),
                changes,
            )
        )
        return await self.findings(path, self.versions[path])

    async def findings(self, path: str, version: int):
        """The findings of a version of a document, once they are there."""
        uri = self.workspace.uri(path)

        async def published():
            while self.client.versions.get(uri) != version:
                await self.client.wait_for_notification("textDocument/publishDiagnostics")

        await within(published())
        return self.client.diagnostics[uri]


async def within(awaitable):
    return await asyncio.wait_for(awaitable, PATIENCE)


def remember_registrations(client: LanguageClient, params: types.RegistrationParams):
    client.registrations += params.registrations


def remember_findings(client: LanguageClient, params: types.PublishDiagnosticsParams):
    client.diagnostics[params.uri] = params.diagnostics
    client.versions[params.uri] = params.version


def make_client() -> LanguageClient:
    client = LanguageClient(converter_factory=default_converter)
    client.versions = {}
    client.registrations = []
    features = DEFAULT_CLIENT_FEATURES | {
        types.CLIENT_REGISTER_CAPABILITY: remember_registrations,
        types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: remember_findings,
    }
    register_lsp_features(client, features)
    return client


@pytest_lsp.fixture(
    config=ClientServerConfig(
        server_command=[COMMAND, "language-server"], client_factory=make_client
    )
)
async def server(lsp_client: LanguageClient):
    yield
    with contextlib.suppress(asyncio.TimeoutError):
        await asyncio.wait_for(lsp_client.shutdown_session(), PATIENCE)
    assert lsp_client.error is None


@pytest.fixture
def editor(server, workspace) -> Editor:
    return Editor(server, workspace)
