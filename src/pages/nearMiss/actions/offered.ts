import type { Status } from '../../../domain/record/record';
import { t } from '../../../i18n/t';

/** Actions that open a form of their own. */
export type FormAction = 'finish' | 'edit' | 'close' | 'same-as' | 'withdraw' | 'delete';

/** All that people do with a near miss; the two that open no form are changes of its status alone. */
export type Action = FormAction | 'discuss' | 'step-back';

interface Offered {
  /** The next step; none for what is closed. */
  next?: Action;
  /** Behind the menu, in its order. */
  more: readonly Action[];
}

/** What makes sense in a status. */
export const OFFERED: Readonly<Record<Status, Offered>> = {
  started: { next: 'finish', more: ['same-as', 'withdraw', 'delete'] },
  recorded: { next: 'discuss', more: ['close', 'edit', 'same-as', 'withdraw', 'delete'] },
  discussed: { next: 'close', more: ['step-back', 'edit', 'same-as', 'withdraw', 'delete'] },
  closed: { more: ['step-back', 'edit', 'same-as', 'withdraw', 'delete'] },
  withdrawn: { next: 'step-back', more: ['delete'] },
};

/** What an action is called in a status. */
export function actionLabel(action: Action, status: Status): string {
  switch (action) {
    case 'finish':
      return t('action.finish', 'Finish it');
    case 'discuss':
      return t('action.discussed', 'Mark as discussed');
    case 'step-back':
      return stepBackLabel(status);
    case 'edit':
      return t('action.edit', 'Edit');
    case 'close':
      return t('action.close', 'Close…');
    case 'same-as':
      return t('action.same-as', 'Same as …');
    case 'withdraw':
      return t('action.withdraw', 'Withdraw');
    case 'delete':
      return t('action.delete', 'Delete for good…');
  }
}

function stepBackLabel(status: Status): string {
  switch (status) {
    case 'closed':
      return t('action.reopen', 'Reopen');
    case 'withdrawn':
      return t('action.bring-back', 'Bring it back');
    default:
      return t('action.not-discussed', 'Not discussed yet');
  }
}
