import { v7 } from "uuid";

import type { AnyArticleCommand } from "~/core/shapes/command";
import { SYSTEM, type UserId } from "~/core/ids";
import { ArticleId, CommandId, TagId } from "~/core/shapes/ids";
import type { Attributes } from "~/core/scheme";
import { wordsOf } from "~/core/words";
import type { EvidenceKey } from "~/db/seed/evidence";
import { instantOf, type SeedStep, type SeedTag, spanOf, type Story } from "~/db/seed/story";
import { execute } from "~/server/execute";
import type { Cast, Step } from "./demo-cast";
import { lifeSteps } from "./demo-life";
import { threadSteps } from "./demo-threads";

/** A demo story as commands: what happened to it and its tags, step by step. */

/** Lives one story through, from its arrival to where it stands. */
export async function seedStory(cast: Cast, story: Story): Promise<void> {
  const arrived = instantOf(story.arrived, cast.seededAt).getTime();
  const article = ArticleId.parse(v7({ msecs: arrived }));
  const { title, language, direction, text } = story;
  let sees: string | null = null;
  const act = async (by: UserId, at: number, command: AnyArticleCommand) => {
    const commandId = CommandId.parse(v7({ msecs: at }));
    const performer = { db: cast.db, person: by, now: () => at };
    const { events } = await execute(performer, article, commandId, command, { into: cast.newsroom });
    sees = events.at(-1)?.revision ?? sees;
  };
  const desk = story.desk && cast.desk(story.desk);
  const details = { title, language, direction, sourceUrl: null, desk };
  await act(cast.person(story.author), arrived, { type: "createArticle", details, text, file: null });
  if (story.restrictedTo) {
    const chief = cast.person("managing-editor");
    await act(chief, arrived, { type: "restrictArticle", restricted: true });
    for (const key of story.restrictedTo) {
      if (key === story.author || key === "managing-editor") continue;
      const share = { person: cast.person(key), as: "assigned" } as const;
      await act(chief, arrived, { type: "shareArticle", share });
    }
  }
  const journeys = story.tags.map((tag) => new Journey(cast, story, tag, arrived));
  const steps = [
    ...journeys.flatMap((journey) => journey.steps()),
    ...linkSteps(journeys, cast),
    ...threadSteps(story, journeys, cast),
    ...lifeSteps(story, journeys, cast),
  ];
  for (const { at, commands } of steps.sort((a, b) => a.at - b.at)) {
    for (const { by, command } of commands(sees)) await act(by, at, command);
  }
}

/** Between making the second of two tags and linking them. */
const THOUGHT_MS = 60_000;

/** The links, each by whoever took its tag up, a minute after both tags were there. */
function linkSteps(journeys: readonly Journey[], cast: Cast): Step[] {
  const byKey = new Map(journeys.map((journey) => [journey.tag.key, journey]));
  return journeys.flatMap(({ id, tag }) => {
    const taken = tag.journey.find((step) => step.step === "opened");
    return (tag.links ?? []).flatMap(({ relation, to }) => {
      const target = byKey.get(to);
      const [first] = target?.tag.journey ?? [];
      if (!taken || !target || !first) return [];
      const at = Math.max(
        ...[taken, first].map((step) => instantOf(step.at, cast.seededAt).getTime() + THOUGHT_MS),
      );
      const command = { type: "linkTag", tag: id, kind: relation, target: target.id } as const;
      return { at, commands: () => [{ by: cast.person(taken.by), command }] };
    });
  });
}

/** A tag of a story on its way: what each step of it comes to. */
class Journey {
  readonly id: TagId;
  private made = false;
  private rests: readonly EvidenceKey[] = [];
  private sees: { finding: (SeedStep & { step: "checked" })["finding"]; at: number } | null = null;

  constructor(
    private readonly cast: Cast,
    private readonly story: Story,
    readonly tag: SeedTag,
    arrived: number,
  ) {
    this.id = TagId.parse(v7({ msecs: arrived }));
  }

  /** What happens to the tag, and whose work it becomes. */
  steps(): Step[] {
    const { cast, tag } = this;
    const journey = tag.journey.map((step): Step => {
      const at = instantOf(step.at, cast.seededAt).getTime();
      const by = step.step === "suggested" ? SYSTEM : cast.person(step.by);
      return { at, commands: () => this.asked(step, at).map((command) => ({ by, command })) };
    });
    return tag.given ? [...journey, this.giving(tag.given)] : journey;
  }

  private giving({ by, at, to }: NonNullable<SeedTag["given"]>): Step {
    const { cast } = this;
    const command = { type: "assignTag", tag: this.id, from: null, to: cast.person(to) } as const;
    return {
      at: instantOf(at, cast.seededAt).getTime(),
      commands: () => [{ by: cast.person(by), command }],
    };
  }

  private asked(step: SeedStep, at: number): AnyArticleCommand[] {
    const tag = this.id;
    switch (step.step) {
      case "suggested":
        return this.add(true);
      case "opened":
        return this.made ? [{ type: "acceptSuggestion", tag }] : this.add(false);
      case "checked": {
        const { sees } = this;
        const fresh = step.evidence.filter((key) => !this.rests.includes(key));
        this.rests = [...this.rests, ...fresh];
        this.sees = { finding: step.finding, at };
        return [
          ...fresh.map(
            (key) => ({ type: "attachEvidence", tag, evidence: this.cast.evidence(key) }) as const,
          ),
          { type: "setVerdict", tag, sees, finding: step.finding, note: step.note ?? null },
        ];
      }
      case "approved":
        return this.sees ? [{ type: "approveTag", tag, sees: this.sees }] : [];
      case "reopened":
        this.sees = null;
        return [{ type: "reopenTag", tag, reason: step.reason }];
      case "dismissed":
        return [{ type: "dismissTag", tag, reason: step.reason }];
      case "settled":
        return [{ type: "confirmPlacement", tag }];
    }
  }

  private add(suggested: boolean): AnyArticleCommand[] {
    this.made = true;
    const { id: tag, story } = this;
    const span = spanOf(story.text, this.tag);
    const added = {
      type: "addTag",
      tag,
      as: this.tag.type,
      span,
      attributes: this.attributes(),
      suggested,
    } as const;
    const { note } = this.tag;
    return note === undefined || suggested
      ? [added]
      : [added, { type: "setNote", tag, from: null, to: wordsOf(note) }];
  }

  private attributes(): Attributes {
    const attributes: Attributes = {};
    for (const [name, value] of Object.entries<string | boolean>({ ...this.tag.attributes })) {
      const isWords = name === "speaker" || name === "cue";
      attributes[name] = isWords ? wordsOf(String(value)) : value;
    }
    return attributes;
  }
}
