import { NextResponse, type NextRequest } from "next/server";
import { answerHeaders, contentSecurityPolicy, isCacheable, makeNonce } from "~/app/_lib/csp";

const development = process.env.NODE_ENV === "development";

/**
 * Gives every page its Content Security Policy with a fresh nonce, and the headers beside it. Next reads the
 * nonce from the request's policy, the layout from `x-nonce`. It decides nothing about access: pages and
 * procedures do.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = makeNonce((bytes) => crypto.getRandomValues(bytes));
  const policy = contentSecurityPolicy({ nonce, development });

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("Content-Security-Policy", policy);
  // The page's own address, for the way back from signing in; the server's components do not know it otherwise.
  headers.set("x-address", request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  const https = (process.env.NEXTAUTH_URL ?? request.nextUrl.origin).startsWith("https:");
  const cacheable = isCacheable(request.nextUrl.pathname);
  for (const [name, value] of answerHeaders({ https, cacheable })) response.headers.set(name, value);
  return response;
}

export const config = {
  // Uploads, imports and the files of evidence stay out: Next cuts a body that passes through a proxy at 10 MB. The live feed has headers
  // of its own, which forbid proxies to hold it back.
  matcher: [
    "/((?!api/upload|api/import|api/evidence|api/health|api/trpc/live|_next/static|_next/image|icon.svg|favicon.ico).*)",
  ],
};
