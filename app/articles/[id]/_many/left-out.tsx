import type { ReactNode } from "react";
import * as words from "~/app/_lib/words";
import type { Sifted } from "~/core/several";
import { reasonsOf } from "./bulk";

const say = words.many;

/** Says before a change of many tags which of them stay as they are, and why. */
export function LeftOut({ sifted, all, children }: { sifted: Sifted; all: number; children?: ReactNode }) {
  const { idle, reopening, possible } = sifted;
  const reopened = reopening.some((item) => possible.includes(item));
  const sentences = [
    ...(idle.length > 0 ? [say.idle(idle.length, all)] : []),
    ...(reopening.length > 0 && !reopened ? [say.reopening(reopening.length, all)] : []),
    ...reasonsOf(sifted).map(({ why, count }) => say.refused(count, all, why)),
  ];
  if (sentences.length === 0 && reopening.length === 0) return null;
  return (
    <section
      aria-label={say.leftOut}
      className="flex flex-col gap-2 rounded-md border border-dashed px-3 py-2"
    >
      <div role="status">
        <ul className="flex list-disc flex-col gap-1 ps-4 empty:hidden">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      {possible.length === 0 && reopening.length === 0 && <p className="font-medium">{say.none}</p>}
      {children}
    </section>
  );
}
