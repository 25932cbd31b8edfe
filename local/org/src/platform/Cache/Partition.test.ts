import { expect, it } from "vitest";
import { apexOrg } from "../../org/org-fixture.ts";
import { metadataXml } from "../../schema/fixture/project.ts";
import { projectWith } from "../../schema/fixture/schema.ts";
import { loadSchema } from "../../schema/load-schema.ts";

it("lets code work with organization and session partitions as partitions", () => {
  const project = projectWith({
    "cachePartitions/kept.cachePartition-meta.xml": metadataXml(
      "PlatformCachePartition",
      "<isDefaultPartition>false</isDefaultPartition><masterLabel>kept</masterLabel>",
    ),
  });
  const { debug, exception } = apexOrg({ schema: loadSchema([project]).schema }).run(`
    for (Cache.Partition p : new List<Cache.Partition>{ Cache.Org.getPartition('local.kept'), Cache.Session.getPartition('local.kept') }) {
      p.put('key', p.getName());
      System.debug(p.get('key'));
    }`);

  expect(exception?.headline).toBeUndefined();
  expect(debug).toEqual(["local.kept", "local.kept"]);
});
