/**
 * Whether a request's path is well-formed: its %-escapes are those of UTF-8. Next answers other paths with 500,
 * as if the server were at fault.
 *
 * @param url the request's target, path and query
 */
export function hasReadablePath(url: string): boolean {
  const [path = ""] = url.split("?", 1);
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
