import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

/** Opens the menu beside the next step of a near miss. */
export async function openMore(user: UserEvent) {
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
}

/** Does what the menu beside the next step has under that name. */
export async function pick(user: UserEvent, name: string) {
  await openMore(user);
  await user.click(await screen.findByRole('menuitem', { name }));
}

/** Opens a folded part of the page by its heading. */
export async function unfold(user: UserEvent, title: 'Facts' | 'Technical notes' | 'History') {
  await user.click(await screen.findByRole('heading', { name: title }));
}
