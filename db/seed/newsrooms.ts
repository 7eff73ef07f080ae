import { evidence, type SeedEvidence } from "./evidence";
import {
  courierDesks,
  courierFacts,
  courierPeople,
  ferryPostFacts,
  ferryPostPeople,
  type NewsroomFacts,
  type SeedDesk,
  type SeedPerson,
} from "./people";
import { courierStories, ferryPostStories } from "./stories";
import type { Story } from "./story";

/** A demo newsroom with everything that is told of it. */
export interface SeedNewsroom {
  readonly facts: NewsroomFacts;
  readonly people: readonly SeedPerson[];
  readonly desks: readonly SeedDesk[];
  readonly evidence: Readonly<Record<string, SeedEvidence>>;
  readonly stories: readonly Story[];
}

/** The large one first. */
export const newsrooms: readonly SeedNewsroom[] = [
  {
    facts: courierFacts,
    people: courierPeople,
    desks: courierDesks,
    evidence,
    stories: courierStories,
  },
  { facts: ferryPostFacts, people: ferryPostPeople, desks: [], evidence: {}, stories: ferryPostStories },
];
