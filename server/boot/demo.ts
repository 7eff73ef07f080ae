import { v7 } from "uuid";

import type { AnyArticleCommand } from "~/core/shapes/command";
import { SYSTEM } from "~/core/ids";
import {
  ArticleId,
  CommandId,
  DeskId,
  EvidenceId,
  InvitationId,
  NewsroomId,
  TagId,
  UserId,
} from "~/core/shapes/ids";
import type { AnyNewsroomCommand } from "~/core/newsroom";
import type { Attributes } from "~/core/scheme";
import { wordsOf } from "~/core/words";
import type { Database } from "~/db/client";
import { addUser } from "~/db/queries/members";
import { evidence, type EvidenceKey } from "~/db/seed/evidence";
import { type DeskKey, desks, newsroom, people, type PersonKey } from "~/db/seed/people";
import { stories } from "~/db/seed/stories";
import { instantOf, type SeedStep, type SeedTag, spanOf, type Story } from "~/db/seed/story";
import { hashPassword } from "~/server/auth/passwords";
import { execute } from "~/server/execute";
import { executeInNewsroom } from "~/server/execute-newsroom";
import { threadSteps } from "./demo-threads";
import { foundNewsroom } from "~/server/people/founding";

/**
 * The demo newsroom, lived through once: every step of its stories is a command by whoever took it, at the
 * time when it happened. So the demo has a true log, and nothing in it that Galley would refuse.
 */

/** What every demo account signs in with; the accounts exist only on the embedded database. */
export const DEMO_PASSWORD = "paper-and-ink";

/** The demo newsroom was founded this long before its seeding. */
const FOUNDED_DAYS_AGO = 45;
const DAY = 86_400_000;

/** The ids that keys of the seed stand for, and the time of the seeding. */
export interface Cast {
  readonly db: Database;
  readonly newsroom: NewsroomId;
  readonly person: (key: PersonKey) => UserId;
  readonly desk: (key: DeskKey) => DeskId;
  readonly evidence: (key: string) => EvidenceId;
  readonly seededAt: Date;
}

/** Makes the demo newsroom with its people, evidence, articles and a month of work. */
export async function seedDemo(db: Database, seededAt: Date): Promise<void> {
  const founded = seededAt.getTime() - FOUNDED_DAYS_AGO * DAY;
  const cast: Cast = {
    db,
    newsroom: NewsroomId.parse(v7({ msecs: founded })),
    person: keyed((id) => UserId.parse(id), founded),
    desk: keyed((id) => DeskId.parse(id), founded),
    evidence: keyed((id) => EvidenceId.parse(id), founded),
    seededAt,
  };
  await seedPeople(cast, founded);
  await seedEvidence(cast);
  for (const story of stories) await seedStory(cast, story);
}

/** Gives each key one id, made when it is first asked for. */
function keyed<Id>(parse: (id: string) => Id, msecs: number): (key: string) => Id {
  const ids = new Map<string, Id>();
  return (key) => {
    const id = ids.get(key) ?? parse(v7({ msecs }));
    ids.set(key, id);
    return id;
  };
}

async function seedPeople(cast: Cast, founded: number): Promise<void> {
  const { db, newsroom: newsroomId } = cast;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const { key, name, email } of people) {
    const account = {
      id: cast.person(key),
      email,
      name,
      passwordHash,
      isDemo: true,
      createdAt: new Date(founded),
    };
    await addUser(db, account);
  }
  const founder = { person: cast.person("admin"), roles: ["admin" as const] };
  const commandId = CommandId.parse(v7({ msecs: founded }));
  await foundNewsroom(db, { newsroom: { ...newsroom, id: newsroomId }, founder, commandId }, () => founded);
  for (const { key, name } of desks) {
    await inNewsroom(cast, cast.person("admin"), founded, { type: "addDesk", desk: cast.desk(key), name });
  }
  for (const { key, name, email, roles, desks: worksOn } of people) {
    if (key === "admin") continue;
    const invitation = InvitationId.parse(v7({ msecs: founded }));
    await inNewsroom(cast, cast.person("admin"), founded + 1, {
      type: "invitePerson",
      invitation,
      email,
      name,
      roles: [...roles],
      desks: worksOn === "all" ? worksOn : worksOn.map(cast.desk),
      days: 7,
    });
    const person = cast.person(key);
    await inNewsroom(cast, person, founded + DAY, { type: "join", person, invitation });
  }
}

async function seedEvidence(cast: Cast): Promise<void> {
  const items = Object.entries(evidence)
    .map(([key, item]) => ({ key, ...item, at: instantOf(item.retrievedAt, cast.seededAt).getTime() }))
    .sort((a, b) => a.at - b.at);
  for (const { key, kind, reference, locator, addedBy, at, ...item } of items) {
    await inNewsroom(cast, cast.person(addedBy), at, {
      type: "addEvidence",
      evidence: cast.evidence(key),
      kind,
      reference,
      locator,
      retrievedAt: at,
      note: "note" in item ? item.note : null,
    });
  }
}

async function inNewsroom(
  cast: Cast,
  person: UserId,
  at: number,
  command: AnyNewsroomCommand,
): Promise<void> {
  const commandId = CommandId.parse(v7({ msecs: at }));
  await executeInNewsroom({ db: cast.db, person, now: () => at }, cast.newsroom, commandId, command);
}

async function seedStory(cast: Cast, story: Story): Promise<void> {
  const arrived = instantOf(story.arrived, cast.seededAt).getTime();
  const article = ArticleId.parse(v7({ msecs: arrived }));
  const { title, language, direction, text } = story;
  const act = async (by: UserId, at: number, command: AnyArticleCommand) => {
    const commandId = CommandId.parse(v7({ msecs: at }));
    await execute({ db: cast.db, person: by, now: () => at }, article, commandId, command, {
      into: cast.newsroom,
    });
  };
  const details = { title, language, direction, sourceUrl: null, desk: cast.desk(story.desk) };
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
  const steps = journeys.flatMap((journey) =>
    journey.tag.journey.map((step) => {
      const at = instantOf(step.at, cast.seededAt).getTime();
      return { at, commands: () => journey.commandsOf(step, at) };
    }),
  );
  const others = [...linkSteps(journeys, cast), ...threadSteps(story, journeys, cast)];
  for (const { at, commands } of [...steps, ...others].sort((a, b) => a.at - b.at)) {
    for (const { by, command } of commands()) await act(by, at, command);
  }
}

/** Between making the second of two tags and linking them. */
const THOUGHT_MS = 60_000;

/** The links, each by whoever took its tag up, a minute after both tags were there. */
function linkSteps(journeys: readonly Journey[], cast: Cast) {
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

  commandsOf(step: SeedStep, at: number): { by: UserId; command: AnyArticleCommand }[] {
    const by = step.step === "suggested" ? SYSTEM : this.cast.person(step.by);
    return this.asked(step, at).map((command) => ({ by, command }));
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
