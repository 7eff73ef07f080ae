import { isIPv6 } from "node:net";

/** The header in which the server around Next hands the connection's address on; it overwrites what a client sends. */
export const ADDRESS_HEADER = "x-galley-address";

/**
 * The address that a request comes from. Each proxy appends to X-Forwarded-For whom it was called by, so that
 * with `trustedProxies` of our own before the server the entry that many from the right is the first that
 * no client can make up; without any the header is not believed at all.
 */
export function connectionAddress(
  socket: string | undefined,
  forwardedFor: string | string[] | undefined,
  trustedProxies: number,
): string {
  const forwarded = String(forwardedFor ?? "").split(",");
  const chain = [...forwarded, socket ?? ""].map((entry) => entry.trim()).filter((entry) => entry !== "");
  return network(chain.at(-1 - Math.min(trustedProxies, chain.length - 1)) ?? "");
}

/** What one subscriber has: an IPv4 address, or the /64 of an IPv6 address. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = head === "" ? [] : head.split(":");
  const end = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - end.length) }, () => "0");
  return `${[...groups, ...zeros, ...end]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
