"use client";

import { Fragment, memo, type ReactNode } from "react";
import { cx } from "~/app/_lib/cx";
import type { ParagraphView } from "~/app/articles/[id]/_store/segments";
import { cardId, useParagraph, useScheme, useStore } from "~/app/articles/[id]/_store/hooks";
import { LINES, type Segment } from "~/app/articles/[id]/_store/segments";
import { type Block, textOf } from "~/core/article";
import { type Scheme, typeNamed } from "~/core/scheme";

export interface ParagraphProps {
  index: number;
  /** Where it begins in the text, in UTF-16 code units. */
  start: number;
  /** What it is to the page; null for an empty line. */
  kind: Block["kind"] | null;
  /** The article's headline is the page's heading. */
  isHeading: boolean;
}

/** So many lanes there are beside the text; what lies deeper shares the last. */
const LANES = 4;

/** One paragraph with its marks. It follows its own tags alone, so that a new one draws this paragraph anew. */
export const Paragraph = memo(function Paragraph({ index, start, kind, isHeading }: ParagraphProps) {
  const store = useStore();
  const scheme = useScheme();
  const view = useParagraph(index);
  const text = textOf(store.slice);
  const Element = isHeading ? "h1" : "p";
  return (
    <Element data-start={start} className={cx("reader-paragraph", kind !== null && `reader-${kind}`)}>
      {draw(view.segments, { view, scheme, text })}
    </Element>
  );
});

interface Drawing {
  view: ParagraphView;
  scheme: Scheme;
  text: string;
}

/** Words are known by where they begin, as marks are: what a new mark leaves alone stays in the document as it is. */
function draw(segments: readonly Segment[], drawing: Drawing): ReactNode {
  return segments.map((segment) => {
    const { start, end } = segment;
    if (segment.kind === "words") return <Fragment key={start}>{drawing.text.slice(start, end)}</Fragment>;
    return <Mark key={`${segment.tag.id} ${start}`} segment={segment} drawing={drawing} />;
  });
}

function Mark({ segment, drawing }: { segment: Extract<Segment, { kind: "mark" }>; drawing: Drawing }) {
  const { tag, lane, isFirst, inside } = segment;
  const { view, scheme } = drawing;
  const { hue, underline, letter } = typeNamed(scheme, tag.type);
  const beside = lane - LINES;
  return (
    <mark
      data-tag={tag.id}
      data-state={tag.review.state}
      data-focused={view.focused === tag.id || undefined}
      data-dimmed={view.dimmed.has(tag.id) || undefined}
      {...(beside >= 0 && isFirst && { "data-letter": letter })}
      tabIndex={isFirst && view.stop === tag.id ? 0 : -1}
      aria-details={view.cards.has(tag.id) ? cardId(tag.id) : undefined}
      className={cx(
        "mark",
        `hue-${hue}`,
        `mark-${underline}`,
        beside < 0 ? `mark-depth-${lane + 1}` : `mark-lane mark-lane-${Math.min(beside + 1, LANES)}`,
      )}
    >
      {draw(inside, drawing)}
    </mark>
  );
}
