/**
 * Names the shard that keeps an event id. FNV-1a, 32 bits: stable across deployments, and even enough over Stripe's random ids.
 */
export function shardNameOf(eventId: string, shards: number): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < eventId.length; index += 1) {
    hash ^= eventId.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return shardNameAt((hash >>> 0) % shards);
}

export function shardNameAt(index: number): string {
  return `admission-${index}`;
}
