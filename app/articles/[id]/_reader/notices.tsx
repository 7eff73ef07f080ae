"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import * as words from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import type { Notice } from "~/app/articles/[id]/_store/notice";
import type { Conflict } from "~/app/articles/[id]/_store/conflict";
import { useNotice, useScheme, useStore } from "~/app/articles/[id]/_store/hooks";
import { goToOffset, reveal } from "~/app/articles/[id]/_lib/marks";
import { textElement } from "~/app/articles/[id]/_lib/paragraph-elements";
import { useStepWords } from "~/app/articles/[id]/_undo/step-words";
import { readPresent } from "~/app/articles/[id]/_lib/read-present";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { tryAgain } from "~/app/articles/[id]/_store/try-again";
import { isStanding } from "~/core/tag";
import type { Step } from "~/core/undo-stack";

const say = words.reader;
/** Tags of others that follow each other within so many milliseconds are told of as one number. */
const TOGETHER = 5_000;
/** What a step rests on is not asked for, to say in one line what was undone. */
const NO_STEPS: readonly never[] = [];

/** Tells what the store has to tell, wherever on the page the person is. */
export function Notices() {
  const store = useStore();
  const router = useRouter();
  const scheme = useScheme();
  const tell = useStepWords(NO_STEPS);
  const others = useRef({ tags: 0, until: 0 });
  const countOthers = (tags: number) => {
    const now = Date.now();
    const before = now < others.current.until ? others.current.tags : 0;
    others.current = { tags: before + tags, until: now + TOGETHER };
    return others.current.tags;
  };
  const describe = (step: Step | undefined) => {
    const what = step ? tell(step) : null;
    return what === null ? {} : { description: what };
  };
  const showConflict = (conflict: Conflict) => {
    const { restore } = conflict;
    const present = readPresent(conflict, scheme);
    const waiting = store.conflicts.filter(({ waitsFor }) => waitsFor === conflict.id).length;
    const stands = present === null ? say.conflict.lost : say.conflict.stands(present);
    showToast({
      title: conflict.sentence,
      description: waiting === 0 ? stands : `${stands} ${words.notMade.others(waiting)}`,
      trouble: true,
      id: conflict.id,
      ...(restore && {
        action: {
          label: say.conflict.restore,
          onPress: () => void tryAgain(store, conflict),
        },
      }),
    });
  };
  useNotice((notice: Notice) => {
    switch (notice.kind) {
      case "refused":
        showToast({ title: notice.refusal.message, id: "refused" });
        return;
      case "conflict":
        showConflict(notice.conflict);
        return;
      case "undone":
        showPlaceOf(store, notice);
        showToast({
          title: say.undone,
          ...describe(notice.step),
          id: "tagged",
          action: { label: say.redo, onPress: () => store.redo() },
        });
        return;
      case "redone":
        showPlaceOf(store, notice);
        showToast({
          title: say.redone,
          ...describe(notice.step),
          id: "tagged",
          action: { label: words.common.undo, onPress: () => store.undo() },
        });
        return;
      case "others":
        showToast({ title: say.othersAdded(countOthers(notice.tags)), id: "others" });
        return;
      case "revised":
        showToast({ title: say.revised(notice.number, notice.fates), id: "revised" });
        // The page gets the article as it stands now, and opens it in a new store.
        router.refresh();
    }
  });
  return null;
}

/**
 * Brings what was undone or done again into view. A single tag is looked at then, and the keyboard goes there from the
 * text, and from nowhere else.
 */
function showPlaceOf(store: ArticleStore, { kind, step }: Extract<Notice, { step: unknown }>): void {
  const first = step?.deed.first;
  const tag = first && "tag" in first.body ? store.tag(first.body.tag) : null;
  if (!tag) return;
  // What was done before a reload is undone by the server, and this page hears of it only then.
  const isLeaving = kind === "undone" && first?.type === "TagAdded";
  const areMany = (step?.deed.tags ?? 1) > 1;
  if (isLeaving || areMany || !isStanding(tag)) {
    goToOffset(store, tag.anchor.start);
    return;
  }
  store.look({ focused: tag.id });
  const at = document.activeElement;
  reveal(store, tag.id, { focus: at === document.body || textElement()?.contains(at) === true });
}
