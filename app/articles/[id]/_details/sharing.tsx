import { X } from "lucide-react";
import { useState } from "react";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { IconButton } from "~/app/_ui/icon-button";
import { Select } from "~/app/_ui/select";
import { Switch } from "~/app/_ui/switch";
import type { Share } from "~/core/article";
import { can } from "~/core/policy";
import type { ContentsProps } from "./article-details";
import { useCommand } from "./use-command";

/** Who sees the article beyond the rule of desks, and whether only they do. */
export function Sharing({ article, actor, people, execute }: ContentsProps) {
  const command = useCommand(execute);
  const mayShare = can(actor, "share", { article }).allowed;
  const restricting = can(actor, "restrict", { article });
  const personOf = (id: Share["person"]) => people.find((person) => person.id === id);
  const { who, restrict, restrictHint, nobody, unshare, assignedShort, readerShort, formerMember } =
    words.articleDetails;
  return (
    <section aria-label={who} className="flex flex-col gap-3 border-t pt-4">
      <h3 className="font-semibold">{who}</h3>
      <div>
        <Switch
          checked={article.restricted}
          disabled={!restricting.allowed || command.busy}
          onChange={(restricted) => void command.send({ type: "restrictArticle", restricted })}
        >
          {restrict}
        </Switch>
        <p className="text-muted">{restricting.allowed ? restrictHint : restricting.why}</p>
      </div>
      <h4 className="font-medium">{words.articleDetails.people}</h4>
      {article.shares.length === 0 && <p className="text-muted">{nobody}</p>}
      {article.shares.length > 0 && (
        <ul className="flex flex-col rounded-md border [&>li+li]:border-t">
          {article.shares.map((share) => {
            const person = personOf(share.person);
            const name = person?.name ?? formerMember;
            return (
              <li key={share.person} className="flex items-center gap-2 ps-3 pe-1">
                <span dir="auto" className="grow py-1.5">
                  {name}{" "}
                  <span className="text-muted">
                    {share.as === "assigned" ? assignedShort : readerShort}
                    {person?.isMember === false && `, ${formerMember}`}
                  </span>
                </span>
                {mayShare && (
                  <IconButton
                    small
                    label={unshare(name)}
                    icon={<X aria-hidden="true" />}
                    disabled={command.busy}
                    onClick={() => void command.send({ type: "unshareArticle", share })}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {mayShare && (
        <AddShare
          key={article.shares.length}
          candidates={people.filter(
            ({ id, isMember }) =>
              isMember && id !== article.author && !article.shares.some(({ person }) => person === id),
          )}
          busy={command.busy}
          onShare={(share) => void command.send({ type: "shareArticle", share })}
        />
      )}
      {command.trouble !== undefined && <ErrorNote happened={command.trouble} />}
    </section>
  );
}

interface AddShareProps {
  candidates: ContentsProps["people"];
  busy: boolean;
  onShare: (share: Share) => void;
}

function AddShare({ candidates, busy, onShare }: AddShareProps) {
  const [person, setPerson] = useState<Share["person"] | null>(null);
  const [as, setAs] = useState<Share["as"]>("assigned");
  const { addPerson, asWhat, assigned, reader, share } = words.articleDetails;
  if (candidates.length === 0) return null;
  return (
    <div className="grid items-end gap-2 sm:grid-cols-[1fr_1fr_auto]">
      <Field label={addPerson}>
        <Select
          value={person}
          choices={candidates.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setPerson}
        />
      </Field>
      <Field label={asWhat}>
        <Select<Share["as"]>
          value={as}
          choices={[
            { value: "assigned", label: assigned },
            { value: "reader", label: reader },
          ]}
          onChange={setAs}
        />
      </Field>
      <Button
        disabled={person === null}
        busy={busy}
        onClick={() => {
          if (person !== null) onShare({ person, as });
        }}
      >
        {share}
      </Button>
    </div>
  );
}
