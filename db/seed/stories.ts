import { bookBoat } from "./stories/book-boat";
import { crackReports } from "./stories/crack-reports";
import { harbourWall } from "./stories/harbour-wall";
import { nightFerry } from "./stories/night-ferry";
import { tideBook } from "./stories/tide-book";
import type { Story } from "./story";

/** The demo newsroom's stories, the one to open first at the head. */
export const stories: readonly Story[] = [harbourWall, nightFerry, bookBoat, crackReports, tideBook];
