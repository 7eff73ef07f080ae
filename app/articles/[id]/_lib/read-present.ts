import * as words from "~/app/_lib/words";
import type { Conflict } from "~/app/articles/[id]/_store/conflict";
import { readValue, type Scheme, Value } from "~/core/scheme";
import { Verdict } from "~/core/tag";
import { Words } from "~/core/words";

/** What stands instead of one's own change, in words; null where there is nothing to say. */
export function readPresent({ command, present }: Conflict, scheme: Scheme): string | null {
  switch (command.type) {
    case "setAttribute": {
      const attributes = scheme.types.flatMap((type) => type.attributes);
      const attribute = attributes.find(({ name, kind, ...rest }) => {
        if (name !== command.name) return false;
        return (
          kind !== "choice" || ("choices" in rest && rest.choices.some(({ value }) => value === present))
        );
      });
      const value = Value.safeParse(present);
      return attribute && value.success ? quoted(readValue(attribute, value.data)) : null;
    }
    case "setNote": {
      const note = Words.safeParse(present);
      return note.success && note.data.words !== null ? quoted(note.data.words) : null;
    }
    case "changeType":
      return scheme.types.find(({ name }) => name === present)?.label ?? null;
    case "setVerdict":
    case "approveTag": {
      const verdict = Verdict.safeParse(present);
      return verdict.success ? words.keys.findings[verdict.data.finding] : null;
    }
    default:
      return null;
  }
}

function quoted(text: string): string {
  return `“${text}”`;
}
