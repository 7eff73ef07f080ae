import type { Workbench } from "~/app/articles/[id]/_keys/workbench";
import { textOf } from "~/core/article";
import type { Span } from "~/core/tag";
import { select } from "./offsets";
import { unfoldTo } from "./paragraph-elements";
import { revealSpan } from "./reveal-span";

/** Brings words of the article into view and selects them; what lies beyond its end is nowhere. */
export function goToPassage({ store, root }: Workbench, span: Span): void {
  const text = root();
  if (!text || span.end > textOf(store.slice).length) return;
  unfoldTo(store, store.index.paragraphAt(span.start));
  revealSpan(text, span);
  select(text, span);
}
