/** `lightning/actions`: how the component of a quick action says that it is done. */
export const CLOSE_ACTION = "lightning__actionsclosescreen";

export class CloseActionScreenEvent extends CustomEvent<undefined> {
  constructor() {
    super(CLOSE_ACTION, { bubbles: true, composed: true });
  }
}
