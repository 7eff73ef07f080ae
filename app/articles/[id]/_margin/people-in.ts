import type { Suggestion } from "~/app/_ui/combobox";
import type { Scheme } from "~/core/scheme";
import type { Tag } from "~/core/tag";
import { isWords } from "~/core/words";

/** The people whom the article's tags name, in attributes that the scheme says hold people; the most named first. */
export function peopleIn(scheme: Scheme, tags: Iterable<Tag>): Suggestion[] {
  const named = new Map<string, number>();
  for (const tag of tags) {
    const type = scheme.types.find(({ name }) => name === tag.type);
    for (const attribute of type?.attributes ?? []) {
      if (attribute.kind !== "words" || attribute.suggests !== "people") continue;
      const value = tag.attributes[attribute.name];
      if (isWords(value) && value.words !== null) named.set(value.words, (named.get(value.words) ?? 0) + 1);
    }
  }
  return [...named]
    .sort(([one, often], [other, seldom]) => seldom - often || one.localeCompare(other, "en"))
    .map(([value, times]) => ({ value, ...(times > 1 && { hint: `${times} ×` }) }));
}
