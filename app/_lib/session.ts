import { linkKind } from "./links";
import * as words from "./words";

/**
 * Signing in and out from the browser, by next-auth's routes. Both answer in words, whatever happens.
 */

/** Why one is not signed in. `code` is for quoting when asking for help. */
export interface SignInTrouble {
  readonly sentence: string;
  readonly code?: string;
}

/** Signs this browser in. @returns what stood in the way, or null */
export async function signIn(email: string, password: string): Promise<SignInTrouble | null> {
  const answer = await post("callback/credentials", { email, password });
  if (answer === "unreachable") return { sentence: words.errors.unreachable };
  if (answer.status === 503) return { sentence: words.signIn.away };
  const url = await addressIn(answer);
  if (url?.searchParams.has("csrf")) return { sentence: words.signIn.noCookie };
  return answer.ok ? null : troubleOf(url?.searchParams.get("error") ?? null);
}

let leaving = false;

/** Whether this page is being left by signing out: what is unsent on it was asked about. */
export function isLeaving(): boolean {
  return leaving;
}

/** Leaves the page, or loads it anew, without asking about what is unsent on it: that was asked about. */
export function leaveUnasked(go: () => void): void {
  leaving = true;
  go();
}

/**
 * Signs this browser out and goes to the sign-in page.
 * @param then is done in between, once signing out went
 * @returns what stood in the way, or null
 */
export async function signOut(then?: () => Promise<void>): Promise<string | null> {
  const answer = await post("signout", {});
  if (answer === "unreachable") return words.errors.unreachable;
  if (!answer.ok) return words.signIn.away;
  if ((await addressIn(answer))?.searchParams.has("csrf")) return words.signIn.noCookie;
  await then?.();
  leaveUnasked(() => goTo("/sign-in"));
  return null;
}

/** Loads a page of ours anew, so that nothing of the person before stays in memory. */
export function goTo(path: string): void {
  window.location.assign(new URL(path, window.location.origin));
}

/** Where to go after signing in: the wish, if it is a page of ours. */
export function wayBack(wish: string | undefined): string {
  return wish?.startsWith("/") && linkKind(wish) === "inside" && !wish.startsWith("/sign-in") ? wish : "/";
}

/** What the server's word says: `wrong`, `wait:840` in seconds, `away`, `bug:1f2e3d4c`. */
export function troubleOf(word: string | null): SignInTrouble {
  const [kind, detail = ""] = word?.split(":") ?? [];
  switch (kind) {
    case "wrong":
      return { sentence: words.signIn.wrong };
    case "wait":
      return { sentence: words.signIn.wait(Math.max(1, Math.ceil(Number(detail) / 60))) };
    case "away":
      return { sentence: words.signIn.away };
    default:
      return { sentence: words.signIn.bug, ...(/^[0-9a-f]{1,16}$/.test(detail) && { code: detail }) };
  }
}

async function post(action: string, fields: Record<string, string>): Promise<Response | "unreachable"> {
  try {
    const token: unknown = await (await fetch("/api/auth/csrf")).json();
    const csrfToken =
      typeof token === "object" && token !== null && "csrfToken" in token ? token.csrfToken : "";
    const body = new URLSearchParams({ ...fields, csrfToken: String(csrfToken), json: "true" });
    return await fetch(`/api/auth/${action}`, { method: "POST", body });
  } catch (error) {
    // A network that fails is a TypeError, an answer that is not ours (a proxy's page) a SyntaxError.
    if (error instanceof TypeError || error instanceof SyntaxError) return "unreachable";
    throw error;
  }
}

/** next-auth answers with an address to go to; a refusal stands in that. */
async function addressIn(answer: Response): Promise<URL | null> {
  const body: unknown = await answer.json().catch(() => null);
  const url = typeof body === "object" && body !== null && "url" in body ? String(body.url) : "";
  return URL.canParse(url, window.location.origin) ? new URL(url, window.location.origin) : null;
}
