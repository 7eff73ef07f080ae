import { Moment } from "~/app/_history/moment";
import * as words from "~/app/_lib/words";
import { cx } from "~/app/_lib/cx";
import type { Direction } from "~/core/article";
import type { Reading } from "~/core/record";

const say = words.audit.record;

interface ReadingViewProps {
  title: string;
  reading: Reading;
  direction: Direction;
  hue: string | undefined;
}

/** A sentence as it read, the words of the tag marked in it. */
export function ReadingView({ title, reading, direction, hue }: ReadingViewProps) {
  const { sentence, words: at, revision, digest, removedAt } = reading;
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="text-muted">{title}</figcaption>
      <blockquote className="font-serif text-lg text-pretty" dir={direction}>
        {sentence.slice(0, at.start)}
        <mark
          className={cx(
            "bg-hue-fill text-ink underline decoration-hue-line decoration-2",
            hue && `hue-${hue}`,
          )}
        >
          {sentence.slice(at.start, at.end)}
        </mark>
        {sentence.slice(at.end)}
      </blockquote>
      <p className="text-xs text-muted">
        {say.revision(revision)}{" "}
        <span className="font-mono break-all" title={digest ?? undefined}>
          <span className="print:hidden">{digest?.slice(0, 8) ?? say.noDigest}</span>
          <span className="hidden print:inline">{digest}</span>
        </span>
        {removedAt !== null && (
          <>
            {" · "}
            <em>
              {say.wordsRemoved} <Moment at={removedAt} />
            </em>
          </>
        )}
      </p>
    </figure>
  );
}
