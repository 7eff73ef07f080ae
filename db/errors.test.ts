import { DrizzleQueryError } from "drizzle-orm/errors";
import { describe, expect, it } from "vitest";
import { awayCode, loggableError } from "./errors";

const secret = "the source is Hanna";
const postgres = Object.assign(new Error(`invalid input syntax for type uuid: "${secret}"`), {
  name: "PostgresError",
  severity: "ERROR",
  code: "22P02",
  detail: `Failing row contains (${secret}).`,
  where: `unnamed portal parameter $1 = '${secret}'`,
  constraint_name: "tags_bounds",
  table_name: "tags",
  parameters: [secret],
});
const failedQuery = () => new DrizzleQueryError("insert into tags (note) values ($1)", [secret], postgres);

describe("an error in the log", () => {
  it("tells of a failed query what failed and where, and none of its values", () => {
    const wrapped = new Error(failedQuery().message, { cause: failedQuery() });
    const logged = loggableError(wrapped);
    expect(JSON.stringify(logged)).not.toContain("Hanna");
    expect(logged.cause).toMatchObject({ query: "insert into tags (note) values ($1)" });
    expect(logged.cause?.cause).toMatchObject({
      type: "PostgresError",
      code: "22P02",
      about: { constraint_name: "tags_bounds", table_name: "tags" },
    });
    expect(logged.at).toContain("errors.test.ts");
  });

  it("keeps the message of any other error, and its cause", () => {
    const logged = loggableError(new Error("the outer", { cause: new TypeError("the inner") }));
    expect(logged).toMatchObject({
      type: "Error",
      message: "the outer",
      cause: { type: "TypeError", message: "the inner" },
    });
  });

  it("keeps nothing of what was thrown and is no error", () => {
    expect(loggableError(secret)).toEqual({ type: "string", at: "" });
  });

  it("comes to an end with causes in a circle", () => {
    const round = new Error("round");
    round.cause = round;
    expect(loggableError(round).type).toBe("Error");
    expect(awayCode(round)).toBeNull();
  });
});

describe("whether the database is away", () => {
  it.each([
    ["ECONNREFUSED", true],
    ["CONNECTION_CLOSED", true],
    ["CONNECT_TIMEOUT", true],
    ["57P01", true],
    ["57P03", true],
    ["53300", true],
    ["08006", true],
    ["23505", false],
    ["40P01", false],
    ["22P02", false],
  ])("%s: %s", (code, isAway) => {
    const error = Object.assign(new Error("x"), { code });
    expect(awayCode(error)).toBe(isAway ? code : null);
    expect(awayCode(new DrizzleQueryError("select 1", [], error))).toBe(isAway ? code : null);
    expect(awayCode(new AggregateError([new Error("y"), error]))).toBe(isAway ? code : null);
  });
});
