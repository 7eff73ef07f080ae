"use client";

import { useLayoutEffect } from "react";
import type { Theme } from "~/core/preferences";
import { usePreferences } from "./preferences";

/**
 * Light or dark, as the person has chosen: it came with the page on the root element, so that nothing flashes, and
 * follows the choice from then on. `system` leaves it to the style sheet.
 */
export function FollowTheme() {
  const { theme } = usePreferences().preferences;
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return null;
}

/** The person's choice, and how to change it. */
export function useThemeChoice(): { choice: Theme; choose: (choice: Theme) => void } {
  const { preferences, change } = usePreferences();
  return { choice: preferences.theme, choose: (theme) => change({ theme }) };
}
