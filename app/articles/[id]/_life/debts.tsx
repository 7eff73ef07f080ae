"use client";

import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Button } from "~/app/_ui/button";
import { Time } from "~/app/_ui/time";
import { HeldWords } from "~/app/articles/[id]/_margin/held-words";
import { useArticle, useStore } from "~/app/articles/[id]/_store/hooks";

const say = words.gate;

/** What was published past, and is still owed, or no longer. */
export function Debts() {
  const store = useStore();
  const { life } = useArticle();
  return (
    <section aria-label={say.debts} className="flex flex-col gap-2 border-t pt-3">
      <h3 className="font-semibold">{say.debts}</h3>
      <ul className="flex flex-col gap-2">
        {life.debts.map(({ rule, reason, due, settledAt }, place) => (
          <li key={`${rule} ${place}`} className="flex flex-col gap-1">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{rule}</span>
              <span className="grow text-muted">
                {say.due} <Time at={due} />
              </span>
              {settledAt === null ? (
                <Badge tone="warn">{say.owed}</Badge>
              ) : (
                <Badge tone="ok">{say.paid}</Badge>
              )}
            </p>
            <p>
              <HeldWords of={reason} />
            </p>
            {settledAt === null && store.refusalOf({ type: "settleDebt", rule, reason: "-" }) === null && (
              <Button small className="self-start" onClick={() => store.intend({ kind: "settle", rule })}>
                {say.forgive}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
