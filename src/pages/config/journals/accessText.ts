import type { Access } from '../../../grafana/access';
import { t } from '../../../i18n/t';

/** Who may read and who may write, in a sentence each; Admins always may. */
export function accessText(access: readonly Access[]): { readers: string; writers: string } {
  const writers = access.filter(({ may }) => may === 'edit');
  return {
    readers: t('config.journal-readers', 'Read by {{names}}.', { names: namesOf(access) }),
    writers: t('config.journal-writers', 'Written by {{names}}.', { names: namesOf(writers) }),
  };
}

function namesOf(access: readonly Access[]): string {
  // Every Editor and Admin is a Viewer too, so nobody is left to name.
  if (access.some(({ kind, name }) => kind === 'role' && name === 'Viewer')) {
    return t('config.access-everybody', 'everybody in this organization');
  }
  return [...new Set([...access.map(nameOf), t('config.access-admins', 'all Admins')])].join(', ');
}

function nameOf({ kind, name }: Access): string {
  switch (kind) {
    case 'role':
      return t('config.access-role', 'everybody with the role {{name}}', { name });
    case 'team':
      return t('config.access-team', 'the team {{name}}', { name });
    case 'user':
      return name;
  }
}
