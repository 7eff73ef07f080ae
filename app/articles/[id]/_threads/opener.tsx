"use client";

import { useState } from "react";
import * as words from "~/app/_lib/words";
import { Checkbox } from "~/app/_ui/checkbox";
import { Composer } from "~/app/_threads/composer";
import { QueryFields } from "~/app/_threads/query-fields";
import type { Choosable } from "~/app/_threads/use-listeners";
import { useCan, useStore } from "~/app/articles/[id]/_store/hooks";
import type { Topic } from "~/core/shapes/command";
import { DomainError } from "~/core/errors";
import type { Addressee, ThreadKind } from "~/core/thread";
import { openThread } from "./saying";

const say = words.threads;

export interface OpenerProps {
  kind: ThreadKind;
  about: Topic;
  people: readonly Choosable[];
}

/** Where a thread is begun: a comment, or a query with whom it asks and by when. */
export function Opener({ kind, about, people }: OpenerProps) {
  const store = useStore();
  const [blocking, setBlocking] = useState(false);
  const [addressee, setAddressee] = useState<Addressee | null>(null);
  const [due, setDue] = useState<number | null>(null);
  const mayBlock = useCan("ask").allowed && kind === "comment";
  const send = (text: string) => {
    if (kind === "query" && !addressee) throw new DomainError("bad-input", say.chooseAddressee);
    openThread(store, { kind, about }, text, { blocking, addressee, due });
  };
  return (
    <Composer
      key={`${kind} ${placeOf(about)}`}
      place={`${kind} ${store.standing.actor.id} ${store.slice.article?.id ?? ""} ${placeOf(about)}`}
      label={kind === "query" ? say.writeQuery : say.write}
      hint={say.hint}
      send={kind === "query" ? say.ask : say.send}
      people={people}
      onSend={send}
      onBack={() => store.look({ writing: null })}
    >
      {kind === "query" && (
        <QueryFields
          people={people}
          addressee={addressee}
          due={due}
          onAddressee={setAddressee}
          onDue={setDue}
        />
      )}
      {mayBlock && (
        <Checkbox checked={blocking} onChange={setBlocking}>
          {say.block}
        </Checkbox>
      )}
    </Composer>
  );
}

function placeOf(about: Topic): string {
  if (about.on === "tag") return about.tag;
  return about.on === "passage" ? `${about.span.start}-${about.span.end}` : "article";
}
