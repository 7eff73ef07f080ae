import * as words from "~/app/_lib/words";
import type { BothSides } from "./both-sides";

const say = words.margin.conflict;

/** What stands, and what one wanted instead. */
export function Sides({ sides }: { sides: BothSides }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
      <dt>{say.theirs}</dt>
      <dd dir="auto" className="min-w-0 wrap-anywhere">
        {sides.theirs}
      </dd>
      <dt>{say.mine}</dt>
      <dd dir="auto" className="min-w-0 wrap-anywhere">
        {sides.mine}
      </dd>
    </dl>
  );
}
