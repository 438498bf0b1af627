import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Networks that are not the public internet (IANA special-purpose registries): loopback, private, link-local, shared, documentation, multicast … */
const NOT_PUBLIC = makeBlockList();

function makeBlockList(): BlockList {
  const list = new BlockList();
  const v4 =
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4";
  const v6 =
    "::/127 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8";
  for (const [net, family] of [...v4.split(" ").map((n) => [n, "ipv4"] as const), ...v6.split(" ").map((n) => [n, "ipv6"] as const)]) {
    const [address = "", prefix] = net.split("/");
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** True for an address on the public internet. An IPv4 address written as IPv6 is judged as IPv4. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(?:0:)?(.+)$/i.exec(address)?.[1];
  if (mapped) return isIP(mapped) === 4 ? isPublicAddress(mapped) : false;
  const family = isIP(address);
  if (family === 0) return false;
  return !NOT_PUBLIC.check(address, family === 4 ? "ipv4" : "ipv6");
}

/** A host as it was resolved once: the connection goes there and nowhere else. */
export interface PinnedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Resolves a host once. Every one of its addresses must be public, so that none can be rebound; the first is to be connected to. */
export async function pinHost(host: string, allowed: readonly string[]): Promise<PinnedAddress> {
  const name = host.replace(/^\[|\]$/g, "");
  const found = isIP(name) ? [{ address: name, family: isIP(name) }] : await lookup(name, { all: true, verbatim: true });
  const bad = found.find(({ address }) => !isPublicAddress(address));
  if (bad && !allowed.includes(host)) throw new RangeError(`${host} leads to ${bad.address}, which is not a public address`);
  const first = found[0];
  if (!first) throw new RangeError(`${host} has no address`);
  return { address: first.address, family: first.family === 6 ? 6 : 4 };
}
