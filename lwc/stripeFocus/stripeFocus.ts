/** Where the keyboard is in a component, to go on from there when what it was on is drawn no more, or can no longer be pressed. */
export interface Focus {
  /** For `focusin` and `focusout` at the root of the template. */
  moved(event: FocusEvent): void;
  /** For `renderedCallback`, once the component shows what it has to show. */
  settle(template: ShadowRoot | null): void;
}

type Place = HTMLElement & { readonly disabled?: boolean };

/**
 * The browser puts the keyboard back to the top of the page when what it is on goes. The next logical place is where somebody would look for
 * what became of it, and nobody is moved who has gone elsewhere meanwhile.
 * Source: https://www.lightningdesignsystem.com/accessibility/guidelines/global-focus
 * @param placesAfter selectors of the places to go on, the best first, after what was pressed
 */
export function focusAfter(placesAfter: (pressed: HTMLElement) => readonly string[]): Focus {
  let at: Place | null = null;
  return {
    moved({ type, target }) {
      if (type === "focusin") {
        // A listener of the template is given what the template has.
        at = target as Place;
        return;
      }
      const left = at;
      // What goes is left as well, and is gone only after this.
      void Promise.resolve().then(() => {
        if (at === left && left !== null && canBePressed(left)) at = null;
      });
    },
    settle(template) {
      if (at === null || template === null || canBePressed(at)) return;
      const pressed = at;
      at = null;
      if (isElsewhere(template, pressed)) return;
      for (const place of placesAfter(pressed)) {
        const next = template.querySelector<Place>(place);
        if (next === null || !canBePressed(next)) continue;
        next.focus();
        return;
      }
    },
  };
}

function canBePressed(place: Place): boolean {
  return place.isConnected && place.disabled !== true;
}

/** Of the component itself the document knows its outermost host only. */
function isElsewhere({ activeElement }: ShadowRoot, pressed: HTMLElement): boolean {
  return activeElement === null
    ? document.activeElement !== null && document.activeElement !== document.body
    : activeElement !== pressed;
}

/** After a page of a list was turned by `.older` or `.newer`: the same again, or the other where there is no further page. */
export function pagerAfter(className: string): readonly string[] {
  const turned = /\b(?:older|newer)\b/.exec(className)?.[0];
  if (turned === undefined) return [];
  return turned === "older" ? [".older", ".newer"] : [".newer", ".older"];
}
