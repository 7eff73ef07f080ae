import { describe, expect, it } from "vitest";
import { connectionAddress } from "./address";

describe("the address that a request comes from", () => {
  it.each<[string, string | undefined, string | string[] | undefined, number, string]>([
    ["the socket, when no proxy is ours", "203.0.113.7", undefined, 0, "203.0.113.7"],
    ["the socket, whatever a client makes up", "203.0.113.7", "1.2.3.4", 0, "203.0.113.7"],
    ["whom our proxy was called by", "10.0.0.1", "203.0.113.7", 1, "203.0.113.7"],
    ["the last entry, not those before it", "10.0.0.1", "1.2.3.4, 203.0.113.7", 1, "203.0.113.7"],
    ["past two proxies", "10.0.0.1", "1.2.3.4, 203.0.113.7, 10.0.0.2", 2, "203.0.113.7"],
    ["the first there is, when proxies are missing", "10.0.0.1", "203.0.113.7", 5, "203.0.113.7"],
    ["the socket, when the header is missing", "10.0.0.1", undefined, 1, "10.0.0.1"],
    ["two headers as one list", "10.0.0.1", ["1.2.3.4", "203.0.113.7"], 1, "203.0.113.7"],
    ["IPv4 in IPv6 as IPv4", "::ffff:203.0.113.7", undefined, 0, "203.0.113.7"],
    ["the network of an IPv6 address", "2001:db8:1:2:3:4:5:6", undefined, 0, "2001:db8:1:2::/64"],
    ["the same for its neighbour", "2001:0db8:1:2::9", undefined, 0, "2001:db8:1:2::/64"],
    ["the loopback", "::1", undefined, 0, "0:0:0:0::/64"],
    ["nothing", undefined, undefined, 0, ""],
  ])("is %s", (_, socket, header, proxies, address) => {
    expect(connectionAddress(socket, header, proxies)).toBe(address);
  });
});
