import { Details } from "~/app/_history/details";
import { Fingerprint } from "~/app/_history/fingerprint";
import { Moment } from "~/app/_history/moment";
import { tell } from "~/app/_history/sentences";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import type { ArticleEvent } from "~/core/event";
import { ROLE_LABEL } from "~/core/policy";
import type { OnRecord } from "./on-record";

/** What happened, in order, each thing as a sentence with its number, its time and its hash. */
export function Happened({
  events,
  of: { known, hashOf },
}: {
  events: readonly ArticleEvent[];
  of: OnRecord;
}) {
  return (
    <ol className="flex flex-col divide-y">
      {events.map((event) => {
        const { says, details } = tell(event, known);
        return (
          <li key={event.seq} className="flex flex-col gap-1 py-2">
            <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
              <span>
                <span className="font-medium">{known.person(event.actor)}</span> {says}
              </span>
              <Badge>{ROLE_LABEL[event.role]}</Badge>
              {event.undoes !== null && <Badge>{words.history.takesBack}</Badge>}
            </p>
            <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
              <Moment at={event.at} />
              <Fingerprint seq={event.seq} hash={hashOf(event.seq)} />
            </p>
            <Details of={details} />
          </li>
        );
      })}
    </ol>
  );
}
