import { type Dossier, type DossierTag, readTold } from "~/core/shapes/dossier";
import type { TagType } from "~/core/scheme";
import { articleFacts, tagFacts } from "./facts";
import { HOLDS_TAGS, type TextFormat } from "./format";
import { plainValue, readPlain } from "./tell";
import { type TypeWords, vocabularyOf } from "./vocabulary";

/**
 * A page that anybody can open: each article with its passages marked, and below it what is said of each. The
 * text is cut wherever a tag begins or ends, so that marks never cross; each piece names its tags by id. No
 * script, no picture, nothing that is fetched.
 * @see https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-mark-element
 */

export const annotatedHtml: TextFormat = {
  id: "annotated-html",
  label: "Annotated HTML",
  mediaType: "text/html; charset=utf-8",
  extension: "html",
  offsetUnit: "none",
  reader: "Every browser shows it; people print it or send it on.",
  keeps: { ...HOLDS_TAGS, blocks: "lost", evidence: "as a note", scheme: "lost" },
  omissions: [],
  caveats: [
    "A program finds an article’s text as the words of its pre element, and a tag’s passage as those of all marks that name its id.",
  ],
  async *write(dossiers, { schemes }) {
    const types = vocabularyOf(schemes);
    yield `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n`;
    yield `<meta name="viewport" content="width=device-width">\n<title>Tagged articles</title>\n<style>\n${STYLE}${typeStyles(types)}</style>\n</head>\n<body>\n`;
    for await (const dossier of dossiers) yield* article(dossier, types);
    yield "</body>\n</html>\n";
  },
};

const STYLE = `:root { color-scheme: light dark; }
body { max-inline-size: 45rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 Georgia, serif; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: inherit; background: none; text-decoration: underline 2px; text-underline-offset: 3px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
dt, h3 { font-family: system-ui, sans-serif; }
`;

const COLOURS: Readonly<Record<TagType["hue"], string>> = {
  blue: "light-dark(#1d4fb8, #8ab4f8)",
  brown: "light-dark(#8a4b12, #d7a86e)",
  violet: "light-dark(#6b2fb3, #c58af9)",
  green: "light-dark(#1b6e35, #81c995)",
  red: "light-dark(#b3261e, #f28b82)",
  teal: "light-dark(#00696d, #78d9ec)",
};

function typeStyles(types: readonly TypeWords[]): string {
  return types.map(({ name, hue }) => `mark.${name} { text-decoration-color: ${COLOURS[hue]}; }\n`).join("");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Words as text or inside of quotes. A parser drops NUL, and would make LF of CR. */
function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character).replace(/\r/g, "&#13;");
}

function* article(dossier: Dossier, types: readonly TypeWords[]): Generator<string> {
  const { article: about, text, tags } = dossier;
  yield `<article data-article-id="${about.id}">\n<h1 dir="auto">${escaped(readTold(about.title))}</h1>\n`;
  // A line end right after the tag is the parser's, not the text's.
  yield `<pre lang="${about.language}" dir="${about.direction}">\n`;
  yield* marked(text, tags);
  yield "</pre>\n<h2>About the article</h2>\n<dl>\n";
  for (const [name, value] of Object.entries(articleFacts(dossier)))
    yield entry(name, name.replaceAll("_", " "), value);
  yield "</dl>\n<h2>Tags</h2>\n";
  const facts = tagFacts(dossier);
  for (const tag of tags) {
    const type = types.find(({ name }) => name === tag.type);
    yield `<section id="tag-${tag.id}" data-type="${escaped(tag.type)}">\n<h3>${escaped(type?.label ?? tag.type)}</h3>\n<dl>\n`;
    for (const [name, value] of Object.entries(tag.attributes)) {
      const attribute = type?.attributes.find((known) => known.name === name);
      yield entry(name, attribute?.label ?? name, readPlain(value, attribute), plainValue(value));
    }
    for (const [name, value] of Object.entries(facts(tag)))
      yield entry(name, name.replaceAll("_", " "), value);
    yield "</dl>\n</section>\n";
  }
  yield "</article>\n";
}

/** A name with its value as people read both, and as programs do. */
function entry(name: string, label: string, value: string, machine = value): string {
  const data = machine === value ? "" : ` data-value="${escaped(machine)}"`;
  return `<dt data-name="${escaped(name)}">${escaped(label)}</dt><dd dir="auto"${data}>${escaped(value)}</dd>\n`;
}

/** The text, cut at every edge of a tag. */
function* marked(text: string, tags: readonly DossierTag[]): Generator<string> {
  const edges = [...new Set([0, text.length, ...tags.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const begins = [...tags].sort((a, b) => a.start - b.start);
  let next = 0;
  let open: DossierTag[] = [];
  for (const [place, start] of edges.entries()) {
    const end = edges[place + 1];
    if (end === undefined) return;
    open = open.filter((tag) => tag.end > start);
    for (let tag = begins[next]; tag && tag.start <= start; tag = begins[next]) {
      open.push(tag);
      next += 1;
    }
    const words = escaped(text.slice(start, end));
    if (open.length === 0) yield words;
    else {
      const ids = open.map(({ id }) => `tag-${id}`).join(" ");
      const classes = [...new Set(open.map(({ type }) => type))].join(" ");
      yield `<mark class="${escaped(classes)}" data-tag-ids="${ids}">${words}</mark>`;
    }
  }
}
