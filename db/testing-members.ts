import { and, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { DeskId, NewsroomId, UserId } from "~/core/shapes/ids";
import type { Role } from "~/core/policy";
import { QCU_1 } from "~/core/qcu";
import type { Database } from "./client";
import { desks, memberships, newsrooms, schemes } from "./schema/newsrooms";
import { users } from "./schema/people";

/** A newsroom of several desks, for tests of who sees and may do what; written straight to its rows. */
export interface NewsroomWithDesks {
  readonly id: NewsroomId;
  readonly slug: string;
  readonly city: DeskId;
  readonly politics: DeskId;
  /** Adds a member; `desks` null for all of them. Gives the person's id. */
  readonly member: (name: string, roles: Role[], desks?: DeskId[] | null) => Promise<UserId>;
  readonly disable: (person: UserId) => Promise<void>;
}

/** Founds a newsroom with the desks City and Politics and the built-in scheme; nobody works in it yet. */
export async function newsroomWithDesks(db: Database, slug: string): Promise<NewsroomWithDesks> {
  const id = NewsroomId.parse(randomUUID());
  const [city, politics] = [DeskId.parse(randomUUID()), DeskId.parse(randomUUID())];
  await db
    .insert(newsrooms)
    .values({ id, slug, name: `The ${slug}`, deskKind: "full", fourEyes: "required" });
  await db.insert(schemes).values({ newsroomId: id, id: QCU_1.id, version: QCU_1.version, body: QCU_1 });
  await db.insert(desks).values([
    { newsroomId: id, id: city, name: "City" },
    { newsroomId: id, id: politics, name: "Politics" },
  ]);
  return {
    id,
    slug,
    city,
    politics,
    async member(name, roles, ofDesks = null) {
      const person = UserId.parse(randomUUID());
      const email = `${name.toLowerCase().replace(/\W+/g, ".")}.${slug}@example.org`;
      await db.insert(users).values({ id: person, name, email, createdAt: new Date(0) });
      await db.insert(memberships).values({ newsroomId: id, userId: person, roles, desks: ofDesks });
      return person;
    },
    async disable(person) {
      await db
        .update(memberships)
        .set({ disabled: true })
        .where(and(eq(memberships.newsroomId, id), eq(memberships.userId, person)));
    },
  };
}
