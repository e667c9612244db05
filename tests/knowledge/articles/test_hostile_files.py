"""Files that enemies, scanners and broken programs make: each gets a sentence, none stalls."""

import errno
import io
import os
import platform
import subprocess
import sys
import zipfile
from pathlib import Path
from threading import Event, Timer

import pytest

from knowledge.articles import Limits, read, read_apart
from knowledge.errors import ArticleUnreadable, ReadingCancelled
from tests.knowledge.articles import files

TEXT = "A queen bee lives for several years. Her workers live for a few weeks only."
LONG_PAGE = b"<html><body>" + b"<p>Bees fly far away.</p>" * 400_000
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "bees bees bees bees">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><x>&j;</x>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def zip_bomb() -> bytes:
    """A Word file whose text is two hundred million blanks."""
    return files.with_part(files.word(TEXT), "word/document.xml", b" " * 200_000_000)


def lying_zip() -> bytes:
    """A book whose chapter is longer than the archive says."""
    content = bytearray(files.epub({"a.xhtml": files.xhtml(f"<p>{TEXT * 50}</p>")}))
    at = content.rindex(b"OEBPS/a.xhtml") - 46
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(content)


def many_entries() -> bytes:
    return files.archive({f"word/{n}.xml": "" for n in range(10_001)} | {"word/document.xml": ""})


def nested_word(depth: int) -> bytes:
    body = b"<w:document xmlns:w='x'>" + b"<w:p>" * depth + b"</w:p>" * depth + b"</w:document>"
    return files.with_part(files.word(TEXT), "word/document.xml", body)


HOSTILE = {
    "zip bomb": ("a.docx", zip_bomb, "unpacks to far more"),
    "archive that lies": ("a.epub", lying_zip, "is damaged"),
    "ten thousand parts": ("a.docx", many_entries, "unpacks to far more"),
    "deep nesting": ("a.docx", lambda: nested_word(50_000), "is damaged"),
    "entities in a Word file": (
        "a.docx",
        lambda: files.with_part(files.word(TEXT), "word/document.xml", LAUGHS.encode()),
        "defines entities of its own",
    ),
    "entities in a book": (
        "a.epub",
        lambda: files.with_part(
            files.epub({"a.xhtml": files.xhtml(TEXT)}), "OEBPS/book.opf", LAUGHS.encode()
        ),
        "defines entities of its own",
    ),
    "a file of the host in a book": (
        "a.epub",
        lambda: files.with_part(
            files.epub({"a.xhtml": "x"}), "META-INF/container.xml", OUTSIDE.encode()
        ),
        "defines entities of its own",
    ),
    "a locked book": (
        "a.epub",
        lambda: files.with_part(files.epub({"a.xhtml": "x"}), "META-INF/rights.xml", b"<x/>"),
        "is locked",
    ),
    "ten thousand pages": (
        "a.pdf",
        lambda: files.empty_pages(10_000),
        "has 10,000 pages; an article may have 2,000",
    ),
    "pages within pages": ("a.pdf", files.endless_pages, "is damaged"),
    "arrays within arrays": (
        "a.pdf",
        lambda: files.nested_pdf(100_000),
        "damaged|stopped|scanned",
    ),
    "a locked PDF": ("a.pdf", files.locked_pdf, "is locked"),
    "a scanned PDF": ("a.pdf", lambda: files.scanned_pdf(3), "has 3 pages, which hold no text"),
    "half a PDF": ("a.pdf", lambda: files.pdf([TEXT])[:300], "is damaged"),
    "half a Word file": ("a.docx", lambda: files.word(TEXT)[:5000], "is damaged|holds an archive"),
    "a Word file called PDF": (
        "a.pdf",
        lambda: files.word(TEXT),
        "holds a Word document. Rename it .* in .docx",
    ),
    "a PDF called Word": (
        "a.docx",
        lambda: files.pdf([TEXT]),
        "holds a PDF document. Rename it .* in .pdf",
    ),
    "a PDF called text": ("a.txt", lambda: files.pdf([TEXT]), "holds a PDF document"),
    "an old Word file": (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "Save it as .docx",
    ),
    "a Word file with a password": (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "is locked",
    ),
    "an archive called book": (
        "a.epub",
        lambda: files.archive({"a.txt": TEXT}),
        "holds an archive of something",
    ),
    "a program called text": ("a.txt", lambda: bytes(range(256)) * 40, "can't be read as text"),
    "a picture called page": (
        "a.html",
        lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
        "a.html",
    ),
    "a page nested without end": (
        "a.html",
        lambda: b"<html><body>" + b"<div>" * 200_000,
        "a.html",
    ),
    "an empty page": ("a.html", lambda: b"<html><body></body></html>", "holds no text"),
    "a file of no known kind": ("a.exe", lambda: b"MZ", "is of a kind that can't be read"),
    "nothing": ("a.pdf", lambda: b"", "is not what its name says"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_gets_a_sentence_with_a_cure(kind: str):
    name, content, sentence = HOSTILE[kind]
    with pytest.raises(ArticleUnreadable, match=sentence) as raised:
        read_apart(name, content(), limits=Limits(seconds=40))
    assert raised.value.sentence.count(name) == 1
    assert raised.value.cure


def test_reading_ends_when_its_time_is_over():
    with pytest.raises(ArticleUnreadable, match="took too much time"):
        read_apart("a.pdf", files.pdf([TEXT]), limits=Limits(seconds=0.01))


def test_reading_ends_when_its_processor_time_is_over():
    with pytest.raises(ArticleUnreadable, match="took too much time"):
        read_apart("a.html", LONG_PAGE, limits=Limits(cpu_seconds=1))


def test_reading_ends_when_its_memory_is_spent():
    with pytest.raises(ArticleUnreadable, match="memory|gave up"):
        read_apart("a.html", LONG_PAGE, limits=Limits(memory_mebibytes=60))


def test_a_reader_that_breaks_down_is_told_apart_from_a_file_too_large(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(ArticleUnreadable, match="its reader broke down"):
        read_apart("a.txt", TEXT.encode())


def test_a_file_larger_than_any_is_not_even_read():
    with pytest.raises(ArticleUnreadable, match="Split it into chapters"):
        read_apart("a.pdf", bytes(1001), limits=Limits(file_bytes=1000))


def test_an_article_longer_than_any_is_refused():
    with pytest.raises(ArticleUnreadable, match="its text is longer than any article's"):
        read_apart("a.txt", TEXT.encode() * 5000, limits=Limits(text_bytes=2000))


def test_whoever_follows_the_progress_may_cancel_and_nothing_is_left():
    class Cancelled(Exception):  # noqa: N818 - what it is
        pass

    def cancel(_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_apart("a.pdf", files.pdf([TEXT] * 50), report=cancel)
    assert children() == []


def test_a_reading_can_be_cancelled_from_another_thread_before_any_progress():
    cancel = Event()
    Timer(0.3, cancel.set).start()
    with pytest.raises(ReadingCancelled, match="Reading a.html was cancelled"):
        read_apart("a.html", LONG_PAGE * 2, cancel=cancel)
    assert children() == []


@pytest.mark.parametrize(
    "name", ["--help.txt", "a\x00b.txt", "a\udcff\ud800.txt", "x" * 300_000 + ".txt"]
)
def test_names_that_no_file_system_takes_are_names(name: str):
    assert read_apart(name, TEXT.encode()).text == TEXT


def children() -> list[str]:
    """The processes that this one has started and that still run, or wait to be seen off."""
    return Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()


def test_a_text_of_a_stranger_is_read_apart_too(tmp_path: Path):
    (tmp_path / "bees.txt").write_text(TEXT)
    assert read(tmp_path / "bees.txt", is_trusted=False) == read(tmp_path / "bees.txt")


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.socket()",
        "import subprocess, sys; subprocess.run([sys.executable, '-V'])",
        "import os; os.fork()",
        "open('{folder}/left', 'w').write('bees')",
        "import os; os.write(os.open('{folder}/left', os.O_WRONLY | os.O_CREAT), b'bees')",
        "import os; os.remove('{folder}/there')",
        "import os; os.open('{folder}/there', os.O_RDONLY | os.O_TRUNC)",
        "import os; os.truncate('{folder}/there', 0)",
        "import os; open(f'/proc/{{os.getppid()}}/environ').read()",
        "bytearray(2 ** 30)",
        "import _socket; _socket.socket()",
    ],
)
def test_a_confined_process_can_do_none_of_this(tmp_path: Path, deed: str):
    (tmp_path / "there").write_text("bees")
    program = f"""
import os, socket, subprocess
from knowledge.articles.confinement import confine
confine(512, 10)
try:
    exec({deed.format(folder=tmp_path)!r})
except (OSError, MemoryError) as error:
    print("refused")
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ran.stdout == "refused\n", ran.stderr
    assert (tmp_path / "there").exists()
    assert not (tmp_path / "left").exists() or not (tmp_path / "left").read_bytes()


@pytest.mark.skipif(platform.machine() != "x86_64", reason="numbers of calls differ by machine")
@pytest.mark.parametrize(
    ("deed", "number"),
    [
        ("a socket", 41),
        ("a socket by its other number", 41 + 0x40000000),
        ("a fork", 57),
        ("a signal to a thread", 234),
        ("reading another process's memory", 310),
        ("writing another process's memory", 311),
        ("removing a file", 87),
        ("a ring of calls that nobody filters", 425),
    ],
)
def test_the_kernel_refuses_what_python_is_not_asked_for(deed: str, number: int):
    program = f"""
import ctypes
from knowledge.articles.confinement import confine
libc = ctypes.CDLL(None)
libc.__errno_location.restype = ctypes.POINTER(ctypes.c_int)
syscall, errno = libc.syscall, libc.__errno_location()
confine(512, 10)
print(syscall({number}, 0, 0, 0, 0, 0, 0), errno[0])
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ran.stdout == f"-1 {errno.EPERM}\n", ran.stderr


def test_the_child_knows_none_of_the_secrets_of_its_parent(monkeypatch: pytest.MonkeyPatch):
    seen: dict[str, str] = {}
    start = subprocess.Popen

    def note(*arguments, **options):
        seen.update(options["env"])
        return start(*arguments, **options)

    monkeypatch.setenv("GOBBET_BOT_TOKEN", "secret")
    monkeypatch.setattr(subprocess, "Popen", note)
    read_apart("a.txt", TEXT.encode())
    assert "PYTHONPATH" in seen
    assert "secret" not in seen.values()


def test_the_zip_bomb_of_these_tests_is_one():
    bomb = zip_bomb()
    assert len(bomb) < 1_000_000
    assert zipfile.is_zipfile(io.BytesIO(bomb))
