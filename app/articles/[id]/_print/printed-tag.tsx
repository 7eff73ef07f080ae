"use client";

import { zoneNow } from "~/app/_lib/clock";
import { calendarDay } from "~/app/_lib/time";
import * as words from "~/app/_lib/words";
import { HeldWords } from "~/app/articles/[id]/_margin/held-words";
import { useNames } from "~/app/articles/[id]/_margin/use-names";
import { useArticle, useScheme } from "~/app/articles/[id]/_store/hooks";
import { applicableAttributes, readValue } from "~/core/scheme";
import type { Tag } from "~/core/tag";

const say = words.print;

/** So much of a passage is printed again in the list, in code units. */
const LONGEST = 240;

/** A tag in the list after the printed text: its words, what it says, how far its check has come. */
export function PrintedTag({ tag }: { tag: Tag }) {
  const type = useScheme().types.find(({ name }) => name === tag.type);
  const { direction, language } = useArticle();
  const nameOf = useNames();
  const { verdict, approval, state } = tag.review;
  const day = (at: number) => calendarDay(new Date(at), zoneNow());
  const attributes = type
    ? applicableAttributes(type, tag.attributes)
        .filter(({ name }) => tag.attributes[name] !== undefined && tag.attributes[name] !== false)
        .map((attribute) => `${attribute.label}: ${readValue(attribute, tag.attributes[attribute.name])}`)
    : [];
  const check = [
    words.margin.state[state],
    verdict && say.verdict(words.margin.finding[verdict.finding], nameOf(verdict.by), day(verdict.at)),
    approval && say.approved(nameOf(approval.by), day(approval.at)),
    tag.evidence.length > 0 && say.evidence(tag.evidence.length),
  ].filter((part) => typeof part === "string");
  return (
    <li>
      <p>
        <b>{type?.label ?? tag.type}</b>{" "}
        <q lang={language} dir={direction}>
          {shorten(tag.anchor.exact)}
        </q>
      </p>
      <p>{[...attributes, ...check].join(" · ")}</p>
      {[tag.note, verdict?.note].map(
        (note, place) =>
          note && (
            <p key={place}>
              {say.note} <HeldWords of={note} />
            </p>
          ),
      )}
    </li>
  );
}

function shorten(passage: string): string {
  return passage.length <= LONGEST
    ? passage
    : `${passage.slice(0, LONGEST / 2)} … ${passage.slice(-LONGEST / 2)}`;
}
