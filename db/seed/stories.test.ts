import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { UserId } from "~/core/shapes/ids";
import { allowsLink } from "~/core/link";
import { can, type Verb } from "~/core/policy";
import { QCU_1 } from "~/core/qcu";
import type { Grade } from "~/core/scheme";
import type { TagState } from "~/core/tag";

import { newsrooms } from "./newsrooms";
import type { PersonKey, SeedPerson } from "./people";
import { instantOf, type Moment, spanOf, type SeedTag, type Story } from "./story";

const SEEDED_AT = new Date("2026-11-30T08:00:00Z");
const OPENING_MARKS = '“‘"«';
const CLOSING_MARKS = '”’"»';

const [courier, ferryPost] = newsrooms;
const { evidence, people } = courier!;
const stories = newsrooms.flatMap((newsroom) => newsroom.stories);
const DRAFTS = ["harbour-wall", "night-ferry", "book-boat", "crack-reports", "tide-book"];

interface Placed {
  /** Who works in its newsroom. */
  readonly people: readonly SeedPerson[];
  readonly story: Story;
  readonly tag: SeedTag;
  readonly span: { start: number; end: number };
}

const placed: Placed[] = newsrooms.flatMap((newsroom) =>
  newsroom.stories.flatMap((story) =>
    story.tags.map((tag) => ({ people: newsroom.people, story, tag, span: spanOf(story.text, tag) })),
  ),
);

/** A row for each tag, named by story and key. */
function rows(of: (one: Placed) => boolean = () => true): [string, Placed][] {
  return placed.filter(of).map((one) => [`${one.story.slug}/${one.tag.key}`, one]);
}

const isStanding = ({ tag }: Placed): boolean => tag.journey.every(({ step }) => step !== "dismissed");
const contains = (outer: Placed, inner: Placed): boolean =>
  outer.story === inner.story && outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;

describe("the newsrooms", () => {
  test("the courier has its five demo accounts and a standards editor, each reachable there", () => {
    const accounts = people.filter((person) => person.isDemoAccount).flatMap((person) => person.roles);
    expect([...accounts].sort()).toEqual(["admin", "checker", "copy-editor", "managing-editor", "reporter"]);
    expect(people.flatMap((person) => person.roles)).toContain("standards");
    expect(people.filter((person) => !/^[a-z]+\.[a-z]+@courier\.example$/.test(person.email))).toEqual([]);
    const everybody = newsrooms.flatMap((newsroom) => newsroom.people);
    expect(new Set(everybody.map((person) => person.email)).size).toBe(everybody.length);
  });

  test("the ferry post is a small desk of a reporter and an editor, who is administrator too", () => {
    expect(newsrooms).toHaveLength(2);
    expect(ferryPost!.facts).toMatchObject({ deskKind: "small", fourEyes: "required" });
    const accounts = ferryPost!.people.filter((person) => person.isDemoAccount);
    expect(accounts.map(({ roles }) => roles)).toEqual([["reporter"], ["editor", "admin"]]);
    expect(accounts.filter(({ email }) => !/^[a-z]+\.[a-z]+@ferrypost\.example$/.test(email))).toEqual([]);
    expect(accounts).toHaveLength(ferryPost!.people.length);
    expect(ferryPost!.stories.map(({ slug, life, desk }) => [slug, life, desk])).toEqual([
      ["landing-shop", undefined, null],
    ]);
  });

  test("the courier has five drafts, three stories that are further, and at least sixty tags of every kind", () => {
    expect(courier!.stories.filter(({ life }) => !life).map(({ slug }) => slug)).toEqual(DRAFTS);
    expect(courier!.stories.filter(({ life }) => life).map(({ slug }) => slug)).toEqual([
      "fish-market",
      "harbour-bath",
      "gas-leak",
    ]);
    for (const { text, life } of stories) {
      if (life) expect(text.split(/\s+/).length).toBeLessThan(250);
    }
    expect(placed.length).toBeGreaterThanOrEqual(60);
    const shown = placed.flatMap(({ tag }) => [tag.type, ...Object.values(tag.attributes).map(String)]);
    expect(shown).toEqual(
      expect.arrayContaining(
        "direct mixed indirect event quantity causal comparison rule identity hedge forecast unverified conflicting anonymous unknown".split(
          " ",
        ),
      ),
    );
    const states = new Set(placed.map(({ tag }) => tag.journey.at(-1)?.step));
    expect([...states].sort()).toEqual([
      "approved",
      "checked",
      "dismissed",
      "opened",
      "reopened",
      "suggested",
    ]);
  });

  test("uses every evidence item, and fetched it before it was relied on", () => {
    const used = new Set<string>();
    for (const { tag } of placed) {
      for (const step of tag.journey) {
        if (step.step !== "checked") continue;
        for (const key of step.evidence) {
          const item = evidence[key];
          if (!item) throw new Error(`No evidence “${key}”.`);
          expect(instantOf(item.retrievedAt, SEEDED_AT) < instantOf(step.at, SEEDED_AT), key).toBe(true);
          used.add(key);
        }
      }
    }
    expect([...used].sort()).toEqual(Object.keys(evidence).sort());
  });

  test("the peculiar copy that browsers upload is the story's text, character for character", () => {
    const fixture = readFileSync(new URL("../../e2e/fixtures/peculiar.txt", import.meta.url), "utf8");
    expect(fixture).toBe(stories.find(({ slug }) => slug === "night-ferry")?.text);
  });

  test("the peculiar copy has the peculiarities it is for", () => {
    const text = stories.find(({ slug }) => slug === "night-ferry")?.text ?? "";
    for (const peculiarity of [
      /\u00a0/,
      / \n/,
      /\n\n\n/,
      /"/,
      /“/,
      /‘[^”]*”/,
      /\[/,
      /\p{Extended_Pictographic}/u,
      /e\u0301/,
      /[^\n]$/,
    ]) {
      expect(text).toMatch(peculiarity);
    }
    expect(text.split("“").length).not.toBe(text.split("”").length + 1);
  });
});

describe("spans", () => {
  test.each(rows())(
    "%s starts and ends at a word, with no white space at its edges",
    (_, { story, tag, span }) => {
      const paragraph = story.text.lastIndexOf("\n", span.start) + 1;
      const segments = new Intl.Segmenter().segment(story.text.slice(paragraph, span.end + 16));
      const bounds = new Set([...segments].map(({ index }) => paragraph + index));
      expect(tag.words).toBe(tag.words.trim());
      expect(tag.words).not.toBe("");
      expect(bounds.has(span.start)).toBe(true);
      expect(bounds.has(span.end) || span.end === story.text.length).toBe(true);
      for (const edge of [span.start, span.end]) {
        expect(story.text.slice(Math.max(0, edge - 1), edge + 1)).not.toMatch(/^[\p{L}\p{M}\p{N}]{2}$/u);
      }
    },
  );

  test.each(rows(({ tag }) => tag.type === "quote"))(
    "%s includes its quotation marks, if it has any",
    (_, one) => {
      const { story, tag, span } = one;
      if (tag.type !== "quote") return;
      const isMarked = tag.attributes.form !== "indirect";
      expect(OPENING_MARKS.includes(tag.words.charAt(0))).toBe(isMarked);
      const restOfParagraph = story.text.slice(span.end).split("\n")[0] ?? "";
      const isUnclosed = restOfParagraph === "" && !CLOSING_MARKS.includes(tag.words.at(-1) ?? "");
      if (!isUnclosed) expect(CLOSING_MARKS.includes(tag.words.at(-1) ?? "")).toBe(isMarked);
    },
  );

  test.each(rows(({ tag }) => tag.type === "claim"))("%s leaves out the final period", (_, { tag }) => {
    expect(tag.words).not.toMatch(/[.,;:]$/);
  });

  test("no two of one type are equal in a story", () => {
    const spans = placed.map(({ story, tag, span }) => `${story.slug} ${tag.type} ${span.start}–${span.end}`);
    expect(new Set(spans).size).toBe(spans.length);
    const keys = placed.map(({ story, tag }) => `${story.slug} ${tag.key}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("words that do not occur, or occur more often than said, are refused", () => {
    expect(() => spanOf("a b a", { key: "k", words: "c" })).toThrow();
    expect(() => spanOf("a b a", { key: "k", words: "a" })).toThrow();
    expect(() => spanOf("a b a", { key: "k", words: "b", occurrence: 1 })).toThrow();
    expect(() => spanOf("a b a", { key: "k", words: "a", occurrence: 3 })).toThrow();
    expect(spanOf("a b a", { key: "k", words: "a", occurrence: 2 })).toEqual({ start: 4, end: 5 });
  });
});

describe("the editor's guideline", () => {
  /** Where headline, standfirst and first body paragraph lie: the lines to the first blank one and the line after, without the caption. */
  function leadRanges(text: string): { start: number; end: number }[] {
    const ranges: { start: number; end: number }[] = [];
    let start = 0;
    let isBody = false;
    for (const line of text.split("\n")) {
      const isCaption = /(Photo|الصورة):/.test(line);
      if (line !== "" && !isCaption) ranges.push({ start, end: start + line.length });
      if (line !== "" && isBody) break;
      if (line === "") isBody = true;
      start += line.length + 1;
    }
    return ranges;
  }

  test.each(rows(({ tag }) => tag.type === "claim"))(
    "%s is a must exactly in the lead",
    (_, { story, tag, span }) => {
      if (tag.type !== "claim") return;
      const isLead = leadRanges(story.text).some(({ start, end }) => start <= span.start && span.end <= end);
      expect(tag.attributes.priority).toBe(isLead ? "must" : "should");
    },
  );

  test.each(rows(({ tag }) => tag.type !== "uncertainty"))(
    "%s names its speaker as the article does",
    (_, one) => {
      const { attributes } = one.tag;
      if (!("speaker" in attributes) || attributes.speaker === "unknown") return;
      expect(one.story.text.toLowerCase()).toContain(attributes.speaker.toLowerCase());
    },
  );

  const marked = placed.filter(({ tag }) => tag.type === "quote" && tag.attributes.form !== "indirect");

  test.each(rows(({ tag }) => tag.type === "claim" || tag.type === "uncertainty"))(
    "%s inside a quote is its speaker's",
    (_, one) => {
      const quote = marked.find((candidate) => contains(candidate, one))?.tag;
      if (quote?.type !== "quote") return;
      if (one.tag.type === "claim") {
        expect(one.tag.attributes).toMatchObject({ voice: "attributed", speaker: quote.attributes.speaker });
      }
      if (one.tag.type === "uncertainty") expect(one.tag.attributes.holder).toBe("source");
    },
  );

  test.each(rows(({ tag }) => tag.links !== undefined))("%s links to what it may link to", (_, one) => {
    const links = (one.tag.links ?? []).map(({ relation, to }) => {
      const target = placed.find(({ story, tag }) => story === one.story && tag.key === to);
      if (!target) throw new Error(`No tag “${to}”.`);
      return { relation, target };
    });
    for (const { relation, target } of links) {
      expect(allowsLink(QCU_1, one.tag.type, relation, target.tag.type)).toBe(true);
      if (relation === "within") expect(contains(target, one)).toBe(true);
      if (relation === "continues") {
        expect(target.span.end).toBeLessThan(one.span.start);
        expect(target.tag.attributes).toMatchObject({ form: "direct" });
        expect(one.tag.attributes).toEqual(target.tag.attributes);
      }
    }
  });

  test.each(rows(({ tag }) => tag.type === "uncertainty" && tag.attributes.kind === "conflicting"))(
    "%s links the claims that clash",
    (_, { tag }) => {
      const claims = (tag.links ?? []).filter(({ relation }) => relation === "about");
      expect(claims.length).toBeGreaterThanOrEqual(2);
    },
  );
});

describe("journeys", () => {
  const idOf = (at: readonly SeedPerson[], key: PersonKey): UserId =>
    UserId.parse(
      `00000000-0000-7000-8000-${String(at.findIndex((person) => person.key === key)).padStart(12, "0")}`,
    );

  function gradesOf(tag: SeedTag): Grade["name"][] {
    if (tag.type === "uncertainty") return tag.attributes.kind === "anonymous" ? ["anonymous"] : [];
    if (tag.type === "quote") return [];
    return [
      ...(tag.attributes.priority === "must" ? ["must" as const] : []),
      ...(tag.attributes.legal ? ["legal" as const] : []),
    ];
  }

  function expectAllowed({ people: at, story, tag }: Placed, by: PersonKey, verb: Verb): void {
    const roles = at.find((person) => person.key === by)?.roles ?? [];
    const subject = { article: { author: idOf(at, story.author), shares: [] }, grades: gradesOf(tag) };
    expect(can({ id: idOf(at, by), roles }, verb, subject), `${by}: ${verb}`).toMatchObject({
      allowed: true,
    });
  }

  /** From which states each step may be taken; `null` is a tag that is not there yet. */
  const FROM = {
    suggested: [null],
    opened: [null, "suggested"],
    checked: ["open", "stale"],
    approved: ["checked"],
    reopened: ["checked", "approved"],
    dismissed: ["suggested", "open", "checked"],
    settled: ["checked", "approved"],
  } as const satisfies Record<string, readonly (TagState | null)[]>;

  const TO = {
    suggested: "suggested",
    opened: "open",
    checked: "checked",
    approved: "approved",
    reopened: "open",
    dismissed: "dismissed",
    settled: "stale",
  } as const satisfies Record<string, TagState>;

  test.each(rows())("%s goes only where its rules allow", (_, one) => {
    const { story, tag } = one;
    let state: TagState | null = null;
    let verdictBy: PersonKey | null = null;
    let tagger: PersonKey | null = null;
    for (const step of tag.journey) {
      expect(FROM[step.step]).toContain(state);
      if (step.step === "opened") {
        expectAllowed(one, step.by, "tag");
        tagger = step.by;
      }
      if (step.step === "checked") {
        expectAllowed(one, step.by, "set verdict");
        for (const grade of gradesOf(tag)) expectAllowed(one, step.by, `set verdict: ${grade}`);
        expect(step.by).not.toBe(story.author);
        expect(step.finding === "unverifiable" ? (step.note ?? "") : step.evidence.join()).not.toBe("");
        verdictBy = step.by;
      }
      if (step.step === "approved") {
        expectAllowed(one, step.by, "approve");
        expect(step.by).not.toBe(verdictBy);
      }
      if (step.step === "reopened") expectAllowed(one, step.by, "reopen");
      if (step.step === "dismissed") {
        if (state === "checked") expectAllowed(one, step.by, "dismiss a checked tag");
        else if (state === "open" && step.by !== tagger) expectAllowed(one, step.by, "dismiss another's tag");
        else expectAllowed(one, step.by, "tag");
      }
      if (step.step === "settled") expectAllowed(one, step.by, "tag");
      state = TO[step.step];
    }
    expect(state).not.toBeNull();
  });

  test.each(rows())(
    "%s moves forward in time, after its story and before the seeding",
    (_, { story, tag }) => {
      const times = [story.arrived, ...tag.journey.map(({ at }) => at)].map((at) =>
        instantOf(at, SEEDED_AT).getTime(),
      );
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      expect(times.at(-1)).toBeLessThan(SEEDED_AT.getTime());
    },
  );

  test.each(rows(({ story }) => story.restrictedTo !== undefined))(
    "%s is touched only by those who may see it",
    (_, one) => {
      const actors = one.tag.journey.flatMap((step) => ("by" in step ? [step.by] : []));
      expect(actors.filter((actor) => !one.story.restrictedTo?.includes(actor))).toEqual([]);
    },
  );

  test("spread over a month, with a tag reopened and a queue left open", () => {
    const days = new Set(placed.flatMap(({ tag }) => tag.journey.map(({ at }) => at.split("d")[0])));
    expect(days.size).toBeGreaterThanOrEqual(15);
    const last = placed.filter(isStanding).map(({ tag }) => tag.journey.at(-1)?.step);
    expect(last.filter((step) => step === "opened").length).toBeGreaterThanOrEqual(10);
    expect(placed.some(({ tag }) => tag.journey.filter(({ step }) => step === "reopened").length === 1)).toBe(
      true,
    );
  });

  test.each(["2 days ago", "2d 9:05", "d 10:00"])("%s is refused as a moment", (moment) => {
    // What is no moment does not compile either, but data may come from elsewhere.
    expect(() => instantOf(moment as Moment, SEEDED_AT)).toThrow();
  });
});
