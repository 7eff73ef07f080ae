import type { Metadata } from "next";

import * as words from "~/app/_lib/words";
import { ErrorNote } from "~/app/_ui/error-note";
import { Link } from "~/app/_ui/link";
import { can } from "~/core/policy";
import { ask } from "~/server/caller";
import { NewArticleForms } from "./_new/new-article-forms";

export const metadata: Metadata = { title: words.newArticle.title };

interface PageProps {
  params: Promise<{ newsroom: string }>;
}

/** Adding articles, by pasting one or by uploading several. */
export default async function NewArticlePage({ params }: PageProps) {
  const { newsroom } = await params;
  const [{ desks }, me] = await ask((api) =>
    Promise.all([api.articles.surroundings({ newsroom }), api.account.me()]),
  );
  const roles = me.newsrooms.find(({ slug }) => slug === newsroom)?.roles ?? [];
  const permission = can({ id: me.person, roles }, "create article");
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
      <h1 className="text-2xl font-semibold">{words.newArticle.title}</h1>
      {permission.allowed ? (
        <>
          <NewArticleForms newsroom={newsroom} desks={desks} />
          <p className="text-muted">
            {words.imports.fromHere} <Link href={`/n/${newsroom}/import`}>{words.imports.title}</Link>
          </p>
        </>
      ) : (
        <ErrorNote happened={permission.why} />
      )}
    </div>
  );
}
