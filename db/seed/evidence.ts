import type { Evidence } from "~/core/newsroom";

import type { PersonKey } from "./people";
import type { Moment } from "./story";

/**
 * The evidence of the demo newsroom, used by tags of any story. As everywhere, nothing in it says who an anonymous
 * source is: the notes of such a talk are named by their subject and by who keeps them.
 */
export interface SeedEvidence {
  readonly kind: Evidence["kind"];
  readonly reference: string;
  /** Where in it: page, timecode, row. */
  readonly locator: string;
  readonly retrievedAt: Moment;
  readonly addedBy: PersonKey;
  readonly note?: string;
  /** Taken back after it was relied on; the verdicts that rest on it go stale. */
  readonly withdrawn?: { readonly by: PersonKey; readonly at: Moment; readonly reason: string };
}

/** The items by key. */
export const evidence = {
  "council-minutes": {
    kind: "document",
    reference: "Kelmouth City Council, signed minutes of the extraordinary meeting on the outer harbour",
    locator: "item 9, p. 14",
    retrievedAt: "2d 08:55",
    addedBy: "checker",
  },
  "council-recording": {
    kind: "recording",
    reference: "Kelmouth City Council, sound recording of the extraordinary meeting",
    locator: "3:12:40–3:31:05",
    retrievedAt: "3d 05:30",
    addedBy: "reporter",
    note: "Breaks off at 6:58:11, before the count is repeated.",
  },
  "finance-report": {
    kind: "document",
    reference: "Kelmouth City Council, Financing the Outer Harbour Wall, report of the finance director",
    locator: "table 3, p. 22; p. 4",
    retrievedAt: "3d 05:40",
    addedBy: "reporter",
  },
  "city-accounts": {
    kind: "dataset",
    reference: "Kelmouth City Council, open accounts, last closed year",
    locator: "sheet “Service lines”, rows 41 and 118",
    retrievedAt: "2d 09:30",
    addedBy: "checker",
  },
  "standing-orders": {
    kind: "document",
    reference: "Kelmouth City Council, Standing Orders on Contracts",
    locator: "order 17 (3)",
    retrievedAt: "2d 11:12",
    addedBy: "checker",
  },
  "wall-drawings": {
    kind: "document",
    reference: "Kelmouth Harbour Board, outer harbour wall, general arrangement, issue of May",
    locator: "sheet 2, section A–A",
    retrievedAt: "2d 10:58",
    addedBy: "checker",
  },
  "company-register": {
    kind: "web page",
    reference: "National register of companies, entry for Norvik Line",
    locator: "“Persons with control”",
    retrievedAt: "2d 10:44",
    addedBy: "checker",
  },
  "board-statement": {
    kind: "document",
    reference: "Kelmouth Harbour Board, e-mailed statement to the Courier",
    locator: "second paragraph",
    retrievedAt: "3d 05:10",
    addedBy: "reporter",
  },
  "official-interview": {
    kind: "interview note",
    reference: "Notes of a conversation on the finance of the wall, kept by the reporter",
    locator: "notebook 12, leaf 31",
    retrievedAt: "3d 04:50",
    addedBy: "reporter",
    note: "On condition of anonymity; the reason was written down at the time.",
  },
  "ferry-timetables": {
    kind: "document",
    reference: "Skell Ferries, printed timetables for spring and summer",
    locator: "p. 3 of each",
    retrievedAt: "6d 09:02",
    addedBy: "checker",
  },
  "island-register": {
    kind: "dataset",
    reference: "Kelmouth electoral roll and parish census, Skell Island",
    locator: "polling district S1",
    retrievedAt: "6d 09:18",
    addedBy: "checker",
  },
  "ferry-announcement": {
    kind: "web page",
    reference: "Skell Ferries, announcement of the night boat on its own page",
    locator: "post of Monday, 19:02",
    retrievedAt: "7d 15:10",
    addedBy: "reporter",
  },
  "booking-page": {
    kind: "own observation",
    reference: "Screenshots of the Skell Ferries booking page, taken by the Courier",
    locator: "three images, Friday to Sunday",
    retrievedAt: "7d 14:55",
    addedBy: "reporter",
  },
  "renner-call": {
    kind: "recording",
    reference: "Telephone call with Odile Renner, harbour master, recorded with her consent",
    locator: "0:48–2:10",
    retrievedAt: "7d 13:20",
    addedBy: "reporter",
  },
  "berth-register": {
    kind: "dataset",
    reference: "Kelmouth Harbour Board, register of berths",
    locator: "Fish Quay, berths 1–40",
    retrievedAt: "6d 10:05",
    addedBy: "checker",
  },
  "calloway-interview": {
    kind: "interview note",
    reference: "Notes of an interview with Bríd Calloway at the landing",
    locator: "notebook 12, leaf 24",
    retrievedAt: "7d 12:00",
    addedBy: "reporter",
  },
  "deckhand-interview": {
    kind: "interview note",
    reference: "Notes of a conversation aboard the Skell Star, kept by the reporter",
    locator: "notebook 12, leaf 26",
    retrievedAt: "7d 12:30",
    addedBy: "reporter",
    note: "On condition of anonymity, with the reason.",
  },
  "boat-inventory": {
    kind: "own observation",
    reference: "Count of the crates and of two sample crates on deck, by the Courier",
    locator: "photographs 4–11",
    retrievedAt: "14d 09:00",
    addedBy: "copy-editor",
  },
  "rifai-recording": {
    kind: "recording",
    reference: "Interview with Salma al-Rifai, librarian, in Arabic",
    locator: "4:05–9:30",
    retrievedAt: "14d 08:20",
    addedBy: "copy-editor",
  },
  "association-yearbook": {
    kind: "document",
    reference: "Friends of the Floating Library, yearbook of the last year afloat",
    locator: "p. 7 and p. 19, in Arabic",
    retrievedAt: "13d 09:50",
    addedBy: "checker",
  },
  "river-clerk-interview": {
    kind: "interview note",
    reference: "Notes of a telephone call about river permits, kept by the author",
    locator: "sheet 2",
    retrievedAt: "14d 09:45",
    addedBy: "copy-editor",
    note: "On condition of anonymity, with the reason.",
  },
  indictment: {
    kind: "document",
    reference: "Kelmouth Crown Court, indictment in the Halcyon case",
    locator: "count 1, paragraphs 2–6",
    retrievedAt: "20d 12:00",
    addedBy: "reporter",
  },
  "court-transcript": {
    kind: "transcript",
    reference: "Kelmouth Crown Court, transcript of the first day of the Halcyon trial",
    locator: "pp. 6–31",
    retrievedAt: "19d 13:30",
    addedBy: "checker",
  },
  "court-order": {
    kind: "document",
    reference: "Kelmouth Crown Court, order on the anonymity of a witness",
    locator: "paragraph 1",
    retrievedAt: "19d 16:02",
    addedBy: "standards",
    note: "The order itself names nobody.",
  },
  "harbours-act": {
    kind: "web page",
    reference: "Harbours Act, official consolidated text",
    locator: "section 44 (2)",
    retrievedAt: "17d 10:12",
    addedBy: "checker",
  },
  "tide-ledgers": {
    kind: "document",
    reference: "Kelmouth County Record Office, tide books of the Customs House, 214 volumes",
    locator: "vol. 1, inside cover; vol. 214, last leaf",
    retrievedAt: "29d 09:00",
    addedBy: "reporter",
  },
  "varga-notebooks": {
    kind: "document",
    reference: "Ilse Varga, tide notebooks 1–41, private hands",
    locator: "last page of each",
    retrievedAt: "29d 08:00",
    addedBy: "reporter",
    note: "Photographed with her leave; not to be published entire.",
  },
  "varga-interview": {
    kind: "recording",
    reference: "Interviews with Ilse Varga, three mornings",
    locator: "second morning, 21:15",
    retrievedAt: "29d 08:10",
    addedBy: "reporter",
  },
  "duarte-interview": {
    kind: "recording",
    reference: "Interview with Anneke Duarte, University of Sorrel",
    locator: "33:40–41:02",
    retrievedAt: "29d 10:00",
    addedBy: "reporter",
  },
  "duarte-data": {
    kind: "dataset",
    reference: "A. Duarte, paired readings of Customs Steps and Pilot Jetty, 16,902 rows",
    locator: "columns staff_m, gauge_m",
    retrievedAt: "25d 14:45",
    addedBy: "checker",
  },
  "levelling-report": {
    kind: "document",
    reference: "State Survey, report on the levelling of Kelmouth, April",
    locator: "table 1 and conclusion",
    retrievedAt: "26d 09:30",
    addedBy: "checker",
  },
  geodesist: {
    kind: "expert",
    reference: "A geodesist at another survey, asked about method and result, not quoted",
    locator: "e-mail of two pages",
    retrievedAt: "22d 16:05",
    addedBy: "checker",
  },
  "board-letter": {
    kind: "document",
    reference: "Kelmouth Harbour Board, letter to the city council on the harbour zero, July",
    locator: "paragraphs 3–7",
    retrievedAt: "22d 15:20",
    addedBy: "checker",
  },
  "flood-maps": {
    kind: "dataset",
    reference: "Kelmouth planning department, flood zone of 2009 and draft of August, with addresses",
    locator: "layers zone_2009, draft_08",
    retrievedAt: "21d 09:10",
    addedBy: "checker",
  },
  "insurer-letter": {
    kind: "document",
    reference: "Insurer’s letter to Tobias Renn, September",
    locator: "first page",
    retrievedAt: "29d 11:40",
    addedBy: "reporter",
  },
  "liability-opinion": {
    kind: "expert",
    reference: "Courier’s counsel, opinion on liability for public levels",
    locator: "section 3",
    retrievedAt: "20d 11:10",
    addedBy: "standards",
  },
  "surveyor-interview": {
    kind: "interview note",
    reference: "Notes of two conversations about the levelling of the quays, kept by the reporter",
    locator: "notebook 11, leaves 8–12",
    retrievedAt: "29d 12:00",
    addedBy: "reporter",
    note: "On condition of anonymity; the reason was written down at the time.",
  },
  "benchmark-lists": {
    kind: "document",
    reference: "Kelmouth Harbour Board, lists of benchmarks of 2010 and 2012",
    locator: "first page of each",
    retrievedAt: "19d 10:05",
    addedBy: "checker",
  },
  "wall-estimate": {
    kind: "document",
    reference: "Kelmouth Harbour Board, cost estimate for raising the crest of the wall",
    locator: "p. 2",
    retrievedAt: "18d 08:50",
    addedBy: "checker",
  },
  "hours-decision": {
    kind: "document",
    reference: "Kelmouth Harbour Board, decision on the hours of the fish auction",
    locator: "paragraphs 1 and 2",
    retrievedAt: "1d 08:30",
    addedBy: "reporter",
  },
  "buyers-letter": {
    kind: "document",
    reference: "Letter of the buyers at the fish auction to the harbour board",
    locator: "signatures, second page",
    retrievedAt: "1d 08:35",
    addedBy: "reporter",
    withdrawn: {
      by: "checker",
      at: "1d 18:20",
      reason: "The board has taken the letter off its page: two of the names were signed twice.",
    },
  },
  "quill-call": {
    kind: "recording",
    reference: "Telephone call with Marta Quill, recorded with her consent",
    locator: "2:05–2:40",
    retrievedAt: "1d 08:50",
    addedBy: "reporter",
  },
  "closing-notice": {
    kind: "document",
    reference: "Kelmouth City Council, notice of the closing of the harbour bath",
    locator: "date of the seal",
    retrievedAt: "10d 09:10",
    addedBy: "checker",
  },
  "bath-accounts": {
    kind: "dataset",
    reference: "Kelmouth finance department, repair of the harbour bath, sums by source",
    locator: "rows 2 to 9",
    retrievedAt: "10d 09:20",
    addedBy: "checker",
  },
  "bath-visit": {
    kind: "own observation",
    reference: "Morning at the harbour bath, photographs and the counter of the turnstile",
    locator: "photographs 1–22; counter at noon",
    retrievedAt: "11d 12:00",
    addedBy: "reporter",
  },
  "toller-interview": {
    kind: "recording",
    reference: "Interview with Agnes Toller at the harbour bath",
    locator: "0:15–3:50",
    retrievedAt: "11d 10:30",
    addedBy: "reporter",
  },
  "brigade-log": {
    kind: "document",
    reference: "Kelmouth fire brigade, public log of the evening",
    locator: "entries of 21:12 and 21:31",
    retrievedAt: "1d 21:45",
    addedBy: "copy-editor",
  },
  "loudspeaker-recording": {
    kind: "recording",
    reference: "Loudspeaker announcement on the Fish Quay, recorded by the reporter",
    locator: "0:00–0:12",
    retrievedAt: "1d 21:40",
    addedBy: "reporter",
  },
  "gas-call": {
    kind: "interview note",
    reference: "Notes of a call with the gas company’s control room",
    locator: "notebook 13, leaf 2",
    retrievedAt: "1d 22:40",
    addedBy: "checker",
  },
} as const satisfies Record<string, SeedEvidence>;

/** Names an evidence item within the newsroom. */
export type EvidenceKey = keyof typeof evidence;
