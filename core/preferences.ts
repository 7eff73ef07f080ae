import type { NoticePreferences, Preferences, PreferencesChange } from "./shapes/preferences";

/**
 * What a person has chosen for themselves, in whatever newsroom and browser: keys of their own, and how the
 * text is set for reading. Nothing of it changes what anybody else sees.
 */

export type {
  ReaderSettings,
  FirstSteps,
  Digest,
  NoticePreferences,
  Preferences,
  PreferencesChange,
} from "./shapes/preferences";

export const THEMES = ["system", "light", "dark"] as const;

/** Light or dark; `system` follows the device. */
export type Theme = (typeof THEMES)[number];

/** What a newcomer does once to know the way; which three of them depends on what they may do. */
export const FIRST_STEPS = ["tag", "detail", "verdict", "approve", "undo"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** How often letters come that hold what is unread. */
export const DIGESTS = ["never", "hourly", "daily"] as const;

/** All topics in the bell; no letters before somebody asks for them, since those leave the house. */
export const USUAL_NOTICES: NoticePreferences = {
  noBell: [],
  noMail: [],
  digest: { every: "never", hour: 8, zone: "UTC" },
};

/** So many keys may an action have. */
export const MOST_KEYS = 4;

/** As they are for whoever has chosen nothing. */
export const USUAL_PREFERENCES: Preferences = {
  version: 1,
  keys: {},
  singleKeys: true,
  reader: { size: "medium", width: "medium", face: "serif" },
  theme: "system",
  firstSteps: { done: [], dismissed: false },
  notices: USUAL_NOTICES,
};

/** Takes over a change. */
export function withChange(
  preferences: Preferences,
  { keys, singleKeys, reader, theme, firstSteps, notices }: PreferencesChange,
): Preferences {
  return {
    version: 1,
    keys: keys ?? preferences.keys,
    singleKeys: singleKeys ?? preferences.singleKeys,
    reader: reader ?? preferences.reader,
    theme: theme ?? preferences.theme,
    firstSteps: firstSteps ?? preferences.firstSteps,
    notices: notices ?? preferences.notices,
  };
}
