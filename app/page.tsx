import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OwnMenu } from "~/app/_lib/own-menu";
import * as words from "~/app/_lib/words";
import { Link } from "~/app/_ui/link";
import { Shell } from "~/app/_ui/shell";
import { ROLE_LABEL } from "~/core/policy";
import { ask } from "~/server/caller";

export const metadata: Metadata = { title: words.account.start.title };

/** The door: one's newsroom, or the choice where there are several. */
export default async function StartPage() {
  const me = await ask((api) => api.account.me());
  const [only, ...others] = me.newsrooms;
  if (only && others.length === 0) redirect(`/n/${only.slug}`);
  return (
    <Shell
      crumbs={[{ label: words.common.product }]}
      account={<OwnMenu name={me.name} email={me.email} />}
      width="reading"
    >
      <h1 className="text-xl font-semibold">{words.account.start.title}</h1>
      <p className="mt-1 text-muted">{words.account.start.choose}</p>
      <ul className="mt-4 divide-y rounded-md border">
        {me.newsrooms.map(({ slug, name, roles }) => (
          <li key={slug}>
            <Link
              href={`/n/${slug}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-3 hover:bg-sunken"
            >
              <span className="font-medium">{name}</span>
              <span className="text-muted">{roles.map((role) => ROLE_LABEL[role]).join(", ")}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Shell>
  );
}
