import { Fragment } from "react";

import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import type { ExportPreviewed, FormatTold } from "./shapes";
import { readSize } from "./size";

interface ExportPreviewProps {
  format: FormatTold;
  preview: ExportPreviewed;
  /** The next one is on its way. */
  isOld: boolean;
}

/** The preview is a place that scrolls, so the keyboard has to reach it. */
const reachable = { tabIndex: 0 };

/** Gravest first. */
const HOW = ["left out", "lost", "as a note"] as const;

/** What the file holds and leaves out, how large it is and how it begins. */
export function ExportPreview({ format, preview, isOld }: ExportPreviewProps) {
  const { tags, bytes, lines, losses } = preview;
  const isEmpty = tags.taken === 0 && tags.leftOut > 0;
  return (
    <div className={cx("flex flex-col gap-4 transition-opacity", isOld && "opacity-60")} aria-busy={isOld}>
      <section aria-label={words.exports.holds} className="flex flex-col gap-1">
        <h3 className="font-medium">{words.exports.holds}</h3>
        <p role="status">
          {isEmpty ? words.exports.noTags : words.exports.taken(tags.taken, tags.leftOut)}
          {" · "}
          <span className="tabular-nums">{words.exports.size(readSize(bytes.count), bytes.exact)}</span>
        </p>
        <Losses losses={losses} exact={bytes.exact} />
        <p className="text-muted">{words.exports.offsets(format.offsetUnit)}</p>
        {format.caveats.map((caveat) => (
          <p key={caveat} className="text-pretty text-muted">
            {caveat}
          </p>
        ))}
      </section>
      <section aria-label={words.exports.preview} className="flex min-w-0 flex-col gap-1">
        <h3 className="font-medium">{words.exports.preview}</h3>
        <pre
          {...reachable}
          role="region"
          aria-label={words.exports.preview}
          dir="ltr"
          className="max-h-52 overflow-auto rounded-md border bg-sunken px-3 py-2 font-mono text-xs contain-inline-size"
        >
          {lines.join("\n")}
        </pre>
      </section>
    </div>
  );
}

interface LossesProps {
  losses: ExportPreviewed["losses"];
  /** The numbers were counted, not estimated. */
  exact: boolean;
}

/** What does not go into the file as it is, with how many there are; what there is none of stays unsaid. */
function Losses({ losses, exact }: LossesProps) {
  const present = losses.filter(({ count }) => count > 0);
  if (present.length === 0)
    return <p>{losses.length === 0 ? words.exports.allHeld : words.exports.allThere}</p>;
  return (
    <dl className="grid gap-x-3 sm:grid-cols-[auto_1fr]">
      {HOW.map((how) => {
        const these = present.filter((loss) => loss.how === how);
        if (these.length === 0) return null;
        return (
          <Fragment key={how}>
            <dt className="text-muted">{words.exports.losses[how]}</dt>
            <dd>{these.map(({ what, count }) => words.exports.loss(what, count, exact)).join(" · ")}</dd>
          </Fragment>
        );
      })}
    </dl>
  );
}
