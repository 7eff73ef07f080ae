import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { fontVariables } from "./_lib/fonts";
import { preferences, viewer } from "~/server/caller";
import { Providers } from "./_lib/providers";
import * as words from "./_lib/words";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: words.common.product, template: `%s · ${words.common.product}` },
  description: words.common.tagline,
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfbf8" },
    { media: "(prefers-color-scheme: dark)", color: "#16181a" },
  ],
};

/** The root of every page. Reading the headers makes each page dynamic, which the nonce needs. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const chosen = await preferences();
  return (
    <html lang="en" className={fontVariables} data-theme={chosen.theme}>
      <body>
        <Providers nonce={nonce} email={(await viewer())?.email} preferences={chosen}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
