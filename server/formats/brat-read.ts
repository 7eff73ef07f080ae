import { NOTE, REVIEW } from "./brat";
import { type ReadArticle, type Reader, unreadable } from "./read";
import { type FoundTag, settle } from "./settle";

/** A line of stand-off that could not be taken, by its number from 1. */
type Complaint = (line: number, why: string) => void;

/** Where Python, and so brat, ends a line. */
const LINE_END = /\r\n|[\n\r\v\f\u{1C}-\u{1E}\u{85}\u{2028}\u{2029}]/u;
const BETWEEN = /^[\s\u{1C}-\u{1E}\u{85}]*$/u;

/** Reads brat's files back: each `.ann` with the `.txt` of its name beside it. */
export const bratReader: Reader = {
  format: "brat",
  recognizes: ({ name }) => /\.ann$/i.test(name),
  *read({ name, text: file }, context, others): Generator<ReadArticle> {
    const stem = name.replace(/\.ann$/i, "");
    const text = others.find((other) => other.name === `${stem}.txt`)?.text;
    if (text === undefined) {
      yield unreadable(
        name,
        `${stem}.txt, the text that ${name} points into, is not beside it. Import both in one zip.`,
      );
      return;
    }
    const notes: string[] = [];
    const tags = tagsIn(file, text, (line, why) => notes.push(`${name}, line ${line}: ${why}`));
    yield settle({ text, facts: {}, blocks: [], tags, notes }, { unit: "code point", ...context });
  },
};

function tagsIn(file: string, text: string, complain: Complaint): FoundTag[] {
  const points = Array.from(text);
  const tags = new Map<string, FoundTag>();
  const lines = file.split(LINE_END).map((line, index) => ({ line, number: index + 1 }));
  for (const { line, number } of lines.filter(({ line: one }) => one.startsWith("T"))) {
    const [id = "", data = "", ...tail] = line.split("\t");
    const tag = spanIn(data, tail.join("\t"), points);
    if (typeof tag === "string") complain(number, tag);
    else tags.set(id, { ...tag, id });
  }
  for (const { line, number } of lines.filter(({ line: one }) => one !== "" && !one.startsWith("T"))) {
    const [id = "", data = "", ...tail] = line.split("\t");
    const [name = "", of = "", value] = data.trim().split(" ");
    const about = of.replace(/^Arg1:/, "");
    const tag = tags.get(about);
    if (tag) tags.set(about, withLine(tag, { id, name, value, words: tail.join("\t") }));
    else complain(number, "it is about nothing that was read; it was left out.");
  }
  return [...tags.values()];
}

/** The tag on a text-bound line; a sentence where there is none. A tag over several lines is in pieces. */
function spanIn(data: string, words: string, points: readonly string[]): FoundTag | string {
  const [, type, places] = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(data) ?? [];
  if (type === undefined || places === undefined) return "it has no type and place; it was left out.";
  const pieces = places.split(";").map((piece) => piece.split(" ").map(Number));
  const start = pieces[0]?.[0] ?? 0;
  const end = pieces.at(-1)?.[1] ?? 0;
  const isWhole = pieces
    .slice(1)
    .every(([from], index) => BETWEEN.test(points.slice(pieces[index]?.[1], from).join("")));
  if (!isWhole) return "it is in pieces with other words between, which a tag cannot be; it was left out.";
  const exact = pieces.length === 1 ? words : points.slice(start, end).join("");
  return { id: null, type, start, end, exact, attributes: {}, note: null, facts: {} };
}

interface SaidOfTag {
  readonly id: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly words: string;
}

/** The tag with what an attribute, a comment or a relation says of it. An attribute without a value is a yes. */
function withLine(tag: FoundTag, { id, name, value, words }: SaidOfTag): FoundTag {
  if (id.startsWith("A") || id.startsWith("M")) return withAttribute(tag, name, value ?? "yes");
  if (id.startsWith("R")) {
    const link = `${name} ${(value ?? "").replace(/^Arg2:/, "")}`;
    return {
      ...tag,
      facts: { tag_links: tag.facts.tag_links === undefined ? link : `${tag.facts.tag_links}\n${link}` },
    };
  }
  if (!id.startsWith("#") || name === REVIEW) return tag;
  return name === NOTE ? { ...tag, note: words } : withAttribute(tag, name, words);
}

function withAttribute(tag: FoundTag, name: string, value: string): FoundTag {
  return { ...tag, attributes: { ...tag.attributes, [name]: value } };
}
