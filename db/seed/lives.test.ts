import { describe, expect, test } from "vitest";

import type { ArticleState } from "~/core/article";
import { UserId } from "~/core/shapes/ids";
import { leadsFrom, type Step } from "~/core/life";
import { can, type Verb } from "~/core/policy";

import { newsrooms } from "./newsrooms";
import { instantOf, type LifeStep, type Moment, type Story } from "./story";

const SEEDED_AT = new Date("2026-11-30T08:00:00Z");
const timeOf = (at: Moment): number => instantOf(at, SEEDED_AT).getTime();

const AUTHOR = UserId.parse("00000000-0000-7000-8000-000000000001");
const OTHER = UserId.parse("00000000-0000-7000-8000-000000000002");

const told = newsrooms.flatMap(({ people, stories }) => stories.map((story) => ({ people, story })));
const lived = told.flatMap(({ people, story }) =>
  story.life ? [{ slug: story.slug, people, story, life: story.life }] : [],
);

/** What each step of a story is in the newsroom's rules: the step taken, the right that it needs, where it leads. */
function meaningOf(step: LifeStep): { takes: Step | null; verb: Verb; to: ArticleState | null } {
  switch (step.step) {
    case "sentToReview":
      return { takes: "sendToReview", verb: "send to review", to: "in-review" };
    case "deadlineSet":
      return { takes: null, verb: "set deadline", to: null };
    case "signedOff":
      return { takes: "signOff", verb: "sign off", to: "ready" };
    case "published":
      return { takes: "publish", verb: step.overrides ? "override the gate" : "publish", to: "published" };
    case "correctionBegun":
      return {
        takes: "beginCorrection",
        verb: step.class === "refile" ? "refile" : "correct",
        to: "correcting",
      };
    case "revised":
      return { takes: null, verb: "add revision: after draft", to: null };
    case "corrected":
      return { takes: "publishCorrection", verb: "correct", to: "published" };
  }
}

const lastMoment = ({ tags, threads, life }: Story): number =>
  Math.max(
    ...[
      ...tags.flatMap(({ journey }) => journey),
      ...(threads ?? []).flatMap(({ said }) => said),
      ...(life ?? []),
    ].map(({ at }) => timeOf(at)),
  );

describe("lives", () => {
  test.each(lived)(
    "$slug goes only where its rules allow, by whoever may take the step",
    ({ people, story, life }) => {
      let state: ArticleState = "draft";
      for (const step of life) {
        const { takes, verb, to } = meaningOf(step);
        if (takes) expect(leadsFrom(takes, state), `${step.step} from ${state}`).toBe(true);
        const roles = people.find(({ key }) => key === step.by)?.roles ?? [];
        const actor = { id: step.by === story.author ? AUTHOR : OTHER, roles };
        const subject = { article: { author: AUTHOR, shares: [] } };
        expect(can(actor, verb, subject), `${step.by}: ${verb}`).toMatchObject({ allowed: true });
        state = to ?? state;
      }
      expect(["in-review", "published"]).toContain(state);
    },
  );

  test.each(lived)(
    "$slug moves forward in time, and what it has to come is after the seeding",
    ({ story, life }) => {
      const times = [story.arrived, ...life.map(({ at }) => at)].map(timeOf);
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      expect(times.at(-1)).toBeLessThan(SEEDED_AT.getTime());
      for (const step of life) {
        if (step.step === "deadlineSet") expect(step.inHours).toBeGreaterThan(0);
        if (step.step === "published")
          for (const { dueInHours } of step.overrides ?? []) expect(dueInHours).toBeGreaterThan(0);
      }
    },
  );

  test.each(lived)(
    "$slug settles the tags that failed, and only those, after its new text",
    ({ story, life }) => {
      const revised = life.find((step) => step.step === "revised");
      const corrected = life.find((step) => step.step === "corrected");
      const settled = story.tags.filter(({ journey }) => journey.some(({ step }) => step === "settled"));
      expect(settled.map(({ key }) => key)).toEqual(corrected?.failed ?? []);
      for (const { words, journey } of settled) {
        expect(revised?.text).not.toContain(words);
        const at = journey.find(({ step }) => step === "settled")?.at ?? "0d 00:00";
        expect(timeOf(at)).toBeGreaterThan(timeOf(revised?.at ?? "0d 00:00"));
      }
      for (const { key, words } of story.tags)
        if (revised && !corrected?.failed.includes(key)) expect(revised.text).toContain(words);
    },
  );
});

describe("what is given and taken back", () => {
  const given = told.flatMap(({ people, story }) =>
    story.tags.flatMap((tag) => (tag.given ? [{ key: tag.key, people, tag, given: tag.given }] : [])),
  );

  test.each(given)("$key is given by whoever assigns, to a checker, while something is left to do", (one) => {
    const rolesOf = (key: string) => one.people.find((person) => person.key === key)?.roles ?? [];
    expect(can({ id: OTHER, roles: rolesOf(one.given.by) }, "assign")).toMatchObject({ allowed: true });
    expect(rolesOf(one.given.to)).toContain("checker");
    expect(one.tag.journey.map(({ step }) => step)).toEqual(["opened"]);
    expect(timeOf(one.given.at)).toBeGreaterThan(timeOf(one.tag.journey[0]!.at));
  });

  const withdrawn = newsrooms.flatMap(({ evidence, stories }) =>
    Object.entries(evidence).flatMap(([key, { withdrawn }]) =>
      withdrawn
        ? [
            {
              key,
              withdrawn,
              users: stories.filter(({ tags }) =>
                tags.some(({ journey }) =>
                  journey.some(
                    (step) => step.step === "checked" && step.evidence.some((item) => item === key),
                  ),
                ),
              ),
            },
          ]
        : [],
    ),
  );

  test.each(withdrawn)(
    "$key is taken back after all that happened to what rests on it",
    ({ withdrawn, users }) => {
      expect(users).toHaveLength(1);
      for (const story of users) expect(timeOf(withdrawn.at)).toBeGreaterThan(lastMoment(story));
      expect(timeOf(withdrawn.at)).toBeLessThan(SEEDED_AT.getTime());
    },
  );

  test("there is some of both", () => {
    expect([given.length, withdrawn.length]).toEqual([1, 1]);
  });
});
