import { HeldWords } from "~/app/articles/[id]/_margin/held-words";
import type { Detail } from "./sentences";

/** What belongs to a sentence of the audit: what was written, before and now. */
export function Details({ of: details }: { of: readonly Detail[] }) {
  if (details.length === 0) return null;
  return (
    <dl className="flex flex-col gap-0.5 border-s-2 border-line ps-2 text-[0.8125rem]">
      {details.map(({ label, words: text }, place) => (
        <div key={`${place} ${label}`} className="flex items-start gap-2">
          <dt className="shrink-0 text-muted">{label}</dt>
          <dd className="min-w-0 wrap-anywhere" dir="auto">
            {typeof text === "string" ? text : <HeldWords of={text} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
