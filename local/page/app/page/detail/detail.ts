import { LightningElement, api } from "lwc";
import type { SectionUi } from "../../../metadata/types.ts";
import type { FieldUi, ObjectPage } from "../../core/metadata";
import type { UiRecord } from "../../core/records";
import { sectionsOf } from "../../core/sections";

interface ShownSection {
  readonly key: string;
  readonly label: string | null;
  readonly columns: readonly { readonly key: string; readonly fields: readonly FieldUi[] }[];
}

/** The fields of a record, in the sections of its layout; what the viewer may not read is not there. */
export default class Detail extends LightningElement {
  @api object: ObjectPage | undefined;
  @api record: UiRecord | undefined;

  get sections(): readonly ShownSection[] {
    const { object, record } = this;
    if (object === undefined || record === undefined) return [];
    return sectionsOf(object)
      .map((section, index) => shownSection(section, index, object, record))
      .filter(({ columns }) => columns.some(({ fields }) => fields.length > 0));
  }
}

function shownSection(
  { label, columns }: SectionUi,
  index: number,
  { fields }: ObjectPage,
  record: UiRecord,
): ShownSection {
  return {
    key: `section-${index}`,
    label,
    columns: columns.map((items, column) => ({
      key: `column-${column}`,
      fields: items.flatMap(({ field }) =>
        record.fields[field] === undefined ? [] : (fields[field] ?? []),
      ),
    })),
  };
}
