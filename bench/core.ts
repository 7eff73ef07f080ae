/**
 * Measures what core/ does on every keystroke, selection and upload: `npm run bench:core`. Each function gets a
 * paragraph of 20,000 characters or a text of 1.5 million, and twice as much: a ratio of about 2 is linear, one of
 * about 1 does not depend on the length, one of about 4 is quadratic and a fault.
 */
import { describePassage, moveEdge, snapToWords } from "~/core/anchor";
import { guessBlocks } from "~/core/blocks";
import { occurrencesOf } from "~/core/occurrences";
import { QCU_1 } from "~/core/qcu";
import { quotationAt } from "~/core/quotations";
import { proposeAttributes } from "~/core/rules/index";
import { sentenceAt } from "~/core/sentences";
import { acceptText, codePointsAt, MAX_TEXT } from "~/core/text";

const PARAGRAPH = 20_000;
const ROUNDS = 9;

/** What is measured: on a text of `length` UTF-16 code units made of `piece`, in its middle where a place is asked for. */
interface Measured {
  readonly name: string;
  readonly length: number;
  readonly pieces: readonly string[];
  readonly work: (text: string) => unknown;
}

const PROSE = "Mr. Osmond of the U.S. Senate said the bridge was safe. ";
const LINES = `${PROSE.repeat(8)}\n`;

const middle = (text: string) => Math.floor(text.length / 2);

/** The places of a short word, and of half of the text, which is the worst to look for. */
const repeated = (text: string) => {
  for (const words of [text.slice(0, 3), text.slice(0, middle(text))])
    occurrencesOf(text, { words, language: "en", matchCase: false });
};

const measured: readonly Measured[] = [
  {
    name: "select and move an edge",
    length: PARAGRAPH,
    pieces: [PROSE],
    work: (text) => {
      const snapped = snapToWords(text, { start: middle(text), end: middle(text) + 100 }, "en");
      describePassage(text, 1, snapped);
      moveEdge(text, snapped, { edge: "end", by: -1, unit: "word" });
    },
  },
  {
    name: "sentenceAt",
    length: PARAGRAPH,
    pieces: [PROSE, "a. ", "Dr. "],
    work: (text) => sentenceAt(text, middle(text), "en"),
  },
  {
    name: "quotationAt",
    length: PARAGRAPH,
    pieces: ['"a ', "“a ", "’s ", "“a” ", "‘s’ “", "「", "“And then.\n"],
    work: (text) => quotationAt(text, middle(text)),
  },
  {
    name: "occurrencesOf, a paragraph",
    length: PARAGRAPH,
    pieces: [PROSE, "said ", "a", "议会说，大桥安全。", "e\u0301 "],
    work: (text) => repeated(text),
  },
  {
    name: "proposeAttributes",
    length: PARAGRAPH,
    pieces: ["“It is late,” said Ada Osmond. ", "the mayor said, and ", "Ada Osmond ", "said ", "“", "2 "],
    work: (text) => {
      const span = { start: middle(text), end: middle(text) + 20 };
      const passage = { text, blocks: guessBlocks(text), span, language: "en", earlier: [] };
      for (const { name } of QCU_1.types) proposeAttributes(QCU_1, name, passage);
    },
  },
  {
    name: "guessBlocks",
    length: MAX_TEXT / 2,
    pieces: [LINES, "photo photo by via * _ 1 ", `${"photo ".repeat(90)}\n`],
    work: guessBlocks,
  },
  {
    name: "acceptText",
    length: MAX_TEXT / 2,
    pieces: [LINES, "a\r\n", "😀"],
    work: (text) => acceptText(text),
  },
  {
    name: "codePointsAt, 10,000 places",
    length: MAX_TEXT / 2,
    pieces: [LINES, "😀"],
    work: (text) => {
      const points = codePointsAt(text);
      for (let place = 0; place < 10_000; place += 1)
        points.toUtf16(Math.floor((points.length * place) / 10_000));
    },
  },
  {
    name: "occurrencesOf, a text",
    length: MAX_TEXT / 2,
    pieces: [LINES, "said\n", "a", "мост был, "],
    work: (text) => repeated(text),
  },
  {
    name: "select in a long text",
    length: MAX_TEXT / 2,
    pieces: [LINES],
    work: (text) => snapToWords(text, { start: middle(text), end: middle(text) + 100 }, "en"),
  },
];

/** The median of some rounds, in milliseconds, after one that warms up. */
function median(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

function row(cells: readonly string[]): void {
  const [name = "", piece = "", ...figures] = cells;
  process.stdout.write(
    `${name.padEnd(28)}${piece.padEnd(28)}${figures.map((figure) => figure.padStart(13)).join("")}\n`,
  );
}

const shortened = (piece: string) =>
  (piece.length > 22 ? `${piece.slice(0, 21)}…` : piece).replaceAll("\n", "⏎").replaceAll("\r", "␍");

row(["What", "in a text of", "characters", "ms", "ms at twice", "ratio"]);
for (const { name, length, pieces, work } of measured) {
  for (const piece of pieces) {
    const text = piece.repeat(Math.floor(length / piece.length));
    const doubled = text + text;
    const once = median(() => work(text));
    const twice = median(() => work(doubled));
    const ratio = once > 0.05 ? (twice / once).toFixed(1) : "–";
    row([name, shortened(piece), String(text.length), once.toFixed(2), twice.toFixed(2), ratio]);
  }
}
