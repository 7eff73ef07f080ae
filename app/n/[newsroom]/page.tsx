import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";

import * as words from "~/app/_lib/words";
import { ask } from "~/server/caller";
import { ArticleList } from "./_articles/article-list";
import { listInput, readFilter } from "./_articles/filter";

export const metadata: Metadata = { title: words.articles.title };

interface PageProps {
  params: Promise<{ newsroom: string }>;
  searchParams: Promise<SearchParams>;
}

/** The newsroom's articles. */
export default async function ArticlesPage({ params, searchParams }: PageProps) {
  const { newsroom } = await params;
  const filter = await readFilter(searchParams);
  const [first, around] = await ask((api) =>
    Promise.all([api.articles.list(listInput(newsroom, filter)), api.articles.surroundings({ newsroom })]),
  );
  return <ArticleList newsroom={newsroom} first={first} firstFilter={filter} around={around} />;
}
