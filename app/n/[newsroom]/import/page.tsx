import type { Metadata } from "next";

import * as words from "~/app/_lib/words";
import { ErrorNote } from "~/app/_ui/error-note";
import { can } from "~/core/policy";
import { ask } from "~/server/caller";
import { ImportForm } from "./_import/import-form";

export const metadata: Metadata = { title: words.imports.title };

interface PageProps {
  params: Promise<{ newsroom: string }>;
}

/** Bringing in articles with their tags from a file of Galley's own. */
export default async function ImportPage({ params }: PageProps) {
  const { newsroom } = await params;
  const me = await ask((api) => api.account.me());
  const roles = me.newsrooms.find(({ slug }) => slug === newsroom)?.roles ?? [];
  const permission = can({ id: me.person, roles }, "create article");
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
      <h1 className="text-2xl font-semibold">{words.imports.title}</h1>
      {permission.allowed ? <ImportForm newsroom={newsroom} /> : <ErrorNote happened={permission.why} />}
    </div>
  );
}
