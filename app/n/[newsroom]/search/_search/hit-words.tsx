import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import type { Excerpt } from "~/core/excerpt";
import type { TagType } from "~/core/scheme";
import type { Hit, TagHit } from "~/core/search";

const say = words.search;

interface HitWordsProps {
  hit: Hit;
  types: ReadonlyMap<string, TagType>;
}

/** The words of a hit in their context, with what was sought marked in them. */
export function HitWords({ hit, types }: HitWordsProps) {
  const { article, excerpt } = hit;
  if (hit.kind === "comment") {
    return (
      <p dir="auto" className="wrap-anywhere">
        <Marked excerpt={excerpt} />
      </p>
    );
  }
  return (
    <>
      <blockquote
        dir={article.direction}
        lang={article.language}
        className="border-s-2 border-border ps-2 font-serif text-[0.9375rem] wrap-anywhere"
      >
        {hit.kind === "tag" ? <Tagged hit={hit} type={types.get(hit.type)} /> : <Marked excerpt={excerpt} />}
      </blockquote>
      {hit.kind === "tag" &&
        hit.written.map(({ where, excerpt: written }, place) => (
          <p key={place} dir="auto" className="wrap-anywhere">
            <span className="text-muted">{say.written[where]}: </span>
            <Marked excerpt={written} />
          </p>
        ))}
    </>
  );
}

/** A tag's words as they are marked in the article, between what stands around them. */
function Tagged({ hit: { around, excerpt }, type }: { hit: TagHit; type: TagType | undefined }) {
  return (
    <>
      <span className="text-muted">{context(around.before, "before")}</span>
      <span className={cx("mark", type && `hue-${type.hue}`, type && `mark-${type.underline}`)}>
        <Marked excerpt={excerpt} />
      </span>
      <span className="text-muted">{context(around.after, "after")}</span>
    </>
  );
}

/** Context up to the line's end, since a tag's paragraph is what its words stand in. */
function context(around: string, side: "before" | "after"): string {
  const lines = around.split("\n");
  const line = (side === "before" ? lines.at(-1) : lines[0]) ?? "";
  if (line === "" || lines.length > 1) return line;
  // Where the context was cut, a word may have been, too.
  return side === "before" ? `… ${line.replace(/^\S*\s+/u, "")}` : `${line.replace(/\s+\S*$/u, "")} …`;
}

function Marked({ excerpt: { pieces, isCut } }: { excerpt: Excerpt }) {
  return (
    <>
      {isCut.before && "… "}
      {pieces.map(({ words: text, isFound }, place) =>
        isFound ? (
          <mark key={place} className="rounded-xs bg-(--found) text-(--found-ink)">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
      {isCut.after && " …"}
    </>
  );
}
