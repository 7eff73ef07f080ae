import { z } from "zod";

import { line } from "./words";
import { isTimeZone } from "~/core/digest";
import { TOPICS } from "~/core/notices";
import {
  DIGESTS,
  FIRST_STEPS,
  MOST_KEYS,
  THEMES,
  USUAL_NOTICES,
  USUAL_PREFERENCES,
} from "~/core/preferences";

/** Preferences as they come in and are stored. */

/** A key as app/_keys/chords.ts names it: "q", "Alt+,", "Mod+Shift+Z", or two in a row, "v c". */
export const Chord = line(60, 1).regex(/^[^\s]+( [^\s]+)?$/, "This is not a key, nor two in a row.");

/** How large the text is, how wide its column, and whether its letters have serifs. */
export const ReaderSettings = z.strictObject({
  size: z.enum(["small", "medium", "large", "largest"]),
  width: z.enum(["narrow", "medium", "wide"]),
  face: z.enum(["serif", "sans"]),
});
export type ReaderSettings = z.infer<typeof ReaderSettings>;

/** The first steps that were done, and whether their list was put away. */
export const FirstSteps = z.strictObject({
  done: z.array(z.enum(FIRST_STEPS)).max(FIRST_STEPS.length),
  dismissed: z.boolean(),
});
export type FirstSteps = z.infer<typeof FirstSteps>;

/** By when what one has not read comes by e-mail: never, each hour, or each day at an hour of one's own. */
export const Digest = z.strictObject({
  every: z.enum(DIGESTS),
  /** 0 to 23, of the time zone. */
  hour: z.number().int().min(0).max(23),
  zone: line(60, 1).refine(isTimeZone, "There is no such time zone."),
});
export type Digest = z.infer<typeof Digest>;

/** What one is told of. Topics that are switched off are named, so that a new one is on. */
export const NoticePreferences = z.strictObject({
  noBell: z.array(z.enum(TOPICS)).max(TOPICS.length),
  noMail: z.array(z.enum(TOPICS)).max(TOPICS.length),
  digest: Digest,
});
export type NoticePreferences = z.infer<typeof NoticePreferences>;

/** So many actions may have keys of their own: more than there are. */
const MOST_ACTIONS = 300;

/** Version 1. A change of shape gets the next number, and `readPreferences` takes the older ones over. */
export const Preferences = z.strictObject({
  version: z.literal(1),
  /** Keys of one's own by the action's id, instead of its usual ones; an empty list takes them away. */
  keys: z
    .record(line(80, 1), z.array(Chord).max(MOST_KEYS).readonly())
    .readonly()
    .refine(
      (keys) => Object.keys(keys).length <= MOST_ACTIONS,
      "These are more keys than there are actions.",
    ),
  /** Whether letters, digits and signs by themselves do something. @see https://www.w3.org/TR/WCAG22/#character-key-shortcuts */
  singleKeys: z.boolean(),
  reader: ReaderSettings,
  /** Came later than the others, as did what follows. */
  theme: z.enum(THEMES).default("system"),
  firstSteps: FirstSteps.default({ done: [], dismissed: false }),
  notices: NoticePreferences.default(USUAL_NOTICES),
});
export type Preferences = z.infer<typeof Preferences>;

/** What is changed of them; each part as a whole. */
export const PreferencesChange = Preferences.omit({ version: true })
  .extend({ theme: z.enum(THEMES), firstSteps: FirstSteps, notices: NoticePreferences })
  .partial();
export type PreferencesChange = z.infer<typeof PreferencesChange>;

/** Preferences as they were stored; the usual ones where nothing was, or nothing that this version reads. */
export function readPreferences(stored: unknown): Preferences {
  const read = Preferences.safeParse(stored);
  return read.success ? read.data : USUAL_PREFERENCES;
}
