"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef } from "react";
import { useKeyOf } from "~/app/_keys/keys-context";
import { cx } from "~/app/_lib/cx";
import { onDemand } from "~/app/_lib/on-demand";
import * as words from "~/app/_lib/words";
import { IconButton } from "~/app/_ui/icon-button";
import { reveal } from "~/app/articles/[id]/_lib/marks";
import { cardId, useCardShown, useScheme, useStore, useTag } from "~/app/articles/[id]/_store/hooks";
import type { TagId } from "~/core/ids";
import { useQuestion } from "./card-questions";
import { CompactSummary, Summary } from "./card-summary";
import type { Placement } from "./placement";
import { Stack } from "./stack";
import { StateMark } from "./state-mark";
import { TypeMark } from "./type-mark";

const CardBody = onDemand(async () => (await import("./card-body")).CardBody);

/**
 * What a mark's `aria-details` points to is a comment; Escape leads from its fields back to it.
 * @see https://www.w3.org/TR/wai-aria-1.3/#comment
 */
const COMMENT = { role: "comment", onKeyDown: leaveField } as const;

export interface CardProps {
  id: TagId;
  compact: boolean;
  dimmed: boolean;
  focused: boolean;
  opened: boolean;
  /** Puts the card level with its mark; null in a drawer, where cards follow each other. */
  placement: Placement | null;
}

/** A tag's card: a line or a few while it is closed, everything about the tag when it is open. */
export const Card = memo(function Card(props: CardProps) {
  const { id, focused, dimmed, placement } = props;
  const box = useRef<HTMLDivElement>(null);
  const tag = useTag(id);
  const type = useScheme().types.find(({ name }) => name === tag?.type);
  const isOpen = focused && props.opened;
  const { asked, answered } = useQuestion(id);
  useCardShown(id);
  useLayoutEffect(() => (box.current ? placement?.hold(id, box.current) : undefined), [id, placement]);
  const { compact } = props;
  useLayoutEffect(() => {
    if (box.current) placement?.measure(box.current);
  }, [placement, tag, compact, focused, isOpen]);
  useEffect(() => {
    if (!asked || !isOpen || asked.finding) return;
    box.current?.focus({ preventScroll: true });
    answered();
  }, [asked, isOpen, answered]);
  if (!tag) return null;
  const state = words.margin.state[tag.review.state];
  return (
    <div
      ref={box}
      id={cardId(id)}
      {...COMMENT}
      aria-label={words.margin.cardName(type?.label ?? tag.type, state, shorten(tag.anchor.exact))}
      tabIndex={-1}
      data-compact={props.compact || undefined}
      className={cx(
        "rounded-md border bg-surface",
        type && `hue-${type.hue}`,
        placement &&
          "absolute inset-x-0 top-0 not-data-placed:invisible data-gliding:transition-[translate] data-gliding:duration-(--calm)",
        // One that is higher than the window would carry its words out of it: it scrolls within, below its head.
        placement && isOpen && "max-h-[calc(100dvh-9rem)] overflow-y-auto overscroll-contain",
        focused ? "z-10 border-hue-line ring-1 ring-hue-line" : "border-line",
        dimmed && "border-dashed bg-transparent",
      )}
    >
      {isOpen ? (
        <>
          <OpenHead id={id} />
          <Stack tag={tag} />
          <CardBody tag={tag} />
        </>
      ) : (
        <>
          <ClosedCard {...props} />
          {focused && <Stack tag={tag} />}
        </>
      )}
    </div>
  );
});

function OpenHead({ id }: { id: TagId }) {
  const keyOf = useKeyOf({ byFocus: true });
  const store = useStore();
  const tag = useTag(id);
  const type = useScheme().types.find(({ name }) => name === tag?.type);
  if (!tag) return null;
  return (
    <div className="sticky top-0 z-10 flex items-center gap-2 rounded-t-md border-b bg-surface py-1 ps-2.5 pe-1">
      <TypeMark type={type} />
      <span className="font-semibold">{type?.label ?? tag.type}</span>
      <StateMark state={tag.review.state} />
      <IconButton
        small
        className="ms-auto"
        label={words.margin.close}
        keys={keyOf("back")}
        icon={<X aria-hidden="true" />}
        onClick={() => {
          store.look({ opened: false });
          reveal(store, id);
        }}
      />
    </div>
  );
}

/** The whole of a closed card is one button that opens it. */
function ClosedCard({ id, compact, dimmed }: CardProps) {
  const store = useStore();
  const tag = useTag(id);
  if (!tag) return null;
  return (
    <button
      type="button"
      aria-expanded="false"
      onClick={() => store.intend({ kind: "open", tag: id })}
      className={cx(
        "cursor-pointer rounded-md px-2 text-start hover:bg-sunken pointer-coarse:min-h-11",
        // A line has no height to give away: its button takes the card's edge with it, to be 24 px high.
        compact ? "-m-px block w-[calc(100%+2px)] py-0.5" : "block w-full py-1.5",
        dimmed && "text-muted",
      )}
    >
      {compact ? <CompactSummary tag={tag} /> : <Summary tag={tag} />}
    </button>
  );
}

/** Escape leaves a field for its card. A field that does something else with it first keeps it to itself. */
function leaveField(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget: card } = event;
  // From a dialog that was opened in the card keys come here too.
  if (key !== "Escape" || !(target instanceof Element) || !card.contains(target)) return;
  if (event.defaultPrevented || !target.matches("input, textarea, [role=combobox]")) return;
  event.stopPropagation();
  card.focus({ preventScroll: true });
}

/** So much of a passage names its card. */
const NAME_LENGTH = 60;

function shorten(text: string): string {
  return text.length > NAME_LENGTH ? `${text.slice(0, NAME_LENGTH)}…` : text;
}
