import { Written } from "~/app/_history/details";
import { Moment } from "~/app/_history/moment";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Day } from "~/app/_ui/day";
import type { EvidenceId } from "~/core/ids";
import type { Evidence } from "~/core/newsroom";

const say = words.audit.record;

interface EvidenceOnRecordProps {
  ids: readonly EvidenceId[];
  items: ReadonlyMap<EvidenceId, Evidence>;
}

/** What a verdict rested on: what it is, where in it, when it was looked at, and whether it was withdrawn since. */
export function EvidenceOnRecord({ ids, items }: EvidenceOnRecordProps) {
  if (ids.length === 0) return <p className="text-muted">{say.restsOnNothing}</p>;
  return (
    <ul className="flex list-disc flex-col gap-0.5 ps-5">
      {ids.map((id) => {
        const item = items.get(id);
        return <li key={id}>{item ? <Item item={item} /> : say.unknownItem}</li>;
      })}
    </ul>
  );
}

function Item({ item: { kind, reference, locator, retrievedAt, note, withdrawal } }: { item: Evidence }) {
  return (
    <span className="wrap-anywhere">
      <Written of={reference} />
      {locator && (
        <>
          , <Written of={locator} />
        </>
      )}{" "}
      <span className="text-muted">
        ({words.evidence.kind[kind]}
        {retrievedAt !== null && (
          <>
            , {say.lookedAt} <Day at={retrievedAt} />
          </>
        )}
        )
      </span>
      {note && (
        <>
          {" "}
          <Written of={note} />
        </>
      )}
      {withdrawal && (
        <>
          {" "}
          <Badge tone="danger">
            {say.withdrawnOn} <Moment at={withdrawal.at} />
          </Badge>{" "}
          <Written of={withdrawal.reason} />
        </>
      )}
    </span>
  );
}
