"""The stream itself: garbage, ends, and the life of the server."""

import json
import os
import random
import signal
import subprocess
import sys

import pytest
from conftest import COMMAND, PATIENCE


def framed(message) -> bytes:
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


INITIALIZE = framed(
    {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}
)
SHUTDOWN = framed({"jsonrpc": "2.0", "id": 2, "method": "shutdown"})
EXIT = framed({"jsonrpc": "2.0", "method": "exit"})


def run(stream: bytes, *arguments: str):
    outcome = subprocess.run(
        [COMMAND, "language-server", *arguments], input=stream, capture_output=True,
        timeout=PATIENCE,
    )  # fmt: skip
    return outcome.returncode, messages(outcome.stdout), outcome.stderr.decode()


def messages(stream: bytes) -> list:
    """Every message of a stream, which holds nothing else."""
    found = []
    while stream:
        header, _, rest = stream.partition(b"\r\n\r\n")
        assert header.startswith(b"Content-Length: "), header
        length = int(header.removeprefix(b"Content-Length: "))
        found.append(json.loads(rest[:length]))
        stream = rest[length:]
    return found


def test_a_session_ends_with_0_after_shutdown_and_1_without():
    assert run(INITIALIZE + SHUTDOWN + EXIT)[0] == 0
    assert run(INITIALIZE + EXIT)[0] == 1
    assert run(INITIALIZE + SHUTDOWN)[0] == 0
    assert run(INITIALIZE)[0] == 1
    assert run(b"")[0] == 1


def test_nothing_is_answered_before_initialize_nor_after_shutdown():
    hover = {"jsonrpc": "2.0", "id": 5, "method": "textDocument/hover", "params": {}}
    _, answers, _ = run(framed(hover) + INITIALIZE + SHUTDOWN + framed(hover) + EXIT)
    assert [a.get("error", {}).get("code") for a in answers] == [-32002, None, None, -32600]


def test_what_it_does_not_know_it_says():
    unknown = framed({"jsonrpc": "2.0", "id": "a", "method": "textDocument/moniker", "params": {}})
    wrong = framed({"jsonrpc": "2.0", "id": "b", "method": "textDocument/hover", "params": [3]})
    _, answers, _ = run(INITIALIZE + unknown + wrong + SHUTDOWN + EXIT)
    assert [(a["id"], a["error"]["code"]) for a in answers[1:3]] == [("a", -32601), ("b", -32602)]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"3", b"null", b'{"id": {}}', b"\xff\xfe", b'"\\ud800"', b"[" * 100_000,
             b'{"a":' * 100_000, b'{"jsonrpc": "2.0", "method": 7}'],
    ids=lambda body: repr(body[:40]),
)  # fmt: skip
def test_a_body_that_is_no_message_is_answered_and_the_next_one_heard(body):
    code, answers, _ = run(INITIALIZE + framed(body) + SHUTDOWN + EXIT)
    assert code == 0
    assert answers[-1] == {"id": 2, "jsonrpc": "2.0", "result": None}
    assert answers[1]["error"]["code"] in (-32700, -32600)


@pytest.mark.parametrize(
    "header",
    [b"GET / HTTP/1.1\r\n\r\n", b"Content-Length: -1\r\n\r\n", b"Content-Length: 1e3\r\n\r\n",
     b"Content-Length: 99999999999999999999\r\n\r\n", b"Content-Length: 67108865\r\n\r\n",
     b"Content-Length:\r\n\r\n", b"X: y\r\n\r\n", b"\r\n\r\n", b"x" * 100_000, b"X: y\r\n" * 50_000],
    ids=lambda body: repr(body[:40]),
)  # fmt: skip
def test_a_header_that_is_none_is_answered_and_the_next_message_heard(header):
    code, answers, _ = run(INITIALIZE + header + SHUTDOWN + EXIT)
    assert code == 0
    assert answers[-1] == {"id": 2, "jsonrpc": "2.0", "result": None}
    errors = answers[1:-1]
    assert errors and all(e["id"] is None and e["error"]["code"] == -32700 for e in errors)
    assert len(errors) < 100


def test_a_body_above_the_bound_is_passed_over_and_the_next_message_heard():
    body = b'{"a": "%s"}' % (b"x" * (70 << 20))
    code, answers, _ = run(INITIALIZE + framed(body) + SHUTDOWN + EXIT, "--language", "zh")
    assert code == 0
    assert [a["id"] for a in answers] == [1, None, 2]
    assert "0到67108864" in answers[1]["error"]["message"]


def test_random_bytes_never_crash_or_hang():
    for seed in range(30):
        generator = random.Random(seed)
        stream = bytearray(INITIALIZE + framed({"method": "initialized", "params": {}}) + SHUTDOWN)
        for _ in range(generator.randint(1, 8)):
            place = generator.randrange(len(stream))
            match generator.randrange(3):
                case 0:
                    stream[place] = generator.randrange(256)
                case 1:
                    del stream[place : place + generator.randint(1, 20)]
                case _:
                    stream[place:place] = generator.randbytes(generator.randint(1, 20))
        code, _, _ = run(bytes(stream))
        assert code in (0, 1, 2), seed


def test_a_terminal_is_told_what_belongs_there():
    outcome = subprocess.run([COMMAND, "language-server", "--help"], capture_output=True)
    assert outcome.returncode == 0 and b"Docs/Editors.md" in outcome.stdout


def test_it_ends_with_the_editor_that_started_it(tmp_path):
    # The editor dies, and somebody else still holds the pipe open.
    editor = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    server = subprocess.Popen(
        [COMMAND, "language-server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    server.stdin.write(
        framed({"jsonrpc": "2.0", "id": 1, "method": "initialize",
                "params": {"processId": editor.pid, "capabilities": {}}})
    )  # fmt: skip
    server.stdin.flush()
    assert server.poll() is None
    editor.kill()
    editor.wait()
    assert server.wait(PATIENCE) == 1


def test_a_stop_is_a_clean_end():
    server = subprocess.Popen(
        [COMMAND, "language-server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    server.stdin.write(INITIALIZE)
    server.stdin.flush()
    server.stdout.readline()
    os.kill(server.pid, signal.SIGTERM)
    assert server.wait(PATIENCE) == -signal.SIGTERM
