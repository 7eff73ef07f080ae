import { v7 } from "uuid";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { ArticleId, UserId } from "~/core/shapes/ids";
import type { Saying, Whereabouts } from "~/core/presence";
import { Attendance, MOST_NAMED, Pace } from "./attendance";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const article = ArticleId.parse(v7());
const HERE: Whereabouts = { place: 0, selection: null, writing: null };

const somebody = (name: string): Saying => ({
  article,
  tab: v7(),
  person: UserId.parse(v7()),
  name,
  at: HERE,
});

function attendance() {
  const told: string[][] = [];
  const room: Attendance = new Attendance({
    now: Date.now,
    changed: (changed) => told.push(room.picture(changed).present.map(({ name }) => name)),
  });
  return { room, told };
}

describe("attendance", () => {
  it("tells who came, and what many do at the same time in one picture", () => {
    const { room, told } = attendance();
    room.heard(somebody("Ada"));
    room.heard(somebody("Ben"));
    vi.advanceTimersByTime(1_000);
    expect(told).toHaveLength(1);
    expect(told[0]).toEqual(expect.arrayContaining(["Ada", "Ben"]));
  });

  it("says nothing of somebody who is still where they were, and keeps them", () => {
    const { room, told } = attendance();
    const ada = somebody("Ada");
    for (let beat = 0; beat < 10; beat += 1) {
      room.heard(ada);
      vi.advanceTimersByTime(8_000);
    }
    expect(told).toEqual([["Ada"]]);
    room.heard({ ...ada, at: { ...HERE, selection: { start: 3, end: 9 } } });
    vi.advanceTimersByTime(1_000);
    expect(told).toHaveLength(2);
    expect(room.picture(article).present[0]?.selection).toEqual({ start: 3, end: 9 });
  });

  it("tells within 20 seconds that somebody is heard of no more", () => {
    const { room, told } = attendance();
    room.heard(somebody("Ada"));
    vi.advanceTimersByTime(14_000);
    expect(told).toEqual([["Ada"]]);
    vi.advanceTimersByTime(6_000);
    expect(told).toEqual([["Ada"], []]);
    expect(room.isAnybodyIn(article)).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("tells at once that somebody left, when they say so themselves", () => {
    const { room, told } = attendance();
    const ada = somebody("Ada");
    room.heard(ada);
    vi.advanceTimersByTime(1_000);
    room.heard({ ...ada, person: UserId.parse(v7()), at: null });
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([["Ada"]]);
    room.heard({ ...ada, at: null });
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([["Ada"], []]);
  });

  it("names those who did something last, counts the others, and is one object until something changes", () => {
    const { room } = attendance();
    const people = Array.from({ length: MOST_NAMED + 7 }, (_, n) => somebody(`p${n}`));
    for (const person of people) {
      room.heard(person);
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(5_000);
    const picture = room.picture(article);
    expect(picture.present).toHaveLength(MOST_NAMED);
    expect(picture.others).toBe(7);
    expect(picture.present[0]?.name).toBe(people.at(-1)?.name);
    for (const person of people) room.heard(person);
    vi.advanceTimersByTime(5_000);
    expect(room.picture(article)).toBe(picture);
  });
});

describe("the pace of sayings", () => {
  it("lets somebody say one thing a second and a few at once, whatever others say", () => {
    const pace = new Pace();
    const [ada, ben] = [UserId.parse(v7()), UserId.parse(v7())];
    const said = (person: UserId, at: number, times: number) =>
      Array.from({ length: times }, () => pace.allows(person, at)).filter(Boolean).length;
    expect(said(ada, 0, 10)).toBe(4);
    expect(said(ben, 0, 10)).toBe(4);
    expect(said(ada, 1_000, 10)).toBe(1);
    expect(said(ada, 1_500, 10)).toBe(0);
    expect(said(ada, 60_000, 10)).toBe(4);
  });
});
