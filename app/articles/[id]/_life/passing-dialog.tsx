"use client";

import { useState } from "react";
import { timeNow } from "~/app/_lib/clock";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { ErrorNote } from "~/app/_ui/error-note";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import { closedRules } from "~/core/gate";
import { useGate } from "./lamps";
import { complete, OverrideFields, type Overrides } from "./override-fields";
import { useStep } from "./step-dialogs";

const say = words.life.ask.publishPast;

interface Shown {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Publishes breaking news past a closed gate: a reason and a time for each rule. */
export function PassingDialog(shown: Shown) {
  const store = useStore();
  const closed = closedRules(useGate());
  const [overrides, setOverrides] = useState<Overrides>({});
  const [isMissing, setMissing] = useState(false);
  const { take, busy, error } = useStep(shown, words.life.done.publishPast);
  const submit = () => {
    const written = complete(closed, overrides, timeNow());
    setMissing(written === null);
    if (written) take({ type: "publish", sees: store.slice.revision?.digest ?? null, overrides: written });
  };
  const problem = isMissing ? say.missing : error;
  return (
    <Dialog
      {...shown}
      title={say.title}
      description={say.what}
      closeOnOutsidePress={false}
      footer={
        <>
          <Button onClick={() => shown.onOpenChange(false)}>{words.common.cancel}</Button>
          <Button variant="danger" busy={busy} onClick={submit}>
            {words.life.take.publishPast}
          </Button>
        </>
      }
    >
      <OverrideFields closed={closed} overrides={overrides} onChange={setOverrides} />
      {problem !== undefined && <ErrorNote happened={problem} />}
    </Dialog>
  );
}
