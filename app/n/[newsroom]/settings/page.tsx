import type { Metadata } from "next";

import * as words from "~/app/_lib/words";
import { EmptyState } from "~/app/_ui/empty-state";
import { askIfAllowed } from "~/server/caller";
import { SettingsTabs } from "./settings-tabs";

export const metadata: Metadata = { title: words.settings.title };

/** Who belongs to the newsroom, its desks, and its own settings. */
export default async function SettingsPage({ params }: { params: Promise<{ newsroom: string }> }) {
  const { newsroom } = await params;
  const found = await askIfAllowed(async (api) => ({
    people: await api.members.list({ newsroom }),
    settings: await api.newsroom.settings({ newsroom }),
  }));
  return (
    <>
      <h1 className="mb-4 text-xl font-semibold">{words.settings.title}</h1>
      {found.allowed ? (
        <SettingsTabs newsroom={newsroom} {...found.value} />
      ) : (
        <EmptyState title={words.settings.title}>{found.why}</EmptyState>
      )}
    </>
  );
}
