import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { wayBack } from "~/app/_lib/session";
import * as words from "~/app/_lib/words";
import { viewer } from "~/server/caller";
import { SignInForm } from "./form";

export const metadata: Metadata = { title: words.signIn.title };

/** The way in. `back` is the page that asked for it. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ back?: string | string[] }>;
}) {
  const { back } = await searchParams;
  const way = wayBack(Array.isArray(back) ? back[0] : back);
  if (await viewer()) redirect(way);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-8 px-4 py-12">
      <div className="flex flex-col gap-1">
        <p className="font-serif text-4xl font-semibold tracking-tight">{words.common.product}</p>
        <p className="text-pretty text-muted">{words.common.tagline}</p>
      </div>
      <div className="flex flex-col gap-5 border-t pt-6">
        <h1 className="text-xl font-semibold">{words.signIn.title}</h1>
        <SignInForm back={way} />
      </div>
      <p className="text-pretty text-muted">{words.signIn.noAccount}</p>
    </main>
  );
}
