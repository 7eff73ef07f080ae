import { expect, test } from "vitest";
import { absoluteTime, clockTime, relativeTime, startOfDay } from "./time";

const now = new Date("2026-11-22T10:42:00Z");

test.each([
  ["2026-11-22T10:41:30Z", "now"],
  ["2026-11-22T10:42:20Z", "now"],
  ["2026-11-22T10:37:00Z", "5 min. ago"],
  ["2026-11-22T09:43:00Z", "59 min. ago"],
  ["2026-11-22T09:42:20Z", "1 hr. ago"],
  ["2026-11-22T13:42:00Z", "in 3 hr."],
  ["2026-11-21T10:42:00Z", "yesterday"],
  ["2026-11-19T10:42:00Z", "3 days ago"],
  ["2026-11-15T10:42:00Z", "15 Nov 2026"],
  ["2027-01-01T00:00:00Z", "1 Jan 2027"],
])("%s is told as %s", (at, words) => {
  expect(relativeTime(new Date(at), now, "UTC")).toBe(words);
});

test("dates and hours are told in the reader's zone", () => {
  const late = new Date("2026-11-10T23:30:00Z");
  expect(relativeTime(late, now, "Asia/Tokyo")).toBe("11 Nov 2026");
  expect(absoluteTime(now, "UTC")).toBe("Sunday, 22 November 2026 at 10:42 UTC");
  expect(clockTime(now, "Europe/Oslo")).toBe("11:42");
});

test.each([
  ["2026-11-22", "UTC", "2026-11-22T00:00:00.000Z"],
  ["2026-11-22", "Europe/Oslo", "2026-11-21T23:00:00.000Z"],
  ["2026-11-22", "America/New_York", "2026-11-22T05:00:00.000Z"],
  ["2026-03-29", "Europe/Oslo", "2026-03-28T23:00:00.000Z"],
  ["2026-03-30", "Europe/Oslo", "2026-03-29T22:00:00.000Z"],
  ["2026-11-22", "Asia/Kolkata", "2026-11-21T18:30:00.000Z"],
])("%s in %s begins at %s", (day, zone, moment) => {
  expect(new Date(startOfDay(day, zone) ?? NaN).toISOString()).toBe(moment);
});

test.each(["", "yesterday", "2026-13-01", "2026-11-22T10:00"])("“%s” is no day", (day) => {
  expect(startOfDay(day, "UTC")).toBeNull();
});
