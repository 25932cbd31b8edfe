import { expect, it } from "vitest";
import { apexOrg } from "../../org/org-fixture.ts";
import { metadataXml } from "../../schema/fixture/project.ts";
import { projectWith } from "../../schema/fixture/schema.ts";
import { loadSchema } from "../../schema/load-schema.ts";
import type { Schema } from "../../schema/schema.ts";

function withPartition(): Schema {
  const project = projectWith({
    "cachePartitions/kept.cachePartition-meta.xml": metadataXml(
      "PlatformCachePartition",
      "<isDefaultPartition>false</isDefaultPartition><masterLabel>kept</masterLabel>",
    ),
  });
  return loadSchema([project]).schema;
}

it("lets code work with organization and session partitions as partitions", () => {
  const { debug, exception } = apexOrg({ schema: withPartition() }).run(`
    for (Cache.Partition p : new List<Cache.Partition>{ Cache.Org.getPartition('local.kept'), Cache.Session.getPartition('local.kept') }) {
      p.put('key', p.getName());
      System.debug(p.get('key'));
    }`);

  expect(exception?.headline).toBeUndefined();
  expect(debug).toEqual(["local.kept", "local.kept"]);
});

it("takes several keys at once", () => {
  const { debug, exception } = apexOrg({ schema: withPartition() }).run(`
    Cache.Partition p = Cache.Org.getPartition('local.kept');
    p.put('a', 1);
    System.debug(p.contains(new Set<String>{ 'a', 'b' }));
    System.debug(p.get(new Set<String>{ 'a', 'b' }));`);

  expect(exception?.headline).toBeUndefined();
  expect(debug).toEqual(["{a=true, b=false}", "{a=1, b=null}"]);
});
