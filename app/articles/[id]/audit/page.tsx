import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";

import { PageKeys } from "~/app/_keys/page-keys";
import { OwnMenu } from "~/app/_lib/own-menu";
import * as words from "~/app/_lib/words";
import { EmptyState } from "~/app/_ui/empty-state";
import { Shell } from "~/app/_ui/shell";
import { Forbidden } from "~/app/articles/[id]/_reader/forbidden";
import { idIn } from "~/core/ids";
import { mayManage } from "~/core/policy";
import { notFound } from "next/navigation";
import { ask, askIfAllowed } from "~/server/caller";
import { chosenIn, readChoice } from "./_record/choice";
import { RecordView } from "./_record/record-view";
import { SentenceList } from "./_record/sentence-list";

const say = words.audit.record;

export const metadata: Metadata = { title: say.title };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

/** Who approved a sentence, as it read then, on what evidence, and who changed it after: of one article's tags. */
export default async function RecordPage({ params, searchParams }: PageProps) {
  const id = idIn("article", (await params).id);
  if (id === null) return notFound();
  const answer = await askIfAllowed(({ audit }) => audit.passages({ article: id }));
  if (!answer.allowed) return <Forbidden why={answer.why} />;
  const passages = answer.value;
  const choice = await readChoice(searchParams);
  const { tag, trouble } = chosenIn(passages, choice);
  const [me, record] = await ask((api) =>
    Promise.all([api.account.me(), tag === null ? null : api.audit.record({ article: id, tag })]),
  );
  const { slug, name } = passages.newsroom;
  const roles = me.newsrooms.find((newsroom) => newsroom.slug === slug)?.roles ?? [];
  const href = `/articles/${id}`;
  return (
    <Shell
      crumbs={[
        { label: name, href: `/n/${slug}` },
        { label: passages.article.title.words ?? words.audit.titleRemoved, href },
        { label: say.title },
      ]}
      account={<OwnMenu name={me.name} email={me.email} />}
    >
      <PageKeys newsroomHref={`/n/${slug}`} mayManage={mayManage({ id: me.person, roles })}>
        <div className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)] print:block">
          <div className="min-w-0 lg:order-last">
            {record ? (
              <RecordView
                answer={record}
                scheme={passages.scheme}
                article={passages.article}
                newsroom={slug}
              />
            ) : (
              <>
                <h1 className="sr-only">{say.title}</h1>
                <EmptyState title={trouble.title}>{trouble.why}</EmptyState>
              </>
            )}
          </div>
          <SentenceList passages={passages} chosen={tag} />
        </div>
      </PageKeys>
    </Shell>
  );
}
