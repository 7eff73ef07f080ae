"use client";

import { ChevronLeft, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { useAnnounce } from "~/app/_ui/announcer";
import { IconButton } from "~/app/_ui/icon-button";
import { Kbd } from "~/app/_ui/kbd";
import { TextInput } from "~/app/_ui/text-input";
import { OVER_TEXT } from "~/app/articles/[id]/_lib/marks";
import { TypeMark } from "~/app/articles/[id]/_margin/type-mark";
import { useScheme, useStore, useViewing } from "~/app/articles/[id]/_store/hooks";
import type { Linking } from "~/app/articles/[id]/_store/viewing";
import { candidates, chooseKind, leaveLinking, linkTo, quoted, stepBackFromLinking } from "./linking";

const say = words.links;

/** While a link is made: what it says, then what it leads to. The text stays in reach beside it. */
export function LinkSteps({ linking }: { linking: Linking }) {
  const store = useStore();
  const types = useScheme().types;
  const tag = store.tag(linking.tag);
  const way = linking.chosen === null ? undefined : linking.ways[linking.chosen];
  if (!tag) return null;
  return (
    <section
      aria-label={say.panel}
      id={OVER_TEXT}
      data-over-foot
      className="fixed inset-x-0 bottom-0 z-30 mx-auto flex max-h-[45dvh] w-full max-w-lg flex-col gap-2 rounded-t-md border border-border bg-surface p-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] sm:bottom-11 sm:max-h-80 sm:w-[calc(100%-2rem)] sm:rounded-md"
    >
      <div className="flex items-center gap-1.5">
        {way && linking.ways.length > 1 && (
          <IconButton
            small
            label={say.back}
            icon={<ChevronLeft aria-hidden="true" className="rtl:-scale-x-100" />}
            onClick={() => stepBackFromLinking(store)}
          />
        )}
        <TypeMark type={types.find(({ name }) => name === tag.type)} />
        <span className="min-w-0 truncate font-serif" dir="auto">
          {tag.anchor.exact}
        </span>
        {way && <span className="shrink-0 font-semibold">{say.target(way.kind.label)}</span>}
        <span className="ms-auto">
          <IconButton
            small
            label={say.cancel}
            icon={<X aria-hidden="true" />}
            onClick={() => leaveLinking(store, linking)}
          />
        </span>
      </div>
      {way ? <Targets linking={linking} label={way.kind.label} /> : <Kinds linking={linking} />}
    </section>
  );
}

/** The kinds that lead anywhere: by press, by Tab and Enter, or by digit. */
function Kinds({ linking: { ways } }: { linking: Linking }) {
  const store = useStore();
  const announce = useAnnounce();
  const first = useRef<HTMLButtonElement>(null);
  const kinds = ways.map(({ kind }, place) => `${place + 1} ${kind.label}`).join(", ");
  useEffect(() => {
    first.current?.focus({ preventScroll: true });
    announce(say.chooseKind(kinds));
  }, [announce, kinds]);
  const byDigit = (event: KeyboardEvent) => {
    const place = Number(event.key) - 1;
    if (!ways[place] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    chooseKind(store, place);
  };
  return (
    <div role="group" aria-label={say.kind} className="flex flex-col gap-1">
      {ways.map(({ kind }, place) => (
        <button
          key={kind.name}
          ref={place === 0 ? first : undefined}
          type="button"
          aria-keyshortcuts={String(place + 1)}
          onKeyDown={byDigit}
          onClick={() => chooseKind(store, place)}
          className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md border px-2.5 py-1.5 text-start hover:bg-sunken"
        >
          <span aria-hidden="true" className="pointer-coarse:hidden">
            <Kbd>{String(place + 1)}</Kbd>
          </span>
          <span>
            <span className="font-medium">{kind.label}</span>{" "}
            <span className="text-muted">{kind.guideline}</span>
          </span>
        </button>
      ))}
    </div>
  );
}

/** So many lines are shown at once; more are found by words. */
const LINES = 50;

/** The tags that the link could lead to, to be searched; the one that is proposed stands out. */
function Targets({ linking, label }: { linking: Linking; label: string }) {
  const store = useStore();
  const announce = useAnnounce();
  const { types } = useScheme();
  const { focused } = useViewing();
  const [sought, setSought] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const all = candidates(store, linking);
  const needle = sought.trim().toLowerCase();
  const found = all.filter(({ anchor }) => anchor.exact.toLowerCase().includes(needle));
  const [proposed] = useState(() => (focused === null ? "" : quoted(store, focused)));
  const count = all.length;
  useEffect(() => announce(say.chooseTarget(label, proposed, count)), [announce, label, proposed, count]);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [focused]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && found[0]) linkTo(store, found[0].id);
    else if (event.key === "Escape") stepBackFromLinking(store);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <p className="text-[0.8125rem] text-muted pointer-coarse:hidden">{say.how}</p>
      <TextInput
        type="search"
        aria-label={say.search}
        placeholder={say.search}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 && <p className="text-muted">{say.nothing(sought)}</p>}
      <ul ref={list} className="-mx-1 min-h-0 overflow-y-auto">
        {found.slice(0, LINES).map((tag) => (
          <li key={tag.id}>
            <button
              type="button"
              aria-current={tag.id === focused || undefined}
              onClick={() => linkTo(store, tag.id)}
              className={cx(
                "flex min-h-8 w-full cursor-pointer items-center gap-1.5 rounded-md px-1 text-start hover:bg-sunken pointer-coarse:min-h-11",
                tag.id === focused && "bg-sunken outline-1 -outline-offset-1 outline-border",
              )}
            >
              <TypeMark type={types.find(({ name }) => name === tag.type)} />
              <span className="sr-only">{types.find(({ name }) => name === tag.type)?.label}</span>
              <span className="min-w-0 truncate font-serif" dir="auto">
                {tag.anchor.exact}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > LINES && <p className="text-muted">{say.further(found.length - LINES)}</p>}
    </>
  );
}
