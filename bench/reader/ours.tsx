import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import {
  PathnameContext,
  SearchParamsContext,
} from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { Providers } from "~/app/_lib/providers";
import { select } from "~/app/articles/[id]/_lib/offsets";
import { type Packed, Workspace } from "~/app/articles/[id]/_reader/workspace";
import { packTags } from "~/core/packed-tags";
import { USUAL_PREFERENCES } from "~/core/preferences";
import type { Span } from "~/core/tag";
import { ACTOR, makeSlice, NEWSROOM, SCHEME } from "./article";
import type { Contender } from "./contender";

/**
 * Our reader as the article's page shows it: the workspace with everything around the text, in the surroundings
 * that every page stands in. Of Next there is only what links and addresses ask for; the article's server is
 * beside the page. Tags are made and changed by the keys that a person presses.
 */

const nothing = () => undefined;
const router = {
  bfcacheId: "measured",
  back: nothing,
  forward: nothing,
  refresh: nothing,
  hmrRefresh: nothing,
  push: nothing,
  replace: nothing,
  prefetch: nothing,
};
const ME = { name: "Nora Falk", email: "nora@measured.example" };
const address = new URLSearchParams();

function Next({ children }: { children: ReactNode }) {
  return (
    <AppRouterContext value={router}>
      <PathnameContext value="/articles/measured">
        <SearchParamsContext value={address}>{children}</SearchParamsContext>
      </PathnameContext>
    </AppRouterContext>
  );
}

let slice: Packed["slice"] | null = null;

function press(key: string): void {
  const target = document.activeElement;
  target?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

/** The key of the type after the one that the focused tag has, whose mark holds the keyboard. */
function nextKey(): string {
  const name = document.activeElement?.className ?? "";
  const at = SCHEME.types.findIndex(({ hue }) => name.includes(`hue-${hue}`));
  return SCHEME.types[(at + 1) % SCHEME.types.length]?.key ?? "";
}

const ours: Contender = {
  prepare(size) {
    const { tags, ...rest } = makeSlice(size);
    slice = { ...rest, tags: packTags(tags), threads: [] };
  },
  load() {
    if (!slice) return;
    const opened = {
      slice,
      scheme: SCHEME,
      newsroom: NEWSROOM,
      actor: ACTOR,
      people: [{ id: ACTOR.id, name: ME.name, isMember: true }],
      desks: [],
      past: { undo: [], redo: [] },
    };
    const root = document.createElement("div");
    document.body.append(root);
    createRoot(root).render(
      <Next>
        <Providers nonce={undefined} email={ME.email} preferences={USUAL_PREFERENCES}>
          <Workspace opened={opened} me={ME} />
        </Providers>
      </Next>,
    );
  },
  isLoaded: () =>
    document.querySelector("[role=comment][data-placed]") !== null &&
    document.querySelector(".reader-section:empty") === null,
  deeds: {
    add(span: Span) {
      const text = document.querySelector(".reader-text");
      if (text) select(text, span);
      press(SCHEME.types[0]?.key ?? "");
    },
    recolour: () => press(nextKey()),
    delete: () => press("Delete"),
  },
  hit: (x, y) => document.elementFromPoint(x, y)?.closest("mark")?.getAttribute("data-tag") ?? null,
};
window.contender = ours;
