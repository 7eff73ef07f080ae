import * as words from "~/app/_lib/words";
import { Day } from "~/app/_ui/day";
import type { Words } from "~/core/words";

/** Words that a person wrote; where they were removed from the record, that they were and when. */
export function HeldWords({ of: { words: text, removedAt } }: { of: Words }) {
  if (text !== null) {
    return (
      <span dir="auto" className="wrap-anywhere whitespace-pre-wrap">
        {text}
      </span>
    );
  }
  return (
    <em className="text-muted">
      {removedAt === undefined ? (
        words.margin.removed
      ) : (
        <>
          {words.margin.removedOn} <Day at={removedAt} />
        </>
      )}
    </em>
  );
}
