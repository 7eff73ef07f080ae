import * as words from "~/app/_lib/words";
import type { Conflict } from "~/app/articles/[id]/_store/conflict";
import { isValue, readValue, type Scheme } from "~/core/scheme";
import { FINDINGS } from "~/core/tag";
import { isWords } from "~/core/words";

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
      return attribute && isValue(present) ? quoted(readValue(attribute, present)) : null;
    }
    case "setNote":
      return isWords(present) && present.words !== null ? quoted(present.words) : null;
    case "changeType":
      return scheme.types.find(({ name }) => name === present)?.label ?? null;
    case "setVerdict":
    case "approveTag": {
      const found =
        typeof present === "object" && present !== null && "finding" in present && present.finding;
      const finding = FINDINGS.find((known) => known === found);
      return finding === undefined ? null : words.keys.findings[finding];
    }
    default:
      return null;
  }
}

function quoted(text: string): string {
  return `“${text}”`;
}
