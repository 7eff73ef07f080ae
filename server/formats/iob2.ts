import type { Dossier, DossierTag } from "~/core/shapes/dossier";
import type { Span } from "~/core/tag";
import { codePointsAt } from "~/core/text";
import { HOLDS_TAGS, type TextFormat } from "./format";
import { firstFrom, tokensOf } from "./tokens";
import { vocabularyOf } from "./vocabulary";

/**
 * CoNLL's columns with IOB2 tags: a line for each token, a column for each type of the scheme, so that a claim
 * may lie in a quote. A blank line ends each line of the text, -DOCSTART- begins each article.
 * @see https://www.clips.uantwerpen.be/conll2003/ner/
 */

const TOO_LONG = "Tags over several lines of the text";
const OVERLAPPING = "Tags that overlap an earlier one of their type";
const WITHOUT_TOKENS = "Tags without a word or a sign in them";

const WHYS = [TOO_LONG, OVERLAPPING, WITHOUT_TOKENS] as const;
type Why = (typeof WHYS)[number];

const omission = (what: Why) => ({
  what,
  count: (dossier: Dossier) => chosenTags(dossier).left.filter((why) => why === what).length,
});

export const iob2: TextFormat = {
  id: "iob2",
  label: "CoNLL IOB2",
  mediaType: "text/tab-separated-values; charset=utf-8",
  extension: "conll",
  offsetUnit: "code point",
  reader: "Scripts that train or score sequence taggers read it (seqeval, Flair, AllenNLP).",
  keeps: {
    ...HOLDS_TAGS,
    text: "lost",
    details: "lost",
    blocks: "lost",
    attributes: "lost",
    notes: "lost",
    authors: "lost",
    verdicts: "lost",
    approvals: "lost",
    evidence: "lost",
    links: "lost",
    former: "lost",
    scheme: "lost",
  },
  omissions: WHYS.map(omission),
  caveats: [
    "Columns, parted by tabs: token, start, end, then one for each type of the scheme in its order.",
    "White space is not in the file, so the text cannot be put together again.",
  ],
  async *write(dossiers, { schemes }) {
    const types = vocabularyOf(schemes).map(({ name }) => name);
    for await (const dossier of dossiers) {
      yield `${["-DOCSTART-", "-", "-", ...types.map(() => "O")].join("\t")}\n\n`;
      yield* lines(dossier, types);
    }
  },
};

/** What readers of lines or of columns could not take for a token. */
const NO_TOKEN = /^[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Mn}\p{Me}]*$/u;

/** Marks inside of a word that would end its line for some readers. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

interface Chosen {
  /** The tokens of each line. */
  readonly lines: readonly (readonly Span[])[];
  /** The tags that IOB2 can hold, in the order of their places. */
  readonly tags: readonly DossierTag[];
  /** Why each of the others cannot be held. */
  readonly left: readonly Why[];
}

function chosenTags({ text, tags, article }: Dossier): Chosen {
  const all = tokensOf(text, article.language, tags);
  const tokens = all.map((line) => line.filter(({ start, end }) => !NO_TOKEN.test(text.slice(start, end))));
  const lines = tokens.filter((line) => line.length > 0);
  const flat = lines.flat();
  const lineOf = lines.flatMap((line, number) => line.map(() => number));
  const chosen: DossierTag[] = [];
  const left: Why[] = [];
  const ends = new Map<string, number>();
  for (const tag of [...tags].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const first = firstFrom(flat, tag.start);
    const last = firstFrom(flat, tag.end) - 1;
    if (first > last) left.push(WITHOUT_TOKENS);
    else if (lineOf[first] !== lineOf[last]) left.push(TOO_LONG);
    else if (tag.start < (ends.get(tag.type) ?? 0)) left.push(OVERLAPPING);
    else {
      ends.set(tag.type, tag.end);
      chosen.push(tag);
    }
  }
  return { lines, tags: chosen, left };
}

function* lines(dossier: Dossier, types: readonly string[]): Generator<string> {
  const points = codePointsAt(dossier.text);
  const { lines: tokenLines, tags } = chosenTags(dossier);
  const begun = new Set<DossierTag>();
  let next = 0;
  let open: DossierTag[] = [];
  for (const tokens of tokenLines) {
    for (const token of tokens) {
      open = open.filter(({ end }) => end > token.start);
      for (let tag = tags[next]; tag && tag.start <= token.start; tag = tags[next]) {
        if (tag.end > token.start) open.push(tag);
        next += 1;
      }
      const cells = types.map((type) => {
        const tag = open.find((one) => one.type === type);
        if (!tag) return "O";
        const isFirst = !begun.has(tag);
        begun.add(tag);
        return `${isFirst ? "B" : "I"}-${type}`;
      });
      const word = dossier.text.slice(token.start, token.end).replace(UNSEEN, "");
      const place = [points.toCodePoint(token.start), points.toCodePoint(token.end)];
      yield `${[word, ...place, ...cells].join("\t")}\n`;
    }
    yield "\n";
  }
}
