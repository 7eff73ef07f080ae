"use client";

import { memo, type Ref, useEffect, useMemo, useSyncExternalStore } from "react";
import { usePreferences } from "~/app/_lib/preferences";
import * as words from "~/app/_lib/words";
import { SECTION, TEXT } from "~/app/articles/[id]/_lib/paragraph-elements";
import { useArticle, useParagraphs, useStore } from "~/app/articles/[id]/_store/hooks";
import type { Block } from "~/core/article";
import type { Span } from "~/core/tag";
import { Paragraph } from "./paragraph";

/** So many sections are drawn in one go after the first ones: what a frame has room for. */
const AT_A_TIME = 1;

/** The article's words, exactly as they are, with a mark for every tag. */
export function ArticleText({ ref, isSelecting }: { ref: Ref<HTMLElement>; isSelecting: boolean }) {
  const { language, direction } = useArticle();
  const { size, width, face } = usePreferences().preferences.reader;
  const store = useStore();
  const paragraphs = useParagraphs();
  const blocks = store.slice.revision?.blocks;
  const kinds = useMemo(() => new Map(blocks?.map(({ start, kind }) => [start, kind])), [blocks]);
  const heading = blocks?.find(({ kind }) => kind === "headline")?.start;
  const sections = useMemo(() => inSections(paragraphs), [paragraphs]);
  const drawn = useDrawn(sections.length);
  return (
    <article
      ref={ref}
      id={TEXT}
      aria-label={words.reader.text}
      lang={language}
      dir={direction}
      data-size={size}
      data-width={width}
      data-face={face}
      className="reader-text mx-auto reading"
      contentEditable={isSelecting}
      suppressContentEditableWarning
      spellCheck={false}
      inputMode="none"
      tabIndex={-1}
    >
      {sections.map((section, place) => (
        <Section
          key={section.first}
          section={section}
          kinds={kinds}
          heading={heading}
          isDrawn={place < drawn}
        />
      ))}
    </article>
  );
}

/** How many sections are drawn: a few at first, then some more whenever the page has a moment. */
function useDrawn(count: number): number {
  const { unfolding } = useStore();
  const drawn = useSyncExternalStore(unfolding.subscribe, unfolding.sections, unfolding.sections);
  useEffect(() => {
    if (drawn >= count) return undefined;
    const timer = setTimeout(() => unfolding.unfold(drawn + AT_A_TIME));
    return () => clearTimeout(timer);
  }, [unfolding, drawn, count]);
  return drawn;
}

interface SectionProps {
  section: Stretch;
  kinds: ReadonlyMap<number, Block["kind"]>;
  heading: number | undefined;
  isDrawn: boolean;
}

/** Paragraphs that the browser leaves unpainted together while they are far from view; an empty place before they are drawn. */
const Section = memo(function Section({ section, kinds, heading, isDrawn }: SectionProps) {
  const { first, paragraphs, height } = section;
  return (
    <div
      data-from={paragraphs[0]?.start}
      className="reader-section"
      style={isDrawn ? { containIntrinsicBlockSize: `auto ${height}px` } : { blockSize: height }}
    >
      {isDrawn &&
        paragraphs.map(({ start }, place) => (
          <Paragraph
            key={first + place}
            index={first + place}
            start={start}
            kind={kinds.get(start) ?? null}
            isHeading={start === heading}
          />
        ))}
    </div>
  );
});

interface Stretch {
  readonly first: number;
  readonly paragraphs: readonly Span[];
  /** About how high it will be, in CSS pixels, so that the scroll bar is near the truth. */
  readonly height: number;
}

function inSections(paragraphs: readonly Span[]): Stretch[] {
  const sections: Stretch[] = [];
  for (let first = 0; first < paragraphs.length; first += SECTION) {
    const part = paragraphs.slice(first, first + SECTION);
    const height = part.reduce((sum, { start, end }) => sum + heightOf(end - start), 0);
    sections.push({ first, paragraphs: part, height });
  }
  return sections;
}

/** 66 characters on a line of 31 px, and 12 px between paragraphs. */
function heightOf(length: number): number {
  return length === 0 ? 12 : Math.ceil(length / 66) * 31 + 12;
}
