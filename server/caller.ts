import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";

import { DomainError } from "~/core/errors";
import { type Preferences, USUAL_PREFERENCES } from "~/core/preferences";
import { contextOf } from "./context";
import { ReportedBug } from "./log";
import { appRouter } from "./routers";
import { closedError, createCallerFactory } from "./trpc";

/**
 * How server components reach the procedures: the same checks and answers as over HTTP, without HTTP.
 */

const createCaller = createCallerFactory(appRouter);

/** The context of the page that is rendered; one session query for each page. */
const pageContext = cache(async () => {
  const request = await headers();
  return contextOf(request).catch((error: unknown) => {
    throw closedError(error, { path: request.get("x-address") });
  });
});

/** The procedures, as the person may use them whose cookie came with the page's request. */
export async function caller(): Promise<ReturnType<typeof createCaller>> {
  return createCaller(await pageContext());
}

/** Who is signed in; null when nobody is, or while the database is away: for what stands around every page. */
export async function viewer(): Promise<{ name: string; email: string } | null> {
  try {
    return (await pageContext()).viewer;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "SERVICE_UNAVAILABLE") return null;
    throw error;
  }
}

/** What whoever is signed in has chosen for themselves; the usual for others, and while the database is away. */
export async function preferences(): Promise<Preferences> {
  if (!(await viewer())) return USUAL_PREFERENCES;
  return (await caller()).account.preferences();
}

type Procedures = ReturnType<typeof createCaller>;

/**
 * Asks for what a page shows. Whoever is signed out goes to sign in and comes back here; what the person
 * does not see, or does not exist, is the page of a wrong address; other refusals and bugs are thrown.
 */
export async function ask<T>(question: (api: Procedures) => Promise<T>): Promise<T> {
  try {
    return await question(await caller());
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === "UNAUTHORIZED")
      return redirect(`/sign-in?${new URLSearchParams({ back: await here() })}`);
    if (error.code === "NOT_FOUND") return notFound();
    throw error.cause instanceof ReportedBug ? error.cause : error;
  }
}

/** What `askIfAllowed` gives. */
export type Allowed<T> =
  { readonly allowed: true; readonly value: T } | { readonly allowed: false; readonly why: string };

/** The same, for pages that some members may not open: they get the sentence that says who can. */
export async function askIfAllowed<T>(question: (api: Procedures) => Promise<T>): Promise<Allowed<T>> {
  try {
    return { allowed: true, value: await ask(question) };
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : undefined;
    if (cause instanceof DomainError && cause.kind === "forbidden")
      return { allowed: false, why: cause.message };
    throw error;
  }
}

/** The address of the page that is rendered, as proxy.ts notes it. */
async function here(): Promise<string> {
  return (await headers()).get("x-address") ?? "/";
}
