import NextAuth from "next-auth";
import { NextRequest } from "next/server";

import { cookieName } from "~/server/auth/cookies";
import { authOptions } from "~/server/auth/options";
import { ownOrigin } from "~/server/auth/settings";
import { closedError } from "~/server/trpc";
import { readText } from "./body";
import { type Refusal, refuse } from "./guard";

/**
 * next-auth's routes, those that Galley uses: a token against forged forms, signing in, signing out. They
 * are not behind the guard, since they check that token themselves.
 */
const served = new Set(["GET csrf", "POST callback/credentials", "POST signout"]);

/** A sign-in is two short fields. */
const FORM_BYTES = 10_000;

/** Answers a request to next-auth; the form of a POST is read with a limit before. */
export async function auth(
  request: NextRequest,
  { params }: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const { nextauth } = await params;
  // next-auth sends a form without its token here, which is how a page without scripts would send it.
  if (request.method === "GET" && nextauth.join("/") === "signin") {
    return Response.redirect(`${ownOrigin()}/sign-in`, 303);
  }
  if (!served.has(`${request.method} ${nextauth.join("/")}`)) return new Response(null, { status: 404 });
  if (request.nextUrl.search !== "") return refuse(unreadable);
  // Where to go afterwards is the page's business; an odd wish here would make next-auth answer 500.
  const back = request.cookies.get(cookieName("back"))?.value;
  if (back !== undefined && !isHttpAddress(back)) {
    const answer = refuse(unreadable);
    answer.headers.append("set-cookie", `${cookieName("back")}=; Path=/; Max-Age=0`);
    return answer;
  }
  const form = await readForm(request);
  if (form instanceof Response) return form;
  const failures: unknown[] = [];
  try {
    const answer: unknown = await NextAuth(
      new NextRequest(request.url, { method: request.method, headers: request.headers, body: form }),
      { params: { nextauth } },
      authOptions({ onFailure: (error) => failures.push(error) }),
    );
    if (failures.length > 0) return failed(failures[0]);
    return answer instanceof Response ? answer : failed(new Error("next-auth gave no answer."));
  } catch (error) {
    return failed(error);
  }
}

const unreadable: Refusal = { status: 400, sentence: "This request could not be read. Nothing was changed." };

function failed(error: unknown): Response {
  const closed = closedError(error, { path: "api/auth" });
  const status = closed.code === "SERVICE_UNAVAILABLE" ? 503 : 500;
  return Response.json({ error: closed.message }, { status, headers: { "cache-control": "no-store" } });
}

/** The form of a POST without its wishes where to go; the refusal of what is none. */
async function readForm(request: NextRequest): Promise<URLSearchParams | undefined | Response> {
  if (request.method !== "POST") return undefined;
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") {
    return refuse({ status: 415, sentence: "This address takes forms only. Nothing was changed." });
  }
  const text = await readText(request, FORM_BYTES);
  if (typeof text !== "string") return refuse(text);
  const form = new URLSearchParams(text);
  form.delete("callbackUrl");
  return form;
}

function isHttpAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
