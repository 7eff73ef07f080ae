"use client";

import { useEffect } from "react";

import { goTo } from "~/app/_lib/session";
import * as words from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import { leftFor } from "./drawers";

const say = words.unsent;

/** Says, on a page of somebody signed in, that work of theirs waits on this device for its article to be opened. */
export function LeftBehind({ person }: { person: string }) {
  useEffect(() => {
    void leftFor(person)
      .catch(() => [])
      .then((kept) => {
        // The article that is open takes up its own.
        const [first] = kept.filter(({ article }) => !location.pathname.includes(article));
        if (!first) return;
        const count = kept.reduce(
          (sum, { article, items }) => sum + (article === first.article ? items.length : 0),
          0,
        );
        showToast({
          title: say.left(count, first.title ?? say.untitled),
          description: say.leftSafe,
          action: { label: say.open, onPress: () => goTo(`/articles/${first.article}`) },
          trouble: true,
          id: "left behind",
        });
      });
  }, [person]);
  return null;
}
