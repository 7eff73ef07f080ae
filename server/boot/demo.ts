import { v7 } from "uuid";

import { CommandId, DeskId, EvidenceId, InvitationId, NewsroomId, UserId } from "~/core/shapes/ids";
import type { AnyNewsroomCommand } from "~/core/newsroom";
import type { Database } from "~/db/client";
import { addUser } from "~/db/queries/members";
import { readAllNotices } from "~/db/queries/notices";
import { newsrooms, type SeedNewsroom } from "~/db/seed/newsrooms";
import type { SeedPerson } from "~/db/seed/people";
import { instantOf } from "~/db/seed/story";
import { hashPassword } from "~/server/auth/passwords";
import { executeInNewsroom } from "~/server/execute-newsroom";
import type { Cast } from "./demo-cast";
import { seedStory } from "./demo-story";
import { foundNewsroom } from "~/server/people/founding";
import { withdrawEvidence } from "~/server/withdrawal";

/**
 * The demo newsrooms, lived through once: every step of their stories is a command by whoever took it, at the
 * time when it happened. So the demo has a true log, and nothing in it that Galley would refuse.
 */

/** What every demo account signs in with; the accounts exist only on the embedded database. */
export const DEMO_PASSWORD = "paper-and-ink";

/** The demo newsrooms were founded this long before their seeding. */
const FOUNDED_DAYS_AGO = 45;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const READ_HOURS_AGO = 10;

/** Makes the demo newsrooms with their people, evidence, articles and a month of work. */
export async function seedDemo(db: Database, seededAt: Date): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const seed of newsrooms) await seedNewsroom(db, seed, { passwordHash, seededAt });
}

async function seedNewsroom(
  db: Database,
  seed: SeedNewsroom,
  { passwordHash, seededAt }: { passwordHash: string; seededAt: Date },
): Promise<void> {
  const founded = seededAt.getTime() - FOUNDED_DAYS_AGO * DAY;
  const cast: Cast = {
    db,
    newsroom: NewsroomId.parse(v7({ msecs: founded })),
    people: seed.people,
    person: keyed((id) => UserId.parse(id), founded),
    desk: keyed((id) => DeskId.parse(id), founded),
    evidence: keyed((id) => EvidenceId.parse(id), founded),
    seededAt,
  };
  await seedPeople(cast, seed, { founded, passwordHash });
  await seedEvidence(cast, seed);
  for (const story of seed.stories) await seedStory(cast, story);
  await seedWithdrawals(cast, seed);
  // Everybody has read what they were told of until this morning.
  const read = { through: new Date(seededAt.getTime() - READ_HOURS_AGO * HOUR), now: seededAt };
  for (const { key } of seed.people) await readAllNotices(db, cast.person(key), read);
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

async function seedPeople(
  cast: Cast,
  { facts, people, desks }: SeedNewsroom,
  { founded, passwordHash }: { founded: number; passwordHash: string },
): Promise<void> {
  const { db, newsroom: id } = cast;
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
  const founder = founderOf(people);
  const admin = cast.person(founder.key);
  const founding = {
    newsroom: { ...facts, id },
    founder: { person: admin, roles: [...founder.roles] },
    commandId: CommandId.parse(v7({ msecs: founded })),
  };
  await foundNewsroom(db, founding, () => founded);
  for (const { key, name } of desks) {
    await inNewsroom(cast, admin, founded, { type: "addDesk", desk: cast.desk(key), name });
  }
  for (const { key, name, email, roles, desks: worksOn } of people) {
    if (key === founder.key) continue;
    const invitation = InvitationId.parse(v7({ msecs: founded }));
    await inNewsroom(cast, admin, founded + 1, {
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

/** The administrator founds the newsroom and invites the others. */
function founderOf(people: readonly SeedPerson[]): SeedPerson {
  const founder = people.find(({ roles }) => roles.includes("admin"));
  if (!founder) throw new Error("A demo newsroom has no administrator.");
  return founder;
}

async function seedEvidence(cast: Cast, { evidence }: SeedNewsroom): Promise<void> {
  const items = Object.entries(evidence)
    .map(([key, item]) => ({ key, ...item, at: instantOf(item.retrievedAt, cast.seededAt).getTime() }))
    .sort((a, b) => a.at - b.at);
  for (const { key, kind, reference, locator, addedBy, at, note } of items) {
    await inNewsroom(cast, cast.person(addedBy), at, {
      type: "addEvidence",
      evidence: cast.evidence(key),
      kind,
      reference,
      locator,
      retrievedAt: at,
      note: note ?? null,
    });
  }
}

/** What was taken back, after everything that happened to the stories that rest on it. */
async function seedWithdrawals(cast: Cast, { evidence }: SeedNewsroom): Promise<void> {
  for (const [key, { withdrawn }] of Object.entries(evidence)) {
    if (!withdrawn) continue;
    const at = instantOf(withdrawn.at, cast.seededAt).getTime();
    const performer = { db: cast.db, person: cast.person(withdrawn.by), now: () => at };
    await withdrawEvidence(performer, {
      newsroomId: cast.newsroom,
      commandId: CommandId.parse(v7({ msecs: at })),
      command: { type: "withdrawEvidence", evidence: cast.evidence(key), reason: withdrawn.reason },
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
