import { type Dossier, type DossierTag, readTold } from "~/core/shapes/dossier";
import type { TextFormat } from "./format";
import { evidenceOf, tellAttributes, tellTag } from "./tell";
import { type TypeWords, vocabularyOf } from "./vocabulary";

/**
 * A report for people: each article with its tags in the order of the text, what each says, and what was found.
 * Words of the article and of people are escaped, so that none of them becomes markup or a live link.
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */

export const markdown: TextFormat = {
  id: "markdown",
  label: "Markdown report",
  mediaType: "text/markdown; charset=utf-8; variant=CommonMark",
  extension: "md",
  offsetUnit: "none",
  reader: "People read it, and whatever shows Markdown: wikis, repositories, note-taking programs.",
  keeps: {
    text: "lost",
    details: "as a note",
    blocks: "lost",
    passages: "as a note",
    types: "as a note",
    attributes: "as a note",
    notes: "as a note",
    authors: "as a note",
    verdicts: "as a note",
    approvals: "as a note",
    evidence: "as a note",
    links: "as a note",
    threads: "lost",
    former: "as a note",
    scheme: "lost",
  },
  omissions: [],
  caveats: ["Line ends inside of a passage or a note become blanks."],
  async *write(dossiers, { schemes, exportedAt }) {
    const types = vocabularyOf(schemes);
    let separator = "";
    for await (const dossier of dossiers) {
      yield separator;
      yield* report(dossier, types, exportedAt);
      separator = "\n---\n\n";
    }
  },
};

/** The words on one line, in which no character means anything. */
export function plain(words: string): string {
  return words
    .replace(/[\s\u{85}]+/gu, " ")
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

function* report(dossier: Dossier, types: readonly TypeWords[], exportedAt: string): Generator<string> {
  const { article, newsroom, tags } = dossier;
  yield `# ${plain(readTold(article.title)) || "Without a title"}\n\n`;
  const about = [
    ["Newsroom", newsroom.name],
    ["Desk", article.desk],
    ["Author", article.author],
    ["Created", article.createdAt],
    ["State", article.state],
    ["Source", article.sourceUrl],
    [
      "Revision",
      `${article.revision.number}${article.revision.digest === null ? "" : `, ${article.revision.digest}`}`,
    ],
    ["Exported", exportedAt],
    ...(article.imported
      ? [
          [
            "Before its import",
            `${article.imported.newsroom}, ${article.imported.author}, ${article.imported.createdAt}`,
          ] as const,
        ]
      : []),
  ] as const;
  for (const [label, value] of about) if (value !== null) yield `- ${label}: ${plain(value)}\n`;
  if (article.restricted) yield "- Restricted to the people that it is shared with\n";
  const inOrder = [...tags].sort((a, b) => a.start - b.start || a.end - b.end);
  const numbers = new Map(inOrder.map(({ id }, index) => [id, index + 1]));
  const evidence = evidenceOf(dossier);
  yield inOrder.length === 0 ? "\nNo tags.\n" : "";
  for (const tag of inOrder) {
    const type = types.find(({ name }) => name === tag.type);
    const linked = tag.links.map(({ kind, target }) => `Link: ${kind} ${numbers.get(target) ?? ""}`);
    yield* section(tag, type, [...tellTag(tag, evidence(tag)), ...linked], numbers.get(tag.id) ?? 0);
  }
}

function* section(
  tag: DossierTag,
  type: TypeWords | undefined,
  told: readonly string[],
  number: number,
): Generator<string> {
  yield `\n## ${number}\\. ${plain(type?.label ?? tag.type)}\n\n> ${plain(tag.exact)}\n\n`;
  for (const { label, value } of tellAttributes(tag, type)) yield `- ${plain(label)}: ${plain(value)}\n`;
  if (tag.note !== null) yield `- Note: ${plain(readTold(tag.note))}\n`;
  for (const line of told) yield `- ${plain(line)}\n`;
}
