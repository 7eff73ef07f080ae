import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import type { Detail } from "./use-detail";

interface ConflictNoteProps {
  detail: Detail;
  /** A value as people read it; null where it is nothing. */
  read: (value: string | null) => string | null;
}

/** Both values, where somebody changed a detail meanwhile, and the choice between them. */
export function ConflictNote({ detail, read }: ConflictNoteProps) {
  const { conflict, mine, save, drop } = detail;
  if (!conflict || mine === undefined) return null;
  const { theirs, yours, nothing, keepTheirs, saveMine } = words.articleDetails;
  return (
    <ErrorNote
      happened={words.articleDetails.conflict}
      safe={<span dir="auto">{theirs(read(conflict.present) ?? nothing)}</span>}
      todo={<span dir="auto">{yours(read(mine) ?? nothing)}</span>}
      action={
        <div className="flex flex-wrap gap-2">
          <Button small onClick={drop}>
            {keepTheirs}
          </Button>
          <Button small variant="primary" onClick={() => save(mine)}>
            {saveMine}
          </Button>
        </div>
      }
    />
  );
}
