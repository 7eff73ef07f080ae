import type { ReactNode } from "react";
import { PageKeys } from "~/app/_keys/page-keys";
import { mayManage } from "~/core/policy";
import { ask } from "~/server/caller";

/** The keys of one's own pages lead to the first of one's newsrooms. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const me = await ask((api) => api.account.me());
  const [first] = me.newsrooms;
  if (!first) return children;
  const actor = { id: me.person, roles: first.roles };
  return (
    <PageKeys newsroomHref={`/n/${first.slug}`} mayManage={mayManage(actor)}>
      {children}
    </PageKeys>
  );
}
