import * as words from "~/app/_lib/words";
import type { Words } from "~/core/words";
import { Moment } from "./moment";
import type { Detail } from "./sentences";

/** What belongs to a sentence of the audit: what was written, before and now. */
export function Details({ of: details }: { of: readonly Detail[] }) {
  if (details.length === 0) return null;
  return (
    <dl className="flex flex-col gap-0.5 border-s-2 border-line ps-2 text-[0.8125rem]">
      {details.map(({ label, words: text }, place) => (
        <div key={`${place} ${label}`} className="flex items-start gap-2">
          <dt className="shrink-0 text-muted">{label}</dt>
          <dd className="min-w-0 wrap-anywhere" dir="auto" suppressHydrationWarning>
            {typeof text === "string" ? text : <Written of={text} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What somebody wrote; where it was removed from the record, that it was and when. */
export function Written({ of: { words: text, removedAt } }: { of: Words }) {
  if (text !== null) return <span className="whitespace-pre-wrap">{text}</span>;
  return (
    <em className="text-muted">
      {removedAt === undefined ? words.history.removedAlone : words.history.removed}
      {removedAt !== undefined && (
        <>
          {" "}
          <Moment at={removedAt} />
        </>
      )}
    </em>
  );
}
