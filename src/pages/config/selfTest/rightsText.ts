import { failureText } from '../../../components/words/failureText';
import type { JournalRight, RightsFacts } from '../../../storage/selfTest/checkRights';
import { t } from '../../../i18n/t';

export function rightsText(
  { organization, journals, readsAll, failure }: RightsFacts,
  nameOf: (journal: JournalRight) => string
): string[] {
  return [
    organizationText(organization),
    ...journals.map((journal) => journalText(journal, nameOf(journal))),
    ...(readsAll
      ? []
      : [
          t(
            'self-test.may-be-hidden',
            'Some dashboards may be hidden from you, and near misses with them; so nothing is removed that may belong to those.'
          ),
        ]),
    ...(failure ? [failureText(failure)] : []),
  ];
}

function organizationText(organization: boolean | null): string {
  if (organization === null) {
    return t('self-test.organization-unknown', 'Grafana did not say whether you may write to the organization.');
  }
  return organization
    ? t('self-test.organization-writable', 'You may write to the organization.')
    : t(
        'self-test.organization-denied',
        'You may not write to the organization: that takes the Editor role, or the right annotations:create for annotations:type:organization.'
      );
}

function journalText({ is }: JournalRight, name: string): string {
  const values = { name };
  switch (is) {
    case 'writable':
      return t('self-test.journal-writable', 'Journal “{{name}}”: you may read and write it.', values);
    case 'readable':
      return t(
        'self-test.journal-readable',
        'Journal “{{name}}”: you may read it, not write it. That takes Edit on its folder.',
        values
      );
    case 'managed':
      return t(
        'self-test.journal-managed',
        'Journal “{{name}}”: provisioning or a plugin owns it and may delete it with all that is kept in it. Make another journal, and move its near misses by export and import.',
        values
      );
    case 'gone':
      return t(
        'self-test.journal-gone',
        'Journal “{{name}}”: its dashboard was deleted, and nothing can be recorded there. Make a new one, then import the last export.',
        values
      );
    case 'forbidden':
      return t('self-test.journal-forbidden', 'Journal “{{name}}”: you may not open it.', values);
    case 'unread':
      return t('self-test.journal-unread', 'Journal “{{name}}”: it could not be looked at.', values);
  }
}
