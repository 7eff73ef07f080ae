import type { Metadata } from "next";
import { OwnMenu } from "~/app/_lib/own-menu";
import * as words from "~/app/_lib/words";
import { Shell } from "~/app/_ui/shell";
import { ask } from "~/server/caller";
import { KeyChoice } from "./key-choice";

const say = words.ownKeys;

export const metadata: Metadata = { title: say.title };

/** Where a person chooses their own keys. */
export default async function KeysPage() {
  const { me, schemes } = await ask(async (api) => ({
    me: await api.account.me(),
    schemes: await api.account.schemes(),
  }));
  return (
    <Shell
      crumbs={[
        { label: words.common.product, href: "/" },
        { label: words.account.title, href: "/account" },
        { label: say.title },
      ]}
      account={<OwnMenu name={me.name} email={me.email} />}
      width="reading"
    >
      <h1 className="text-2xl font-semibold">{say.title}</h1>
      <p className="mt-1 mb-6 text-pretty text-muted">{say.explain}</p>
      <KeyChoice schemes={schemes} />
    </Shell>
  );
}
