"use client";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Time } from "~/app/_ui/time";
import { useScheme, useStore } from "~/app/articles/[id]/_store/hooks";
import { hidesSource } from "~/core/scheme";
import type { Tag } from "~/core/tag";
import { HeldWords } from "./held-words";
import { useNames } from "./use-names";

const say = words.gate;

/** Why a tag may stay unchecked, and who knows an anonymous source; each can be said and taken back here. */
export function LetStayPart({ tag }: { tag: Tag }) {
  const isAnonymous = hidesSource(useScheme(), tag);
  return (
    <>
      {tag.waiver && <Waived tag={tag} waiver={tag.waiver} />}
      {isAnonymous && <Identity tag={tag} />}
    </>
  );
}

function Waived({ tag, waiver }: { tag: Tag; waiver: NonNullable<Tag["waiver"]> }) {
  const store = useStore();
  const name = useNames();
  const command = { type: "waiveTag", tag: tag.id, reason: null } as const;
  return (
    <div className="flex flex-col gap-1.5 rounded-md bg-sunken px-2.5 py-2">
      <p>
        {say.waivedBy(name(waiver.by))}{" "}
        <span className="text-muted">
          · <Time at={waiver.at} />
        </span>
      </p>
      <p>
        <HeldWords of={waiver.reason} />
      </p>
      {store.refusalOf(command) === null && (
        <Button small className="self-start" onClick={() => store.dispatch(command)}>
          {say.unwaive}
        </Button>
      )}
    </div>
  );
}

function Identity({ tag }: { tag: Tag }) {
  const store = useStore();
  const name = useNames();
  const { identity } = tag;
  const takeBack = { type: "vouchIdentity", tag: tag.id, to: null } as const;
  const mayVouch = store.refusalOf({ ...takeBack, to: { secondSource: true } }) === null;
  if (!identity) {
    return (
      <div className="flex flex-col gap-1.5 rounded-md bg-sunken px-2.5 py-2">
        <p>{say.why["identity unknown"]}</p>
        {mayVouch && (
          <Button small className="self-start" onClick={() => store.intend({ kind: "vouch", tag: tag.id })}>
            {say.vouch}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1.5 rounded-md bg-sunken px-2.5 py-2">
      <p>
        {say.knownTo(name(identity.by))}{" "}
        <span className="text-muted">
          · <Time at={identity.at} />
        </span>
      </p>
      <p className="text-muted">{identity.secondSource ? say.second : say.noSecond}</p>
      {mayVouch && (
        <Button small className="self-start" onClick={() => store.dispatch(takeBack)}>
          {say.unvouch}
        </Button>
      )}
    </div>
  );
}
