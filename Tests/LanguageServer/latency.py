"""How long an editor waits: from a keystroke to its findings, and for completion and hover.

Run by hand: .build/language-server/bin/python Tests/LanguageServer/latency.py [links] [server]
Without a number of links the shipped workspace is measured.
"""

import json
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).parents[2]
LINKS_PER_CHAIN = 50


def made_up(folder: pathlib.Path, links: int):
    """Chains of 50 links with three inputs each, and firms for about half of them."""
    generator = random.Random(1)
    (folder / "regions/here").mkdir(parents=True)
    firms = ["firm,name_zh,link,operating,output,source"]
    for chain in range(links // LINKS_PER_CHAIN):
        lines = [f"chain: chain-{chain}", f"name: {{en: Chain {chain}, zh: 产业链{chain}}}",
                 "figures: {grade: estimate, source: made up}", "links:"]  # fmt: skip
        for link in range(LINKS_PER_CHAIN):
            stage = ["upstream", "midstream", "downstream"][link * 3 // LINKS_PER_CHAIN]
            lines += [f"  link-{link}:", f"    name: {{en: Link {link} of {chain}, zh: 第{chain}链{link}号}}",
                      f"    stage: {stage}"]  # fmt: skip
            if link >= 3:
                lines.append("    inputs:")
                for supplier in generator.sample(range(link), 3):
                    name = f"link-{supplier}"
                    if chain and generator.randrange(8) == 0:
                        name = f"chain-{generator.randrange(chain)}/{name}"
                    lines.append(f"      {name}: {generator.randint(50, 300) / 1000}")
            if generator.random() < 0.5:
                firms.append(f"f-{chain}-{link},{chain}号{link},chain-{chain}/link-{link},2020,{link + 1},made up")
        (folder / f"chain-{chain}.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    surveyed = "".join(f"  chain-{chain}:\n" for chain in range(links // LINKS_PER_CHAIN))
    (folder / "regions/here/region.yaml").write_text(
        f"region: here\nname: {{en: Here, zh: 此地}}\ndate: 2024-06-30\nsurveyed:\n{surveyed}", "utf-8"
    )
    (folder / "regions/here/firms.csv").write_text("\n".join(firms) + "\n", "utf-8")


class Server:
    def __init__(self, command: str):
        self.process = subprocess.Popen(
            [command, "language-server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.id = 0

    def send(self, method: str, params, asks: bool = False):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if asks:
            self.id += 1
            message["id"] = self.id
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        header = self.process.stdout.readline()
        self.process.stdout.readline()
        return json.loads(self.process.stdout.read(int(header.split(b":")[1])))

    def ask(self, method: str, params):
        start = time.perf_counter()
        self.send(method, params, asks=True)
        while self.receive().get("id") != self.id:
            pass
        return time.perf_counter() - start

    def findings(self, uri: str, version: int):
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                if (params["uri"], params.get("version")) == (uri, version):
                    return


def measure(chains: pathlib.Path, file: str, command: str):
    server = Server(command)
    server.ask(
        "initialize", {"processId": None, "rootUri": chains.as_uri(), "capabilities": {}}
    )
    server.send("initialized", {})
    uri = (chains / file).as_uri()
    text = (chains / file).read_text("utf-8")
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
    start = time.perf_counter()
    server.send("textDocument/didOpen", {"textDocument": document})
    server.findings(uri, 1)
    print(f"opened, first findings  {(time.perf_counter() - start) * 1000:8.1f} ms")
    line = next(i for i, row in enumerate(text.split("\n")) if row.startswith("name:"))
    column = text.split("\n")[line].index("en: ") + 4
    times = {"keystroke to findings": [], "completion after one": [], "hover after one": []}
    supplier = next(i for i, row in enumerate(text.split("\n")) if row.strip() == "inputs:") + 1
    for version in range(2, 22):
        at = {"line": line, "character": column}
        change = {"range": {"start": at, "end": at}, "text": "x"}
        versioned = {"uri": uri, "version": version}

        def type_letter():
            server.send(
                "textDocument/didChange", {"textDocument": versioned, "contentChanges": [change]}
            )

        start = time.perf_counter()
        type_letter()
        if version % 2:
            server.findings(uri, version)
            times["keystroke to findings"].append(time.perf_counter() - start)
        else:
            place = {"textDocument": {"uri": uri}, "position": {"line": supplier, "character": 7}}
            times["completion after one"].append(server.ask("textDocument/completion", place))
            times["hover after one"].append(server.ask("textDocument/hover", place))
    for name, values in times.items():
        print(f"{name:22}  {statistics.median(values) * 1000:8.1f} ms  (most {max(values) * 1000:.1f})")
    server.ask("shutdown", None)
    server.send("exit", None)
    server.process.wait()


def main():
    links = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    command = sys.argv[2] if len(sys.argv) > 2 else str(ROOT / ".build/release/chaingap")
    with tempfile.TemporaryDirectory() as folder:
        chains = pathlib.Path(folder) / "Chains"
        if links:
            made_up(chains, links)
            measure(chains, "chain-0.yaml", command)
        else:
            shutil.copytree(ROOT / "Chains", chains)
            measure(chains, "lithium-battery.yaml", command)


if __name__ == "__main__":
    main()
