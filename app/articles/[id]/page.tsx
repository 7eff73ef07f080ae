import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import * as words from "~/app/_lib/words";
import { idIn } from "~/core/ids";
import { packTags } from "~/core/packed-tags";
import { askIfAllowed, viewer } from "~/server/caller";
import { Forbidden } from "./_reader/forbidden";
import { Workspace } from "./_reader/workspace";

interface PageProps {
  params: Promise<{ id: string }>;
}

/** The article and what its reader did here before; one reading for the page and its title. */
const opened = cache(async (id: string) => {
  const article = idIn("article", id);
  if (article === null) notFound();
  return askIfAllowed(async ({ articles }) => {
    const [opening, past] = await Promise.all([articles.open({ article }), articles.mine({ article })]);
    const { slice } = opening;
    return { ...opening, slice: { ...slice, tags: packTags(slice.tags) }, past };
  });
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const answer = await opened((await params).id);
  return { title: answer.allowed ? answer.value.slice.article.title.words : words.reader.forbidden.title };
}

/** One article: its text with every tag, and everything that it takes to work on it. */
export default async function ArticlePage({ params }: PageProps) {
  const answer = await opened((await params).id);
  if (!answer.allowed) return <Forbidden why={answer.why} />;
  const me = await viewer();
  const { value } = answer;
  // A new text opens a new store: all that is known of places is of the one before.
  return (
    <Workspace
      key={value.slice.revision.number}
      opened={value}
      me={{ name: me?.name ?? "", email: me?.email ?? "" }}
    />
  );
}
