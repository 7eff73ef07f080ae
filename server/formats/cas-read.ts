import { BLOCK_KINDS } from "~/core/article";
import { ARTICLE, BLOCK, type CasStructure } from "./cas";
import { type Facts, TAG_FACT_NAMES } from "./facts";
import { type ReadArticle, type ReadContext } from "./read";
import { settle, type FoundTag } from "./settle";

/**
 * A dossier from a Common Analysis Structure, also one of another tool: every annotation of a type that neither
 * UIMA nor a tokenizer makes is a tag, its type's last name is the tag's type, its features are attributes.
 */

/** Types that tell of the text's form, not of what somebody tagged. */
const FORM =
  /^(uima\.|galley\.|org\.apache\.uima\.|de\.tudarmstadt\.ukp\.(dkpro\.core\.api\.(segmentation|metadata)|clarin\.webanno)\.)/;

/** The article that a view comes to. */
export function articleOfCas(
  view: { readonly text: string; readonly structures: readonly CasStructure[] },
  context: ReadContext,
): ReadArticle {
  const { text, structures } = view;
  const about = structures.find(({ type }) => type === ARTICLE);
  return settle(
    {
      text,
      facts: factsOf(about?.features ?? {}),
      blocks: structures.flatMap(({ type, span, features }) => {
        const kind = BLOCK_KINDS.find((known) => known === features.kind);
        if (type !== BLOCK || !span || !kind || span.begin > span.end || span.end > text.length) return [];
        return [{ kind, start: span.begin, end: span.end }];
      }),
      tags: structures.flatMap((structure) => tagOf(structure, text) ?? []),
      notes: [],
    },
    { unit: "UTF-16 code unit", ...context },
  );
}

function tagOf({ type, span, features }: CasStructure, text: string): FoundTag | null {
  if (!span || FORM.test(type)) return null;
  const { begin: start, end } = span;
  const facts = factsOf(features);
  const attributes = Object.entries(features).filter(([name]) => !TAG_FACT_NAMES.includes(name));
  return {
    id: null,
    type: type.slice(type.lastIndexOf(".") + 1),
    start,
    end,
    // A CAS does not repeat the words: the offsets are all there is.
    exact: end <= text.length && start < end ? text.slice(start, end) : null,
    attributes: Object.fromEntries(attributes),
    note: facts.tag_note ?? null,
    facts,
  };
}

function factsOf(features: CasStructure["features"]): Facts {
  return Object.fromEntries(Object.entries(features).map(([name, value]) => [name, String(value)]));
}
