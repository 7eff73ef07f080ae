import { headerBottom } from "~/app/articles/[id]/_lib/marks";
import { firstInView, selectedSpan } from "~/app/articles/[id]/_lib/offsets";
import { textElement } from "~/app/articles/[id]/_lib/paragraph-elements";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { cardId } from "~/app/articles/[id]/_store/hooks";
import type { Whereabouts } from "~/core/presence";

/** Where the reader of this page is: what is in view, what they have selected, the card that they write in. */
export function whereIAm(store: ArticleStore): Whereabouts {
  const root = textElement();
  const { focused } = store.viewing;
  const selection = root && selectedSpan(root);
  const card = focused && document.getElementById(cardId(focused));
  const field = document.activeElement;
  const isWriting = field?.matches("textarea, input, [contenteditable=true]") && card?.contains(field);
  return {
    place: (root && firstInView(root, headerBottom())) ?? 0,
    selection: selection && selection.end > selection.start ? selection : null,
    writing: isWriting ? focused : null,
  };
}
