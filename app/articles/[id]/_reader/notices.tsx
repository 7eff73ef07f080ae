"use client";

import { words } from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import type { Notice } from "~/app/articles/[id]/_store/notice";
import type { Conflict } from "~/app/articles/[id]/_store/conflict";
import { useNotice, useScheme, useStore } from "~/app/articles/[id]/_store/hooks";
import { readPresent } from "~/app/articles/[id]/_lib/read-present";

const say = words.reader;

/** Tells what the store has to tell, wherever on the page the person is. */
export function Notices() {
  const store = useStore();
  const scheme = useScheme();
  const showConflict = (conflict: Conflict) => {
    const { restore } = conflict;
    const present = readPresent(conflict, scheme);
    showToast({
      title: conflict.sentence,
      description: present === null ? say.conflict.lost : say.conflict.stands(present),
      trouble: true,
      id: conflict.id,
      ...(restore && {
        action: {
          label: say.conflict.restore,
          onPress: () => {
            store.dispatch(restore);
            store.settleConflict(conflict.id);
          },
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
        showToast({
          title: say.undone,
          id: "tagged",
          action: { label: say.redo, onPress: () => store.redo() },
        });
        return;
      case "redone":
        showToast({
          title: say.redone,
          id: "tagged",
          action: { label: words.common.undo, onPress: () => store.undo() },
        });
        return;
      case "others":
        showToast({ title: say.othersAdded(notice.tags), id: "others" });
    }
  });
  return null;
}
