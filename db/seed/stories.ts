import { bookBoat } from "./stories/book-boat";
import { crackReports } from "./stories/crack-reports";
import { fishMarket } from "./stories/fish-market";
import { gasLeak } from "./stories/gas-leak";
import { harbourBath } from "./stories/harbour-bath";
import { harbourWall } from "./stories/harbour-wall";
import { landingShop } from "./stories/landing-shop";
import { nightFerry } from "./stories/night-ferry";
import { tideBook } from "./stories/tide-book";
import type { Story } from "./story";

/** The Courier's stories, the one to open first at the head; after the drafts what is further in its life. */
export const courierStories: readonly Story[] = [
  harbourWall,
  nightFerry,
  bookBoat,
  crackReports,
  tideBook,
  fishMarket,
  harbourBath,
  gasLeak,
];

/** What the Ferry Post works on. */
export const ferryPostStories: readonly Story[] = [landingShop];
