"use client";

import { type Ref, useMemo } from "react";
import { usePreferences } from "~/app/_lib/preferences";
import { words } from "~/app/_lib/words";
import { SECTION } from "~/app/articles/[id]/_lib/paragraph-elements";
import { useArticle, useParagraphs, useStore } from "~/app/articles/[id]/_store/hooks";
import type { Span } from "~/core/tag";
import { Paragraph } from "./paragraph";

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
  return (
    <article
      ref={ref}
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
      {sections.map((section) => (
        <div
          key={section.first}
          className="reader-section"
          style={{ containIntrinsicBlockSize: `auto ${section.height}px` }}
        >
          {section.paragraphs.map(({ start }, place) => (
            <Paragraph
              key={section.first + place}
              index={section.first + place}
              start={start}
              kind={kinds.get(start) ?? null}
              isHeading={start === heading}
            />
          ))}
        </div>
      ))}
    </article>
  );
}

interface Section {
  readonly first: number;
  readonly paragraphs: readonly Span[];
  /** About how high it will be, in CSS pixels, so that the scroll bar is near the truth. */
  readonly height: number;
}

function inSections(paragraphs: readonly Span[]): Section[] {
  const sections: Section[] = [];
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
