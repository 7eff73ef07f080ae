import { useEffect, useEffectEvent, useState } from "react";

import * as words from "~/app/_lib/words";
import { Field } from "~/app/_ui/field";
import { MomentInput } from "~/app/_ui/moment-input";
import { can } from "~/core/policy";
import type { ContentsProps } from "./article-details";
import { useCommand } from "./use-command";

/** When the article is to go out; saved when the field is left, or put away with what it stands in. */
export function DeadlineDetail({ article, actor, execute }: ContentsProps) {
  const { send, busy, trouble } = useCommand(execute);
  /** What is chosen and not yet saved. */
  const [mine, setMine] = useState<{ at: number | null } | null>(null);
  const isAllowed = can(actor, "set deadline", { article }).allowed;
  const save = () => {
    if (!mine || mine.at === article.deadline) return;
    void send({ type: "setDeadline", from: article.deadline, to: mine.at }).then((isDone) => {
      if (isDone) setMine(null);
    });
  };
  const saveLast = useEffectEvent(save);
  useEffect(() => () => saveLast(), []);
  return (
    <Field label={words.articleDetails.deadline} optional error={trouble}>
      <MomentInput
        value={mine ? mine.at : article.deadline}
        disabled={!isAllowed || busy}
        onChange={(at) => setMine({ at })}
        onLeave={save}
      />
    </Field>
  );
}
