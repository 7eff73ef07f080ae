"use client";

import { ThemeProvider, useTheme } from "next-themes";
import { useSyncExternalStore, type ReactNode } from "react";

export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** Light or dark without a flash: a script with the nonce sets `data-theme` before the first paint. */
export function Theme({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      disableTransitionOnChange
      enableColorScheme={false}
      storageKey="galley-theme"
      {...(nonce === undefined ? {} : { nonce })}
    >
      {children}
    </ThemeProvider>
  );
}

const neverChanges = () => () => undefined;

/** The reader's choice and a way to change it. `choice` is undefined on the server, which cannot know it. */
export function useThemeChoice(): { choice: ThemeChoice | undefined; choose: (choice: ThemeChoice) => void } {
  const { theme, setTheme } = useTheme();
  const inBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const choice = inBrowser ? themeChoices.find((known) => known === theme) : undefined;
  return { choice, choose: setTheme };
}
