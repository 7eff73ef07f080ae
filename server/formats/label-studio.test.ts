import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";

import { QCU_1 } from "~/core/qcu";
import { anyDossier, filesOf, lawfulDossier } from "./fixtures/dossiers";
import { labelStudio } from "./label-studio";
import { plainValue } from "./tell";

const Span = { start: z.int().nonnegative(), end: z.int().positive() };
const Result = z.strictObject({
  id: z.string(),
  from_name: z.string(),
  to_name: z.literal("text"),
  type: z.enum(["labels", "choices", "textarea"]),
  value: z.strictObject({
    ...Span,
    text: z.union([z.string(), z.tuple([z.string()])]).optional(),
    labels: z.tuple([z.string()]).optional(),
    choices: z.tuple([z.string()]).optional(),
  }),
  meta: z.strictObject({ text: z.array(z.string()) }).optional(),
});
const Relation = z.strictObject({
  type: z.literal("relation"),
  from_id: z.string(),
  to_id: z.string(),
  direction: z.literal("right"),
  labels: z.tuple([z.string()]),
});
const Results = z.array(z.union([Result, Relation]));
const regionsOf = (sets: readonly [{ result: z.infer<typeof Results> }] | undefined) =>
  (sets?.[0].result ?? []).filter((result) => result.type !== "relation");
const Tasks = z.array(
  z.strictObject({
    data: z.looseObject({ text: z.string(), article_id: z.uuid() }),
    annotations: z.tuple([z.strictObject({ result: Results })]).optional(),
    predictions: z.tuple([z.strictObject({ model_version: z.string(), result: Results })]).optional(),
  }),
);

async function write(dossiers: Parameters<typeof filesOf>[1]) {
  const { "tasks.json": tasks, "label-config.xml": config, ...others } = await filesOf(labelStudio, dossiers);
  expect(others).toEqual({});
  return { tasks: Tasks.parse(JSON.parse(tasks!)), config: config! };
}

/** What the configuration lets each control say; null for any words. */
function controlsOf(config: string): Map<string, string[] | null> {
  const controls = new Map<string, string[] | null>();
  for (const [, kind, attributes, inside] of config.matchAll(
    /<(Labels|Choices|TextArea) ([^>]*?)(?:\/>|>(.*?)<\/\1>)/gs,
  )) {
    const values = [...(inside ?? "").matchAll(/ value="([^"]*)"/g)].map(([, value]) => value!);
    controls.set(/(?:^| )name="([^"]*)"/.exec(attributes!)![1]!, kind === "TextArea" ? null : values);
  }
  return controls;
}

test("every region selects its words in code points; every result is one that the configuration allows", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lawfulDossier, { maxLength: 2 }), async (dossiers) => {
      const { tasks, config } = await write(dossiers);
      const controls = controlsOf(config);
      expect(tasks).toHaveLength(dossiers.length);
      dossiers.forEach(({ text, tags }, index) => {
        const task = tasks[index]!;
        const points = Array.from(text);
        expect(task.data.text).toBe(text);
        const results = [...regionsOf(task.annotations), ...regionsOf(task.predictions)];
        for (const { from_name, type, value } of results) {
          const allowed = controls.get(from_name);
          expect(allowed).toBeDefined();
          const said = value.labels ?? value.choices;
          if (said) expect(allowed).toEqual(expect.arrayContaining(said));
          else expect([type, allowed]).toEqual(["textarea", null]);
        }
        for (const tag of tags) {
          const relations = [
            ...(task.annotations?.[0].result ?? []),
            ...(task.predictions?.[0].result ?? []),
          ];
          expect(
            relations.flatMap((one) =>
              one.type === "relation" && one.from_id === tag.id ? [[one.labels[0], one.to_id]] : [],
            ),
          ).toEqual(tag.links.map(({ kind, target }) => [kind, target]));
          const own = results.filter(({ id }) => id === tag.id);
          const [region, ...more] = own;
          expect(points.slice(region!.value.start, region!.value.end).join("")).toBe(tag.exact);
          expect(region!.value).toMatchObject({ text: tag.exact, labels: [tag.type] });
          const said = Object.fromEntries(
            more.map(({ from_name, value: { choices, text: words } }) => [from_name, (choices ?? words)![0]]),
          );
          const attributes = Object.entries(tag.attributes).map(([name, value]) => [
            `${tag.type}-${name}`,
            plainValue(value),
          ]);
          expect(said).toEqual({
            ...Object.fromEntries(attributes),
            ...(tag.note !== null && { note: plainValue(tag.note) }),
          });
        }
      });
    }),
  );
});

test("suggested tags are predictions, all others annotations, and no author is named where a user would be", async () => {
  await fc.assert(
    fc.asyncProperty(anyDossier, async (dossier) => {
      const [task] = (await write([dossier])).tasks;
      const ids = (sets: Parameters<typeof regionsOf>[0]) => new Set(regionsOf(sets).map(({ id }) => id));
      const those = (isSuggested: boolean) =>
        new Set(
          dossier.tags.filter(({ state }) => (state === "suggested") === isSuggested).map(({ id }) => id),
        );
      expect(ids(task!.predictions)).toEqual(those(true));
      expect(ids(task!.annotations)).toEqual(those(false));
    }),
  );
});

test("the configuration names every type, attribute and choice of the scheme", async () => {
  const controls = controlsOf((await write([])).config);
  expect(controls.get("type")).toEqual(QCU_1.types.map(({ name }) => name));
  for (const { name, attributes } of QCU_1.types) {
    for (const attribute of attributes) {
      const values = { choice: null, "yes-no": ["yes", "no"], words: null }[attribute.kind];
      const expected = attribute.kind === "choice" ? attribute.choices.map(({ value }) => value) : values;
      expect(controls.get(`${name}-${attribute.name}`)).toEqual(expected);
    }
  }
});
