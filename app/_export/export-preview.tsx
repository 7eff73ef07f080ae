import { cx } from "~/app/_lib/cx";
import { words } from "~/app/_lib/words";
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

/** What the file holds and leaves out, how large it is and how it begins. */
export function ExportPreview({ format, preview, isOld }: ExportPreviewProps) {
  const { tags, bytes, lines } = preview;
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
        <Kept format={format} />
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

function Kept({ format }: { format: FormatTold }) {
  const partsThat = (kept: FormatTold["keeps"][number]["kept"]) =>
    format.keeps.filter((part) => part.kept === kept).map(({ part }) => part);
  const [asNote, lost] = [partsThat("as a note"), partsThat("lost")];
  if (asNote.length + lost.length === 0) return <p>{words.exports.allHeld}</p>;
  return (
    <dl className="grid gap-x-3 sm:grid-cols-[auto_1fr]">
      <Parts label={words.exports.asNote} parts={asNote} />
      <Parts label={words.exports.lost} parts={lost} />
    </dl>
  );
}

function Parts({ label, parts }: { label: string; parts: readonly string[] }) {
  if (parts.length === 0) return null;
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd>{parts.join(" · ")}</dd>
    </>
  );
}
