import fc from "fast-check";
import { expect, it } from "vitest";

import { isTimeZone, lastDue } from "./digest";

const at = (iso: string) => Date.parse(iso);
const daily = (hour: number, zone: string) => ({ every: "daily", hour, zone }) as const;

it.each([
  ["never", { every: "never", hour: 8, zone: "UTC" }, "2026-11-27T09:30:00Z", null],
  ["each hour", { every: "hourly", hour: 8, zone: "UTC" }, "2026-11-27T09:30:00Z", "2026-11-27T09:00:00Z"],
  ["this morning", daily(8, "UTC"), "2026-11-27T09:30:00Z", "2026-11-27T08:00:00Z"],
  ["on the hour", daily(8, "UTC"), "2026-11-27T08:00:00Z", "2026-11-27T08:00:00Z"],
  ["yesterday", daily(8, "UTC"), "2026-11-27T07:59:59Z", "2026-11-26T08:00:00Z"],
  ["in winter", daily(8, "Europe/Oslo"), "2026-11-27T12:00:00Z", "2026-11-27T07:00:00Z"],
  ["in summer", daily(8, "Europe/Oslo"), "2026-07-27T12:00:00Z", "2026-07-27T06:00:00Z"],
  ["in a zone of quarters", daily(7, "Asia/Kathmandu"), "2026-11-27T02:00:00Z", "2026-11-27T01:15:00Z"],
  [
    "at an hour that the clocks skip",
    daily(2, "Europe/Oslo"),
    "2026-03-29T12:00:00Z",
    "2026-03-29T01:00:00Z",
  ],
  ["at an hour that comes twice", daily(2, "Europe/Oslo"), "2026-10-25T12:00:00Z", "2026-10-25T00:00:00Z"],
  ["at midnight", daily(0, "America/New_York"), "2026-11-27T12:00:00Z", "2026-11-27T05:00:00Z"],
] as const)("is due %s", (_, digest, now, due) => {
  expect(lastDue(digest, at(now))).toBe(due === null ? null : at(due));
});

it("is due once in each day, whatever the hour and the zone", () => {
  const zone = fc.constantFrom(
    "UTC",
    "Europe/Oslo",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Australia/Lord_Howe",
  );
  const moment = fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2027-01-01T00:00:00Z") });
  fc.assert(
    fc.property(fc.nat(23), zone, moment, (hour, where, now) => {
      const due = lastDue(daily(hour, where), now)!;
      const before = lastDue(daily(hour, where), due - 1)!;
      expect(now - due).toBeLessThan(25.5 * 3_600_000);
      expect(Math.abs(due - before - 24 * 3_600_000)).toBeLessThanOrEqual(2 * 3_600_000);
    }),
  );
});

it.each([
  ["Europe/Oslo", true],
  ["UTC", true],
  ["Mars/Olympus", false],
  ["", false],
])("%s is a time zone: %s", (zone, is) => expect(isTimeZone(zone)).toBe(is));
