/**
 * The Content Security Policy of one answer.
 *
 * Scripts run by nonce only; style elements need the nonce too, while style attributes are allowed because
 * components place popups with them. In development React needs eval, the overlay writes styles without a
 * nonce (a nonce beside 'unsafe-inline' would switch the latter off), and hot reload comes by web socket.
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy({
  nonce,
  development,
}: {
  nonce: string;
  development: boolean;
}): string {
  const directives = {
    "default-src": ["'self'"],
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    "style-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(development ? ["ws:"] : [])],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "frame-src": ["'none'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/** A nonce: 128 random bits in base64. */
export function makeNonce(random: (bytes: Uint8Array) => Uint8Array): string {
  return btoa(String.fromCharCode(...random(new Uint8Array(16))));
}

/** True of addresses that answer everybody alike, and say themselves for how long a cache may keep it. */
export function isCacheable(path: string): boolean {
  return /^\/corrections\/[^/]+\/feed$/.test(path);
}

/**
 * The headers beside the policy that every answer for people carries; `https` says how the instance is reached,
 * `cacheable` that the answer itself says whether it may be kept.
 */
export function answerHeaders({
  https,
  cacheable,
}: {
  https: boolean;
  cacheable: boolean;
}): readonly (readonly [string, string])[] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "same-origin"],
    [
      "Permissions-Policy",
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["X-Frame-Options", "DENY"],
    ...(cacheable ? [] : [["Cache-Control", "private, no-store"] as const]),
    ...(https ? [["Strict-Transport-Security", "max-age=31536000; includeSubDomains"] as const] : []),
  ];
}
