import type { Dossier, DossierTag } from "~/core/shapes/dossier";
import type { TagType } from "~/core/scheme";
import { articleFacts } from "./facts";
import { type FilesFormat, HOLDS_TAGS } from "./format";
import { inCodePoints, jsonLine } from "./offsets";
import { evidenceOf, plainValue, tellTag } from "./tell";
import { type AttributeWords, linkNames, type TypeWords, vocabularyOf } from "./vocabulary";
import { xmlElement, xmlStart } from "./xml";

/**
 * Label Studio's tasks with the label configuration that they need: a region for each tag, its attributes as
 * further results with the region's id, a control for each attribute of each type. Suggested tags come as
 * predictions, all others as one annotation.
 * @see https://labelstud.io/guide/tasks
 * @see https://labelstud.io/guide/export#Label-Studio-JSON-format-of-annotated-tasks
 */

/** The controls that no attribute stands for. */
const TYPE = "type";
const NOTE = "note";
const TEXT = "text";

/** The control of an attribute: types share names of attributes, but not their choices. */
export function controlOf(type: string, attribute: string): string {
  return `${type}-${attribute}`;
}

export const labelStudio: FilesFormat = {
  id: "label-studio",
  label: "Label Studio",
  mediaType: "application/zip",
  extension: "zip",
  offsetUnit: "code point",
  reader: "Label Studio reads it: give the project the label configuration first, then import the tasks.",
  keeps: {
    ...HOLDS_TAGS,
    blocks: "lost",
    authors: "as a note",
    verdicts: "as a note",
    approvals: "as a note",
    evidence: "as a note",
    former: "as a note",
    scheme: "lost",
  },
  omissions: [],
  caveats: [
    "Suggested tags come as predictions; all others as one annotation of each task.",
    "Authors are told in each region’s notes: Label Studio refuses a file that names people it does not know.",
    "The label configuration has the scheme’s types, attributes and choices, without their guidelines.",
  ],
  packed: "always",
  async *files(dossiers, context) {
    const types = vocabularyOf(context.schemes);
    yield await Promise.resolve({ name: "label-config.xml", content: labelConfig(types) });
    yield { name: "tasks.json", content: tasks(dossiers, types) };
  },
};

/** Colours that Label Studio shows, with enough contrast beneath its dark text. */
const COLOURS: Readonly<Record<TagType["hue"], string>> = {
  blue: "#8ab4f8",
  brown: "#d7a86e",
  violet: "#c58af9",
  green: "#81c995",
  red: "#f28b82",
  teal: "#78d9ec",
};

function* labelConfig(types: readonly TypeWords[]): Generator<string> {
  yield "<View>\n";
  yield `  ${xmlStart("Labels", { name: TYPE, toName: TEXT })}\n`;
  for (const { name, label, hue } of types) {
    yield `    ${xmlElement("Label", { value: name, hint: label, background: COLOURS[hue] })}\n`;
  }
  yield "  </Labels>\n";
  yield `  ${xmlElement("Text", { name: TEXT, value: "$text", granularity: "symbol" })}\n`;
  for (const type of types) {
    for (const attribute of type.attributes) yield* control(type.name, attribute);
  }
  const links = linkNames(types);
  if (links.length > 0) {
    const relations = links.map((value) => xmlElement("Relation", { value }));
    yield `  <Relations>${relations.join("")}</Relations>\n`;
  }
  yield `  ${xmlElement("TextArea", { name: NOTE, toName: TEXT, perRegion: "true", placeholder: "Note" })}\n`;
  yield "</View>\n";
}

function* control(type: string, { name, label, kind, choices }: AttributeWords): Generator<string> {
  const about = {
    name: controlOf(type, name),
    toName: TEXT,
    perRegion: "true",
    whenTagName: TYPE,
    whenLabelValue: type,
  };
  if (kind === "words") {
    yield `  ${xmlElement("TextArea", { ...about, placeholder: label })}\n`;
    return;
  }
  yield `  ${xmlStart("Choices", { ...about, choice: "single", showInline: "true" })}\n`;
  const values =
    kind === "choice"
      ? choices
      : [
          { value: "yes", label: `${label}: yes` },
          { value: "no", label: `${label}: no` },
        ];
  for (const choice of values)
    yield `    ${xmlElement("Choice", { value: choice.value, hint: choice.label })}\n`;
  yield "  </Choices>\n";
}

async function* tasks(
  dossiers: Parameters<FilesFormat["files"]>[0],
  types: readonly TypeWords[],
): AsyncGenerator<string> {
  let separator = "[\n";
  for await (const dossier of dossiers) {
    yield separator + jsonLine(task(inCodePoints(dossier), types));
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

type Result = Readonly<Record<string, unknown>>;

function task(dossier: Dossier, types: readonly TypeWords[]): Result {
  const evidence = evidenceOf(dossier);
  const resultsOf = (tags: readonly DossierTag[]) =>
    tags.flatMap((tag) =>
      results(
        tag,
        types.find(({ name }) => name === tag.type),
        evidence(tag),
      ),
    );
  const suggested = resultsOf(dossier.tags.filter(({ state }) => state === "suggested"));
  const made = resultsOf(dossier.tags.filter(({ state }) => state !== "suggested"));
  return {
    data: { text: dossier.text, ...articleFacts(dossier) },
    ...(made.length > 0 && { annotations: [{ result: made }] }),
    ...(suggested.length > 0 && { predictions: [{ model_version: "galley", result: suggested }] }),
  };
}

function results(tag: DossierTag, type: TypeWords | undefined, evidence: readonly string[]): Result[] {
  const { id, start, end, exact } = tag;
  const place = { start, end };
  const region = { id, to_name: TEXT };
  const attributes = Object.entries(tag.attributes).map(([name, value]) => {
    const isWords = type?.attributes.find((known) => known.name === name)?.kind === "words";
    const said = [plainValue(value)];
    return {
      ...region,
      from_name: controlOf(tag.type, name),
      type: isWords ? "textarea" : "choices",
      value: { ...place, ...(isWords ? { text: said } : { choices: said }) },
    };
  });
  const note =
    tag.note === null
      ? []
      : [{ ...region, from_name: NOTE, type: "textarea", value: { ...place, text: [plainValue(tag.note)] } }];
  return [
    {
      ...region,
      from_name: TYPE,
      type: "labels",
      value: { ...place, text: exact, labels: [tag.type] },
      meta: { text: tellTag(tag, evidence) },
    },
    ...attributes,
    ...note,
    ...tag.links.map(({ kind, target }) => ({
      type: "relation",
      from_id: id,
      to_id: target,
      direction: "right",
      labels: [kind],
    })),
  ];
}
