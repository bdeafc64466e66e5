/**
 * Takes whoever wants to save to the first field that says nothing, be it text or a choice, and has it say so: true if there is one, and nothing is
 * to be saved without it.
 */
export function isStoppedByUnread(form: HTMLElement | null): boolean {
  const field = form?.querySelector<HTMLInputElement>('input:invalid');
  if (!field) {
    return false;
  }
  field.closest('details')?.setAttribute('open', '');
  field.reportValidity();
  field.focus();
  return true;
}
