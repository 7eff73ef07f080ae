import type { AnyArticleCommand } from "~/core/shapes/command";
import type { TagId } from "~/core/ids";
import { instantOf, type LifeStep, type SeedOverride, type Story } from "~/db/seed/story";
import { type Cast, HOUR, type Step } from "./demo-cast";

/** How the demo's stories go through their lives. */

/** Every step of the story's life, each at its time. @param journeys its tags by their keys */
export function lifeSteps(
  story: Story,
  journeys: readonly { id: TagId; tag: { key: string } }[],
  cast: Cast,
): Step[] {
  const tagOf = (key: string): TagId => {
    const journey = journeys.find(({ tag }) => tag.key === key);
    if (!journey) throw new Error(`There is no tag “${key}” that could have failed.`);
    return journey.id;
  };
  return (story.life ?? []).map((step) => ({
    at: instantOf(step.at, cast.seededAt).getTime(),
    commands: (sees) => [{ by: cast.person(step.by), command: commandOf(step, sees, cast, tagOf) }],
  }));
}

function commandOf(
  step: LifeStep,
  sees: string | null,
  { seededAt }: Cast,
  tagOf: (key: string) => TagId,
): AnyArticleCommand {
  const hence = (hours: number) => seededAt.getTime() + hours * HOUR;
  const owing = ({ rule, reason, dueInHours }: SeedOverride) => ({ rule, reason, due: hence(dueInHours) });
  switch (step.step) {
    case "sentToReview":
      return { type: "sendToReview" };
    case "signedOff":
      return { type: "signOff", sees };
    case "deadlineSet":
      return { type: "setDeadline", from: null, to: hence(step.inHours) };
    case "published":
      return { type: "publish", sees, overrides: (step.overrides ?? []).map(owing) };
    case "correctionBegun":
      return { type: "beginCorrection", class: step.class };
    case "revised":
      return { type: "addRevision", text: step.text, sees };
    case "corrected": {
      const { note, failed } = step;
      return { type: "publishCorrection", sees, note, tags: failed.map(tagOf), overrides: [] };
    }
  }
}
