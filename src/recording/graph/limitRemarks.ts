import type { Limit } from '../../domain/projection/limit';
import { t } from '../../i18n/t';
import type { LimitOffer } from './proposals';

/** What people should know of the chosen limit, and of those that are not proposed. */
export function limitRemarks(limit: Limit | null, offer: LimitOffer): string[] {
  const remarks: string[] = [];
  if (limit && limit.direction !== offer.heads) {
    remarks.push(
      offer.heads === 'falling'
        ? t('limit.turned-down', 'The stretch now falls; this limit is to be risen to.')
        : t('limit.turned-up', 'The stretch now rises; this limit is to be fallen to.')
    );
  }
  if (limit && offer.moving.some(({ text }) => text === limit.text)) {
    remarks.push(
      t('limit.moves', 'This limit has moved in the time shown. It counts as it stood when somebody acted.')
    );
  }
  if (offer.stepsUnfilled) {
    remarks.push(
      t(
        'limit.unfilled',
        'A threshold of this panel is a variable without a number here, so none is proposed. Type the limit.'
      )
    );
  }
  return remarks;
}
