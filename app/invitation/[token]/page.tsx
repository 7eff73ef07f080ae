import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import type { ReactNode } from "react";

import * as words from "~/app/_lib/words";
import { buttonLook } from "~/app/_ui/button-look";
import { Link } from "~/app/_ui/link";
import { caller } from "~/server/caller";
import type { LinkInView } from "~/server/routers";
import { AcceptForm } from "./accept-form";

/** Where the link came from is nobody's business elsewhere: the token is in the address. */
export const metadata: Metadata = { title: words.invitation.title.join, referrer: "no-referrer" };

/** What a one-time link opens: joining, setting up, or a new password. Looking at it changes nothing. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await look(token);
  if (!link) return <DeadLink />;
  const said = words.invitation;
  const { purpose, newsroom, person, hasAccount } = link;
  return (
    <Frame title={said.title[purpose]}>
      <p className="text-pretty">
        {hasAccount ? said.joinWithAccount(newsroom.name) : said[purpose](newsroom.name)}
      </p>
      {person && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-md border bg-surface px-3 py-2.5">
          <dt className="text-muted">{said.newsroom}</dt>
          <dd dir="auto">{newsroom.name}</dd>
          <dt className="text-muted">{said.name}</dt>
          <dd dir="auto">{person.name}</dd>
          <dt className="text-muted">{said.email}</dt>
          <dd className="wrap-anywhere">{person.email}</dd>
        </dl>
      )}
      <AcceptForm token={token} purpose={purpose} email={person?.email ?? null} hasAccount={hasAccount} />
    </Frame>
  );
}

/** What the link is for; null when it is dead, whyever. */
async function look(token: string): Promise<LinkInView | null> {
  try {
    return await (await caller()).invitations.look({ token });
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST"))
      return null;
    throw error;
  }
}

function DeadLink() {
  const { dead } = words.invitation;
  return (
    <Frame title={dead.title}>
      <p className="text-pretty">{dead.happened}</p>
      <p className="text-pretty">{dead.safe}</p>
      <p className="text-pretty">{dead.todo}</p>
      <Link href="/sign-in" className={buttonLook({})}>
        {dead.action}
      </Link>
    </Frame>
  );
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-8 px-4 py-12">
      <p className="font-serif text-4xl font-semibold tracking-tight">{words.common.product}</p>
      <div className="flex flex-col gap-4 border-t pt-6">
        <h1 className="text-xl font-semibold">{title}</h1>
        {children}
      </div>
    </main>
  );
}
