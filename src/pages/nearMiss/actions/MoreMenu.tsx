import { Button, Dropdown, Menu } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import type { Status } from '../../../domain/record/record';
import { type Action, actionLabel } from './offered';
import { t } from '../../../i18n/t';

interface Props {
  status: Status;
  actions: readonly Action[];
  onAct: (action: Action) => void;
  /** Items that everyone gets, below the actions. */
  children: ReactNode;
}

/** All that is not the next step. */
export function MoreMenu({ status, actions, onAct, children }: Props) {
  const label = t('action.more', 'More actions');
  const menu = (
    <Menu ariaLabel={label}>
      {actions.map((action) => (
        <Menu.Item
          key={action}
          label={actionLabel(action, status)}
          destructive={action === 'delete'}
          onClick={() => onAct(action)}
        />
      ))}
      {actions.length > 0 && <Menu.Divider />}
      {children}
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-end">
      <Button variant="secondary" icon="ellipsis-h" aria-label={label} aria-haspopup="menu" />
    </Dropdown>
  );
}
