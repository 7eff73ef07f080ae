import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { popupLook } from "~/app/_ui/popup-look";
import type { Choosable } from "./use-listeners";

/** So many are offered at once. */
const MOST = 6;

/** A mention that is being typed: where its @ stands, and what follows. */
export interface Typed {
  readonly at: number;
  readonly sought: string;
}

/** The mention at the caret, if one is being typed there. */
export function mentionAt(text: string, caret: number): Typed | null {
  const at = text.lastIndexOf("@", caret - 1);
  if (at === -1 || /[\p{L}\p{N}_[]$/u.test(text.slice(0, at))) return null;
  const sought = text.slice(at + 1, caret);
  return sought.length > 40 || sought.includes("\n") || /\s\s|\s$/.test(sought) ? null : { at, sought };
}

/** Those whose name, or a word of it, begins with what was typed. */
export function matching(people: readonly Choosable[], { sought }: Typed): Choosable[] {
  const start = sought.toLocaleLowerCase();
  const begins = ({ name }: Choosable) => {
    const lower = name.toLocaleLowerCase();
    return lower.startsWith(start) || lower.split(" ").some((word) => word.startsWith(start));
  };
  return people.filter(begins).slice(0, MOST);
}

export interface MentionListProps {
  id: string;
  choices: readonly Choosable[];
  /** The place of the one that Enter takes. */
  active: number;
  onChoose: (choice: Choosable) => void;
}

/** Whom the words may mention, below the field in which they are typed, which keeps the focus. */
export function MentionList({ id, choices, active, onChoose }: MentionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={words.threads.mention}
      className={cx(popupLook, "absolute inset-x-0 top-full z-50 mt-1 max-h-56 overflow-y-auto p-1")}
    >
      {choices.map((choice, place) => (
        <div
          key={choice.name}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === active}
          className={cx(
            "flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 pointer-coarse:min-h-11",
            place === active && "chosen bg-accent-fill",
          )}
          // Before the field loses the focus.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(choice);
          }}
        >
          <span dir="auto">{choice.name}</span>
          <span className="ms-auto truncate text-muted">{choice.hint}</span>
        </div>
      ))}
    </div>
  );
}
