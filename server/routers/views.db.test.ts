import { TRPCError } from "@trpc/server";
import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { expect, it } from "vitest";

import type { UserId } from "~/core/ids";
import { MOST_VIEWS } from "~/core/saved-view";
import { SessionId } from "~/core/shapes/ids";
import { testDatabase } from "~/db/testing";
import { newsroomWithDesks } from "~/db/testing-members";
import { createCallerFactory } from "~/server/trpc";
import { appRouter } from "./index";

const db = await testDatabase();
const callerOf = createCallerFactory(appRouter);
const home = await newsroomWithDesks(db, "keeping");
const away = await newsroomWithDesks(db, "keeping-elsewhere");
const [mara, chip] = [await home.member("Mara", ["managing-editor"]), await home.member("Chip", ["checker"])];
const stan = await away.member("Stan", ["managing-editor"]);

const as = (person: UserId) => {
  const viewer = { person, session: SessionId.parse(randomUUID()), name: "", email: "" };
  return callerOf({ db, viewer, now: Date.now }).views;
};
const newsroom = home.slug;
const aView = (name: string, more: { shared?: boolean; page?: "search" | "queue" } = {}) =>
  ({ newsroom, id: v7(), page: "search", query: "type=claim", shared: false, name, ...more }) as const;
const names = async (person: UserId, page: "search" | "queue" = "search") =>
  (await as(person).list({ newsroom, page })).map(({ name, owner }) => `${owner.name}: ${name}`);
const kindOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: unknown) => (error instanceof TRPCError ? error.code : "BUG"),
  );

it("a view is its keeper's, for one page, until it is shared; nobody else changes it", async () => {
  const [claims, quotes] = [aView("Claims"), aView("A quote", { shared: true })];
  await as(mara).keep(claims);
  await as(mara).keep(claims);
  await as(mara).keep(quotes);
  await as(mara).keep(aView("Mine", { page: "queue" }));
  expect(await names(mara)).toEqual(["Mara: A quote", "Mara: Claims"]);
  expect(await names(mara, "queue")).toEqual(["Mara: Mine"]);
  expect(await names(chip)).toEqual(["Mara: A quote"]);

  const renamed = { newsroom, name: "Mine now" };
  expect(await kindOf(as(chip).change({ ...renamed, id: quotes.id }))).toBe("FORBIDDEN");
  expect(await kindOf(as(chip).forget({ newsroom, id: quotes.id }))).toBe("FORBIDDEN");
  expect(await kindOf(as(chip).change({ ...renamed, id: claims.id }))).toBe("NOT_FOUND");
  expect(await kindOf(as(chip).forget({ newsroom, id: claims.id }))).toBe("NOT_FOUND");
  expect(await kindOf(as(chip).keep({ ...claims, name: "Taken over" }))).toBe("NOT_FOUND");
  for (const { id } of [claims, quotes]) {
    expect(await kindOf(as(stan).change({ ...renamed, newsroom: away.slug, id }))).toBe("NOT_FOUND");
    expect(await kindOf(as(stan).forget({ newsroom: away.slug, id }))).toBe("NOT_FOUND");
  }
  expect(await names(mara)).toEqual(["Mara: A quote", "Mara: Claims"]);

  await as(mara).change({ newsroom, id: claims.id, name: "All claims", shared: true });
  await as(mara).forget({ newsroom, id: quotes.id });
  expect(await as(chip).list({ newsroom, page: "search" })).toMatchObject([
    { id: claims.id, name: "All claims", query: "type=claim", shared: true },
  ]);
});

it.each([
  { name: "" },
  { name: " " },
  { name: " Claims" },
  { name: "x".repeat(81) },
  { query: "a b" },
  { query: "?type=claim" },
  { query: "x".repeat(2_001) },
])("%o is refused", async (wrong) => {
  expect(await kindOf(as(chip).keep({ ...aView("Claims"), ...wrong }))).toBe("BAD_REQUEST");
});

it("there is an end to how many one keeps", async () => {
  const rita = await home.member("Rita", ["standards"]);
  for (let number = 0; number < MOST_VIEWS; number += 1) await as(rita).keep(aView(`View ${number}`));
  expect(await kindOf(as(rita).keep(aView("One more")))).toBe("PRECONDITION_FAILED");
  expect(await kindOf(as(rita).keep(aView("Elsewhere", { page: "queue" })))).toBe("done");
});
