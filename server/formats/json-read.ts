import type { z } from "zod";

import { DomainError } from "~/core/errors";
import { lineAndColumn } from "~/core/text";

import { type ReadArticle, unreadable } from "./read";

/** The value that a JSON text holds. @throws DomainError bad-input with the place where it stops being JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{FEFF}/u, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = /at position (\d+)/.exec(error.message)?.[1];
    const { line, column } = lineAndColumn(text, position === undefined ? text.length : Number(position));
    throw new DomainError(
      "bad-input",
      `The file is not valid JSON from line ${line}, column ${column} on; it may have been cut off. Export it again.`,
    );
  }
}

/** Where in a value something is not as expected, and what. */
export function placeOf(issue: z.core.$ZodIssue | undefined): string {
  return `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not as expected"}`.slice(0, 300);
}

/** A line of a JSON Lines file that is not blank, with its number from 1. */
export interface JsonLine {
  readonly number: number;
  readonly value: unknown;
  /** What is wrong with it; null when it is JSON. */
  readonly problem: string | null;
}

/** The lines, each parsed by itself, so that a bad one does not block the others. Lines end at LF only. */
export function* jsonLines(text: string): Generator<JsonLine> {
  let number = 0;
  for (const line of text.replace(/^\u{FEFF}/u, "").split("\n")) {
    number += 1;
    if (line.trim() === "") continue;
    try {
      yield { number, value: JSON.parse(line), problem: null };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield { number, value: null, problem: `Line ${number} is not valid JSON.` };
    }
  }
}

/** The articles of a file with one on each line; a line that the tool does not write so is named and passed over. */
export function* articlesByLine<Line extends z.ZodType>(
  text: string,
  schema: Line,
  tool: string,
  read: (line: z.infer<Line>, number: number) => ReadArticle,
): Generator<ReadArticle> {
  for (const { number, value, problem } of jsonLines(text)) {
    const parsed = schema.safeParse(value);
    if (problem !== null) yield unreadable(null, problem);
    else if (parsed.success) yield read(parsed.data, number);
    else
      yield unreadable(
        null,
        `Line ${number} is not as ${tool} writes it: ${placeOf(parsed.error.issues[0])}.`,
      );
  }
}
