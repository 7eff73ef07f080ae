import { zoneNow } from "~/app/_lib/clock";
import { calendarDay } from "~/app/_lib/time";
import * as words from "~/app/_lib/words";
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
      {removedAt === undefined
        ? words.margin.removed
        : `${words.margin.removedOn} ${calendarDay(new Date(removedAt), zoneNow())}`}
    </em>
  );
}
