import { Button } from '@grafana/ui';
import React, { useState } from 'react';
import type { NearMissRecord } from '../../domain/record/record';
import type { Speech } from '../../domain/story/speech';
import { t } from '../../i18n/t';
import { copyPicture, hasPicture } from './copyPicture';

interface Props {
  nearMiss: NearMissRecord;
  speech: Speech;
}

/** Copies the picture and says so; nothing where no graph was kept. */
export function CopyPicture({ nearMiss, speech }: Props) {
  const [done, setDone] = useState('');
  if (!hasPicture(nearMiss)) {
    return null;
  }
  const copy = async () => setDone(await copyPicture(nearMiss, speech));
  return (
    <>
      <Button variant="secondary" icon={done ? 'check' : 'copy'} onClick={() => void copy()}>
        {t('share.picture', 'Copy picture')}
      </Button>
      <span role="status">{done}</span>
    </>
  );
}
