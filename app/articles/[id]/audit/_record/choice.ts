import { createLoader, type inferParserType, parseAsInteger, parseAsString } from "nuqs/server";

import * as words from "~/app/_lib/words";
import type { TagId } from "~/core/ids";
import type { Passages } from "~/server/routers/audit";

const say = words.audit.record;

/** What the address asks for: `?tag=…`, or `?at=120`, the sentence at a place of the text in UTF-16 code units. */
const choiceParsers = { tag: parseAsString, at: parseAsInteger };

type Choice = inferParserType<typeof choiceParsers>;

/** Reads the choice on the server. */
export const readChoice = createLoader(choiceParsers);

/** The tag that is chosen; where there is none, why. */
export function chosenIn(
  { sentences }: Pick<Passages, "sentences">,
  { tag, at }: Choice,
): { tag: TagId | null; trouble: { title: string; why: string } } {
  if (sentences.length === 0) return { tag: null, trouble: say.none };
  if (tag !== null) {
    const known = sentences.flatMap(({ tags }) => tags).find(({ id }) => id === tag);
    return { tag: known?.id ?? null, trouble: say.noSuchTag };
  }
  if (at === null) return { tag: null, trouble: { title: say.title, why: say.choose } };
  const sentence = sentences.find(({ start, end }) => start <= at && at < end);
  return { tag: sentence?.tags[0]?.id ?? null, trouble: say.untagged };
}
