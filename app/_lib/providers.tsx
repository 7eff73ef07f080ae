"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useState, type ReactNode } from "react";
import { Announcer } from "~/app/_ui/announcer";
import { TipLayer, ToastStack } from "~/app/_ui/on-demand";
import type { Preferences } from "~/core/preferences";
import { PreferencesProvider } from "./preferences";
import { FollowTheme } from "./theme";
import { Data } from "./trpc";

interface ProvidersProps {
  nonce: string | undefined;
  /** Of whoever is signed in. */
  email: string | undefined;
  preferences: Preferences;
  children: ReactNode;
}

/**
 * What every screen stands in, outermost first: nonce, state in the address, spoken messages; toasts and tips beside it.
 * Data (the query client) goes innermost, around `children`, so that it may announce.
 */
export function Providers({ nonce, email, preferences, children }: ProvidersProps) {
  // A refresh renders the layout with a new nonce, but the document keeps the policy that it came with.
  const [firstNonce] = useState(nonce);
  return (
    <CSPProvider disableStyleElements {...(firstNonce === undefined ? {} : { nonce: firstNonce })}>
      <NuqsAdapter>
        <Announcer>
          <Data email={email}>
            <PreferencesProvider person={email} initial={preferences}>
              <FollowTheme />
              {children}
            </PreferencesProvider>
          </Data>
          <ToastStack />
          <TipLayer />
        </Announcer>
      </NuqsAdapter>
    </CSPProvider>
  );
}
