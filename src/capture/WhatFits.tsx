import React, { useEffect, useState } from 'react';
import { LeftOutNotes } from '../components/notices/LeftOutNotes';
import { leftOutOf } from '../domain/codec/encodeRecord';
import type { NearMissRecord } from '../domain/record/record';
import type { Dropped } from '../domain/series/evidence';
import type { Speech } from '../domain/story/speech';
import { linkTo } from '../grafana/address';
import { t } from '../i18n/t';

/** Packing the series of a large panel takes longer than a key may. */
const AFTER = 300;

interface Props {
  /** What would be stored now; another function where that is another record. */
  recordOf: () => NearMissRecord;
  speech: Speech;
}

/** Before anything is saved: what of the graph would not be kept as it is. Reckoned when nobody types. */
export function WhatFits({ recordOf, speech }: Props) {
  const [dropped, setDropped] = useState<readonly Dropped[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const record = recordOf();
      setDropped(leftOutOf(record, linkTo(record.id)));
    }, AFTER);
    return () => clearTimeout(timer);
  }, [recordOf]);
  return (
    <LeftOutNotes
      summary={t('along.left-out', 'What of the graph will be kept coarser or not at all')}
      dropped={dropped}
      speech={speech}
    />
  );
}
