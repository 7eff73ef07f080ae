import { v7 } from "uuid";

import { NewsroomId, UserId } from "~/core/shapes/ids";
import type { FourEyes } from "~/core/newsroom";
import type { DeskKind, Role } from "~/core/policy";
import { QCU_1 } from "~/core/qcu";
import type { Database } from "./client";
import { memberships, newsrooms, schemes, users } from "./schema/index";

/**
 * A newsroom with people in it, put straight into the tables: for tests of what articles go through, not of
 * how people come into newsrooms. Not for use outside of tests.
 */
export interface TestNewsroom {
  readonly id: NewsroomId;
  readonly slug: string;
  /** A person for each role asked for. */
  readonly people: ReadonlyMap<Role, UserId>;
}

/** @param roles one person is made for each */
export async function testNewsroom(
  db: Database,
  roles: readonly Role[],
  { fourEyes = "required", deskKind = "full" }: { fourEyes?: FourEyes; deskKind?: DeskKind } = {},
): Promise<TestNewsroom> {
  const id = NewsroomId.parse(v7());
  const slug = `test-${id.slice(-12)}`;
  await db.insert(newsrooms).values({ id, slug, name: "Test newsroom", deskKind, fourEyes });
  await db.insert(schemes).values({ newsroomId: id, id: QCU_1.id, version: QCU_1.version, body: QCU_1 });
  const people = new Map<Role, UserId>();
  for (const role of roles) {
    const userId = UserId.parse(v7());
    await db
      .insert(users)
      .values({ id: userId, name: `A ${role}`, email: `${userId}@example.org`, createdAt: new Date() });
    await db.insert(memberships).values({ newsroomId: id, userId, roles: [role] });
    people.set(role, userId);
  }
  return { id, slug, people };
}
