"""Words, word pieces and surface features of a text.

Takes a text and the vocabulary of an uncased BERT; gives `Words`: for every
word its place in the text, its piece ids, and one small number that says what
the uncased vocabulary forgets (capitals, line breaks, quotation marks).

A word here is what BERT's basic tokenizer makes: a run without white space,
cut at every punctuation mark and around every CJK character. Places are kept
per original code point, so that accents, control characters and emoji never
shift them; `utf16_offsets` turns them into JavaScript string units at the end.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

CLS, SEP, UNK, PAD = 101, 102, 100, 0
LONGEST_WORD = 100

# Shape of a word, from its original letters.
SHAPES = ("other", "lower", "title", "upper", "mixed", "digit")
# What stands before a word; a piece that continues a word has `joined`.
BREAKS = ("none", "space", "line", "paragraph", "joined")
# Where a word stands among double quotation marks.
QUOTES = ("outside", "inside", "opening", "closing")
FEATURES = len(SHAPES) * len(BREAKS) * len(QUOTES)

OPENING = frozenset("“„«‟")
CLOSING = frozenset("”»")


def feature_id(shape: int, before: int, quote: int) -> int:
    """One index for the three features, so that one table holds them all."""
    return (shape * len(BREAKS) + before) * len(QUOTES) + quote


def is_space(char: str) -> bool:
    return char in " \t\n\r" or unicodedata.category(char) in ("Zs", "Zl", "Zp")


def is_ignored(char: str) -> bool:
    """Control and format characters, which BERT drops without ending a word."""
    if char in "\t\n\r":
        return False
    return char in "\0\ufffd" or unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Cs")


def is_punctuation(char: str) -> bool:
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char).startswith("P")


CJK = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)


def is_cjk(char: str) -> bool:
    code = ord(char)
    return code >= 0x3400 and any(low <= code <= high for low, high in CJK)


@lru_cache(maxsize=65536)
def plain(char: str) -> str:
    """A character without accents, in lower case; empty for a lone accent."""
    stripped = "".join(c for c in unicodedata.normalize("NFD", char) if unicodedata.category(c) != "Mn")
    return "".join(c.lower() for c in stripped)


@lru_cache(maxsize=65536)
def kind(char: str) -> str:
    """How a character takes part in cutting words."""
    if is_ignored(char):
        return "ignored"
    if is_space(char):
        return "space"
    if is_cjk(char):
        return "alone"
    if is_punctuation(char):
        return "alone"
    return "letter"


def shape_of(word: str) -> int:
    """The shape of a word as an index into SHAPES."""
    letters = [c for c in word if c.isalpha()]
    if any(unicodedata.category(c) == "Nd" for c in word):
        return SHAPES.index("digit")
    if not letters:
        return SHAPES.index("other")
    upper = [c != c.lower() for c in letters]
    if not any(upper):
        return SHAPES.index("lower")
    if upper[0] and not any(upper[1:]):
        return SHAPES.index("title")
    return SHAPES.index("upper") if all(upper) else SHAPES.index("mixed")


def word_spans(text: str) -> list[tuple[int, int, str]]:
    """Start, end and plain form of every word, in code points."""
    spans, start, letters, last = [], -1, [], -1

    def close():
        nonlocal start, letters
        if start >= 0 and letters:
            spans.append((start, last + 1, "".join(letters)))
        start, letters = -1, []

    for place, char in enumerate(text):
        what = kind(char)
        if what == "ignored":
            continue
        if what == "space":
            close()
            continue
        form = plain(char)
        if what == "alone":
            close()
            if form:
                spans.append((place, place + 1, form))
            continue
        if start < 0:
            start = place
        letters.append(form)
        last = place
    close()
    return spans


def load_vocabulary(path) -> dict[str, int]:
    with open(path, encoding="utf-8") as file:
        return {line.rstrip("\n"): index for index, line in enumerate(file)}


def pieces_of(word: str, vocabulary: dict[str, int]) -> list[int]:
    """Greedy longest match first, as WordPiece has it."""
    if len(word) > LONGEST_WORD:
        return [UNK]
    ids, start = [], 0
    while start < len(word):
        end = len(word)
        while end > start:
            piece = word[start:end] if start == 0 else "##" + word[start:end]
            if piece in vocabulary:
                break
            end -= 1
        if end == start:
            return [UNK]
        ids.append(vocabulary[piece])
        start = end
    return ids


@dataclass
class Words:
    """The words of a text. `start` and `end` are code points, half open."""

    text: str
    start: np.ndarray
    end: np.ndarray
    pieces: list[list[int]]
    shape: np.ndarray
    before: np.ndarray
    quote: np.ndarray
    line: np.ndarray  # number of the line that the word stands on
    sentence: np.ndarray  # true where a sentence seems to begin

    def __len__(self) -> int:
        return len(self.start)


def breaks_between(text: str, start: int, end: int) -> int:
    """What separates two words, as an index into BREAKS."""
    gap = text[start:end]
    lines = gap.count("\n")
    if lines >= 2:
        return BREAKS.index("paragraph")
    if lines == 1:
        return BREAKS.index("line")
    return BREAKS.index("space") if any(is_space(c) for c in gap) else BREAKS.index("none")


def quote_states(text: str, spans, lines) -> np.ndarray:
    """Inside or outside double quotation marks, line by line.

    An opening mark opens, a closing mark closes, a straight one does whichever
    is due. A mark left open runs to the end of its line, never beyond it: a
    quotation that goes on opens again there.
    """
    states = np.zeros(len(spans), dtype=np.int64)
    is_open = False
    for i, (start, _end, form) in enumerate(spans):
        if i == 0 or lines[i] != lines[i - 1]:
            is_open = False
        char = text[start]
        if char in OPENING or (char == '"' and not is_open):
            states[i], is_open = QUOTES.index("opening"), True
        elif char in CLOSING or char == '"':
            states[i], is_open = QUOTES.index("closing"), False
        else:
            states[i] = QUOTES.index("inside") if is_open else QUOTES.index("outside")
    return states


SENTENCE_END = frozenset(".!?…")
AFTER_END = frozenset("”\"’')»")


def sentence_starts(text: str, spans, before, shape) -> np.ndarray:
    """A rough guess, used only to choose where windows are cut."""
    starts = np.zeros(len(spans), dtype=bool)
    for i in range(len(spans)):
        if before[i] >= BREAKS.index("line"):
            starts[i] = True
            continue
        if before[i] != BREAKS.index("space"):
            continue
        j = i - 1
        while j >= 0 and text[spans[j][0]] in AFTER_END:
            j -= 1
        ended = j >= 0 and text[spans[j][0]] in SENTENCE_END
        starts[i] = ended and (shape[i] in (2, 3, 4, 5) or text[spans[i][0]] in OPENING or text[spans[i][0]] == '"')
    return starts


def words_in(text: str, vocabulary: dict[str, int], cache: dict | None = None) -> Words:
    """Every word of a text with its pieces and features."""
    spans = word_spans(text)
    cache = {} if cache is None else cache
    pieces = []
    for _, _, form in spans:
        if form not in cache:
            cache[form] = pieces_of(form, vocabulary)
        pieces.append(cache[form])
    before = np.zeros(len(spans), dtype=np.int64)
    line = np.zeros(len(spans), dtype=np.int64)
    for i, (start, _, _) in enumerate(spans):
        if i == 0:
            before[i] = BREAKS.index("paragraph")
            line[i] = 0
        else:
            before[i] = breaks_between(text, spans[i - 1][1], start)
            line[i] = line[i - 1] + (before[i] >= BREAKS.index("line"))
    shape = np.array([shape_of(text[s:e]) for s, e, _ in spans], dtype=np.int64)
    return Words(
        text=text,
        start=np.array([s for s, _, _ in spans], dtype=np.int64),
        end=np.array([e for _, e, _ in spans], dtype=np.int64),
        pieces=pieces,
        shape=shape,
        before=before,
        quote=quote_states(text, spans, line),
        line=line,
        sentence=sentence_starts(text, spans, before, shape),
    )


def utf16_offsets(text: str) -> np.ndarray:
    """For every code point, and for the end, its offset in UTF-16 units."""
    wide = np.array([2 if ord(c) > 0xFFFF else 1 for c in text] + [0], dtype=np.int64)
    return np.concatenate([[0], np.cumsum(wide[:-1])])


@dataclass
class Window:
    """A stretch of words read at once. It answers only for `[own_start, own_end)`."""

    start: int
    end: int
    own_start: int
    own_end: int


def windows_over(words: Words, size: int, left: int, right: int, first: int | None = None) -> list[Window]:
    """Windows of at most `size` pieces with context on both sides.

    Cut before a line, else before a sentence, else anywhere, so that at least
    `right` pieces follow the cut inside the window that ends there and about
    `left` pieces precede it in the next one. `first` makes the first window
    shorter: training uses it to move the cuts.
    """
    total = len(words)
    if total == 0:
        return []
    upto = np.concatenate([[0], np.cumsum([len(p) for p in words.pieces])])
    found, start, own = [], 0, 0
    while True:
        room = (first if first is not None and not found else size) - 2
        end = int(np.searchsorted(upto, upto[start] + room, side="right")) - 1
        if end >= total:
            found.append(Window(start, total, own, total))
            return found
        limit = int(np.searchsorted(upto, upto[end] - right, side="right")) - 1
        limit = max(limit, own + 1)
        lowest = int(np.searchsorted(upto, (upto[own] + upto[limit]) / 2, side="left"))
        lowest = min(max(lowest, own + 1), limit)
        cut = limit
        for wanted in (words.before >= BREAKS.index("line"), words.sentence):
            places = np.flatnonzero(wanted[lowest : limit + 1])
            if len(places):
                cut = lowest + int(places[-1])
                break
        found.append(Window(start, end, own, cut))
        own = cut
        start = int(np.searchsorted(upto, upto[cut] - left, side="left"))
        for place in range(start, cut):
            if words.before[place] >= BREAKS.index("line"):
                if upto[cut] - upto[place] >= left / 2:
                    start = place
                break


def window_inputs(words: Words, window: Window) -> tuple[list[int], list[int], list[int]]:
    """Piece ids, feature ids, and for each word the index of its first piece."""
    ids, features, firsts = [CLS], [0], []
    joined = BREAKS.index("joined")
    for i in range(window.start, window.end):
        firsts.append(len(ids))
        shape, quote = int(words.shape[i]), int(words.quote[i])
        for k, piece in enumerate(words.pieces[i]):
            ids.append(piece)
            features.append(feature_id(shape, int(words.before[i]) if k == 0 else joined, quote))
    return ids + [SEP], features + [0], firsts
