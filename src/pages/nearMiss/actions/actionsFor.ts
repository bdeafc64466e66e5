import type { Status } from '../../../domain/record/record';

/** Actions that open a form of their own. */
export type OpenAction = 'finish' | 'edit' | 'close' | 'same-as' | 'withdraw' | 'delete';

const OFFERED: Record<Status, readonly OpenAction[]> = {
  started: ['finish', 'same-as', 'withdraw', 'delete'],
  recorded: ['close', 'edit', 'same-as', 'withdraw', 'delete'],
  discussed: ['close', 'edit', 'same-as', 'withdraw', 'delete'],
  closed: ['edit', 'same-as', 'withdraw', 'delete'],
  withdrawn: ['delete'],
};

/** Which forms make sense in a status, in the order they are shown. */
export const actionsFor = (status: Status): readonly OpenAction[] => OFFERED[status];
