import { z } from "zod";

import { ARTICLE_FACT_NAMES } from "./facts";
import { factsIn } from "./facts-read";
import { parseJson } from "./json-read";
import { type ReadArticle, type ReadContext, type Reader, unreadable } from "./read";
import { type FoundTag, settle } from "./settle";

const Place = z.number().int().nonnegative();
const Words = z.union([z.string(), z.array(z.string())]);

/** A region, or what is said of it; results of other kinds say nothing about text. */
const Result = z.looseObject({
  id: z.string().optional(),
  type: z.string(),
  from_name: z.string().optional(),
  from_id: z.string().optional(),
  to_id: z.string().optional(),
  labels: z.array(z.string()).optional(),
  value: z
    .looseObject({
      start: Place.optional(),
      end: Place.optional(),
      text: Words.optional(),
      labels: z.array(z.string()).optional(),
      choices: z.array(z.string()).optional(),
    })
    .optional(),
});
type Result = z.infer<typeof Result>;

const Made = z.looseObject({ result: z.array(Result), was_cancelled: z.boolean().default(false) });
const Task = z.looseObject({
  data: z.record(z.string(), z.unknown()),
  annotations: z.array(Made).default([]),
  predictions: z.array(Made).default([]),
});

/** Reads Label Studio's tasks back, from Galley or Label Studio's own JSON export. */
export const labelStudioReader: Reader = {
  format: "label-studio",
  recognizes: ({ name, text }) =>
    /\.json$/i.test(name) && /^\s*\[/.test(text) && /"(data|annotations)"/.test(text),
  *read({ name, text }, context): Generator<ReadArticle> {
    const tasks = z.array(z.unknown()).safeParse(parseJson(text));
    if (!tasks.success) yield unreadable(name, "The file is not a list of tasks, as Label Studio writes it.");
    for (const [index, filed] of (tasks.data ?? []).entries()) {
      const task = Task.safeParse(filed);
      const words = task.success ? textOf(task.data.data) : null;
      yield task.success && words !== null
        ? article(task.data, words, context)
        : unreadable(null, `Task ${index + 1} holds no text that Galley can read.`);
    }
  },
};

/** The task's text is called so, or it is the longest words that the task has. */
function textOf(data: Readonly<Record<string, unknown>>): string | null {
  if (typeof data.text === "string") return data.text;
  const words = Object.values(data).filter((value) => typeof value === "string");
  return words.sort((a, b) => b.length - a.length)[0] ?? null;
}

function article(task: z.infer<typeof Task>, text: string, context: ReadContext): ReadArticle {
  const made = task.annotations.filter((annotation) => !annotation.was_cancelled);
  const tags = [
    ...made.flatMap(({ result }) => tagsIn(result, "open")),
    ...task.predictions.flatMap(({ result }) => tagsIn(result, "suggested")),
  ];
  const cancelled = task.annotations.length - made.length;
  const notes =
    cancelled > 0 ? [`${cancelled} annotations had been cancelled in Label Studio and were left out.`] : [];
  const facts = factsIn(ARTICLE_FACT_NAMES, task.data);
  return settle({ text, facts, blocks: [], tags, notes }, { unit: "code point", ...context });
}

/** The regions with a label, each with what the other results of its id say. */
function tagsIn(results: readonly Result[], state: "open" | "suggested"): FoundTag[] {
  return results.flatMap(({ id, value }): FoundTag[] => {
    const [label] = value?.labels ?? [];
    const { start, end, text } = value ?? {};
    if (label === undefined || start === undefined || end === undefined || id === undefined) return [];
    const about = results.filter((other) => other.id === id && other.value?.labels === undefined);
    const said = Object.fromEntries(
      about.flatMap(({ from_name: name, value: own }) => {
        const words = own?.choices?.[0] ?? (Array.isArray(own?.text) ? own.text.join("\n") : own?.text);
        return name === undefined || words === undefined ? [] : [[nameOf(name, label), words]];
      }),
    );
    const { note = null, ...attributes } = said;
    const links = results.flatMap((other) => {
      const [kind] = other.labels ?? [];
      return other.type === "relation" && other.from_id === id && kind !== undefined
        ? [`${kind} ${other.to_id ?? ""}`]
        : [];
    });
    const facts = { tag_state: state, ...(links.length > 0 && { tag_links: links.join("\n") }) };
    return [
      { id, type: label, start, end, exact: typeof text === "string" ? text : null, attributes, note, facts },
    ];
  });
}

/** The attribute that a control stands for: Galley puts the type's name before it. */
function nameOf(control: string, type: string): string {
  return control.startsWith(`${type}-`) ? control.slice(type.length + 1) : control;
}
