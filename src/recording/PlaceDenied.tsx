import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import React from 'react';
import { unescaped } from '../components/words/unescaped';
import type { Denied } from './useDenied';

interface PlaceDeniedProps {
  /** The journal's name. */
  title: string;
  denied: Denied;
}

/** Said where the place is chosen, before anyone types: nothing can be saved in that journal. */
export function PlaceDenied({ title, denied }: PlaceDeniedProps) {
  return (
    <Alert severity="warning" title={titleText(title, denied)}>
      {aboutText(denied)}
    </Alert>
  );
}

function titleText(title: string, denied: Denied): string {
  return denied === 'gone'
    ? t('place-denied.gone', 'The journal “{{title}}” is gone', { title, ...unescaped })
    : t('place-denied.no-right', 'You may not write to the journal “{{title}}”', { title, ...unescaped });
}

function aboutText(denied: Denied): string {
  switch (denied) {
    case 'gone':
      return t(
        'place-denied.gone-about',
        'Its dashboard was deleted. Choose below who will read it instead, and tell an administrator: Near Miss still sends near misses there.'
      );
    case 'forbidden':
      return t(
        'place-denied.forbidden-about',
        'Its dashboard is hidden from you. Choose below who will read it instead, or ask for the right to edit that dashboard.'
      );
    case 'no-right':
      return t(
        'place-denied.no-right-about',
        'You may view its dashboard, not edit it. Choose below who will read it instead, or ask for that right.'
      );
  }
}
