import * as words from "~/app/_lib/words";
import type { Conflict } from "~/app/articles/[id]/_store/conflict";
import { applicableAttributes, readValue, type Scheme } from "~/core/scheme";
import type { Tag } from "~/core/tag";

/** What stands and what one wanted instead, as people read them; null where there are no two values to show. */
export interface BothSides {
  readonly about: string;
  readonly theirs: string;
  readonly mine: string;
}

const { empty } = words.margin.conflict;

/** Both values of a refused change of the tag. */
export function bothSides({ command }: Conflict, tag: Tag, scheme: Scheme, text: string): BothSides | null {
  const type = scheme.types.find(({ name }) => name === tag.type);
  switch (command.type) {
    case "setAttribute": {
      const attribute =
        type && applicableAttributes(type, tag.attributes).find(({ name }) => name === command.name);
      if (!attribute) return null;
      return {
        about: attribute.label,
        theirs: readValue(attribute, tag.attributes[command.name]) || empty,
        mine: readValue(attribute, command.to ?? undefined) || empty,
      };
    }
    case "setNote":
      return {
        about: words.margin.note,
        theirs: tag.note?.words ?? empty,
        mine: command.to?.words ?? empty,
      };
    case "moveEdges":
      return {
        about: words.margin.edges.title,
        theirs: tag.anchor.exact,
        mine: text.slice(command.to.start, command.to.end),
      };
    case "changeType":
      return {
        about: words.margin.type,
        theirs: type?.label ?? tag.type,
        mine: scheme.types.find(({ name }) => name === command.to.type)?.label ?? command.to.type,
      };
    case "setVerdict": {
      const { verdict } = tag.review;
      return {
        about: words.margin.check.verdict,
        theirs: verdict ? words.margin.finding[verdict.finding] : empty,
        mine: words.margin.finding[command.finding],
      };
    }
    default:
      return null;
  }
}
