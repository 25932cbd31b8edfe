import path from "node:path";
import { describe, expect, test } from "vitest";
import { metadataXml, sfdxProject, writeProject } from "../../org/src/schema/fixture/project.ts";
import { readProjectUi } from "./project.ts";

const root = path.resolve(import.meta.dirname, "../../..");

describe("what this project says of its looks", () => {
  const project = readProjectUi(root);

  test("is one app, whose record pages belong to the objects it overrides", () => {
    expect(project.apps.map(({ label }) => label)).toEqual(["Stripe Subscriptions"]);
    const page = project.objects["Stripe_Subscription__c"]?.pages.Large;
    expect(page?.label).toBe("Stripe Subscription Record Page");
    expect(page?.regions["header"]).toMatchObject([{ component: "force:highlightsPanel" }]);
  });

  test("has fields and related lists of its layouts, and the filters of its list views", () => {
    const subscription = project.objects["Stripe_Subscription__c"];
    expect(subscription?.sections?.[0]?.label).toBe("Subscription");
    expect(subscription?.relatedLists.map(({ name }) => name)).toContain(
      "Stripe_Invoice__c.Stripe_Subscription__c",
    );
    expect(subscription?.listViews.find(({ name }) => name === "Past_Due")?.filters).toEqual([
      { field: "Status__c", operation: "equals", value: "past_due,unpaid" },
    ]);
    const alerts = project.objects["Stripe_Alert__c"]?.listViews;
    expect(alerts?.find(({ name }) => name === "Open")?.columns).toContain("OwnerId");
  });
});

test("a header whose actions its page decides on has them with their rules", () => {
  const rule = `<visibilityRule><criteria><leftValue>{!$Permission.CustomPermission.Ride}</leftValue><operator>EQUAL</operator><rightValue>true</rightValue></criteria></visibilityRule>`;
  const folder = writeProject(
    sfdxProject({
      "flexipages/Bike.flexipage-meta.xml": metadataXml(
        "FlexiPage",
        `<flexiPageRegions><name>header</name><type>Region</type>
          <itemInstances><componentInstance>
            <componentInstanceProperties><name>actionNames</name><valueList>
              <valueListItems><value>Edit</value></valueListItems>
              <valueListItems><value>Bike__c.Ride</value>${rule}</valueListItems>
            </valueList></componentInstanceProperties>
            <componentInstanceProperties><name>enableActionsConfiguration</name><value>true</value></componentInstanceProperties>
            <componentName>force:highlightsPanel</componentName><identifier>h</identifier>
          </componentInstance></itemInstances></flexiPageRegions>
        <masterLabel>Bike</masterLabel><sobjectType>Bike__c</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`,
      ),
    }),
  );
  try {
    const page = readProjectUi(folder.path).objects["Bike__c"]?.pages.Large;
    expect(page?.regions["header"]).toMatchObject([
      {
        properties: { enableActionsConfiguration: "true" },
        lists: {
          actionNames: [
            { value: "Edit", visibility: null },
            { value: "Bike__c.Ride", visibility: { criteria: [{ right: "true" }] } },
          ],
        },
      },
    ]);
  } finally {
    folder.remove();
  }
});

test("a page nobody assigned is shown, fields and rules of a dynamic form with it", () => {
  const folder = writeProject(
    sfdxProject({
      "flexipages/Bike.flexipage-meta.xml": metadataXml(
        "FlexiPage",
        `<flexiPageRegions><name>main</name><type>Region</type>
          <itemInstances><fieldInstance><fieldItem>Record.Price__c</fieldItem><identifier>price</identifier></fieldInstance></itemInstances>
          <itemInstances><componentInstance><componentName>bikeCard</componentName><identifier>c1</identifier>
            <visibilityRule><booleanFilter>1 OR 2</booleanFilter><criteria><leftValue>{!Record.Price__c}</leftValue><operator>GT</operator><rightValue>5</rightValue></criteria></visibilityRule>
          </componentInstance></itemInstances></flexiPageRegions>
        <masterLabel>Bike</masterLabel><sobjectType>Bike__c</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`,
      ),
      "lwc/bikeCard/bikeCard.js": "",
      "lwc/notes/readme.md": "",
    }),
  );
  try {
    const project = readProjectUi(folder.path);
    expect(project.objects["Bike__c"]?.pages.Large?.regions["main"]).toMatchObject([
      { kind: "field", field: "Price__c" },
      {
        kind: "component",
        component: "bikeCard",
        visibility: {
          booleanFilter: "1 OR 2",
          criteria: [{ left: "{!Record.Price__c}", operator: "GT", right: "5" }],
        },
      },
    ]);
    expect(project.components).toEqual(["bikeCard"]);
  } finally {
    folder.remove();
  }
});
