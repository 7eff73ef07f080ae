import { describe, expect, it } from "vitest";
import { z } from "zod";

import { appRouter } from "./index";

/** What tRPC keeps of a procedure at run time; its types say nothing of it. */
const Definition = z.object({ inputs: z.array(z.unknown()) });

/** Every procedure with the schema that has the last word on its input, if it takes any. */
const procedures = Object.entries(appRouter._def.procedures).map(([name, procedure]) => {
  const { inputs } = Definition.parse(Reflect.get(procedure, "_def"));
  return { name, input: inputs.at(-1) };
});
const taking = procedures.filter(({ input }) => input !== undefined);

/** The places in a JSON Schema where an object would take a key that it does not name. */
function loosePlaces(schema: unknown, place = "input"): string[] {
  if (Array.isArray(schema)) return schema.flatMap((each, at) => loosePlaces(each, `${place}.${at}`));
  if (typeof schema !== "object" || schema === null) return [];
  const isLoose = "properties" in schema && Reflect.get(schema, "additionalProperties") !== false;
  const within = Object.entries(schema).flatMap(([key, each]) => loosePlaces(each, `${place}.${key}`));
  return isLoose ? [place, ...within] : within;
}

/** The last moment that a Date and a timestamp of Postgres can both hold, in milliseconds since 1970. */
const LAST_MOMENT = 8.64e15;

/** The places in a JSON Schema where a whole number other than a moment is larger than a column holds. */
function hugePlaces(schema: unknown, place = "input"): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const most = Number(Reflect.get(schema, "maximum") ?? Infinity);
  const isMoment = most === LAST_MOMENT || /[.](at|[a-z]+At)\b/.test(place);
  const isHuge = most > 2 ** 31 - 1;
  if (Reflect.get(schema, "type") === "integer" && isHuge && !isMoment) return [place];
  return Object.entries(schema).flatMap(([key, each]) => hugePlaces(each, `${place}.${key}`));
}

function jsonSchema(input: unknown): unknown {
  if (!(input instanceof z.ZodType)) throw new Error("An input is described by zod.");
  return z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
}

describe("what a procedure's input does not name, it refuses", () => {
  it.each(taking)("$name", ({ input }) => {
    expect(loosePlaces(jsonSchema(input))).toEqual([]);
  });

  it.each(taking)("$name takes no number that Postgres would choke on", ({ input }) => {
    expect(hugePlaces(jsonSchema(input))).toEqual([]);
  });

  it("and a loose input would be seen, however deep", () => {
    const loose = z.strictObject({ tags: z.array(z.object({ id: z.string() })) });
    expect(loosePlaces(jsonSchema(loose))).toEqual(["input.properties.tags.items"]);
  });
});
