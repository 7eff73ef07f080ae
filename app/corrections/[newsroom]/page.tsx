import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";

import * as words from "~/app/_lib/words";
import { buttonLook } from "~/app/_ui/button-look";
import { EmptyState } from "~/app/_ui/empty-state";
import { Link } from "~/app/_ui/link";
import { FullTime } from "~/app/_ui/full-time";
import { ask } from "~/server/caller";
import type { CorrectionPlace, CorrectionsPage, PublicCorrection } from "~/server/routers";

interface PageProps {
  params: Promise<{ newsroom: string }>;
  /** `before` is where the page of newer ones ended. */
  searchParams: Promise<{ before?: string | string[] }>;
}

const said = words.corrections;

/** The page's title, and where the feed is. */
export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { newsroom } = await params;
  const { newsroom: name } = await look(newsroom, String((await searchParams).before ?? ""));
  return {
    title: said.titleOf(name),
    description: said.what,
    alternates: { types: { "application/atom+xml": `${addressOf(newsroom)}/feed` } },
  };
}

/** What a newsroom corrected, for everybody. It works without scripts. */
export default async function CorrectionsOfNewsroom({ params, searchParams }: PageProps) {
  const { newsroom } = await params;
  const before = String((await searchParams).before ?? "");
  const { newsroom: name, corrections, next } = await look(newsroom, before);
  return (
    <main className="mx-auto flex w-full max-w-2xl flex-col gap-6 px-4 py-12">
      <header className="flex flex-col gap-1 border-b pb-5">
        <p className="font-serif text-lg font-semibold" dir="auto">
          {name}
        </p>
        <h1 className="text-2xl font-semibold">{said.title}</h1>
        <p className="text-pretty text-muted">{said.what}</p>
      </header>
      {corrections.length > 0 ? (
        <ol className="flex flex-col divide-y">
          {corrections.map((correction) => (
            <Correction key={correction.hash} {...correction} />
          ))}
        </ol>
      ) : (
        <EmptyState title={before === "" ? said.none : said.noneOlder}>
          {before === "" ? said.noneWhy : said.noneOlderWhy}
        </EmptyState>
      )}
      <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t pt-5">
        {(before !== "" || next) && (
          <nav aria-label={said.pages} className="flex flex-wrap gap-3">
            {before !== "" && (
              <Link href={addressOf(newsroom)} className={buttonLook()}>
                {said.newest}
              </Link>
            )}
            {next && (
              <Link href={`${addressOf(newsroom)}?before=${writtenPlace(next)}`} className={buttonLook()}>
                {said.older}
              </Link>
            )}
          </nav>
        )}
        <a href={`${addressOf(newsroom)}/feed`} className="text-accent underline underline-offset-2">
          {said.feed}
        </a>
      </footer>
    </main>
  );
}

function Correction({ at, title, language, direction, note, source, withdrawn }: PublicCorrection) {
  return (
    <li className="flex flex-col gap-2 py-5 first:pt-0">
      <article className="flex flex-col gap-2">
        <h2 className="text-lg/snug font-semibold text-pretty">
          {title === null ? (
            <span className="text-muted">{said.titleRemoved}</span>
          ) : (
            <bdi lang={language} dir={direction}>
              {title}
            </bdi>
          )}
        </h2>
        <p className="text-muted">
          <FullTime at={at} />
        </p>
        {note === null ? (
          <p className="text-muted">{said.noteRemoved}</p>
        ) : (
          <p className="font-serif text-base wrap-anywhere whitespace-pre-line" dir="auto">
            {note}
          </p>
        )}
        {withdrawn && <p className="font-medium">{said.withdrawn}</p>}
        {source !== null && (
          <p>
            <Link href={source}>{said.read}</Link>
          </p>
        )}
      </article>
    </li>
  );
}

/**
 * A page of them, asked for once: its title needs it too. What is no address of ours is answered like one that is
 * missing. @param before the place as the address has it; empty for the newest
 */
const look = cache(async (newsroom: string, before: string): Promise<CorrectionsPage> => {
  const place = before === "" ? null : placeIn(before);
  if (place === undefined) return notFound();
  try {
    return await ask((api) => api.corrections.page({ newsroom, before: place }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") return notFound();
    throw error;
  }
});

function addressOf(newsroom: string): string {
  return `/corrections/${newsroom}`;
}

function writtenPlace({ at, hash }: CorrectionPlace): string {
  return `${at}-${hash}`;
}

/** The place that `writtenPlace` wrote; undefined for anything else. */
function placeIn(written: string): CorrectionPlace | undefined {
  const [, at, hash] = /^(\d{1,16})-([0-9a-f]{64})$/.exec(written) ?? [];
  return at === undefined || hash === undefined ? undefined : { at: Number(at), hash };
}
