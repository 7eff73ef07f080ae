"use client";

import { useRef } from "react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { closeToast, showToast } from "~/app/_ui/toasts";
import { reveal } from "~/app/articles/[id]/_lib/marks";
import { bothSides } from "~/app/articles/[id]/_margin/both-sides";
import { Sides } from "~/app/articles/[id]/_margin/sides";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import type { Conflict } from "~/app/articles/[id]/_store/conflict";
import { useConflicts, useScheme, useStore } from "~/app/articles/[id]/_store/hooks";
import { tryAgain } from "~/app/articles/[id]/_store/try-again";
import { textOf } from "~/core/article";
import type { TagId } from "~/core/ids";
import { writtenIn } from "./written";

const say = words.notMadeList;

interface NotMadeDialogProps {
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

/** One's own changes that were refused, each with what it waits for: done again, taken along, or let go. */
export function NotMadeDialog({ open, onOpenChange }: NotMadeDialogProps) {
  const store = useStore();
  const conflicts = useConflicts();
  const list = useRef<HTMLUListElement>(null);
  const drop = (dropped: readonly Conflict[]) => {
    for (const { id } of dropped) {
      store.settleConflict(id);
      closeToast(id);
    }
    list.current?.focus();
  };
  const show = (tag: TagId) => {
    onOpenChange?.(false);
    store.look({ focused: tag });
    reveal(store, tag);
  };
  return (
    <Dialog
      open={open ?? false}
      {...(onOpenChange && { onOpenChange })}
      title={say.title}
      description={say.what}
      wide
      closeOnOutsidePress={false}
      footer={
        <>
          {conflicts.length > 1 && (
            <Button variant="danger" onClick={() => drop(conflicts)}>
              {say.dropAll}
            </Button>
          )}
          <Button onClick={() => onOpenChange?.(false)}>{words.common.close}</Button>
        </>
      }
    >
      <ul ref={list} tabIndex={-1} className="flex flex-col gap-2 outline-none">
        {conflicts.length === 0 && <li>{say.none}</li>}
        {conflicts.map((conflict) => (
          <NotMadeItem
            key={conflict.id}
            conflict={conflict}
            onAgain={() => {
              if (tryAgain(store, conflict)) closeToast(conflict.id);
              list.current?.focus();
            }}
            onDrop={() => drop([conflict, ...conflicts.filter(({ waitsFor }) => waitsFor === conflict.id)])}
            onShow={show}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface NotMadeItemProps {
  conflict: Conflict;
  onAgain: () => void;
  /** Lets it go, with what waits for it. */
  onDrop: () => void;
  onShow: (tag: TagId) => void;
}

function NotMadeItem({ conflict, onAgain, onDrop, onShow }: NotMadeItemProps) {
  const store = useStore();
  const scheme = useScheme();
  const { command, sentence, waitsFor, restore } = conflict;
  const tag = conflict.tag === null ? undefined : store.tag(conflict.tag);
  const sides = tag && restore ? bothSides(conflict, tag, scheme, textOf(store.slice)) : null;
  const passage = passageOf(store, conflict);
  const written = writtenIn(command);
  return (
    <li
      className={
        waitsFor === null
          ? "flex flex-col gap-2 rounded-md border border-warn bg-warn-fill px-3 py-2"
          : "ms-4 flex flex-col gap-2 rounded-md border px-3 py-2"
      }
    >
      <p className="font-medium">
        {say.wanted[command.type]}
        {passage !== null && (
          <span dir="auto" className="font-normal wrap-anywhere">
            {" "}
            {say.on(passage)}
          </span>
        )}
      </p>
      <p>{waitsFor === null ? sentence : say.waits}</p>
      {sides && <Sides sides={sides} />}
      {!sides && written !== null && written !== "" && (
        <p dir="auto" className="border-s-2 ps-3 wrap-anywhere whitespace-pre-wrap">
          <span className="sr-only">{say.wrote}: </span>
          {written}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {written !== null && written !== "" && (
          <Button small variant="plain" onClick={() => void copy(written)}>
            {say.copy}
          </Button>
        )}
        {tag && (
          <Button small variant="plain" onClick={() => onShow(tag.id)}>
            {say.find}
          </Button>
        )}
        <Button small onClick={onDrop}>
          {say.drop}
        </Button>
        {waitsFor === null && (
          <Button small onClick={onAgain}>
            {restore ? words.margin.conflict.restore : say.again}
          </Button>
        )}
      </div>
    </li>
  );
}

/** The words that it was about, as far as the text has them. */
function passageOf(store: ArticleStore, { command, tag }: Conflict): string | null {
  const standing = tag === null ? undefined : store.tag(tag);
  if (standing) return standing.anchor.exact;
  return command.type === "addTag" ? textOf(store.slice).slice(command.span.start, command.span.end) : null;
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ title: say.copied, id: "copied" });
  } catch (error) {
    // Without permission, or without HTTPS, where there is no clipboard.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    showToast({ title: say.notCopied, id: "copied" });
  }
}
