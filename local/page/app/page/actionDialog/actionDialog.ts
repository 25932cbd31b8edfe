import { LightningElement, api } from "lwc";
import type { ActionUi } from "../../../metadata/types.ts";
import type { ObjectPage } from "../../core/metadata";
import type { UiRecord } from "../../core/records";

/** A quick action's component in a dialog of its own. */
export default class ActionDialog extends LightningElement {
  @api action: ActionUi | undefined;
  @api object: ObjectPage | undefined;
  @api record: UiRecord | undefined;

  get component(): string {
    return this.action?.component ?? "";
  }
  get label(): string {
    return this.action?.label ?? "";
  }
  get properties(): object {
    return {};
  }

  override renderedCallback(): void {
    const dialog = this.refs?.["dialog"] as HTMLDialogElement | undefined;
    if (dialog !== undefined && !dialog.open) dialog.showModal();
  }
  close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }
}
