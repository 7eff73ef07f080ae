"use client";

import { type ReactNode, useCallback } from "react";
import { flushSync } from "react-dom";
import { zoneNow } from "~/app/_lib/clock";
import { absoluteTime } from "~/app/_lib/time";
import * as words from "~/app/_lib/words";
import { useArticle, useStore } from "~/app/articles/[id]/_store/hooks";
import { PrintedTag } from "./printed-tag";
import { usePrinting } from "./use-printing";
import "./print.css";

const say = words.print;

export interface PrintedProps {
  newsroom: string;
  /** Whoever prints. */
  by: string;
  /** The text. */
  children: ReactNode;
}

/** Around the text, on paper alone: what it is and when it was printed, and after it every tag by its number. */
export function Printed({ newsroom, by, children }: PrintedProps) {
  const store = useStore();
  const ids = useCallback(() => {
    flushSync(() => store.unfolding.unfold());
    return store.tagIds(store.viewing.filter);
  }, [store]);
  const isPrinting = usePrinting(ids);
  return (
    <>
      {isPrinting && <Head newsroom={newsroom} by={by} />}
      {children}
      {isPrinting && <Tags />}
    </>
  );
}

function Head({ newsroom, by }: Omit<PrintedProps, "children">) {
  const { revision, state } = useArticle();
  const now = absoluteTime(new Date(), zoneNow());
  return (
    <div className="printed-head">
      <p>{say.line(newsroom, revision, words.life.state[state])}</p>
      <p>{say.printed(now, by)}</p>
    </div>
  );
}

function Tags() {
  const store = useStore();
  const { filter } = store.viewing;
  const ids = store.tagIds(filter);
  const isFiltered = filter.types ?? filter.states ?? filter.words ?? (filter.undecidedOnly || null);
  return (
    <section className="printed-tags">
      <h2>{ids.length === 0 ? say.noTags : say.tags(ids.length)}</h2>
      {isFiltered !== null && <p>{say.filtered}</p>}
      <ol>
        {ids.map((id) => {
          const tag = store.tag(id);
          return tag && <PrintedTag key={id} tag={tag} />;
        })}
      </ol>
    </section>
  );
}
