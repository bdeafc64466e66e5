import type { KeyboardEvent } from 'react';

/** For `aria-keyshortcuts` of the button that does the same. */
export const SAVE_KEYS = 'Control+Enter Meta+Enter';

/** An `onKeyDown` for a whole form: Ctrl+Enter, or ⌘ Enter, saves from wherever one is, once for each time it is pressed. */
export function onSaveKeys(save: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) {
      return;
    }
    // The Enter that ends a word of an input method, and that which opens a link elsewhere, are meant for those.
    if (event.nativeEvent.isComposing || (event.target instanceof Element && event.target.closest('a'))) {
      return;
    }
    // A button under the focus would be pressed as well.
    event.preventDefault();
    if (!event.repeat) {
      save();
    }
  };
}
