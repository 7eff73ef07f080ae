import { getTRPCErrorShape, TRPCError } from "@trpc/server";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "~/core/policy";
import { testDatabase } from "~/db/testing";
import { appRouter } from "./index";
import { type Row, TABLE } from "./testing-access";
import { nothing, TEST_ROLES, testWorld, type World } from "./testing-world";

let world: World;
beforeAll(async () => {
  world = await testWorld(await testDatabase());
});

/** What came of a call. A conflict or an illegal state is only met by those who may. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const { code } = error;
    return code === "CONFLICT" || code === "PRECONDITION_FAILED" ? "done" : code;
  }
}

/** All that a refused person learns. */
async function told(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return getTRPCErrorShape({
      config: appRouter._def._config,
      error,
      ctx: undefined,
      input: undefined,
      path: "",
      type: "query",
    });
  }
}

const rows = Object.entries(TABLE);
const cases = rows.flatMap(([name, row]) => TEST_ROLES.map((role) => [name, role, row] as const));
const isMember = (role: Role, { may }: Row) => typeof may === "string" || may.includes(role);
const who = (role: Role, session: () => Promise<string> = () => world.session(role)) => ({
  role,
  session,
  token: () => world.token(),
});

describe("who may call what", () => {
  it("is said here of every procedure that is served, and of no other", () => {
    const named = new Set(rows.map(([name]) => name.split(":")[0]));
    expect([...named].toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted());
  });

  it.each(cases)("%s by the %s", async (_, role, row) => {
    const expected = isMember(role, row) ? "done" : row.unseen?.includes(role) ? "NOT_FOUND" : "FORBIDDEN";
    expect(await outcome(row.call(world.as(role), world.first, who(role)))).toBe(expected);
  });

  it.each(rows)("%s by whoever is signed out", async (_, row) => {
    const expected = row.may === "anyone" ? "done" : "UNAUTHORIZED";
    expect(await outcome(row.call(world.as(null), world.first, who("checker")))).toBe(expected);
  });
});

describe("a foreign id answers as a missing one", () => {
  const about = cases.filter(([, , { may }]) => typeof may !== "string");

  it.each(about)("%s by the %s, in a newsroom that is not theirs", async (_, role, row) => {
    const foreign = await told(row.call(world.as(role), world.second, who(role)));
    expect(foreign).toMatchObject({ data: { kind: "not-found" } });
    expect(foreign).toEqual(await told(row.call(world.as(role), nothing(), who(role))));
  });

  it.each(about)("%s by the %s, in their own newsroom with what is not theirs", async (_, role, row) => {
    const { newsroom, article } = world.first;
    const foreign = await told(row.call(world.as(role), { ...world.second, newsroom, article }, who(role)));
    expect(foreign).toEqual(
      await told(row.call(world.as(role), { ...nothing(), newsroom, article }, who(role))),
    );
  });

  it("account.endSession", async () => {
    const { call } = TABLE["account.endSession"]!;
    const foreign = await told(
      call(
        world.as("checker"),
        world.first,
        who("checker", () => world.session("admin")),
      ),
    );
    expect(foreign).toMatchObject({ data: { kind: "not-found" } });
    expect(foreign).toEqual(
      await told(
        call(
          world.as("checker"),
          world.first,
          who("checker", () => Promise.resolve(v7())),
        ),
      ),
    );
  });
});
