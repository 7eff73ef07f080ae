"use client";

import { type RefObject, useEffect, useEffectEvent, useId, useMemo, useState } from "react";
import { v7 } from "uuid";
import { nothingChosen, type Selection } from "~/app/_lib/selection";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import { Switch } from "~/app/_ui/switch";
import { showToast } from "~/app/_ui/toasts";
import { useScheme, useStore, useTags } from "~/app/articles/[id]/_store/hooks";
import { textOf } from "~/core/article";
import { typeNamed } from "~/core/scheme";
import { isStanding, type Span, type Tag } from "~/core/tag";
import { PlaceList } from "./place-list";
import { MOST, placesOf, spansOf, taggingOf } from "./places";

const say = words.many.everywhere;

export interface OccurrencesProps {
  span: Span;
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** Where the same words stand, and what to make of those that are chosen. */
export function Occurrences({ span, button, onClose }: OccurrencesProps) {
  const store = useStore();
  const scheme = useScheme();
  const tags = useTags();
  const hint = useId();
  const text = textOf(store.slice);
  const exact = text.slice(span.start, span.end);
  const [typeName, setType] = useState(
    () => typeOf(store.index.ordered, exact) ?? scheme.types[0]?.name ?? "",
  );
  const [matchCase, setMatchCase] = useState(true);
  // What is let go, so that everything is chosen at first and under another type too.
  const [left, setLeft] = useState<Selection<number>>(nothingChosen);
  const type = typeNamed(scheme, typeName);
  const [one, several] = [type.label.toLowerCase(), type.plural.toLowerCase()];
  const spans = useMemo(() => spansOf(store, exact), [store, exact]);
  const places = useMemo(
    () => placesOf(text, spans, { type: typeName, words: matchCase ? exact : null, tags: tags.values() }),
    [text, spans, typeName, matchCase, exact, tags],
  );
  const free = places.filter(({ isTagged }) => !isTagged);
  const wanted = free.filter(({ span: { start } }) => !left.chosen.has(start));
  const chosen = wanted.slice(0, MOST);
  const others = matchCase ? spans.length - places.length : 0;
  const count = chosen.length;
  const keep = ({ chosen: kept, anchor }: Selection<number>) => {
    const starts = free.map((place) => place.span.start);
    setLeft({ chosen: new Set(starts.filter((start) => !kept.has(start))), anchor });
  };

  const add = () => {
    if (count === 0) return;
    const items = taggingOf(store, typeName, { spans: chosen.map((place) => place.span), newId: v7 });
    const done = store.dispatch({ type: "several", items });
    if (!done.ok) return;
    onClose();
    getSelection()?.removeAllRanges();
    showToast({
      title: say.added(count, one, several),
      action: { label: words.common.undo, onPress: () => store.undoThat(done.id) },
      id: "tagged",
    });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const named = scheme.types.find(({ key }) => key === event.key);
    if (named) setType(named.name);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  return (
    <div className="flex flex-col gap-3">
      <p className="line-clamp-3 font-serif text-base" dir="auto">
        “{exact}”
      </p>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <SegmentedControl
          label={say.type}
          value={typeName}
          onChange={setType}
          segments={scheme.types.map(({ name, label, key }) => ({ value: name, label, keys: key }))}
        />
        <Switch checked={matchCase} onChange={setMatchCase}>
          {say.matchCase}
          {others > 0 && <span className="text-muted"> · {say.otherCase(others)}</span>}
        </Switch>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p role="status" className="grow text-muted tabular-nums">
          {[
            say.places(places.length),
            ...(places.length > free.length ? [say.tagged(places.length - free.length, one, several)] : []),
            words.many.chosen(wanted.length),
          ].join(" · ")}
        </p>
        <Button small variant="plain" onClick={() => setLeft(nothingChosen)}>
          {say.all}
        </Button>
        <Button small variant="plain" onClick={() => keep(nothingChosen())}>
          {say.none}
        </Button>
      </div>
      <PlaceList
        places={places}
        type={type}
        selection={{ chosen: new Set(wanted.map(({ span: { start } }) => start)), anchor: left.anchor }}
        onSelect={keep}
      />
      <p id={hint} role="status" className="text-muted empty:hidden">
        {free.length === 0 ? say.nothingLeft : wanted.length > MOST ? say.most(wanted.length, MOST) : null}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button ref={button} variant="primary" disabled={count === 0} aria-describedby={hint} onClick={add}>
          {say.add(count, one, several)}
        </Button>
      </div>
    </div>
  );
}

/** The type that the same words have somewhere already, else the one that is most frequent in the article. */
function typeOf(tags: readonly Tag[], exact: string): string | undefined {
  const standing = tags.filter(isStanding);
  const same = standing.find(({ anchor }) => anchor.exact === exact);
  if (same) return same.type;
  const counts = new Map<string, number>();
  for (const { type } of standing) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
