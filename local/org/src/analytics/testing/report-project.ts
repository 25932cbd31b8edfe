/** For tests of reports: clients, their deals in two currencies, and reports on them in a folder shared with a group. */
import { metadataXml, sfdxProject } from "../../schema/fixture/project.ts";

const object = (label: string, content = ""): string =>
  metadataXml(
    "CustomObject",
    `<label>${label}</label><pluralLabel>${label}s</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
    <enableReports>true</enableReports><sharingModel>ReadWrite</sharingModel>
    <nameField><label>Name</label><type>Text</type></nameField>${content}`,
  );

const field = (name: string, content: string): string =>
  metadataXml(
    "CustomField",
    `<fullName>${name}__c</fullName><label>${name.replaceAll("_", " ")}</label>${content}`,
  );

const value = (name: string): string =>
  `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`;

const readable = (name: string, fields: readonly string[]): string =>
  `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${name}</object><viewAllRecords>false</viewAllRecords></objectPermissions>${fields
    .map(
      (each) =>
        `<fieldPermissions><editable>false</editable><field>${name}.${each}</field><readable>true</readable></fieldPermissions>`,
    )
    .join("")}`;

const folder = (root: string, name: string): string =>
  metadataXml(
    root,
    `<folderShares><accessLevel>View</accessLevel><sharedTo>Finance</sharedTo><sharedToType>Group</sharedToType></folderShares><name>${name}</name>`,
  );

export const reportXml = (content: string): string => metadataXml("Report", content);

/** A report on deals: `rows` is its format, columns, groupings and filters. */
export const dealReport = (name: string, rows: string): string =>
  reportXml(
    `${rows}<name>${name}</name><reportType>CustomEntity$Deal__c</reportType><scope>organization</scope><showDetails>true</showDetails><timeFrameFilter><dateColumn>CUST_CREATED_DATE</dateColumn><interval>INTERVAL_CUSTOM</interval></timeFrameFilter>`,
  );

export const column = (name: string, summary = ""): string =>
  `<columns>${summary === "" ? "" : `<aggregateTypes>${summary}</aggregateTypes>`}<field>${name}</field></columns>`;

export const down = (
  name: string,
  granularity = "Day",
  more = "<sortOrder>Asc</sortOrder>",
): string =>
  `<groupingsDown><dateGranularity>${granularity}</dateGranularity><field>${name}</field>${more}</groupingsDown>`;

export const across = (name: string, granularity = "Day"): string =>
  `<groupingsAcross><dateGranularity>${granularity}</dateGranularity><field>${name}</field><sortOrder>Asc</sortOrder></groupingsAcross>`;

export const criteria = (name: string, operator: string, wanted: string): string =>
  `<criteriaItems><column>${name}</column><columnToColumn>false</columnToColumn><isUnlocked>true</isUnlocked><operator>${operator}</operator><value>${wanted}</value></criteriaItems>`;

export const REPORTS: Readonly<Record<string, string>> = {
  All_Deals: dealReport(
    "All Deals",
    `${column("CUST_NAME")}${column("Deal__c.Client__c")}${column("Deal__c.Amount__c", "Sum")}${column("Deal__c.Closed__c")}${column("Deal__c.Is_Won__c", "Sum")}<format>Tabular</format><showGrandTotal>true</showGrandTotal>`,
  ),
  By_Currency: dealReport(
    "By Currency",
    `<aggregates><calculatedFormula>Deal__c.Is_Won__c:SUM / RowCount</calculatedFormula><datatype>percent</datatype><developerName>FORMULA1</developerName><isActive>true</isActive><masterLabel>Won</masterLabel><scale>2</scale></aggregates>${column("CUST_NAME")}${column("Deal__c.Amount__c", "Sum")}${column("Deal__c.Is_Won__c")}<format>Summary</format>${down("Deal__c.Currency__c")}${down("Deal__c.Closed__c", "Month")}<showGrandTotal>false</showGrandTotal>`,
  ),
  Stages_By_Month: dealReport(
    "Stages by Month",
    `${column("CUST_NAME")}${column("Deal__c.Amount__c", "Sum")}<format>Matrix</format>${across("Deal__c.Stage__c")}${down("Deal__c.Closed__c", "Month")}`,
  ),
};

/** Of clients with or without deals: a custom report type. */
const CLIENT_REPORTS: Readonly<Record<string, string>> = {
  Clients_And_Deals: reportXml(
    `${column("Client__c$Name")}${column("Client__c.Deals__r$Name")}${column("Client__c.Deals__r$Amount__c", "Sum")}<format>Tabular</format><name>Clients and Deals</name><reportType>Clients_With_Deals__c</reportType><scope>organization</scope><sortColumn>Client__c$Name</sortColumn><sortOrder>Asc</sortOrder>`,
  ),
  Clients_By_Size: reportXml(
    `<customDetailFormulas><calculatedFormula>IF(Deal__c.Amount__c &gt; 60, &apos;large&apos;, &apos;small&apos;)</calculatedFormula><dataType>Text</dataType><developerName>CDF1</developerName><label>Size</label><scale>0</scale></customDetailFormulas>${column("Client__c.Deals__r$Name")}<format>Summary</format>${down("CDF1")}<name>Clients by Size</name><reportType>Clients_With_Deals__c</reportType><scope>organization</scope>`,
  ),
  Clients_Without_Wins: reportXml(
    `${column("CUST_NAME")}<crossFilters>${criteria("Is_Won__c", "equals", "1")}<operation>without</operation><primaryTableColumn>CUST_ID</primaryTableColumn><relatedTable>Deal__c</relatedTable><relatedTableJoinColumn>Client__c</relatedTableJoinColumn></crossFilters><format>Tabular</format><name>Clients without Wins</name><reportType>CustomEntity$Client__c</reportType><scope>organization</scope>`,
  ),
  Deals_Of_Clients: reportXml(
    `${column("CUST_NAME")}${column("CHILD_NAME")}${column("Deal__c.Amount__c", "Sum")}<format>Tabular</format><name>Deals of Clients</name><reportType>CustomEntityCustomEntity$Client__c$Deal__c</reportType><scope>organization</scope>`,
  ),
};

const SIZES = dealReport(
  "Sizes",
  `<aggregates><calculatedFormula>Deal__c.Amount__c:SUM / PARENTGROUPVAL(Deal__c.Amount__c:SUM, GRAND_SUMMARY)</calculatedFormula><datatype>percent</datatype><developerName>FORMULA1</developerName><isActive>true</isActive><masterLabel>Share</masterLabel><scale>1</scale></aggregates>
  <aggregates><calculatedFormula>RowCount - PREVGROUPVAL(RowCount, BucketField_1)</calculatedFormula><datatype>number</datatype><developerName>FORMULA2</developerName><downGroupingContext>BucketField_1</downGroupingContext><isActive>true</isActive><masterLabel>More</masterLabel><scale>0</scale></aggregates>
  <buckets><bucketType>number</bucketType><developerName>BucketField_1</developerName><masterLabel>Size</masterLabel><nullTreatment>n</nullTreatment><sourceColumnName>Deal__c.Amount__c</sourceColumnName><useOther>false</useOther><values><sourceValues><to>20</to></sourceValues><value>Small</value></values><values><sourceValues><from>20</from></sourceValues><value>Large</value></values></buckets>
  ${column("Deal__c.Amount__c", "Sum")}<filter>${criteria("Deal__c.Amount__c", "notEqual", "")}</filter><format>Summary</format>${down("BucketField_1")}<showGrandTotal>true</showGrandTotal>`,
);

export const REPORT_PROJECT: Readonly<Record<string, string>> = sfdxProject({
  "objects/Client__c/Client__c.object-meta.xml": object("Client"),
  "objects/Deal__c/Deal__c.object-meta.xml": object("Deal"),
  "objects/Deal__c/fields/Client__c.field-meta.xml": field(
    "Client",
    "<type>Lookup</type><referenceTo>Client__c</referenceTo><relationshipName>Deals</relationshipName><relationshipLabel>Deals</relationshipLabel><deleteConstraint>SetNull</deleteConstraint>",
  ),
  "objects/Deal__c/fields/Stage__c.field-meta.xml": field(
    "Stage",
    `<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${["Open", "Won", "Lost"].map(value).join("")}</valueSetDefinition></valueSet>`,
  ),
  "objects/Deal__c/fields/Currency__c.field-meta.xml": field(
    "Currency",
    "<type>Text</type><length>3</length>",
  ),
  "objects/Deal__c/fields/Amount__c.field-meta.xml": field(
    "Amount",
    "<type>Currency</type><precision>16</precision><scale>2</scale>",
  ),
  "objects/Deal__c/fields/Cost__c.field-meta.xml": field(
    "Cost",
    "<type>Number</type><precision>16</precision><scale>2</scale>",
  ),
  "objects/Deal__c/fields/Closed__c.field-meta.xml": field("Closed", "<type>Date</type>"),
  "objects/Deal__c/fields/Is_Won__c.field-meta.xml": field(
    "Is_Won",
    "<type>Checkbox</type><defaultValue>false</defaultValue>",
  ),
  "objects/Deal__c/fields/Notes__c.field-meta.xml": field(
    "Notes",
    "<type>LongTextArea</type><length>32000</length><visibleLines>3</visibleLines>",
  ),
  "groups/Finance.group-meta.xml": metadataXml(
    "Group",
    "<doesIncludeBosses>true</doesIncludeBosses><name>Finance</name>",
  ),
  "permissionsets/Publisher.permissionset-meta.xml": metadataXml(
    "PermissionSet",
    `<label>Publisher</label>${readable("Deal__c", ["Stage__c", "Currency__c", "Closed__c", "Is_Won__c", "Client__c"])}${readable("Client__c", [])}<userPermissions><enabled>true</enabled><name>RunReports</name></userPermissions>`,
  ),
  "reportTypes/Clients_With_Deals.reportType-meta.xml": metadataXml(
    "ReportType",
    `<baseObject>Client__c</baseObject><category>other</category><deployed>true</deployed><description>All clients</description><join><outerJoin>true</outerJoin><relationship>Deals__r</relationship></join><label>Clients with or without Deals</label><sections><columns><checkedByDefault>true</checkedByDefault><field>Name</field><table>Client__c</table></columns><columns><checkedByDefault>true</checkedByDefault><field>Name</field><table>Client__c.Deals__r</table></columns><columns><checkedByDefault>true</checkedByDefault><field>Amount__c</field><table>Client__c.Deals__r</table></columns><masterLabel>All</masterLabel></sections>`,
  ),
  "reports/Money.reportFolder-meta.xml": folder("ReportFolder", "Money"),
  "dashboards/Money_Boards.dashboardFolder-meta.xml": folder("DashboardFolder", "Money Boards"),
  ...Object.fromEntries(
    Object.entries({ ...REPORTS, ...CLIENT_REPORTS, Sizes: SIZES }).map(([name, xml]) => [
      `reports/Money/${name}.report-meta.xml`,
      xml,
    ]),
  ),
  "dashboards/Money_Boards/Board.dashboard-meta.xml": metadataXml(
    "Dashboard",
    `<dashboardFilters><dashboardFilterOptions><operator>equals</operator><values>EUR</values></dashboardFilterOptions><dashboardFilterOptions><operator>equals</operator><values>USD</values></dashboardFilterOptions><name>Currency</name></dashboardFilters>
    <dashboardGridLayout>
      <dashboardGridComponents><colSpan>6</colSpan><columnIndex>0</columnIndex><dashboardComponent><chartSummary><aggregate>Sum</aggregate><column>Deal__c.Amount__c</column></chartSummary><componentType>Bar</componentType><dashboardFilterColumns><column>Deal__c.Currency__c</column></dashboardFilterColumns><groupingColumn>Deal__c.Currency__c</groupingColumn><header>Money</header><report>Money/By_Currency</report></dashboardComponent><rowIndex>0</rowIndex><rowSpan>6</rowSpan></dashboardGridComponents>
      <dashboardGridComponents><colSpan>6</colSpan><columnIndex>6</columnIndex><dashboardComponent><chartSummary><column>RowCount</column></chartSummary><componentType>Metric</componentType><dashboardFilterColumns><column>Deal__c.Currency__c</column></dashboardFilterColumns><header>Deals</header><report>Money/By_Currency</report></dashboardComponent><rowIndex>0</rowIndex><rowSpan>6</rowSpan></dashboardGridComponents>
      <numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight>
    </dashboardGridLayout><dashboardType>LoggedInUser</dashboardType><isGridLayout>true</isGridLayout><title>Board</title>`,
  ),
});
