import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";

import { PageKeys } from "~/app/_keys/page-keys";
import { OwnMenu } from "~/app/_lib/own-menu";
import * as words from "~/app/_lib/words";
import { MenuLink } from "~/app/_ui/menu";
import { Shell } from "~/app/_ui/shell";
import { can, mayManage, reachOf, ROLE_LABEL } from "~/core/policy";
import { ask } from "~/server/caller";
import { Sections } from "./_articles/sections";
import { WaitingCount } from "./queue/waiting/_queries/waiting-count";

interface LayoutProps {
  children: ReactNode;
  params: Promise<{ newsroom: string }>;
}

/** The newsroom's name in the window's title. */
export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { newsroom } = await standing(params);
  return { title: { default: newsroom.name, template: `%s · ${newsroom.name} · ${words.common.product}` } };
}

/** The frame of a newsroom's pages: the ways between them and the account. */
export default async function NewsroomLayout({ children, params }: LayoutProps) {
  const { me, newsroom } = await standing(params);
  const home = `/n/${newsroom.slug}`;
  const actor = { id: me.person, roles: newsroom.roles };
  const managing = mayManage(actor);
  const waiting = await ask((api) => api.threads.waitingCount({ newsroom: newsroom.slug }));
  const sections = [
    { label: words.articles.title, href: home },
    ...(reachOf(actor, "read text") === null
      ? []
      : [
          {
            label: words.queue.title,
            href: `${home}/queue`,
            count: <WaitingCount newsroom={newsroom.slug} first={waiting} />,
          },
          { label: words.search.title, href: `${home}/search` },
        ]),
    ...(can(actor, "view evidence").allowed
      ? [{ label: words.evidencePage.title, href: `${home}/evidence` }]
      : []),
    { label: words.audit.title, href: `${home}/audit` },
    ...(managing ? [{ label: words.articles.settings, href: `${home}/settings` }] : []),
  ];
  const others = me.newsrooms.filter(({ slug }) => slug !== newsroom.slug);
  return (
    <Shell
      crumbs={[{ label: newsroom.name, href: home }]}
      nav={<Sections sections={sections} />}
      account={
        <OwnMenu
          name={me.name}
          email={me.email}
          detail={newsroom.roles.map((role) => ROLE_LABEL[role]).join(", ")}
        >
          {others.map(({ slug, name }) => (
            <MenuLink key={slug} href={`/n/${slug}`}>
              {name}
            </MenuLink>
          ))}
        </OwnMenu>
      }
    >
      <PageKeys newsroomHref={home} mayManage={managing}>
        {children}
      </PageKeys>
    </Shell>
  );
}

async function standing(params: LayoutProps["params"]) {
  const { newsroom: slug } = await params;
  const me = await ask((api) => api.account.me());
  const newsroom = me.newsrooms.find((known) => known.slug === slug);
  return newsroom ? { me, newsroom } : notFound();
}
