"use client";

import { useState } from "react";
import * as words from "~/app/_lib/words";
import { Avatar } from "~/app/_ui/avatar";
import { Button } from "~/app/_ui/button";
import { Popover } from "~/app/_ui/popover";
import { goToOffset, reveal } from "~/app/articles/[id]/_lib/marks";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import { textOf } from "~/core/article";
import type { Present } from "~/core/presence";
import { useCompany } from "./presence-context";

/** So many are in the header by their initials; the others are a number. */
const SHOWN = 3;
/** So much of the words says where somebody is. */
const WORDS = 40;

const say = words.presence;

/** In the header: who else is here. Opened, where each of them is, and the way there. */
export function Company() {
  const { people, others } = useCompany();
  const [isOpen, setOpen] = useState(false);
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name);
  const more = people.length - SHOWN + others;
  return (
    <Popover
      align="end"
      title={say.title}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button
          variant="plain"
          aria-label={say.here(names, others)}
          className="gap-0! px-1! pointer-coarse:min-w-11"
        >
          {people.slice(0, SHOWN).map(({ person, name }) => (
            <span
              key={person}
              className="-ms-1.5 rounded-full ring-2 ring-paper first:ms-0 max-sm:hidden max-sm:first:inline"
            >
              <Avatar name={name} decorative />
            </span>
          ))}
          {more > 0 && <span className="ms-1 text-muted max-sm:hidden">{say.more(more)}</span>}
          {names.length + others > 1 && (
            <span className="ms-1 text-muted sm:hidden">{say.more(names.length + others - 1)}</span>
          )}
        </Button>
      }
    >
      <ul className="-mx-1.5 flex flex-col">
        {people.map((present) => (
          <li key={present.person}>
            <Somebody present={present} onGone={() => setOpen(false)} />
          </li>
        ))}
      </ul>
      {others > 0 && <p className="mt-1 text-muted">{say.othersHere(others)}</p>}
    </Popover>
  );
}

/** One of them, and a way to where they are. */
function Somebody({ present, onGone }: { present: Present; onGone: () => void }) {
  const store = useStore();
  const { name, writing, selection, place } = present;
  const go = () => {
    onGone();
    if (writing && store.tag(writing)) reveal(store, writing, { focus: false });
    else goToOffset(store, selection?.start ?? place);
  };
  return (
    <button
      type="button"
      onClick={go}
      className="flex min-h-8 w-full cursor-pointer items-center gap-2 rounded-sm px-1.5 py-1 text-start hover:bg-sunken pointer-coarse:min-h-11"
    >
      <Avatar name={name} decorative />
      <span className="min-w-0">
        <span className="block truncate font-medium">{name}</span>
        <span className="line-clamp-2 text-muted" dir="auto">
          {placeOf(store, present)}
        </span>
      </span>
    </button>
  );
}

/** In words, where somebody is. */
function placeOf(store: ArticleStore, { writing, selection, place }: Present): string {
  const text = textOf(store.slice);
  const tag = writing === null ? undefined : store.tag(writing);
  if (tag) return say.writing(shortened(tag.anchor.exact));
  if (selection) return say.selecting(shortened(text.slice(selection.start, selection.end)));
  return say.reading(shortened(text.slice(place).trimStart()));
}

function shortened(text: string): string {
  const [line = ""] = text.trim().split("\n");
  if (line.length <= WORDS) return line;
  const cut = line.lastIndexOf(" ", WORDS);
  return `${line.slice(0, cut > 0 ? cut : WORDS)}…`;
}
