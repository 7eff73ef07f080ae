import type { Metadata } from "next";
import type { ReactNode } from "react";
import { OwnMenu } from "~/app/_lib/own-menu";
import * as words from "~/app/_lib/words";
import { Link } from "~/app/_ui/link";
import { Shell } from "~/app/_ui/shell";
import { ROLE_LABEL } from "~/core/policy";
import { ask } from "~/server/caller";
import { NoticeChoice } from "./notice-choice";
import { PasswordForm } from "./password-form";
import { Sessions } from "./sessions";

export const metadata: Metadata = { title: words.account.title };

/** One's own account: who one is, what one is told of, where one is signed in, one's password. */
export default async function AccountPage() {
  const { me, sessions, sendsLetters } = await ask(async (api) => ({
    me: await api.account.me(),
    sessions: await api.account.sessions(),
    sendsLetters: await api.notices.sendsLetters(),
  }));
  const { who } = words.account;
  return (
    <Shell
      crumbs={[{ label: words.common.product, href: "/" }, { label: words.account.title }]}
      account={<OwnMenu name={me.name} email={me.email} />}
      width="reading"
    >
      <h1 className="text-2xl font-semibold">{words.account.title}</h1>
      <div className="mt-6 flex flex-col gap-10">
        <Section heading={who.heading}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
            <dt className="text-muted">{who.name}</dt>
            <dd dir="auto">{me.name}</dd>
            <dt className="text-muted">{who.email}</dt>
            <dd className="wrap-anywhere">{me.email}</dd>
            <dt className="text-muted">{who.newsrooms}</dt>
            <dd>
              <ul>
                {me.newsrooms.map(({ slug, name, roles }) => (
                  <li key={slug}>
                    <Link href={`/n/${slug}`}>{name}</Link>
                    <span className="text-muted"> · {roles.map((role) => ROLE_LABEL[role]).join(", ")}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </dl>
        </Section>
        <Section id="notices" heading={words.noticeChoice.title} explain={words.noticeChoice.explain}>
          <NoticeChoice sendsLetters={sendsLetters} />
        </Section>
        <Section heading={words.ownKeys.title} explain={words.ownKeys.explain}>
          <p>
            <Link href="/account/keys">{words.ownKeys.link}</Link>
          </p>
        </Section>
        <Section heading={words.account.sessions.heading} explain={words.account.sessions.explain}>
          <Sessions found={sessions} />
        </Section>
        <Section heading={words.account.password.heading} explain={words.account.password.explain}>
          <PasswordForm email={me.email} />
        </Section>
      </div>
    </Shell>
  );
}

interface SectionProps {
  /** By which links lead here. */
  id?: string;
  heading: string;
  explain?: string;
  children: ReactNode;
}

function Section({ id, heading, explain, children }: SectionProps) {
  return (
    <section id={id} className="flex scroll-mt-16 flex-col gap-4 border-t pt-6">
      <div className="flex flex-col gap-1">
        <h2 className="text-base font-semibold">{heading}</h2>
        {explain !== undefined && <p className="text-pretty text-muted">{explain}</p>}
      </div>
      {children}
    </section>
  );
}
