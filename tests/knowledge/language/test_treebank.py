"""CoNLL-U as the treebanks write it: spaces, words of several parts, trees, nested mentions."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from knowledge.language.treebank import Mention, TreebankMissing, find_treebank, parse, read

TEXT = """\
# newdoc id = first
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# newpar
# newpar_block = p (1 s)
# text = Ada's (old) house in Rome isn't sold.
1\tAda\tAda\tPROPN\tNNP\t_\t6\tnmod:poss\t_\tEntity=(2-place-new-nnnnn-cf1-5-sgl(1-person-new-nnnnn-cf2-1-sgl-Ada_Lovelace|SpaceAfter=No
2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\tEntity=1)
3\t(\t(\tPUNCT\t-LRB-\t_\t4\tpunct\t_\tSpaceAfter=No
4\told\told\tADJ\tJJ\t_\t6\tamod\t_\tSpaceAfter=No
4.1\tghost\tghost\tNOUN\tNN\t_\t_\t_\t_\t_
5\t)\t)\tPUNCT\t-RRB-\t_\t4\tpunct\t_\t_
6\thouse\thouse\tNOUN\tNN\t_\t11\tnsubj:pass\t_\t_
7\tin\tin\tADP\tIN\t_\t8\tcase\t_\t_
8\tRome\tRome\tPROPN\tNNP\t_\t6\tnmod\t_\tEntity=(3-place-new-nnnnn-cf3-1-sgl-Rome)2)
9-10\tisn't\t_\t_\t_\t_\t_\t_\t_\t_
9\tis\tbe\tAUX\tVBZ\t_\t11\taux:pass\t_\t_
10\tn't\tnot\tPART\tRB\t_\t11\tadvmod\t_\t_
11\tsold\tsell\tVERB\tVBN\t_\t0\troot\t_\tSpaceAfter=No
12\t.\t.\tPUNCT\t.\t_\t11\tpunct\t_\t_

# text = Yes
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

# newdoc id = second
# text = No
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_

"""


def sentences():
    return list(parse(TEXT.splitlines(keepends=True)))


def test_the_words_and_their_spaces_give_back_the_text():
    assert sentences()[0].text() == "Ada's (old) house in Rome isn't sold."


def test_heads_are_counted_within_the_sentence_and_the_root_is_its_own():
    words = sentences()[0].words
    assert words[words[8].head].text == "sold"
    assert words[10].head == 10


def test_mentions_nest_and_keep_their_identity():
    assert set(sentences()[0].mentions or ()) == {
        Mention(0, 2, "person", "Ada_Lovelace", entity="1"),
        Mention(0, 8, "place", entity="2"),
        Mention(7, 8, "place", "Rome", entity="3"),
    }


def test_a_document_without_mentions_is_not_a_document_with_none_found():
    first, second, third = sentences()
    assert second.mentions == ()
    assert third.mentions is None
    assert [first.document, second.document, third.document] == ["first", "first", "second"]


def test_only_the_first_sentence_of_a_paragraph_opens_it():
    assert [sentence.opens_paragraph for sentence in sentences()] == [True, False, False]


def test_compressed_and_plain_files_read_the_same(tmp_path: Path):
    (tmp_path / "plain.conllu").write_text(TEXT, encoding="utf-8")
    with lzma.open(tmp_path / "packed.conllu.xz", "wt", encoding="utf-8") as file:
        file.write(TEXT)
    plain, packed = (find_treebank(tmp_path, name) for name in ("plain", "packed"))
    assert list(read(plain)) == list(read(packed)) == sentences()


def test_a_missing_file_is_named_with_its_cure(tmp_path: Path):
    with pytest.raises(TreebankMissing, match=r"no ewt-train\.conllu .* Put the treebank's files"):
        find_treebank(tmp_path, "ewt-train")
