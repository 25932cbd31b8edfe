/** `lightning/platformShowToastEvent`: the event, which the page's shell shows. */
export interface ToastDetail {
  readonly title?: string;
  readonly message?: string;
  readonly variant?: string;
  readonly mode?: string;
  readonly messageData?: readonly (string | { readonly label?: string })[];
}

export const SHOW_TOAST = "lightning__showtoast";

export class ShowToastEvent extends CustomEvent<ToastDetail> {
  constructor(detail: ToastDetail) {
    super(SHOW_TOAST, { detail, bubbles: true, composed: true, cancelable: true });
  }
}
