import { v7 } from "uuid";

import type { ArticleCommand, Topic } from "~/core/shapes/command";
import type { TagId } from "~/core/ids";
import { CommentId, ThreadId } from "~/core/shapes/ids";
import type { Addressee } from "~/core/thread";
import { instantOf, type SeedThread, spanOf, type Story } from "~/db/seed/story";
import { type Cast, HOUR, type Step } from "./demo-cast";

/** What the demo's people say to each other about a story. */

/** Everything that is said about the story, each at its time. @param journeys its tags by their keys */
export function threadSteps(
  story: Story,
  journeys: readonly { id: TagId; tag: { key: string } }[],
  cast: Cast,
): Step[] {
  return (story.threads ?? []).flatMap((seed) => {
    const about = aboutOf(seed, story, journeys);
    const [first] = seed.said;
    const thread = ThreadId.parse(v7({ msecs: first ? instantOf(first.at, cast.seededAt).getTime() : 0 }));
    return seed.said.map((line, place): Step => {
      const at = instantOf(line.at, cast.seededAt).getTime();
      const comment = CommentId.parse(v7({ msecs: at }));
      const words = line.words.replace(/@\{([a-z-]+)\}/g, (_, key: string) => mention(key, cast));
      const command: ArticleCommand =
        place === 0
          ? { type: "openThread", thread, comment, about, words, ...askedOf(seed, cast) }
          : { type: "addComment", thread, comment, words, resolves: line.settles ?? false };
      return { at, commands: () => [{ by: cast.person(line.by), command }] };
    });
  });
}

function aboutOf(
  { about }: SeedThread,
  { text }: Story,
  journeys: readonly { id: TagId; tag: { key: string } }[],
): Topic {
  if (!about) return { on: "article" };
  if ("words" in about)
    return { on: "passage", span: spanOf(text, { key: about.words, words: about.words }) };
  const journey = journeys.find(({ tag }) => tag.key === about.tag);
  if (!journey) throw new Error(`There is no tag “${about.tag}” to speak of.`);
  return { on: "tag", tag: journey.id };
}

function askedOf({ asks, dueInHours, blocking: blocks }: SeedThread, cast: Cast) {
  const blocking = blocks ?? false;
  if (asks === undefined) return { kind: "comment", addressee: null, due: null, blocking } as const;
  const due = dueInHours === undefined ? null : cast.seededAt.getTime() + dueInHours * HOUR;
  return { kind: "query", addressee: addresseeOf(asks, cast), due, blocking } as const;
}

function addresseeOf(asks: NonNullable<SeedThread["asks"]>, cast: Cast): Addressee {
  if (asks === "checkers") return { role: "checker" };
  return asks === "standards editors" ? { role: "standards" } : { person: cast.person(asks) };
}

function mention(key: string, cast: Cast): string {
  const person = cast.people.find((one) => one.key === key);
  if (!person) throw new Error(`Nobody is called “${key}”.`);
  return `[@${person.name}](person:${cast.person(person.key)})`;
}
